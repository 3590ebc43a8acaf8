import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from './place.ts'

/**
 * Without HOME: a backend of another user would look for root's certificate files and fail. In a group of its own: Ctrl-C in
 * the terminal must reach us and not the database, which has to outlive the last request.
 */
export const childOptions = ({ user }: Place) => ({
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  detached: true,
  ...(user ?? {}),
})

/** The process that holds this data folder, left behind by a killed application; `undefined` when none does. */
export const holder = ({ data }: Place): number | undefined => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return pid > 0 && isPostgresOf(pid, data) ? pid : undefined
}

/** Ends a database process that outlived its application: fast shutdown first, immediate after ten seconds. */
export const endOrphan = async (place: Place) => {
  const pid = holder(place)
  if (pid === undefined) return
  signal(pid, 'SIGINT')
  for (let waited = 0; holder(place) === pid; waited += 50) {
    if (waited === 10_000) signal(pid, 'SIGQUIT')
    if (waited > 20_000)
      throw new Error(`The database process ${pid} of an earlier start does not end. End it and try again.`)
    await sleep(50)
  }
}

/** A process id may have been given to another program since: only its command line tells. */
const isPostgresOf = (pid: number, data: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  } catch {
    return process.platform !== 'linux' && alive(pid)
  }
}

const alive = (pid: number) => signal(pid, 0)

const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

/** Runs a program to its end; throws with what it wrote when it fails. */
export const runToEnd = (place: Place, program: string, args: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { ...childOptions(place), stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed: ${errors.trim()}`)),
    )
  })
