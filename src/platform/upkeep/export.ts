import type pg from 'pg'
import type { OrgId } from '../db/brand.ts'
import { migrationsIn } from '../db/migrate.ts'
import { type Table, tablesOf } from '../db/tables.ts'
import type { Key } from '../vault/keys.ts'
import { openOrgKey } from '../vault/vault.ts'
import { type Section, written } from './archive.ts'
import { asOfNow } from './backup.ts'
import { type Sealing, sealed } from './seal.ts'
import { type Row, rowsOf, type Which } from './store.rows.ts'

/**
 * Everything of one organization as of one moment, sealed for whoever takes it along. Nothing is read before the stream is.
 * Of the accounts of its members only their ids go along: their keys may also open another organization.
 */
export const exportOrganization = (
  owner: pg.Pool,
  master: Key,
  orgId: OrgId,
  sealing: Sealing,
): Promise<ReadableStream<Uint8Array>> => sealed(everythingOf(owner, master, orgId), sealing)

async function* everythingOf(owner: pg.Pool, master: Key, orgId: OrgId): AsyncGenerator<string> {
  const client = await owner.connect()
  try {
    await asOfNow(client)
    const { rows } = await client.query<{ name: string; sealed: Buffer }>(
      'select o.name, k.sealed from organizations o join org_keys k on k.org_id = o.id where o.id = $1',
      [orgId],
    )
    if (!rows[0]) throw new Error('There is no such organization.')
    const { name, sealed: sealedKey } = rows[0]
    const header = {
      holds: 'organization' as const,
      madeAt: new Date().toISOString(),
      migrations: await migrationsIn(client),
      organization: { id: orgId, name, key: openOrgKey(master, orgId, sealedKey).toString('hex') },
    }
    yield* written(header, sectionsOf(client, await tablesOf(client), orgId))
  } finally {
    client.release(true)
  }
}

async function* sectionsOf(
  client: pg.ClientBase,
  tables: readonly Table[],
  orgId: OrgId,
): AsyncGenerator<Section> {
  for (const table of carried(tables)) {
    const which = rowsOfOrganization(table, tables, orgId)
    const batches = rowsOf(client, table, which)
    yield {
      table: table.name,
      columns: table.columns.map(({ name }) => name),
      batches: onlyOf(table, orgId, batches),
    }
  }
}

/**
 * What goes along with an organization: its own tables and those it shares, and of the server's closed tables that they refer
 * to only the ids. Public catalogues are on every server; its key travels in the header, because each server seals it anew.
 */
export const carried = (tables: readonly Table[]): Table[] =>
  tables.flatMap((table) => {
    if (table.owner.kind !== 'server') return table.name === 'org_keys' ? [] : [table]
    const referred = referring(table, tables).length > 0
    const columns = table.columns.filter(({ name }) => table.key.includes(name))
    return referred && !table.owner.open ? [{ ...table, columns, references: [] }] : []
  })

const referring = (table: Table, tables: readonly Table[]) =>
  tables
    .filter(({ owner }) => owner.kind !== 'server')
    .flatMap((from) =>
      from.references
        .filter((reference) => reference.table === table.name)
        .map((reference) => ({ from, reference })),
    )

/** The rows of a table that belong to one organization, or that its rows refer to. */
export const rowsOfOrganization = (table: Table, tables: readonly Table[], orgId: OrgId): Which => {
  const values = [orgId]
  const { owner } = table
  if (owner.kind === 'organization') return { sql: `${owner.column} = $1`, values }
  if (owner.kind === 'shared') return { sql: 'parties @> array[$1]::uuid[]', values }
  const sql = referring(table, tables).map(({ from, reference }) => {
    const inside = rowsOfOrganization(from, tables, orgId).sql
    return `(${reference.foreign}) in (select ${reference.columns} from ${from.name} where ${inside})`
  })
  return { sql: sql.join(' or '), values }
}

/** A second look at every row that leaves: a condition left out must not hand one union's people to another. */
async function* onlyOf(table: Table, orgId: OrgId, batches: AsyncIterable<readonly Row[]>) {
  for await (const batch of batches) {
    assertOwn(table, orgId, batch)
    yield batch
  }
}

export const assertOwn = ({ name, owner, columns }: Table, orgId: OrgId, rows: readonly Row[]) => {
  if (owner.kind === 'server') return
  const column = owner.kind === 'shared' ? 'parties' : owner.column
  const at = columns.findIndex((one) => one.name === column)
  const own = (row: Row) =>
    owner.kind === 'shared'
      ? (row[at] ?? '').replace(/[{}]/g, '').split(',').includes(orgId)
      : row[at] === orgId
  if (!rows.every(own)) throw new Error(`A row of ${name} is not of this organization.`)
}
