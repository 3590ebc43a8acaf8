import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WorldSettings } from '../../src/testing/world.ts'

/** The application in a process of its own, to be killed and started again. */
export const serveApart = async (settings: WorldSettings) => {
  let child: ChildProcess
  let port = 0
  const start = async () => {
    child = fork(new URL('./serve.ts', import.meta.url), { serialization: 'advanced' })
    child.send(settings)
    port = await new Promise<number>((resolve, reject) => {
      child.once('message', (at) => resolve(at as number))
      child.once('exit', (code) => reject(new Error(`The application ended with ${code}.`)))
    })
  }
  const kill = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit').once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  await start()
  return { start, kill, port: () => port }
}

/** Kills the database's first process as a failing machine would; its supervisor starts it again. */
export const killDatabase = async (dataDir: string) => {
  process.kill(Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await sleep(20)
}

/** Tries until it works, for at most half a minute. */
export const until = async <T>(work: () => Promise<T>): Promise<T> => {
  const end = Date.now() + 30_000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > end) throw error
      await sleep(50)
    }
  }
}
