import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pureGroups } from '../../packages/ballots/src/group/pure.ts'
import { castBallot, prepareBallot } from '../../packages/ballots/src/voter.ts'
import { newElection, question } from './archive.ts'
import { type Cost, timed } from './cost.ts'
import { taken } from './taken.ts'

/** What one ballot costs in plain JavaScript, made one after another as in a booth. */
export const ourCreation = (ballots: number) => {
  const { election, codes } = newElection(pureGroups, 'BELENIOS-2048', 1)
  return (): Cost => {
    const [before, started] = [process.cpuUsage(), performance.now()]
    for (let made = 0; made < ballots; made++)
      taken(castBallot(taken(prepareBallot(election, codes[0]!, [[made % 3]]))))
    const { user, system } = process.cpuUsage(before)
    const wallMs = (performance.now() - started) / ballots
    return { cpuMs: (user + system) / 1000 / ballots, wallMs, maxRssMb: 0 }
  }
}

/** What one ballot costs belenios-tool, which makes one per process and verifies it once. */
export const toolCreation = (ballots: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-bench-tool-'))
  const run = (args: string) => execFileSync('belenios-tool', args.split(' '), { cwd: folder, stdio: 'pipe' })
  const find = (ending: string) => readdirSync(folder).find((name) => name.endsWith(ending))!
  const uuid = run('setup generate-token').toString().trim()
  run(`setup generate-credentials --uuid ${uuid} --group BELENIOS-2048 --count 1`)
  run('setup generate-trustee-key --group BELENIOS-2048')
  renameSync(join(folder, find('.pubkey')), join(folder, 'public_keys.jsons'))
  renameSync(join(folder, find('.pubcreds')), join(folder, 'public_creds.json'))
  run('setup make-trustees')
  const { answers, min, max } = question
  const questions = [{ answers, min, max, question: question.question }]
  writeFileSync(
    join(folder, 'template.json'),
    JSON.stringify({ description: '', name: 'Medición', questions }),
  )
  run(`setup make-election --uuid ${uuid} --group BELENIOS-2048 --template template.json`)
  run('archive init')
  writeFileSync(
    join(folder, 'code'),
    readFileSync(join(folder, find('.privcreds')), 'utf8')
      .trim()
      .split(' ')
      .at(-1)!,
  )
  writeFileSync(join(folder, 'vote'), '[[1,0,0]]')
  const command = ['belenios-tool', 'election', 'generate-ballot', '--privcred=code', '--ballot=vote']
  const loop = ['bash', '-c', `for i in $(seq ${ballots}); do ${command.join(' ')}; done`]
  return {
    measure: (): Cost => {
      const { cpuMs, wallMs } = timed(loop, folder)
      return { cpuMs: cpuMs / ballots, wallMs: wallMs / ballots, maxRssMb: 0 }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
