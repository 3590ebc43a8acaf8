import type pg from 'pg'
import type { Table } from '../db/tables.ts'

/** A row as the database itself writes its values; the same text on every version and in every place. */
export type Row = readonly (string | null)[]

export type Which = { sql: string; values: readonly unknown[] }

const everything: Which = { sql: 'true', values: [] }
const batchBytes = 1_000_000

/** What makes text out of values in one way only. Once for each transaction that reads or writes rows. */
export const plainText = (client: pg.ClientBase) =>
  client.query(`set local datestyle = 'iso, ymd'; set local intervalstyle = 'postgres'; set local timezone = 'utc';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local idle_in_transaction_session_timeout = '2min'`)

const asWritten = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

/**
 * The rows of a table in the order of its key, in batches of about a megabyte, inside the caller's transaction: memory stays
 * the same however many there are.
 */
export async function* rowsOf(
  client: pg.ClientBase,
  { name, columns, key }: Pick<Table, 'name' | 'columns' | 'key'>,
  { sql, values }: Which = everything,
): AsyncGenerator<readonly Row[]> {
  const order = key.map((column) => {
    const { collatable } = columns.find((one) => one.name === column)!
    return collatable ? `${column} collate "C"` : column
  })
  const names = columns.map((column) => column.name)
  await client.query(
    `declare upkeep_rows no scroll cursor for select ${names} from ${name} where ${sql} order by ${order}`,
    [...values],
  )
  let wanted = 200
  while (true) {
    const { rows } = await client.query<Row & unknown[]>({
      text: `fetch ${wanted} from upkeep_rows`,
      rowMode: 'array',
      types: asWritten,
    })
    if (rows.length > 0) yield rows
    if (rows.length < wanted) break
    wanted = Math.min(2_000, Math.max(1, Math.round((batchBytes / sizeOf(rows)) * rows.length)))
  }
  await client.query('close upkeep_rows')
}

const sizeOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((size, value) => size + (value?.length ?? 0) + 4, 0), 0)

export type LoadedColumns = readonly Pick<Table['columns'][number], 'name' | 'type'>[]

/** Rows that refer to rows of their own table are put in first without that, and told of it when all are there. */
export const loaderFor = async (
  client: pg.ClientBase,
  table: Table,
  conflict: 'fails' | 'keeps' = 'fails',
) => {
  const own = table.references.filter((reference) => reference.table === table.name)
  const later = own.flatMap(({ columns }) => columns).filter((column) => !table.key.includes(column))
  const columnOf = (name: string) => table.columns.find((column) => column.name === name)!
  const insert = insertion(table.name, table.columns, later, conflict)
  const waiting = [...table.key, ...later].map(columnOf)
  if (later.length > 0) {
    const definition = waiting.map(({ name, type }) => `${name} ${type}`)
    await client.query(`create temporary table upkeep_later (${definition}) on commit drop`)
  }
  return {
    put: async (rows: readonly Row[]) => {
      await client.query(insert, transposed(rows, table.columns.length))
      if (later.length === 0) return
      const at = waiting.map(({ name }) => table.columns.findIndex((column) => column.name === name))
      const referring = rows.filter((row) => at.slice(table.key.length).some((index) => row[index] !== null))
      if (referring.length === 0) return
      const kept = referring.map((row) => at.map((index) => row[index]!))
      await client.query(insertion('upkeep_later', waiting), transposed(kept, waiting.length))
    },
    end: async () => {
      if (later.length === 0) return
      const same = table.key.map((column) => `t.${column} = l.${column}`).join(' and ')
      await client.query(
        `update ${table.name} t set ${later.map((column) => `${column} = l.${column}`)} from upkeep_later l where ${same}`,
      )
      await client.query('drop table upkeep_later')
    },
  }
}

const insertion = (
  name: string,
  columns: LoadedColumns,
  empty: readonly string[] = [],
  conflict: 'fails' | 'keeps' = 'fails',
) => {
  const values = columns.map((column, at) =>
    empty.includes(column.name) ? 'null' : `given.c${at}::${column.type}`,
  )
  const given = columns.map((_, at) => `$${at + 1}::text[]`)
  return `insert into ${name} (${columns.map((column) => column.name)}) overriding system value
    select ${values} from unnest(${given}) as given (${columns.map((_, at) => `c${at}`)})
    ${conflict === 'keeps' ? 'on conflict do nothing' : ''}`
}

const transposed = (rows: readonly Row[], width: number): (string | null)[][] =>
  Array.from({ length: width }, (_, at) => rows.map((row) => row[at]!))

/** After rows brought their own numbers, the next number of each sequence is past them. Waits for writers of these tables. */
export const advanceSequences = async (client: pg.ClientBase, tables: readonly Table[]) => {
  for (const { name, columns } of tables) {
    for (const { name: column, sequence } of columns) {
      if (!sequence) continue
      await client.query(`lock table ${name} in share row exclusive mode`)
      await client.query(
        `select setval($1, greatest((select max(${column}) from ${name}), nextval($1::regclass)))`,
        [sequence],
      )
    }
  }
}
