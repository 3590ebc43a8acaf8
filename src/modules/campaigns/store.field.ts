import { sql } from 'kysely'
import { planned } from '#platform/db/connection.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { PersonId } from '../people/schema.ts'
import type { CampaignId } from './schema.ts'

/** Where a campaign is, as its facts say it. */
export type Setting = { id: CampaignId; plantId: string; timeZone: string; stateCode: string; sector: string }

export const findSettings = async (tx: Tx, { orgId }: Actor, ids: readonly CampaignId[]) => {
  if (ids.length === 0) return new Map<CampaignId, Setting>()
  const rows = await tx
    .selectFrom('campaigns as c')
    .innerJoin('plants as p', (join) => join.onRef('p.orgId', '=', 'c.orgId').onRef('p.id', '=', 'c.plantId'))
    .select(['c.id', 'p.id as plantId', 'p.timeZone', 'p.stateCode', 'p.sector'])
    .where('c.orgId', '=', orgId)
    .where('c.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id as CampaignId, row as Setting]))
}

export type Reached = { id: PersonId; listIds: string[]; subjectId: string }

/** Those of these people whom the actor reaches. */
export const findReached = async (tx: Tx, { orgId }: Actor, ids: readonly PersonId[]) => {
  if (ids.length === 0) return new Map<PersonId, Reached>()
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'listIds', 'subjectId'])
    .where('orgId', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id as PersonId, row as Reached]))
}

export type NewPlacement = {
  campaignId: CampaignId
  personId: PersonId
  listIds: readonly string[]
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
}

/** Places people in their campaign; who is placed already keeps the place. */
export const insertPlacements = async (
  tx: Tx,
  { orgId }: Pick<Actor, 'orgId'>,
  placements: readonly NewPlacement[],
) => {
  const column = <Value>(read: (one: NewPlacement) => Value) => placements.map(read)
  await sql`insert into placements (org_id, campaign_id, person_id, list_ids, department_id, shift_id, route_id)
    select ${orgId}, campaign_id, person_id, lists::uuid[], department_id, shift_id, route_id
    from unnest(${column((one) => one.campaignId)}::uuid[], ${column((one) => one.personId)}::uuid[],
      ${column((one) => `{${one.listIds.join(',')}}`)}::text[], ${column((one) => one.departmentId)}::uuid[],
      ${column((one) => one.shiftId)}::uuid[], ${column((one) => one.routeId)}::uuid[])
      as given (campaign_id, person_id, lists, department_id, shift_id, route_id)
    on conflict (org_id, campaign_id, person_id) do nothing`.execute(tx)
}

/** One conversation as it is stored, with what came out of it; what it made shares its id. */
export type Talk = {
  id: string
  campaignId: CampaignId
  personId: PersonId
  listIds: readonly string[]
  talkedAt: Date
  talkedOn: string
  concerns: readonly string[]
  asked: string | null
  way: string | null
  note: string | null
  level: number | null
  promise: { kind: string; dueOn: string } | null
  againOn: string | null
  settles: string | null
}

/** The columns that a conversation, its assessment, its promise and its next step have in common, for `unnest`. */
const common = (
  talks: readonly Talk[],
) => sql`${talks.map((t) => t.id)}::uuid[], ${talks.map((t) => t.campaignId)}::uuid[],
  ${talks.map((t) => t.personId)}::uuid[], ${talks.map((t) => `{${t.listIds.join(',')}}`)}::text[]`

/** Stores conversations with their assessments, promises and next steps, and brings each place up to date: five statements. */
export const insertTalks = async (tx: Tx, actor: Actor, vault: OrgVault, talks: readonly Talk[]) => {
  const { orgId, membershipId } = actor
  const sealed = talks.map(({ id, note }) =>
    note ? vault.seal({ table: 'conversations', column: 'note', id }, note) : null,
  )
  await planned(
    tx,
    sql`insert into conversations (org_id, author_id, id, campaign_id, person_id, list_ids, talked_at, talked_on, concerns, asked, way, note)
    select ${orgId}, ${membershipId}, id, campaign_id, person_id, lists::uuid[], talked_at, talked_on, concerns::text[], asked, way, note
    from unnest(${common(talks)}, ${talks.map((t) => t.talkedAt)}::timestamptz[], ${talks.map((t) => t.talkedOn)}::date[],
      ${talks.map((t) => `{${t.concerns.join(',')}}`)}::text[], ${talks.map((t) => t.asked)}::text[],
      ${talks.map((t) => t.way)}::text[], ${sealed}::bytea[])
      as given (id, campaign_id, person_id, lists, talked_at, talked_on, concerns, asked, way, note)`,
  )
  await insertAssessments(
    tx,
    actor,
    talks.filter((talk) => talk.level !== null),
  )
  await insertPromises(
    tx,
    actor,
    talks.filter((talk) => talk.promise),
  )
  await insertNextSteps(
    tx,
    actor,
    talks.filter((talk) => talk.againOn),
  )
  await noteTalks(tx, actor, talks)
}

const insertAssessments = async (tx: Tx, { orgId, membershipId }: Actor, talks: readonly Talk[]) => {
  if (talks.length === 0) return
  await planned(
    tx,
    sql`insert into assessments (org_id, author_id, id, conversation_id, campaign_id, person_id, list_ids, level, assessed_at)
    select ${orgId}, ${membershipId}, id, id, campaign_id, person_id, lists::uuid[], level, assessed_at
    from unnest(${common(talks)}, ${talks.map((t) => t.level)}::smallint[], ${talks.map((t) => t.talkedAt)}::timestamptz[])
      as given (id, campaign_id, person_id, lists, level, assessed_at)`,
  )
}

