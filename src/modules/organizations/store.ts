import { randomUUID } from 'node:crypto'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { Committee, CommitteeId, Criteria, Leader, LeaderId } from './schema.ts'

export const findCommittees = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) =>
  tx
    .selectFrom('committees')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('begunOn', 'desc')
    .orderBy('name')
    .execute()

export const findCommittee = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, id: CommitteeId) =>
  tx
    .selectFrom('committees')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Adds or changes a committee; answers whether it is new. */
export const keepCommittee = async (tx: Tx, { orgId }: Actor, { id, ...committee }: Committee) => {
  const known = await findCommittee(tx, { orgId }, id)
  if (known)
    await tx
      .updateTable('committees')
      .set(committee)
      .where('orgId', '=', orgId)
      .where('id', '=', id)
      .execute()
  else
    await tx
      .insertInto('committees')
      .values({ orgId, id, ...committee })
      .execute()
  return !known
}

export const setFormed = (tx: Tx, { orgId }: Actor, id: CommitteeId, formedOn: string) =>
  tx.updateTable('committees').set({ formedOn }).where('orgId', '=', orgId).where('id', '=', id).execute()

/** `false` when it was dissolved already. */
export const setDissolved = async (tx: Tx, { orgId }: Actor, id: CommitteeId, dissolvedOn: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('committees')
    .set({ dissolvedOn })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('dissolvedOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const findLeaders = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) =>
  tx
    .selectFrom('leaders')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('namedOn')
    .orderBy('alias')
    .execute()

/** Names somebody to a post, once; answers the subject that facts know them by, `undefined` when they were named already. */
export const insertLeader = async (tx: Tx, { orgId }: Actor, leader: Leader) => {
  const row = await tx
    .insertInto('leaders')
    .values({ orgId, subjectId: randomUUID(), ...leader })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .returning('subjectId')
    .executeTakeFirst()
  return row?.subjectId
}

/** `undefined` when nobody of that id is in a post any more. */
export const endLeader = (tx: Tx, { orgId }: Actor, id: LeaderId, leftOn: string) =>
  tx
    .updateTable('leaders')
    .set({ leftOn })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('leftOn', 'is', null)
    .returningAll()
    .executeTakeFirst()

export const countLeaders = async (tx: Tx, { orgId }: Actor, committeeId: CommitteeId) => {
  const { leaders } = await tx
    .selectFrom('leaders')
    .select((count) => count.fn.countAll<number>().as('leaders'))
    .where('orgId', '=', orgId)
    .where('committeeId', '=', committeeId)
    .where('leftOn', 'is', null)
    .executeTakeFirstOrThrow()
  return leaders
}

export const findCriteria = async (tx: Tx, { orgId }: Pick<Actor, 'orgId'>): Promise<Criteria | undefined> =>
  tx
    .selectFrom('formationCriteria')
    .select(['leastLeaders', 'needsActa'])
    .where('orgId', '=', orgId)
    .executeTakeFirst()

export const keepCriteria = (tx: Tx, { orgId }: Actor, criteria: Criteria, agreedOn: string) =>
  tx
    .insertInto('formationCriteria')
    .values({ orgId, ...criteria, agreedOn })
    .onConflict((conflict) => conflict.column('orgId').doUpdateSet({ ...criteria, agreedOn }))
    .execute()
