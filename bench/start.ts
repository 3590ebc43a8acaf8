import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { claim } from '../scripts/claim.ts'
import { dataFolder, freePort } from '../src/testing/program.ts'
import { sayHowBusy } from './support/others.ts'

/** `npm start` on a machine that has only what `npm ci` brought: until it answers with the demo world made, and the next time. */
export const run = async () => {
  sayHowBusy()
  rmSync('dist/client', { recursive: true, force: true })
  const { folder, drop } = dataFolder()
  try {
    const first = await untilReady(folder)
    const next = await untilReady(folder)
    claim('first start', `${first.toFixed(1)} s`, '≤ 15 s', first <= 15)
    claim('next start', `${next.toFixed(1)} s`, '≤ 3 s', next <= 3)
  } finally {
    drop()
  }
}

/** Seconds from the command to the first 200 of `/healthz`; what it says on the way is shown with its time. */
const untilReady = async (dataDir: string): Promise<number> => {
  const port = await freePort()
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1_000
  const npm = spawn('npm', ['start', '--silent'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_US.UTF-8',
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Not `exit`: npm ends before the server does, whose output is the last to be closed.
  const ended = new Promise((resolve) => npm.on('close', resolve))
  npm.stdout.on('data', (said) => {
    const [line] = String(said).trim().split('\n')
    console.log(`${seconds().toFixed(1).padStart(6)} s  ${line}`)
  })
  try {
    for (;;) {
      if (npm.exitCode !== null) throw new Error('The server did not start.')
      const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined)
      if (answer?.status === 200) return seconds()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    npm.kill('SIGTERM')
    await ended
  }
}
