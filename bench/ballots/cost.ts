import { execFileSync, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'

/** What one whole process cost, from its start to its end. */
export type Cost = { readonly cpuMs: number; readonly wallMs: number; readonly maxRssMb: number }

/** belenios-tool verifying the archive in a folder. */
export const toolCost = (file: string): Cost =>
  timed(['belenios-tool', 'election', 'verify', '--dir', dirname(file)])

/** Ours verifying the same file, so many workers at once; 1 is the calling thread alone. */
export const ourCost = (file: string, workers: number): Cost => {
  const script = join(import.meta.dirname, 'verify-once.js')
  const output = execFileSync(process.execPath, [script, file, String(workers)], {
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

/** Runs a command under the shell's own stopwatch. */
export const timed = (command: readonly string[], cwd?: string): Cost => {
  const quoted = command.map((word) => `'${word}'`).join(' ')
  const { status, stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time ${quoted} > /dev/null`], {
    encoding: 'utf8',
    ...(cwd === undefined ? {} : { cwd }),
  })
  const [wall, user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  if (status !== 0 || system === undefined) throw new Error(`${command.join(' ')}: ${stderr}`)
  return { wallMs: wall! * 1000, cpuMs: (user! + system) * 1000, maxRssMb: 0 }
}

/** The cheapest of several rounds of each, taken in turn, so that both meet the same machine. */
export const cheapest = <K extends string>(
  rounds: number,
  measures: Readonly<Record<K, () => Cost>>,
): Record<K, Cost> => {
  const best = {} as Record<K, Cost>
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measures) as [K, () => Cost][]) {
      const cost = measure()
      const known = best[name] ?? cost
      best[name] = {
        cpuMs: Math.min(cost.cpuMs, known.cpuMs),
        wallMs: Math.min(cost.wallMs, known.wallMs),
        maxRssMb: Math.max(cost.maxRssMb, known.maxRssMb),
      }
    }
  return best
}
