import { sql } from 'kysely'
import { planned } from '#platform/db/connection.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { CampaignId } from './schema.ts'

export type Standing = {
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  known: number
  levels: [number, number, number, number, number]
}

/**
 * How many stand where, for each department, shift and route together; nobody's name is read. Who was merged into another is
 * left out by the few who were, so that the rows of the many need not be read.
 */
export const findStandings = (tx: Tx, { orgId }: Actor, campaignId: CampaignId): Promise<Standing[]> =>
  planned(
    tx,
    sql<Standing>`
    select pl.department_id, pl.shift_id, pl.route_id, count(*)::int as known,
      array[count(*) filter (where pl.level = 1), count(*) filter (where pl.level = 2), count(*) filter (where pl.level = 3),
        count(*) filter (where pl.level = 4), count(*) filter (where pl.level = 5)]::int[] as levels
    from placements pl
    where pl.org_id = ${orgId} and pl.campaign_id = ${campaignId} and not exists (
      select from people p where p.org_id = ${orgId} and p.id = pl.person_id and p.merged_into is not null)
    group by pl.department_id, pl.shift_id, pl.route_id`,
  )

/** What changed since a day: people added, conversations, where assessments moved from and to; and where nobody was talked to. */
export const findWeek = async (tx: Tx, { orgId }: Actor, campaignId: CampaignId, since: string) => {
  const counts = sql<{
    added: number
    conversations: number
    people: number
    actions: number
    promises: number
  }>`select
    (select count(*)::int from facts where org_id = ${orgId} and kind = 'contact.made' and happened_on >= ${since}::date
      and dimensions->>'plant' = (select plant_id::text from campaigns where org_id = ${orgId} and id = ${campaignId})) as added,
    (select count(*)::int from conversations where org_id = ${orgId} and campaign_id = ${campaignId} and talked_on >= ${since}::date) as conversations,
    (select count(distinct person_id)::int from conversations where org_id = ${orgId} and campaign_id = ${campaignId} and talked_on >= ${since}::date) as people,
    (select count(*)::int from actions where org_id = ${orgId} and campaign_id = ${campaignId} and done_on >= ${since}::date) as actions,
    (select count(*)::int from promises where org_id = ${orgId} and campaign_id = ${campaignId} and settled = 'kept' and settled_on >= ${since}::date) as promises`
  const moves = sql<{ before: number | null; after: number; people: number }>`
    with latest as (
      select distinct on (person_id) person_id, level, assessed_at from assessments
      where org_id = ${orgId} and campaign_id = ${campaignId} and assessed_at >= ${since}::date order by person_id, assessed_at desc)
    select (select b.level from assessments b where b.org_id = ${orgId} and b.campaign_id = ${campaignId} and b.person_id = latest.person_id
        and b.assessed_at < ${since}::date order by b.assessed_at desc limit 1) as before, latest.level as after, count(*)::int as people
    from latest group by 1, 2`
  const silent = sql<{ departmentId: string | null; shiftId: string | null; people: number }>`
    select department_id, shift_id, count(*)::int as people from placements pl
    where org_id = ${orgId} and campaign_id = ${campaignId} and talked_on = '-infinity' and not exists (
      select from people p where p.org_id = ${orgId} and p.id = pl.person_id and p.merged_into is not null)
    group by 1, 2 order by 3 desc, 1, 2`
  const { rows } = await counts.execute(tx)
  return {
    ...rows[0]!,
    moves: (await moves.execute(tx)).rows.filter((move) => move.before !== move.after),
    silent: (await silent.execute(tx)).rows,
  }
}

/** Open promises of a campaign: who promised what to whom, oldest due first. */
export const findPromises = (tx: Tx, { orgId }: Actor, campaignId: CampaignId) =>
  tx
    .selectFrom('promises as pr')
    .innerJoin('people as p', (join) =>
      join.onRef('p.orgId', '=', 'pr.orgId').onRef('p.id', '=', 'pr.personId'),
    )
    .select(['pr.id', 'pr.personId', 'p.handle', 'pr.kind', 'pr.madeOn', 'pr.dueOn', 'pr.keeperId'])
    .where('pr.orgId', '=', orgId)
    .where('pr.campaignId', '=', campaignId)
    .where('pr.settled', 'is', null)
    .orderBy('pr.dueOn')
    .orderBy('pr.id')
    .limit(200)
    .execute()
