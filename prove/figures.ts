// The attack on what programs publish, at full size: src/modules/programs/attack.test.ts over many random programs. Set HISTORIES
// to run fewer, SEED to begin elsewhere.
import { spawnSync } from 'node:child_process'
import { claim } from '../scripts/claim.ts'

const HISTORIES = Number(process.env.HISTORIES ?? 200)

export const run = () => {
  const test = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'app',
    'src/modules/programs/attack.test.ts',
  ]
  const { stdout, status } = spawnSync(process.execPath, test, {
    env: { ...process.env, HISTORIES: String(HISTORIES), NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const line = /\{"histories".*\}/.exec(stdout)?.[0]
  if (!line) console.log(stdout)
  const said = line
    ? (JSON.parse(line) as { histories: number; told: number; attacked: number; found: number })
    : { histories: 0, told: 0, attacked: 0, found: Number.NaN }
  claim(
    'figures, small numbers that follow from everything a program publishes',
    `${said.found} of ${said.attacked}, from ${said.told} numbers in ${said.histories} programs`,
    '0 in at least 200 programs',
    status === 0 && said.found === 0 && said.histories >= 200,
  )
}
