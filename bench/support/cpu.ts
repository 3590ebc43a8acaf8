import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Processor time spent so far by this process and by every process of one database, in milliseconds (Linux). */
export const cpuSpent = (dataDir: string): { ours: number; database: number } => {
  const { user, system } = process.cpuUsage()
  const postmaster = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat.pid === postmaster || stat.parent === postmaster)
    .reduce((sum, stat) => sum + stat.ticks, 0)
  return { ours: (user + system) / 1000, database: ticks * 10 }
}

/** See proc_pid_stat(5): the name may hold spaces and stands between parentheses. */
const statOf = (pid: string) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return { pid: 0, parent: 0, ticks: 0 }
  }
}
