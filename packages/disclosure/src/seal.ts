import type { PublishedTable } from './table.ts'

const made = new WeakSet<object>()

/** Marks plain data as protected, for good. Not exported from the package: only `protect` and `reopen` call it. */
export const seal = (plain: object): PublishedTable => {
  const table = deepFreeze(JSON.parse(JSON.stringify(plain)))
  made.add(table)
  return table
}

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

export const isSealed = (table: unknown): boolean =>
  typeof table === 'object' && table !== null && made.has(table)
