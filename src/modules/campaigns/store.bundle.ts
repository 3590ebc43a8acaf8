import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { PersonId } from '../people/schema.ts'
import type { CampaignId } from './schema.ts'

export type BundledPerson = {
  id: PersonId
  campaignId: CampaignId
  handle: string
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  level: number | null
  talkedOn: string | null
  name: Buffer | null
  phone: Buffer | null
  concerns: string[]
  steps: { id: string; dueOn: string }[]
  promises: { id: string; kind: string; dueOn: string }[]
}

/** The people of the actor's own lists in campaigns that are not closed, with what is open about each; at most `most`. */
export const findBundledPeople = async (
  tx: Tx,
  { orgId, listIds }: Actor,
  most: number,
): Promise<BundledPerson[]> => {
  const { rows } = await sql<BundledPerson>`
    select p.id, pl.campaign_id, p.handle, pl.department_id, pl.shift_id, pl.route_id, pl.level,
      nullif(pl.talked_on, '-infinity')::text as talked_on, v.name, v.phone,
      coalesce((select c.concerns from conversations c where c.org_id = ${orgId} and c.person_id = p.id
        order by c.talked_at desc limit 1), '{}') as concerns,
      coalesce((select json_agg(json_build_object('id', s.id, 'dueOn', s.due_on) order by s.due_on) from next_steps s
        where s.org_id = ${orgId} and s.person_id = p.id and s.outcome is null), '[]') as steps,
      coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'dueOn', r.due_on) order by r.due_on) from promises r
        where r.org_id = ${orgId} and r.person_id = p.id and r.settled is null), '[]') as promises
    from people p
    join placements pl on pl.org_id = p.org_id and pl.person_id = p.id
    join campaigns g on g.org_id = pl.org_id and g.id = pl.campaign_id and g.stage <> 'closed'
    left join person_vault v on v.org_id = p.org_id and v.person_id = p.id
    where p.org_id = ${orgId} and pl.org_id = ${orgId} and p.merged_into is null and p.list_ids && ${[...listIds]}::uuid[]
    order by p.id limit ${most}`.execute(tx)
  return rows
}

export const findBundledCampaigns = async (tx: Tx, { orgId }: Actor, ids: readonly CampaignId[] | 'all') => {
  const rows = await tx
    .selectFrom('campaigns as c')
    .innerJoin('plants as p', (join) => join.onRef('p.orgId', '=', 'c.orgId').onRef('p.id', '=', 'c.plantId'))
    .select(['c.id', 'p.name as plant', 'p.timeZone'])
    .where('c.orgId', '=', orgId)
    .where('c.stage', '!=', 'closed')
    .$if(ids !== 'all', (query) => query.where('c.id', 'in', ids as CampaignId[]))
    .orderBy('c.openedOn', 'desc')
    .execute()
  const units = await tx
    .selectFrom('units')
    .select(['id', 'campaignId', 'kind', 'name'])
    .where('orgId', '=', orgId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...row,
    units: units
      .filter(({ campaignId }) => campaignId === row.id)
      .map(({ id, kind, name }) => ({ id, kind, name })),
  }))
}

/** Notes what a phone was given, to be able to say later what it held: the most of what may still be read on it. */
export const keepBundle = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  deviceId: string,
  bundle: { issuedAt: Date; expiresAt: Date; people: number; names: number },
) =>
  tx
    .insertInto('bundles')
    .values({ orgId, deviceId, membershipId, ...bundle })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'deviceId']).doUpdateSet({
        membershipId,
        ...bundle,
        people: stillHeld('people', bundle.people),
        names: stillHeld('names', bundle.names),
      }),
    )
    .execute()

const stillHeld = (column: 'people' | 'names', now: number) =>
  sql<number>`greatest(${now}, case when bundles.expires_at > now() then bundles.${sql.ref(column)} else 0 end)`

export const findHeld = (tx: Tx, { orgId }: Actor, membershipId: string) =>
  tx
    .selectFrom('devices as d')
    .leftJoin('bundles as b', (join) =>
      join.onRef('b.orgId', '=', 'd.orgId').onRef('b.deviceId', '=', 'd.id'),
    )
    .select(['d.id', 'd.label', 'b.issuedAt', 'b.expiresAt'])
    .select(sql<number>`coalesce(b.people, 0)`.as('people'))
    .select(sql<number>`coalesce(b.names, 0)`.as('names'))
    .where('d.orgId', '=', orgId)
    .where('d.membershipId', '=', membershipId)
    .where('d.revokedAt', 'is', null)
    .execute()

/** Passes on open promises and next steps from one member to another. */
export const handOver = async (tx: Tx, { orgId }: Actor, from: string, to: string) => {
  const promises = await tx
    .updateTable('promises')
    .set({ keeperId: to })
    .where('orgId', '=', orgId)
    .where('keeperId', '=', from)
    .where('settled', 'is', null)
    .executeTakeFirst()
  const steps = await tx
    .updateTable('nextSteps')
    .set({ keeperId: to })
    .where('orgId', '=', orgId)
    .where('keeperId', '=', from)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return { promises: Number(promises.numUpdatedRows), nextSteps: Number(steps.numUpdatedRows) }
}

/** How many people stand on these lists and on no other that somebody else is assigned to. */
export const countListed = async (tx: Tx, { orgId }: Actor, listIds: readonly string[]) => {
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from people
    where org_id = ${orgId} and merged_into is null and list_ids && ${[...listIds]}::uuid[]`.execute(tx)
  return rows[0]!.people
}
