import type { Actor, Tx } from '#platform/db/doors.ts'
import { common } from '#platform/http/refusal.ts'
import { refuse } from './refusals.ts'
import type { PersonId } from './schema.ts'
import { assignPeople } from './store.ts'

/**
 * Merges `gone` into `kept`: nothing is deleted or moved, readers follow `merged_into`, and facts count the second subject as
 * the first. Whoever was assigned either of them is now assigned both.
 */
export const mergePeople = async (tx: Tx, actor: Actor, id: string, keptId: PersonId, goneId: PersonId) => {
  const { orgId, membershipId } = actor
  if (keptId === goneId) throw refuse('people.same')
  const [kept, gone] = await locked(tx, actor, keptId, goneId)
  if (kept.mergedInto || gone.mergedInto) throw refuse('people.merged-already')
  const hasOthers = await tx
    .selectFrom('people')
    .select('id')
    .where('orgId', '=', orgId)
    .where('mergedInto', '=', goneId)
    .executeTakeFirst()
  if (hasOthers) throw refuse('people.merged-already')
  await tx
    .insertInto('merges')
    .values({
      orgId,
      id,
      keptId,
      goneId,
      keptLists: kept.listIds,
      goneLists: gone.listIds,
      mergedBy: membershipId,
    })
    .execute()
  await tx
    .updateTable('people')
    .set({ mergedInto: keptId })
    .where('orgId', '=', orgId)
    .where('id', '=', goneId)
    .execute()
  await tx
    .insertInto('subjectAliases')
    .values({ orgId, subjectId: gone.subjectId, countsAs: kept.subjectId })
    .execute()
  const together = [...new Set([...kept.listIds, ...gone.listIds])]
  await assignPeople(tx, actor, [keptId, goneId], together as never)
}

/** Undoes a merge: both are again as they were before it. Answers with the two. */
export const undoMerge = async (tx: Tx, actor: Actor, id: string, now: Date) => {
  const { orgId } = actor
  const merge = await tx
    .updateTable('merges')
    .set({ undoneAt: now })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!merge) throw common.refuse('missing')
  const [keptId, goneId] = [merge.keptId as PersonId, merge.goneId as PersonId]
  const [, gone] = await locked(tx, actor, keptId, goneId)
  await tx
    .updateTable('people')
    .set({ mergedInto: null })
    .where('orgId', '=', orgId)
    .where('id', '=', goneId)
    .execute()
  await tx
    .deleteFrom('subjectAliases')
    .where('orgId', '=', orgId)
    .where('subjectId', '=', gone.subjectId)
    .execute()
  await assignPeople(tx, actor, [keptId], merge.keptLists as never)
  await assignPeople(tx, actor, [goneId], merge.goneLists as never)
  return { keptId, goneId }
}

/** Locked in one order, so that two merges at once cannot wait for each other. */
const locked = async (tx: Tx, { orgId }: Actor, keptId: PersonId, goneId: PersonId) => {
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'listIds', 'subjectId', 'mergedInto'])
    .where('orgId', '=', orgId)
    .where('id', 'in', [keptId, goneId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const find = (id: string) => rows.find((row) => row.id === id)
  const [kept, gone] = [find(keptId), find(goneId)]
  if (!kept || !gone) throw common.refuse('missing')
  return [kept, gone] as const
}

/** The merges that can still be undone, newest first. */
export const findMerges = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('merges as m')
    .innerJoin('people as k', (join) => join.onRef('k.orgId', '=', 'm.orgId').onRef('k.id', '=', 'm.keptId'))
    .innerJoin('people as g', (join) => join.onRef('g.orgId', '=', 'm.orgId').onRef('g.id', '=', 'm.goneId'))
    .select(['m.id', 'm.mergedAt', 'k.handle as kept', 'g.handle as gone'])
    .where('m.orgId', '=', orgId)
    .where('m.undoneAt', 'is', null)
    .orderBy('m.mergedAt', 'desc')
    .limit(50)
    .execute()
