// What plain linear equations over unknown numbers that are not negative allow: for attacks on anything published, whoever made it.
import { solve } from 'yalps'

/** A sum of unknowns by name, each with a coefficient. */
export type Sum = ReadonlyMap<string, number>
export type Known = { readonly sum: Sum; readonly min?: number; readonly max?: number }

/** The lowest and the highest that a sum can be; `high` is Infinity where nothing limits it, `null` where no table agrees. */
export const rangeOf = (known: readonly Known[], wanted: Sum): { low: number; high: number } | null => {
  const columns = new Map<string, Map<string, number>>()
  const note = (row: string, sum: Sum) => {
    for (const [name, coefficient] of sum) {
      if (!columns.has(name)) columns.set(name, new Map())
      columns.get(name)!.set(row, (columns.get(name)!.get(row) ?? 0) + coefficient)
    }
  }
  const constraints = new Map(
    known.map(({ min, max }, at) => [
      `r${at}`,
      { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    ]),
  )
  for (const [at, { sum }] of known.entries()) note(`r${at}`, sum)
  note('goal', wanted)
  const end = (direction: 'minimize' | 'maximize') =>
    solve({ direction, objective: 'goal', constraints, variables: [...columns] })
  const [low, high] = [end('minimize'), end('maximize')]
  if (low.status === 'infeasible' || high.status === 'infeasible') return null
  return { low: low.result, high: high.status === 'unbounded' ? Number.POSITIVE_INFINITY : high.result }
}
