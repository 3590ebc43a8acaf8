import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Actor, Doors, Tx } from '#platform/db/doors.ts'
import { newToken, tokenHash } from '#platform/http/session.ts'
import type { PersonId } from '../people/schema.ts'
import type { Activity, ActivityId } from './schema.ts'

const attended = sql<number>`(select count(*)::int from attendance t where t.org_id = a.org_id and t.activity_id = a.id)`
const counted = sql<number>`(select coalesce(sum(d.people), 0)::int from door_counts d where d.org_id = a.org_id and d.activity_id = a.id)`

const activities = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) =>
  tx
    .selectFrom('activities as a')
    .select([
      'id',
      'kind',
      'topic',
      'title',
      'heldOn',
      'place',
      'stateCode',
      'sector',
      'audience',
      'hostName',
      'closedAt',
      'cancelledAt',
      'version',
      'sharedId',
    ])
    .where('a.orgId', '=', orgId)

export const findActivities = async (tx: Tx, actor: Actor, sees: 'people' | 'counts') => {
  const rows = await activities(tx, actor)
    .select(counted.as('counted'))
    .orderBy('heldOn', 'desc')
    .limit(200)
    .execute()
  const people = sees === 'people' ? await attendedOf(tx, actor) : new Map<string, number>()
  return rows.map(({ version: _version, sharedId: _shared, ...row }) => ({
    ...row,
    attended: people.get(row.id) ?? 0,
  }))
}

/** How many came to each activity; only for who reaches people at all. */
const attendedOf = async (tx: Tx, { orgId }: Actor) => {
  const rows = await tx
    .selectFrom('attendance')
    .select(['activityId', (count) => count.fn.countAll<number>().as('people')])
    .where('orgId', '=', orgId)
    .groupBy('activityId')
    .execute()
  return new Map(rows.map(({ activityId, people }) => [activityId, people]))
}

export const findActivity = (tx: Tx, actor: Pick<Actor, 'orgId'>, id: ActivityId) =>
  activities(tx, actor).select(counted.as('counted')).where('a.id', '=', id).executeTakeFirst()

export const countAttendance = (tx: Tx, { orgId }: Actor, id: ActivityId) =>
  tx
    .selectFrom('activities as a')
    .select(attended.as('attended'))
    .where('a.orgId', '=', orgId)
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow()

/** Adds or changes an activity; one joined from another organization keeps that one's `sharedId` and name. */
export const keepActivity = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  activity: Activity,
  from: { sharedId: string; hostName: string },
) =>
  tx
    .insertInto('activities')
    .values({ orgId, createdBy: membershipId, ...activity, ...from })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet(activity))
    .execute()

export const setClosed = async (tx: Tx, { orgId }: Actor, id: ActivityId, closedAt: Date | null) => {
  const { numUpdatedRows } = await tx
    .updateTable('activities')
    .set({ closedAt })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('closedAt', closedAt === null ? 'is not' : 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const setCancelled = async (tx: Tx, { orgId }: Actor, id: ActivityId, cancelledAt: Date) => {
  const { numUpdatedRows } = await tx
    .updateTable('activities')
    .set({ cancelledAt })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A new code for the door, good until `until`; an earlier one no longer opens it. */
export const openDoor = async (tx: Tx, { orgId }: Actor, id: ActivityId, until: Date) => {
  const { token, hash } = newToken()
  const { numUpdatedRows } = await tx
    .updateTable('activities')
    .set({ doorHash: hash, doorUntil: until })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? token : undefined
}

export const makeJoinCode = async (tx: Tx, { orgId }: Actor, id: ActivityId) => {
  const { token, hash } = newToken()
  await tx
    .updateTable('activities')
    .set({ joinHash: hash })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
  return token
}

type Joinable = Omit<Activity, 'id'> & { sharedId: string; hostName: string }

export const findJoinable = async (tx: Tx, token: string) => {
  const { rows } = await sql<Joinable>`select * from door.find_activity_to_join(${tokenHash(token)})`.execute(
    tx,
  )
  return rows[0]
}

export type DoorOf = { orgId: OrgId; id: ActivityId; title: string; heldOn: string }

/** The activity whose QR was scanned, while its door is open. */
export const findDoor = (doors: Doors, token: string) =>
  doors.asDoor(async (tx) => {
    const { rows } = await sql<DoorOf>`select * from door.find_activity_door(${tokenHash(token)})`.execute(tx)
    return rows[0]
  })

export const findAttendance = (tx: Tx, { orgId }: Actor, id: ActivityId) =>
  tx
    .selectFrom('attendance as t')
    .innerJoin('people as p', (join) =>
      join.onRef('p.orgId', '=', 't.orgId').onRef('p.id', '=', 't.personId'),
    )
    .select(['p.id', 'p.handle'])
    .where('t.orgId', '=', orgId)
    .where('t.activityId', '=', id)
    .orderBy('p.searchKey')
    .execute()

/** Notes who came, each once; answers with the fact that each one noted now is to be recorded as. */
export const insertAttendance = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  activityId: ActivityId,
  people: readonly { id: PersonId; listIds: readonly string[] }[],
  method: 'list' | 'door',
) => {
  const rows = people.map(({ id, listIds }) => ({
    orgId,
    activityId,
    personId: id,
    listIds: [...listIds],
    method,
    factId: randomUUID(),
    notedBy: membershipId,
  }))
  const added = await tx
    .insertInto('attendance')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['personId', 'factId'])
    .execute()
  return new Map(added.map(({ personId, factId }) => [personId as PersonId, factId]))
}

/** Takes somebody off the attendance; answers with the fact to be reversed, `undefined` when they were not on it. */
export const removeAttendance = async (
  tx: Tx,
  { orgId }: Actor,
  activityId: ActivityId,
  personId: PersonId,
) => {
  const removed = await tx
    .deleteFrom('attendance')
    .where('orgId', '=', orgId)
    .where('activityId', '=', activityId)
    .where('personId', '=', personId)
    .returning('factId')
    .executeTakeFirst()
  return removed?.factId
}

/** Adds to the count at the door, once for each id. */
export const addCount = (
  tx: Tx,
  orgId: OrgId,
  activityId: ActivityId,
  id: string,
  people: number,
  byScan: boolean,
) =>
  tx
    .insertInto('doorCounts')
    .values({ orgId, id, activityId, people, byScan })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** The fact by which a closure was recorded, to be reversed when the activity is opened again. */
export const findFact = async (tx: Tx, { orgId }: Actor, kind: string, recordId: string) => {
  const { rows } = await sql<{
    id: string
  }>`select f.id from facts f where f.org_id = ${orgId} and f.kind = ${kind}
    and f.record_id = ${recordId} and f.reverses is null
    and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id) order by f.number desc limit 1`.execute(
    tx,
  )
  return rows[0]?.id
}

export const organizationName = async (tx: Tx, { orgId }: Actor) => {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  return name
}
