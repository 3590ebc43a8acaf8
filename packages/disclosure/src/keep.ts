import type { ReleaseFile } from './file.ts'
import type { Release } from './ledger.ts'
import type { PublishedTable } from './table.ts'

type Kept = {
  readonly file: ReleaseFile
  readonly release: Release
  /** The earlier releases on the population that the table was attacked with. */
  readonly against: readonly string[]
}

const kept = new WeakMap<object, Kept>()

/** What `protect` keeps beside a table, out of reach of JSON, of a spread and of a debugger's print. Not exported from the package. */
export const keep = (table: PublishedTable, item: Kept): void => {
  kept.set(table, item)
}

/** @throws TypeError for a table that `protect` did not make in this process, a reopened one included. */
export const keptWith = (table: PublishedTable): Kept => {
  const item = kept.get(table)
  if (!item) throw new TypeError('This table was not made by protect() in this process')
  return item
}
