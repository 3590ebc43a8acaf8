import { nationalNumber } from '#platform/text/phone.ts'
import { plain } from '#platform/text/plain.ts'
import type { Table } from '#platform/text/rows.ts'
import { nameKey } from '../names.ts'
import { rowProblem } from '../rules.ts'
import type { ImportRow, RowProblem } from '../schema.ts'
import type { ColumnField, ColumnMapping } from './columns.ts'

/** One row of the file, mapped: what would be imported, what is wrong with it, and which earlier row says the same. */
export type PreparedRow = {
  line: number
  row: ImportRow
  problem: RowProblem | undefined
  sameAs: number | undefined
}

const most = { name: 160, handle: 60, address: 240, identifier: 40, department: 80, shift: 80, route: 80 }

/**
 * Maps every row of a table. `line` is the row's number in the file, the heading being 1. A row with the same telephone,
 * worker number or whole name as an earlier one is marked as standing twice.
 */
export const prepareRows = (table: Table, mapping: ColumnMapping, newId: () => string): PreparedRow[] => {
  const seen = new Map<string, number>()
  return table.rows.map((cells, at) => {
    const line = at + 2
    const row = mapped(cells, mapping, newId())
    const tooLong = Object.entries(most).some(
      ([field, length]) => (row[field as keyof typeof most]?.length ?? 0) > length,
    )
    const problem = tooLong ? 'too_long' : rowProblem(row)
    const keys = problem ? [] : keysOf(row)
    const sameAs = keys.map((key) => seen.get(key)).find((line) => line !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, line)
    return { line, row, problem: problem ?? (sameAs === undefined ? undefined : 'twice_in_file'), sameAs }
  })
}

const mapped = (cells: readonly string[], mapping: ColumnMapping, id: string): ImportRow => {
  const cell = (field: ColumnField): string | null => {
    const at = mapping[field]
    return (at === undefined ? '' : (cells[at] ?? '')).trim() || null
  }
  const parts = [cell('given'), cell('surname'), cell('surname2')].filter(Boolean).join(' ')
  return {
    id: id as ImportRow['id'],
    handle: cell('handle'),
    name: cell('name') ?? (parts || null),
    phone: firstNumber(cell('phone')),
    address: cell('address'),
    identifier: cell('identifier'),
    department: cell('department'),
    shift: cell('shift'),
    route: cell('route'),
  }
}

/** Two numbers in one cell are common: the first that is one counts. A cell that says there is none is empty. */
const firstNumber = (written: string | null): string | null => {
  if (!written || /^(n\/?a|no tiene|sin|s\/n|ninguno|-+|0+)$/i.test(written)) return null
  const parts = written.split(/[/,;]| y | o /)
  return parts.map((part) => part.trim()).find((part) => nationalNumber(part)) ?? written
}

const keysOf = ({ phone, identifier, name }: ImportRow): string[] => {
  const national = phone && nationalNumber(phone)
  return [
    ...(national ? [`phone ${national}`] : []),
    ...(identifier ? [`identifier ${plain(identifier)}`] : []),
    ...(name?.trim().includes(' ') ? [`name ${nameKey(name)}`] : []),
  ]
}

/** The departments, shifts and routes that the rows name, each once, as first written. */
export const namedUnits = (rows: readonly ImportRow[], kind: 'department' | 'shift' | 'route'): string[] => {
  const names = new Map<string, string>()
  for (const row of rows) {
    const name = row[kind]
    if (name && !names.has(plain(name))) names.set(plain(name), name)
  }
  return [...names.values()]
}
