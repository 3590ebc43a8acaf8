import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OwnFact } from '#platform/facts/store.ts'

type Org = Pick<Actor, 'orgId'>

/** What both an audit and each of its items say: who asks, whose figure it is, and of when. */
export type Subject = {
  verifierId: string
  verifierName: string
  programId: string
  programName: string
  titleEs: string
  titleEn: string
  periodEs: string
  periodEn: string
}

type NewAudit = Subject & {
  id: string
  definitionId: string
  indicatorId: string
  code: string
  period: string
  seed: string
}

const partiesOf = (...ids: string[]) => [...new Set(ids)]

/** Whether it was kept: one organization audits one indicator of one period once. */
export const insertAudit = async (tx: Tx, { membershipId }: Actor, audit: NewAudit, drawnAt: Date) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('audits')
    .values({
      parties: partiesOf(audit.verifierId, audit.programId),
      ...audit,
      drawnBy: membershipId,
      drawnAt,
    })
    .onConflict((conflict) => conflict.columns(['verifierId', 'indicatorId', 'period']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What this organization has drawn an audit of. */
export const findDrawn = (tx: Tx, { orgId }: Org) =>
  tx.selectFrom('audits').select(['indicatorId', 'period']).where('verifierId', '=', orgId).execute()

type NewItem = Subject & { id: string; auditId: string; giverId: string; giverName: string; factId: string }

export const insertItems = async (tx: Tx, items: readonly NewItem[], drawnAt: Date) => {
  if (items.length === 0) return
  const rows = items.map((item) => ({
    parties: partiesOf(item.verifierId, item.programId, item.giverId),
    ...item,
    drawnAt,
  }))
  await tx.insertInto('auditItems').values(rows).execute()
}

/** The audits this organization drew, and those drawn of its own figures. */
export const findAudits = (tx: Tx, { orgId }: Org) =>
  tx
    .selectFrom('audits')
    .selectAll()
    .where(sql<boolean>`parties @> array[${orgId}]::uuid[]`)
    .orderBy('drawnAt', 'desc')
    .limit(200)
    .execute()

/** Their items, without the facts they stand for; in no order that tells whose is whose. */
export const findItems = (tx: Tx, auditIds: readonly string[]) =>
  auditIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('auditItems')
        .select(['id', 'auditId', 'giverId', 'giverName', 'shown', 'outcome'])
        .where('auditId', 'in', [...auditIds])
        .orderBy('id')
        .execute()

export const lockItem = (tx: Tx, id: string, side: 'verifierId' | 'giverId', { orgId }: Org) =>
  tx
    .selectFrom('auditItems')
    .select(['id', 'shown', 'shownBy', 'outcome'])
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

export type AskedItem = OwnFact &
  Subject & {
    itemId: string
    drawnAt: Date
    shown: boolean | null
    outcome: 'match' | 'mismatch' | null
  }

/** What this organization is asked to show, each with its own fact. */
export const findAsked = async (tx: Tx, { orgId }: Org) => {
  const { rows } =
    await sql<AskedItem>`select i.id as item_id, i.verifier_id, i.verifier_name, i.program_id, i.program_name, i.title_es, i.title_en,
      i.period_es, i.period_en, i.drawn_at, i.shown, i.outcome, f.id, f.kind, f.happened_on, f.source, f.record_id, f.quantity, f.dimensions
    from audit_items i join facts f on f.org_id = ${orgId} and f.id = i.fact_id
    where i.giver_id = ${orgId} order by i.drawn_at desc, i.id limit 300`.execute(tx)
  return rows
}