const insertPromises = async (tx: Tx, { orgId, membershipId }: Actor, talks: readonly Talk[]) => {
  if (talks.length === 0) return
  await planned(
    tx,
    sql`insert into promises (org_id, author_id, keeper_id, id, conversation_id, campaign_id, person_id, list_ids, kind, made_on, due_on)
    select ${orgId}, ${membershipId}, ${membershipId}, id, id, campaign_id, person_id, lists::uuid[], kind, made_on, due_on
    from unnest(${common(talks)}, ${talks.map((t) => t.promise!.kind)}::text[], ${talks.map((t) => t.talkedOn)}::date[],
      ${talks.map((t) => t.promise!.dueOn)}::date[]) as given (id, campaign_id, person_id, lists, kind, made_on, due_on)`,
  )
}

const insertNextSteps = async (tx: Tx, { orgId, membershipId }: Actor, talks: readonly Talk[]) => {
  if (talks.length === 0) return
  await planned(
    tx,
    sql`insert into next_steps (org_id, author_id, keeper_id, id, conversation_id, campaign_id, person_id, list_ids, due_on)
    select ${orgId}, ${membershipId}, ${membershipId}, id, id, campaign_id, person_id, lists::uuid[], due_on
    from unnest(${common(talks)}, ${talks.map((t) => t.againOn)}::date[]) as given (id, campaign_id, person_id, lists, due_on)`,
  )
}

/** The place shows the latest assessment and the latest conversation; what arrives late never replaces what came after it. */
const noteTalks = async (tx: Tx, { orgId }: Actor, talks: readonly Talk[]) => {
  const column = <Value>(read: (talk: Talk) => Value) => talks.map(read)
  await planned(
    tx,
    sql`update placements p set
      level = case when given.level is not null and given.assessed_at >= coalesce(p.assessed_at, '-infinity') then given.level else p.level end,
      assessed_at = case when given.level is not null then greatest(p.assessed_at, given.assessed_at) else p.assessed_at end,
      talked_on = greatest(p.talked_on, given.talked_on), changed_at = clock_timestamp()
    from (
      select campaign_id, person_id, max(talked_on) as talked_on, max(talked_at) filter (where level is not null) as assessed_at,
        (array_agg(level order by talked_at desc) filter (where level is not null))[1] as level
      from unnest(${column((t) => t.campaignId)}::uuid[], ${column((t) => t.personId)}::uuid[], ${column((t) => t.talkedOn)}::date[],
        ${column((t) => t.talkedAt)}::timestamptz[], ${column((t) => t.level)}::smallint[])
        as talk (campaign_id, person_id, talked_on, talked_at, level)
      group by campaign_id, person_id) as given
    where p.org_id = ${orgId} and p.campaign_id = given.campaign_id and p.person_id = given.person_id`,
  )
}

export type Settled = { id: string; settledOn: string; outcome: string }

/** Settles next steps that are still open; answers with the ids that were. */
export const settleNextSteps = async (tx: Tx, { orgId, membershipId }: Actor, steps: readonly Settled[]) => {
  const { rows } = await sql<{
    id: string
  }>`update next_steps s set outcome = given.outcome, settled_on = given.settled_on, settled_by = ${membershipId}
    from unnest(${steps.map((s) => s.id)}::uuid[], ${steps.map((s) => s.outcome)}::text[], ${steps.map((s) => s.settledOn)}::date[])
      as given (id, outcome, settled_on)
    where s.org_id = ${orgId} and s.id = given.id and s.outcome is null returning s.id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type SettledPromise = { id: string; personId: PersonId; campaignId: CampaignId }

/** Settles promises that are still open; answers with those that were. */
export const settlePromises = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  promises: readonly Settled[],
) => {
  const { rows } =
    await sql<SettledPromise>`update promises p set settled = given.outcome, settled_on = given.settled_on, settled_by = ${membershipId}
    from unnest(${promises.map((p) => p.id)}::uuid[], ${promises.map((p) => p.outcome)}::text[], ${promises.map((p) => p.settledOn)}::date[])
      as given (id, outcome, settled_on)
    where p.org_id = ${orgId} and p.id = given.id and p.settled is null returning p.id, p.person_id, p.campaign_id`.execute(
      tx,
    )
  return new Map(rows.map((row) => [row.id, row]))
}

export type NewAction = {
  id: string
  campaignId: CampaignId
  personId: PersonId
  listIds: readonly string[]
  kind: string
  doneOn: string
}

export const insertActions = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  actions: readonly NewAction[],
) => {
  const rows = actions.map(({ listIds, ...action }) => ({
    orgId,
    authorId: membershipId,
    listIds: [...listIds],
    ...action,
  }))
  await tx.insertInto('actions').values(rows).execute()
}

/** Plans the same person's next step again, on another day. */
export const repeatNextStep = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  id: string,
  again: { id: string; dueOn: string },
) => {
  await sql`insert into next_steps (org_id, id, campaign_id, person_id, list_ids, author_id, keeper_id, due_on)
    select org_id, ${again.id}, campaign_id, person_id, list_ids, ${membershipId}, keeper_id, ${again.dueOn}::date
    from next_steps where org_id = ${orgId} and id = ${id}`.execute(tx)
}
