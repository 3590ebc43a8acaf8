import { implement } from '@orpc/server'
import { recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { addDays } from '#platform/text/day.ts'
import { findPlant, keepPlant } from '../companies/store.ts'
import { mergePeople, undoMerge } from '../people/store.merge.ts'
import { findPerson, idsOf } from '../people/store.ts'
import { bundleFor } from './bundle.ts'
import { campaignsContract } from './contract.ts'
import { depart } from './departure.ts'
import { campaignFacts } from './facts.ts'
import { beginImport, endImport, importPart, undoImport } from './importing.ts'
import { refuse } from './refusals.ts'
import { bandOf, coverageOf, mayChangeStage, sumOf } from './rules.ts'
import type { CampaignId } from './schema.ts'
import { askSheet, openSheet } from './sheets.ts'
import * as chart from './store.chart.ts'
import * as people from './store.people.ts'
import { findSheets } from './store.sheets.ts'
import * as store from './store.ts'

const os = implement(campaignsContract).$context<Call>()

const present = async ({ tx, actor }: Call, id: CampaignId) => {
  const campaign = await store.findCampaign(tx, actor, id)
  if (!campaign) throw common.refuse('missing')
  return campaign
}

const recordCampaign = async (
  { tx, actor, today }: Call,
  id: CampaignId,
  kind: 'campaign.opened' | 'campaign.closed',
  outcome?: string,
) => {
  const campaign = await store.findCampaign(tx, actor, id)
  const plant = await findPlant(tx, actor, campaign!.plantId as never)
  const dimensions = {
    plant: plant!.id,
    state: plant!.stateCode,
    sector: plant!.sector,
    ...(outcome ? { outcome } : {}),
  }
  const happenedOn = kind === 'campaign.opened' ? campaign!.openedOn : today
  await recordFacts(tx, actor, campaignFacts, [
    { kind, happenedOn, source: 'campaigns', recordId: id, dimensions } as never,
  ])
}

export const campaignsHandlers = os.router({
  list: os.list.handler(({ context: { tx, actor } }) => store.findCampaigns(tx, actor)),
  get: os.get.handler(async ({ input: { id }, context }) => ({
    ...(await present(context, id)),
    units: await store.findUnits(context.tx, context.actor, id),
    headcounts: await store.findHeadcounts(context.tx, context.actor, id),
  })),
  open: os.open.handler(async ({ input: { id, plant, openedOn, units, headcounts }, context }) => {
    const { tx, actor } = context
    await keepPlant(tx, actor, plant)
    if (await store.insertCampaign(tx, actor, { id, plantId: plant.id, openedOn })) {
      await store.keepMap(tx, actor, id, units, headcounts)
      await recordCampaign(context, id, 'campaign.opened')
    }
    return present(context, id)
  }),
  keepMap: os.keepMap.handler(async ({ input: { id, version, units, headcounts }, context }) => {
    const current = await present(context, id)
    if (!(await store.bumpVersion(context.tx, context.actor, id, version)))
      throw common.refuse('stale', { version: current.version })
    await store
      .keepMap(context.tx, context.actor, id, units, headcounts)
      .catch((error: { code?: string }) => {
        throw error.code === '23503' ? refuse('campaigns.unit-in-use') : error
      })
    return {}
  }),
  changeStage: os.changeStage.handler(async ({ input: { id, version, to }, context }) => {
    const { tx, actor } = context
    const current = await present(context, id)
    const conversations = await store.countConversations(tx, actor, id)
    if (!mayChangeStage({ from: current.stage, to: to.stage }, conversations)) throw refuse('campaigns.stage')
    if (!(await store.setStage(tx, actor, id, version, to)))
      throw common.refuse('stale', { version: current.version })
    if (to.stage === 'closed') await recordCampaign(context, id, 'campaign.closed', to.outcome)
    return {}
  }),
  people: os.people.handler(async ({ input: { id, after, ...filter }, context: { tx, actor } }) => {
    const found = await people.findPeople(tx, actor, id, filter, cursorIn(after))
    const last = found.at(-1)
    return {
      people: found.map(({ talkedOn, ...person }) => ({
        ...person,
        talkedOn: people.isSilence(talkedOn) ? null : talkedOn,
      })),
      next: last && found.length === people.pageSize ? `${last.talkedOn}~${last.id}` : null,
    } as never
  }),
  person: os.person.handler(async ({ input: { id, personId }, context }) => {
    const { tx, actor, vault } = context
    const person = await findPerson(tx, actor, personId)
    const placement = await people.findPlacement(tx, actor, id, personId)
    if (!person || !placement) throw common.refuse('missing')
    const ids = await idsOf(tx, actor, personId)
    const { handle, version, listIds } = person
    return {
      id: personId,
      handle,
      version,
      listIds,
      ...placement,
      conversations: await people.findConversations(tx, actor, vault, ids),
      actions: await people.findActions(tx, actor, ids),
      promises: await people.findOpenPromises(tx, actor, ids),
      nextSteps: await people.findOpenSteps(tx, actor, ids),
    } as never
  }),
  place: os.place.handler(async ({ input: { id, personId, ...placement }, context: { tx, actor } }) => {
    if (!(await people.setPlacement(tx, actor, id, personId, placement))) throw common.refuse('missing')
    return {}
  }),
  chart: os.chart.handler(async ({ input: { id }, context }) => {
    await present(context, id)
    const standings = await chart.findStandings(context.tx, context.actor, id)
    return { standings, tallies: (await store.findTallies(context.tx, context.actor, id)) as never }
  }),
  coverage: os.coverage.handler(async ({ input: { id }, context }) => {
    await present(context, id)
    const standings = await chart.findStandings(context.tx, context.actor, id)
    const headcounts = await store.findHeadcounts(context.tx, context.actor, id)
    const units = new Set(
      (await store.findUnits(context.tx, context.actor, id))
        .filter(({ kind }) => kind === 'department')
        .map((unit) => unit.id),
    )
    const people = headcounts
      .filter(({ unitId }) => units.has(unitId))
      .reduce((sum, one) => sum + one.people, 0)
    const all = { ...sumOf(standings.map((one) => ({ ...one, unitId: null, people: 0 }))), people }
    return {
      known: bandOf(people === 0 ? 0 : Math.min(1, all.known / people)),
      covered: bandOf(coverageOf(all).share ?? 0),
    }
  }),
  week: os.week.handler(async ({ input: { id }, context }) => {
    await present(context, id)
    const since = addDays(context.today, -7)
    return { since, ...(await chart.findWeek(context.tx, context.actor, id, since)) } as never
  }),
  promises: os.promises.handler(
    async ({ input: { id }, context: { tx, actor } }) => (await chart.findPromises(tx, actor, id)) as never,
  ),
  keepTally: os.keepTally.handler(async ({ input: { id, tallyId, ...tally }, context }) => {
    await present(context, id)
    await store.insertTally(context.tx, context.actor, id, { id: tallyId, ...tally })
    return {}
  }),
  undoTally: os.undoTally.handler(async ({ input: { id, tallyId }, context: { tx, actor, now } }) => {
    if (!(await store.undoTally(tx, actor, id, tallyId, now))) throw common.refuse('missing')
    return {}
  }),
  openImport: os.openImport.handler(async ({ input, context }) => {
    await present(context, input.id)
    await beginImport(context, input)
    return {}
  }),
  importPart: os.importPart.handler(({ input, context }) => importPart(context, input)),
  endImport: os.endImport.handler(({ input: { importId }, context }) => endImport(context, importId)),
  undoImport: os.undoImport.handler(({ input: { importId }, context }) => undoImport(context, importId)),
  merge: os.merge.handler(async ({ input: { id, keptId, goneId }, context: { tx, actor, log } }) => {
    await mergePeople(tx, actor, id, keptId, goneId)
    await people.refreshPlacement(tx, actor, keptId, [keptId, goneId])
    await log('merge', 'person', keptId)
    return {}
  }),
  undoMerge: os.undoMerge.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
    const { keptId, goneId } = await undoMerge(tx, actor, id, now)
    await people.refreshPlacement(tx, actor, keptId, [keptId])
    await people.refreshPlacement(tx, actor, goneId, [goneId])
    await log('unmerge', 'person', keptId)
    return {}
  }),
  sheets: os.sheets.handler(async ({ input: { id }, context }) => {
    await present(context, id)
    return (await findSheets(context.tx, context.actor, id)) as never
  }),
  askSheet: os.askSheet.handler(async ({ input, context }) => {
    await present(context, input.id)
    await askSheet(context, input)
    return {}
  }),
  openSheet: os.openSheet.handler(
    async ({ input: { id, sheetId }, context }) => (await openSheet(context, id, sheetId)) as never,
  ),
  depart: os.depart.handler(({ input, context }) => depart(context, input.membershipId, input.heirId)),
  bundle: os.bundle.handler(
    async ({ input: { have }, context }) => (await bundleFor(context, have)) as never,
  ),
})

const cursorIn = (after: string | undefined): people.Cursor | undefined => {
  const [talkedOn, id] = after?.split('~') ?? []
  if (!talkedOn || !id) return undefined
  if (!/^(-infinity|\d{4}-\d\d-\d\d)$/.test(talkedOn) || !/^[0-9a-f-]{36}$/.test(id))
    throw common.refuse('invalid')
  return { talkedOn, id }
}
