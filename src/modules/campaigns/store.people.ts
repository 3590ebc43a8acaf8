import { sql } from 'kysely'
import { planned } from '#platform/db/connection.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { PersonId } from '../people/schema.ts'
import { idsByHandle, wordsIn } from '../people/store.handles.ts'
import type { CampaignId, Placement } from './schema.ts'

/** Where a page of a list ended: the next one begins after it. */
export type Cursor = { talkedOn: string; id: string }

export type Filter = {
  departmentId?: string | undefined
  shiftId?: string | undefined
  routeId?: string | undefined
  level?: number | undefined
  silent?: boolean | undefined
  text?: string | undefined
}

export const pageSize = 50
const silence = '-infinity'

type Listed = {
  id: PersonId
  handle: string
  listIds: string[]
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  level: number | null
  talkedOn: string
  nextOn: string | null
}

/**
 * Fifty people of a campaign, those longest not talked to first; keyset, so that page 2,000 costs what page 1 does. What comes
 * next is looked up for the fifty only.
 */
export const findPeople = (
  tx: Tx,
  { orgId }: Actor,
  campaignId: CampaignId,
  filter: Filter,
  after: Cursor | undefined,
): Promise<Listed[]> => {
  const conditions = [
    ...filterConditions(orgId, filter),
    ...(after ? [sql`and (pl.talked_on, pl.person_id) > (${after.talkedOn}::date, ${after.id}::uuid)`] : []),
  ]
  return planned(
    tx,
    sql<Listed>`select page.*, (select min(s.due_on) from next_steps s
        where s.org_id = ${orgId} and s.person_id = page.id and s.outcome is null) as next_on
      from (select p.id, p.handle, p.list_ids, pl.department_id, pl.shift_id, pl.route_id, pl.level, pl.talked_on
        from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id and p.merged_into is null
        where pl.org_id = ${orgId} and pl.campaign_id = ${campaignId} ${sql.join(conditions, sql` `)}
        order by pl.talked_on, pl.person_id limit ${sql.lit(pageSize)}) as page`,
  )
}

/** What a filter asks of a placement `pl` and its person `p`. */
export const filterConditions = (
  orgId: Actor['orgId'],
  { departmentId, shiftId, routeId, level, silent, text }: Filter,
) =>
  [
    departmentId !== undefined && sql`and pl.department_id = ${departmentId}`,
    shiftId !== undefined && sql`and pl.shift_id = ${shiftId}`,
    routeId !== undefined && sql`and pl.route_id = ${routeId}`,
    level !== undefined && sql`and pl.level = ${level}`,
    silent === true && sql`and pl.talked_on = ${silence}`,
    wordsIn(text ?? '').length > 0 && sql`and pl.person_id = any(array(${idsByHandle(orgId, text!)}))`,
  ].filter((condition) => condition !== false)

export const isSilence = (talkedOn: string) => talkedOn === silence

export const findPlacement = (tx: Tx, { orgId }: Actor, campaignId: CampaignId, personId: PersonId) =>
  tx
    .selectFrom('placements')
    .select(['departmentId', 'shiftId', 'routeId', 'level'])
    .where('orgId', '=', orgId)
    .where('campaignId', '=', campaignId)
    .where('personId', '=', personId)
    .executeTakeFirst()

