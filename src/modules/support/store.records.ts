import type { Actor, Tx } from '#platform/db/doors.ts'

type Org = Pick<Actor, 'orgId'>

/** The organization's own activities by the id that all who hold one share. */
export const findHeld = async (tx: Tx, { orgId }: Org, sharedIds: readonly string[]) => {
  if (sharedIds.length === 0) return new Map<string, { id: string; title: string }>()
  const rows = await tx
    .selectFrom('activities')
    .select(['id', 'sharedId', 'title'])
    .where('orgId', '=', orgId)
    .where('sharedId', 'in', [...sharedIds])
    .execute()
  return new Map(rows.map(({ sharedId, ...row }) => [sharedId, row]))
}

/** Whose attendance each fact is, by handle. */
export const findAttended = async (tx: Tx, { orgId }: Org, factIds: readonly string[]) => {
  if (factIds.length === 0) return new Map<string, string>()
  const rows = await tx
    .selectFrom('attendance as t')
    .innerJoin('people as p', (join) =>
      join.onRef('p.orgId', '=', 't.orgId').onRef('p.id', '=', 't.personId'),
    )
    .select(['t.factId', 'p.handle'])
    .where('t.orgId', '=', orgId)
    .where('t.factId', 'in', [...factIds])
    .execute()
  return new Map(rows.map(({ factId, handle }) => [factId, handle]))
}
