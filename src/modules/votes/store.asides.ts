import type { MembershipId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { TableId, VoteId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>
type NewAside = {
  id: string
  voteId: VoteId
  tableId: TableId
  counter: MembershipId
  reason: string
}

export const insertAside = (tx: Tx, { orgId, membershipId }: Actor, aside: NewAside) =>
  tx
    .insertInto('voteAsides')
    .values({ orgId, askedBy: membershipId, ...aside })
    .execute()

/** What was asked, whether or not a second leader agreed. */
export const findAsides = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteAsides')
    .select(['id', 'tableId', 'counter', 'reason', 'askedBy', 'setBy'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('askedAt')
    .execute()
  return rows.map((row) => ({
    ...row,
    tableId: row.tableId as TableId,
    counter: row.counter as MembershipId,
    askedBy: row.askedBy as MembershipId,
  }))
}

/** The counters that two leaders set aside, with their table and the reason. */
export const findSetAside = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteAsides')
    .select(['tableId', 'counter', 'reason'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('setAt', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, tableId: row.tableId as TableId }))
}

/** Answers false when there is none of this vote that waits. */
export const setAside = async (
  tx: Tx,
  { orgId }: Of,
  voteId: VoteId,
  id: string,
  { by, now }: { by: MembershipId; now: Date },
) => {
  const { numUpdatedRows } = await tx
    .updateTable('voteAsides')
    .set({ setBy: by, setAt: now })
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .where('setAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whoever counted, by the name they go by here. */
export const findAliases = async (tx: Tx, { orgId }: Of): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.selectFrom('memberships').select(['id', 'alias']).where('orgId', '=', orgId).execute()
  return new Map(rows.map(({ id, alias }) => [id, alias]))
}
