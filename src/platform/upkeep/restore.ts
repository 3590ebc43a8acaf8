import type pg from 'pg'
import { migrateTo, migrationFiles, migrationsIn } from '../db/migrate.ts'
import { asOwner } from '../db/owner.ts'
import { type Table, tablesOf } from '../db/tables.ts'
import { damaged, type Piece, read, type Summary, summaryOf } from './archive.ts'
import { type Opening, opened } from './seal.ts'
import { advanceSequences, loaderFor, plainText, rowsOf } from './store.rows.ts'

export type Restored = { madeAt: string; tables: readonly Summary[] }

/** Why a place cannot take a file. */
export type Unfit =
  | 'not-empty'
  | 'newer-software'
  | 'not-a-server'
  | 'not-an-organization'
  | 'other-version'
  | 'here-already'
  | 'unequal'
export const unfit = (reason: Unfit) => Object.assign(new Error(`Restore: ${reason}`), { unfit: reason })

/**
 * Brings a backup back into a database that holds nobody: the schema as it was when it was made, then every row, each table
 * read again and compared with the backup's digest, all in one transaction. The caller then migrates to today's schema.
 */
export const restore = async (
  owner: pg.Pool,
  file: ReadableStream<Uint8Array>,
  opening: Opening,
): Promise<Restored> => {
  const lines = opened(file, opening)
  try {
    const { header, pieces } = await read(lines)
    if (header.holds !== 'server') throw unfit('not-a-server')
    const known = migrationFiles().map(({ name }) => name)
    if (header.migrations.some((name) => !known.includes(name))) throw unfit('newer-software')
    await refuseUsed(owner, header.migrations)
    await migrateTo(owner, header.migrations)
    const tables = await asOwner(owner, (client) => replaceAll(client, pieces))
    return { madeAt: header.madeAt, tables }
  } finally {
    await lines.return(undefined)
  }
}

/** A place that holds somebody, or whose schema is already past the backup's. */
const refuseUsed = async (owner: pg.Pool, migrations: readonly string[]) => {
  const there = await migrationsIn(owner)
  if (there.some((name) => !migrations.includes(name))) throw unfit('not-empty')
  if (there.length === 0) return
  const { rowCount } = await owner.query('select from organizations union all select from accounts limit 1')
  if (rowCount !== 0) throw unfit('not-empty')
}

const replaceAll = async (client: pg.ClientBase, pieces: AsyncGenerator<Piece>) => {
  await plainText(client)
  const tables = await tablesOf(client)
  for (const { name } of tables.toReversed()) await client.query(`delete from ${name}`)
  const summaries = await load(client, tables, pieces)
  if (summaries.length !== tables.length) throw damaged('damaged')
  await advanceSequences(client, tables)
  for (const summary of summaries) {
    const table = tables.find(({ name }) => name === summary.table)!
    if (!equal(summary, await summaryOf(table.name, rowsOf(client, table)))) throw unfit('unequal')
  }
  return summaries
}

export const equal = (one: Summary, other: Summary) => one.rows === other.rows && one.sha256 === other.sha256

/** Puts the rows of an archive into their tables; answers with each table's digest as the archive states it. */
export const load = async (
  client: pg.ClientBase,
  tables: readonly Table[],
  pieces: AsyncGenerator<Piece>,
  conflictIn: (table: Table) => 'fails' | 'keeps' = () => 'fails',
): Promise<Summary[]> => {
  const summaries: Summary[] = []
  let loader: Awaited<ReturnType<typeof loaderFor>> | undefined
  for await (const piece of pieces) {
    if (piece.kind === 'begin') {
      const table = tables.find(({ name }) => name === piece.table)
      const columns = table?.columns.filter(({ name }) => piece.columns.includes(name)) ?? []
      if (!table || columns.length !== piece.columns.length) throw damaged('damaged')
      const given = {
        ...table,
        columns: piece.columns.map((name) => columns.find((one) => one.name === name)!),
      }
      loader = await loaderFor(client, given, conflictIn(table))
    } else if (piece.kind === 'rows') await loader!.put(piece.rows)
    else {
      await loader!.end()
      const { table, rows, sha256 } = piece
      summaries.push({ table, rows, sha256 })
    }
  }
  return summaries
}
