import type pg from 'pg'
import type { OrgId } from '../db/brand.ts'
import { migrationsIn } from '../db/migrate.ts'
import { asOwner } from '../db/owner.ts'
import { type Table, tablesOf } from '../db/tables.ts'
import { asKey, type Key } from '../vault/keys.ts'
import { sealOrgKey } from '../vault/vault.ts'
import { damaged, type Header, type Piece, read, type Summary, summaryOf } from './archive.ts'
import { assertOwn, carried, rowsOfOrganization } from './export.ts'
import { equal, load, unfit } from './restore.ts'
import { type Opening, opened } from './seal.ts'
import { advanceSequences, plainText, rowsOf } from './store.rows.ts'

export type Imported = { orgId: OrgId; name: string; tables: readonly Summary[] }

/**
 * Brings an organization's export into this server, in one transaction: nothing of it may be here already, every row must be
 * its own, and each of its tables is read again and compared with the export's digest. Its members' accounts arrive without
 * keys: they come back by invitation. Agreements with others stay in the file: both sign again here.
 */
export const importOrganization = async (
  owner: pg.Pool,
  master: Key,
  file: ReadableStream<Uint8Array>,
  opening: Opening,
): Promise<Imported> => {
  const lines = opened(file, opening)
  try {
    const { header, pieces } = await read(lines)
    const { organization } = header
    if (header.holds !== 'organization' || !organization) throw unfit('not-an-organization')
    if (String(await migrationsIn(owner)) !== String(header.migrations)) throw unfit('other-version')
    const orgId = organization.id as OrgId
    const tables = await asOwner(owner, (client) => takeIn(client, master, organization, pieces))
    return { orgId, name: organization.name, tables }
  } finally {
    await lines.return(undefined)
  }
}

type Newcomer = NonNullable<Header['organization']>

const takeIn = async (
  client: pg.ClientBase,
  master: Key,
  { id, key }: Newcomer,
  pieces: AsyncGenerator<Piece>,
): Promise<Summary[]> => {
  const orgId = id as OrgId
  await plainText(client)
  const { rowCount } = await client.query('select from organizations where id = $1', [orgId])
  if (rowCount !== 0) throw unfit('here-already')
  const all = await tablesOf(client)
  const tables = carried(all)
  const own = tables.filter((table) => table.owner.kind === 'organization')
  const summaries = await load(client, tables, checked(pieces, tables, orgId), (table) =>
    table.owner.kind === 'server' ? 'keeps' : 'fails',
  ).catch((error: { code?: string }) => {
    // A row refers to something of a public catalogue that this server does not have.
    throw error.code === '23503' ? unfit('other-version') : error
  })
  await client.query('insert into org_keys (org_id, sealed, sealed_with) values ($1, $2, $3)', [
    orgId,
    ...Object.values(sealOrgKey(master, orgId, asKey(Buffer.from(key, 'hex')))),
  ])
  await advanceSequences(client, own)
  for (const table of own) {
    const summary = summaries.find((one) => one.table === table.name)
    const there = await summaryOf(table.name, rowsOf(client, table, rowsOfOrganization(table, all, orgId)))
    if (!summary || !equal(summary, there)) throw unfit('unequal')
  }
  return summaries
}

/**
 * An export may have been made to do harm: it may bring no other table, no other column and no row of anybody else. What it says
 * that others agreed to is not believed either: they are not there to confirm it, and sign again.
 */
async function* checked(
  pieces: AsyncGenerator<Piece>,
  tables: readonly Table[],
  orgId: OrgId,
): AsyncGenerator<Piece> {
  let table: Table | undefined
  for await (const piece of pieces) {
    if (piece.kind === 'begin') {
      table = tables.find(({ name }) => name === piece.table)
      const expected = table?.columns.map(({ name }) => name)
      if (String(expected) !== String(piece.columns)) throw damaged('damaged')
    } else if (piece.kind === 'rows') assertOwn(table!, orgId, piece.rows)
    if (table!.owner.kind !== 'shared') yield piece
  }
}
