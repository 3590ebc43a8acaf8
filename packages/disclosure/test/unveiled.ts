import type { PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { keyOf } from './verdict.ts'

/** The table with one hidden figure shown after all. */
export const unveiled = (table: PublishedTable, key: string, spec: PublicationSpec): PublishedTable => ({
  ...table,
  cells: table.cells.map((cell) => {
    if (cell.key !== key) return cell
    const { value } = spec.cells.find(({ at }) => keyOf(at) === key)!
    return { ...cell, kind: 'shown' as const, value }
  }),
})
