import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { Mapping, RowProblem } from './contract.evidence.ts'
import type { ImportId } from './schema.ts'

type Org = Pick<Actor, 'orgId'>

export const findMappings = async (tx: Tx, { orgId }: Org) => {
  const rows = await tx
    .selectFrom('workbookMappings')
    .select('mapping')
    .where('orgId', '=', orgId)
    .orderBy('name')
    .execute()
  return rows.map(({ mapping }) => mapping as unknown as Mapping)
}

export const keepMapping = (tx: Tx, { orgId }: Org, mapping: Mapping) => {
  const row = { name: mapping.name, mapping: JSON.stringify(mapping) }
  return tx
    .insertInto('workbookMappings')
    .values({ orgId, id: mapping.id, ...row })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(row))
    .execute()
}

export const findKnownRows = async (tx: Tx, { orgId }: Org, digests: readonly string[]) => {
  const { rows } = await sql<{ digest: string }>`select encode(row_digest, 'hex') as digest from workbook_rows
    where org_id = ${orgId} and row_digest = any(array(select decode(unnest(${[...digests]}::text[]), 'hex')))`.execute(
    tx,
  )
  return new Set(rows.map(({ digest }) => digest))
}

type NewImport = {
  id: ImportId
  mappingId: string
  fileName: string
  digest: string
  rows: number
  recorded: number
  problems: RowProblem[]
}

/** One import at a time, so that no row comes in twice; answers whether this one is new. */
export const insertImport = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  { problems, ...row }: NewImport,
  at: Date,
) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workbooks ${orgId}`}, 0))`.execute(tx)
  const added = await tx
    .insertInto('workbookImports')
    .values({ orgId, ...row, problems: JSON.stringify(problems), importedBy: membershipId, importedAt: at })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export const insertRows = (
  tx: Tx,
  { orgId }: Org,
  importId: string,
  rows: readonly { factId: string; digest: string; row: number }[],
) =>
  sql`insert into workbook_rows (org_id, import_id, fact_id, row_digest, row_number)
    select ${orgId}, ${importId}, fact, decode(digest, 'hex'), number from unnest(${rows.map(({ factId }) => factId)}::uuid[],
    ${rows.map(({ digest }) => digest)}::text[], ${rows.map(({ row }) => row)}::int[]) as rows (fact, digest, number)`.execute(
    tx,
  )

export const setRead = (
  tx: Tx,
  { orgId }: Org,
  id: string,
  { problems, ...read }: { rows: number; recorded: number; problems: RowProblem[] },
) =>
  tx
    .updateTable('workbookImports')
    .set({ ...read, problems: JSON.stringify(problems) })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()

export const findImports = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('workbookImports as i')
    .innerJoin('workbookMappings as m', (join) =>
      join.onRef('m.orgId', '=', 'i.orgId').onRef('m.id', '=', 'i.mappingId'),
    )
    .select([
      'i.id',
      'm.name as mappingName',
      'm.mapping',
      'fileName',
      'rows',
      'recorded',
      'problems',
      'importedAt',
      'undoneAt',
    ])
    .where('i.orgId', '=', orgId)
    .orderBy('importedAt', 'desc')
    .limit(200)
    .execute()

/** Marks an import as undone and answers its facts; `undefined` when it was undone already or never was. */
export const undoImport = async (tx: Tx, { orgId }: Org, id: ImportId, undoneAt: Date) => {
  const { numUpdatedRows } = await tx
    .updateTable('workbookImports')
    .set({ undoneAt })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined
  const { rows } = await sql<{
    id: string
    kind: string
    recordId: string
  }>`select f.id, f.kind, f.record_id from workbook_rows r
    join facts f on f.org_id = r.org_id and f.id = r.fact_id where r.org_id = ${orgId} and r.import_id = ${id}`.execute(
    tx,
  )
  await tx.deleteFrom('workbookRows').where('orgId', '=', orgId).where('importId', '=', id).execute()
  return rows
}

/** Which line of which file each fact came from. */
export const findRowsOf = (tx: Tx, { orgId }: Org, factIds: readonly string[]) =>
  factIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('workbookRows as r')
        .innerJoin('workbookImports as i', (join) =>
          join.onRef('i.orgId', '=', 'r.orgId').onRef('i.id', '=', 'r.importId'),
        )
        .select(['r.factId', 'r.rowNumber', 'i.fileName'])
        .where('r.orgId', '=', orgId)
        .where('r.factId', 'in', [...factIds])
        .execute()
