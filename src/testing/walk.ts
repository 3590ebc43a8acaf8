import type pg from 'pg'
import { tablesOf } from '#platform/db/tables.ts'

/**
 * Every `table.column` of the whole database where one of these values stands, alone or inside a text, an array or a document:
 * ids as they are written, bytes in hexadecimal.
 */
export const whereStands = async (owner: pg.Pool, values: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const { name, columns } of await tablesOf(owner)) {
    const tests = columns.map((column) => `bool_or(${column.name}::text ~ $1) as ${column.name}`)
    const { rows } = await owner.query<Record<string, boolean | null>>(`select ${tests} from ${name}`, [
      values.join('|'),
    ])
    for (const [column, there] of Object.entries(rows[0]!)) if (there) found.push(`${name}.${column}`)
  }
  return found.sort()
}
