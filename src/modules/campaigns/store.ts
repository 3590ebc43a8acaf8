import { sql } from 'kysely'
import { planned } from '#platform/db/connection.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { CampaignId, Headcount, Stage, Unit } from './schema.ts'

const campaigns = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) =>
  tx
    .selectFrom('campaigns as c')
    .innerJoin('plants as p', (join) => join.onRef('p.orgId', '=', 'c.orgId').onRef('p.id', '=', 'c.plantId'))
    .select([
      'c.id',
      'c.plantId',
      'p.name as plant',
      'p.company',
      'p.city',
      'c.openedOn',
      'c.stage',
      'c.outcome',
      'c.version',
    ])
    .where('c.orgId', '=', orgId)

export const findCampaigns = (tx: Tx, actor: Actor) =>
  campaigns(tx, actor).orderBy('c.openedOn', 'desc').execute()

export const findCampaign = (tx: Tx, actor: Pick<Actor, 'orgId'>, id: CampaignId) =>
  campaigns(tx, actor).where('c.id', '=', id).executeTakeFirst()

/** Opens a campaign once; `false` when it was open already. */
export const insertCampaign = async (
  tx: Tx,
  actor: Actor,
  campaign: { id: CampaignId; plantId: string; openedOn: string },
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('campaigns')
    .values({ orgId: actor.orgId, createdBy: actor.membershipId, ...campaign })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const setStage = async (tx: Tx, { orgId }: Actor, id: CampaignId, version: number, stage: Stage) => {
  const closed =
    stage.stage === 'closed'
      ? { closedOn: stage.closedOn, outcome: stage.outcome }
      : { closedOn: null, outcome: null }
  const { numUpdatedRows } = await tx
    .updateTable('campaigns')
    .set({ stage: stage.stage, ...closed, version: version + 1 })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const countConversations = async (tx: Tx, { orgId }: Actor, id: CampaignId) => {
  const { conversations } = await tx
    .selectFrom('conversations')
    .select((count) => count.fn.countAll<number>().as('conversations'))
    .where('orgId', '=', orgId)
    .where('campaignId', '=', id)
    .executeTakeFirstOrThrow()
  return conversations
}

export const findUnits = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, id: CampaignId) =>
  tx
    .selectFrom('units')
    .select(['id', 'kind', 'name'])
    .where('orgId', '=', orgId)
    .where('campaignId', '=', id)
    .orderBy('kind')
    .orderBy('position')
    .execute()

export const findHeadcounts = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, id: CampaignId) =>
  tx
    .selectFrom('headcounts')
    .select(['unitId', 'shiftId', 'people', 'countedOn'])
    .where('orgId', '=', orgId)
    .where('campaignId', '=', id)
    .orderBy('people', 'desc')
    .orderBy('unitId')
    .execute()

/** Replaces the map of a plant: a unit left out goes, unless somebody is placed in it (the database refuses). */
export const keepMap = async (
  tx: Tx,
  { orgId }: Actor,
  id: CampaignId,
  units: readonly Unit[],
  headcounts: readonly Headcount[],
) => {
  const ids = units.map((unit) => unit.id)
  await tx.deleteFrom('headcounts').where('orgId', '=', orgId).where('campaignId', '=', id).execute()
  await tx
    .deleteFrom('units')
    .where('orgId', '=', orgId)
    .where('campaignId', '=', id)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute()
  await addUnits(tx, { orgId }, id, units)
  if (headcounts.length > 0) {
    await tx
      .insertInto('headcounts')
      .values(headcounts.map((headcount) => ({ orgId, campaignId: id, ...headcount })))
      .execute()
  }
}

export const addUnits = async (
  tx: Tx,
  { orgId }: Pick<Actor, 'orgId'>,
  id: CampaignId,
  units: readonly Unit[],
) => {
  if (units.length === 0) return
  await tx
    .insertInto('units')
    .values(units.map((unit, position) => ({ orgId, campaignId: id, position, ...unit })))
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet((column) => ({
        name: column.ref('excluded.name'),
        position: column.ref('excluded.position'),
      })),
    )
    .execute()
}

export const bumpVersion = async (tx: Tx, { orgId }: Actor, id: CampaignId, version: number) => {
  const { numUpdatedRows } = await tx
    .updateTable('campaigns')
    .set({ version: version + 1 })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type NewTally = {
  id: string
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  countedOn: string
  counts: readonly number[]
}

export const insertTally = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  campaignId: CampaignId,
  { counts, ...tally }: NewTally,
) =>
  tx
    .insertInto('tallies')
    .values({ orgId, campaignId, authorId: membershipId, counts: [...counts], ...tally })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .execute()

export const undoTally = async (tx: Tx, { orgId }: Actor, campaignId: CampaignId, id: string, now: Date) => {
  const { numUpdatedRows } = await tx
    .updateTable('tallies')
    .set({ undoneAt: now })
    .where('orgId', '=', orgId)
    .where('campaignId', '=', campaignId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const findTallies = (tx: Tx, { orgId }: Actor, campaignId: CampaignId) =>
  planned(
    tx,
    tx
      .selectFrom('tallies')
      .select(['id', 'departmentId', 'shiftId', 'routeId', 'countedOn', 'counts'])
      .where('orgId', '=', orgId)
      .where('campaignId', '=', campaignId)
      .where('undoneAt', 'is', null)
      .orderBy('countedOn', 'desc')
      .orderBy(sql`id`)
      .limit(200),
  )
