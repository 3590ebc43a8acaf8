import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Starts counting processor time, which other programs on the machine stretch far less than a clock's: of this thread, where
 * the server runs, and of the whole database of `dataDir`. The answer tells the milliseconds since (Linux).
 */
export const processorTime = (dataDir: string): (() => number) => {
  const begun = process.threadCpuUsage()
  const database = databaseMs(dataDir)
  return () => {
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1_000 + databaseMs(dataDir) - database
  }
}

/** Of the postmaster, those of its backends that live, and those that have ended, in ticks of ten milliseconds. */
const databaseMs = (dataDir: string): number => {
  const postmaster = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]!
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [parent, ...times] = statOf(pid)
    if (pid === postmaster) ticks += sum(times)
    else if (parent === Number(postmaster)) ticks += sum(times.slice(0, 2))
  }
  return ticks * 10
}

/** Parent, then user, system, and the two of children that have ended (proc(5)). */
const statOf = (pid: string): number[] => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return [fields[1], ...fields.slice(11, 15)].map(Number)
  } catch {
    return []
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
