import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { PersonId } from '../people/schema.ts'
import type { CampaignId, SheetId } from './schema.ts'
import { type Filter, filterConditions } from './store.people.ts'
import type { SheetPurpose } from './words.ts'

export type NewSheet = {
  id: SheetId
  campaignId: CampaignId
  purpose: SheetPurpose
  filter: Filter
}

/** Those whom a filter finds in a campaign, at most `most`, by where they work and their handle. */
export const findFiltered = async (
  tx: Tx,
  { orgId }: Actor,
  campaignId: CampaignId,
  filter: Filter,
  most: number,
): Promise<PersonId[]> => {
  const { rows } = await sql<{ id: PersonId }>`select p.id
    from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id and p.merged_into is null
    where pl.org_id = ${orgId} and pl.campaign_id = ${campaignId} ${sql.join(filterConditions(orgId, filter), sql` `)}
    order by p.id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Freezes whose names a sheet asks for: those approved are those opened. `false`: it was asked for before. */
export const insertSheet = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  { id, campaignId, purpose, filter }: NewSheet,
  people: readonly PersonId[],
): Promise<boolean> => {
  const { rows } = await sql`insert into sheets (org_id, id, campaign_id, purpose, filter, asked_by)
    values (${orgId}, ${id}, ${campaignId}, ${purpose}, ${JSON.stringify(filter)}::jsonb, ${membershipId})
    on conflict (org_id, id) do nothing returning id`.execute(tx)
  if (rows.length === 0) return false
  await sql`insert into sheet_people (org_id, sheet_id, person_id, list_ids)
    select org_id, ${id}, id, list_ids from people where org_id = ${orgId} and id = any(${[...people]}::uuid[])`.execute(
    tx,
  )
  return true
}

export type ListedSheet = {
  id: SheetId
  purpose: SheetPurpose
  filter: Filter
  people: number
  reason: string
  askedBy: string
  askedAt: Date
  grantedBy: string | null
  refused: boolean
  expiresAt: Date
  openedAt: Date | null
}

/** The sheets of a campaign, newest first, with what came of the request; at most fifty. */
export const findSheets = async (tx: Tx, { orgId }: Actor, campaignId: CampaignId) => {
  const { rows } = await sql<ListedSheet>`
    select s.id, s.purpose, s.filter, a.reason, s.asked_by, s.asked_at, a.granted_by, a.refused_at is not null as refused,
      a.expires_at, s.opened_at,
      (select count(*)::int from sheet_people l where l.org_id = ${orgId} and l.sheet_id = s.id) as people
    from sheets s join approvals a on a.org_id = s.org_id and a.id = s.id
    where s.org_id = ${orgId} and a.org_id = ${orgId} and s.campaign_id = ${campaignId}
    order by s.asked_at desc limit 50`.execute(tx)
  return rows
}

export const findSheet = (tx: Tx, { orgId }: Actor, campaignId: CampaignId, id: SheetId) =>
  tx
    .selectFrom('sheets')
    .select(['purpose', 'openedAt'])
    .where('orgId', '=', orgId)
    .where('campaignId', '=', campaignId)
    .where('id', '=', id)
    .executeTakeFirst()

export const markOpened = (tx: Tx, { orgId }: Actor, id: SheetId, now: Date) =>
  tx.updateTable('sheets').set({ openedAt: now }).where('orgId', '=', orgId).where('id', '=', id).execute()

export type SheetPerson = {
  id: PersonId
  handle: string
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
}

/** The people of a sheet who are still there, in the order in which a team walks the plant. */
export const findSheetPeople = async (tx: Tx, { orgId }: Actor, campaignId: CampaignId, id: SheetId) => {
  const { rows } = await sql<SheetPerson>`
    select p.id, p.handle, pl.department_id, pl.shift_id, pl.route_id
    from sheet_people l
    join people p on p.org_id = l.org_id and p.id = l.person_id and p.merged_into is null
    join placements pl on pl.org_id = l.org_id and pl.person_id = l.person_id and pl.campaign_id = ${campaignId}
    where l.org_id = ${orgId} and p.org_id = ${orgId} and pl.org_id = ${orgId} and l.sheet_id = ${id}
    order by pl.shift_id, pl.route_id, pl.department_id, p.search_key, p.id`.execute(tx)
  return rows
}