export const setPlacement = async (
  tx: Tx,
  { orgId }: Actor,
  campaignId: CampaignId,
  personId: PersonId,
  placement: Placement,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('placements')
    .set({ ...placement, changedAt: sql`clock_timestamp()` })
    .where('orgId', '=', orgId)
    .where('campaignId', '=', campaignId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What was said with somebody, newest first, with the assessment and the promise of each conversation. */
export const findConversations = async (
  tx: Tx,
  { orgId }: Actor,
  vault: OrgVault,
  ids: readonly PersonId[],
) => {
  const rows = await tx
    .selectFrom('conversations as c')
    .leftJoin('assessments as a', (join) =>
      join
        .onRef('a.orgId', '=', 'c.orgId')
        .onRef('a.conversationId', '=', 'c.id')
        .onRef('a.personId', '=', 'c.personId'),
    )
    .leftJoin('promises as p', (join) =>
      join
        .onRef('p.orgId', '=', 'c.orgId')
        .onRef('p.conversationId', '=', 'c.id')
        .onRef('p.personId', '=', 'c.personId'),
    )
    .select([
      'c.id',
      'c.talkedOn',
      'c.authorId',
      'c.concerns',
      'c.asked',
      'c.way',
      'c.note',
      'a.level',
      'p.kind as promised',
    ])
    .where('c.orgId', '=', orgId)
    .where('c.personId', 'in', [...ids])
    .orderBy('c.talkedAt', 'desc')
    .limit(100)
    .execute()
  const open = (id: string, note: Buffer | null) =>
    note ? vault.open({ table: 'conversations', column: 'note', id }, note) : null
  return rows.map(({ note, ...row }) => ({ ...row, note: open(row.id, note) }))
}

export const findActions = (tx: Tx, { orgId }: Actor, ids: readonly PersonId[]) =>
  tx
    .selectFrom('actions')
    .select(['id', 'kind', 'doneOn', 'authorId'])
    .where('orgId', '=', orgId)
    .where('personId', 'in', [...ids])
    .orderBy('doneOn', 'desc')
    .limit(100)
    .execute()

export const findOpenPromises = (tx: Tx, { orgId }: Actor, ids: readonly PersonId[]) =>
  tx
    .selectFrom('promises')
    .select(['id', 'kind', 'madeOn', 'dueOn'])
    .where('orgId', '=', orgId)
    .where('personId', 'in', [...ids])
    .where('settled', 'is', null)
    .orderBy('dueOn')
    .execute()

export const findOpenSteps = (tx: Tx, { orgId }: Actor, ids: readonly PersonId[]) =>
  tx
    .selectFrom('nextSteps')
    .select(['id', 'dueOn'])
    .where('orgId', '=', orgId)
    .where('personId', 'in', [...ids])
    .where('outcome', 'is', null)
    .orderBy('dueOn')
    .execute()

/** Derives a place's level and last conversation anew from what is recorded about these people, as after a merge. */
export const refreshPlacement = (tx: Tx, { orgId }: Actor, personId: PersonId, ids: readonly PersonId[]) =>
  sql`update placements pl set
      level = (select a.level from assessments a where a.org_id = ${orgId} and a.campaign_id = pl.campaign_id
        and a.person_id = any(${[...ids]}::uuid[]) order by a.assessed_at desc limit 1),
      assessed_at = (select max(a.assessed_at) from assessments a where a.org_id = ${orgId} and a.campaign_id = pl.campaign_id
        and a.person_id = any(${[...ids]}::uuid[])),
      talked_on = coalesce((select max(c.talked_on) from conversations c where c.org_id = ${orgId} and c.campaign_id = pl.campaign_id
        and c.person_id = any(${[...ids]}::uuid[])), '-infinity'),
      changed_at = clock_timestamp()
    where pl.org_id = ${orgId} and pl.person_id = ${personId}`.execute(tx)

/** Of an import's people, those somebody already talked to, or who did or promised something. */
export const findTouched = async (tx: Tx, { orgId }: Actor, importId: string): Promise<PersonId[]> => {
  const { rows } = await sql<{
    id: PersonId
  }>`select p.id from people p where p.org_id = ${orgId} and p.import_id = ${importId} and (
      exists (select from conversations c where c.org_id = p.org_id and c.person_id = p.id)
      or exists (select from actions a where a.org_id = p.org_id and a.person_id = p.id)
      or exists (select from people g where g.org_id = p.org_id and g.merged_into = p.id)
      or p.subject_id in (select f.subject_id from facts f
        where f.org_id = ${orgId} and f.subject_id is not null and f.kind <> 'person.added'))`.execute(tx)
  return rows.map(({ id }) => id)
}
