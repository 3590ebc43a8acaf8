import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OwnFact } from '#platform/facts/store.ts'
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
  rows: readonly { factId: string; digest: string }[],
) =>
  sql`insert into workbook_rows (org_id, import_id, fact_id, row_digest)
    select ${orgId}, ${importId}, fact, decode(digest, 'hex') from unnest(${rows.map(({ factId }) => factId)}::uuid[],
    ${rows.map(({ digest }) => digest)}::text[]) as rows (fact, digest)`.execute(tx)

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

type NewAudit = { id: string; indicatorId: string; definitionId: string; period: string; seed: string }

export const insertAudit = (tx: Tx, { orgId, membershipId }: Actor, audit: NewAudit, drawnAt: Date) =>
  tx
    .insertInto('audits')
    .values({ orgId, ...audit, drawnBy: membershipId, drawnAt })
    .execute()

export const findAudits = (tx: Tx, { orgId }: Org) =>
  tx.selectFrom('audits').selectAll().where('orgId', '=', orgId).orderBy('drawnAt', 'desc').execute()

export type Item = {
  parties: string[]
  id: string
  verifierId: string
  verifierName: string
  giverId: string
  giverName: string
  auditId: string
  titleEs: string
  titleEn: string
  period: string
  factId: string
}

export const insertItems = (tx: Tx, items: readonly Item[]) =>
  items.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('auditItems')
        .values([...items])
        .execute()

/** Items of this organization's audits, without the facts they stand for. */
export const findItems = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('auditItems')
    .select(['id', 'auditId', 'giverId', 'giverName', 'shown', 'outcome', 'settledAt'])
    .where('verifierId', '=', orgId)
    .orderBy('giverName')
    .orderBy('id')
    .execute()

export const lockItem = (tx: Tx, id: string, side: 'verifierId' | 'giverId', { orgId }: Org) =>
  tx
    .selectFrom('auditItems')
    .select(['id', 'shown', 'outcome'])
    .where('id', '=', id)
    .where(side, '=', orgId)
    .forUpdate()
    .executeTakeFirst()

export const setShown = (tx: Tx, { membershipId }: Actor, id: string, shown: boolean, shownAt: Date) =>
  tx.updateTable('auditItems').set({ shown, shownBy: membershipId, shownAt }).where('id', '=', id).execute()

export const setOutcome = (
  tx: Tx,
  { membershipId }: Actor,
  id: string,
  outcome: 'match' | 'mismatch',
  settledAt: Date,
) =>
  tx
    .updateTable('auditItems')
    .set({ outcome, settledBy: membershipId, settledAt })
    .where('id', '=', id)
    .execute()

type AskedItem = OwnFact & {
  itemId: string
  askedBy: string
  titleEs: string
  titleEn: string
  period: string
  drawnAt: Date
  shown: boolean | null
  outcome: 'match' | 'mismatch' | null
}

/** What this organization is asked to show, each with its own fact. */
export const findAsked = async (tx: Tx, { orgId }: Org) => {
  const { rows } =
    await sql<AskedItem>`select i.id as item_id, i.verifier_name as asked_by, i.title_es, i.title_en, i.period, i.drawn_at,
      i.shown, i.outcome, f.id, f.kind, f.happened_on, f.source, f.record_id, f.quantity, f.dimensions
    from audit_items i join facts f on f.org_id = ${orgId} and f.id = i.fact_id
    where i.giver_id = ${orgId} order by i.drawn_at desc, i.id limit 300`.execute(tx)
  return rows
}
