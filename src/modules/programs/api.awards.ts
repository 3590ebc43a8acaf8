import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { states } from '../companies/store.places.ts'
import { redeemConnection } from '../organizations/store.sharings.ts'
import { awardsContract } from './contract.awards.ts'
import { programsFacts } from './facts.ts'
import { calendarOf, fiscalCalendars, periodsBetween } from './periods.ts'
import { refuse } from './refusals.ts'
import { endOf, together, totalIn, totalOf } from './rules.awards.ts'
import { overfull, partnersOn, receivesFunds, teamOn } from './rules.team.ts'
import * as store from './store.awards.ts'
import { hasPublished } from './store.definitions.ts'

const os = implement(awardsContract).$context<Call>()

export const presentAward = async ({ tx, actor }: Pick<Call, 'tx' | 'actor'>, id: string) => {
  const award = await store.findAward(tx, actor, id)
  if (!award) throw common.refuse('missing')
  return award
}

const nameOf = new Map(states.map(({ code, name }) => [code, name]))

const seenAwards = async ({ tx, actor }: Call) => {
  const [awards, actions, active] = [
    await store.findAwards(tx, actor),
    await store.findActions(tx, actor),
    await store.findActiveStates(tx, actor),
  ]
  return awards.map(({ orgId: _, funderId, ...award }) => {
    const own = actions.filter(({ awardId }) => awardId === award.id)
    return {
      ...award,
      funderLinked: funderId !== null,
      actions: own,
      total: totalOf(own),
      endsOn: endOf(own),
      activeStates: active
        .filter(({ awardId }) => awardId === award.id)
        .map(({ stateCode, since, until }) => ({
          stateCode,
          name: nameOf.get(stateCode) ?? stateCode,
          since,
          until,
        })),
    }
  })
}

/** Records work under an award; changed later, the fact of before is taken back. */
const recordWork = async (call: Call, work: store.Work) => {
  const { tx, actor, today } = call
  const award = await presentAward(call, work.awardId)
  const inSector = award.sectors.includes(work.sector)
  const before = await store.findOneWork(tx, actor, work.id)
  const kindOf = (inside: boolean) => (inside ? 'award.worked' : 'demand.unmet')
  if (before)
    await recordFacts(tx, actor, programsFacts, [
      {
        kind: kindOf(before.inSector && before.kind === 'done'),
        happenedOn: today,
        source: 'award work',
        recordId: work.id,
        reverses: before.factId,
      },
    ])
  const factId = randomUUID()
  await recordFacts(tx, actor, programsFacts, [
    {
      id: factId,
      kind: kindOf(inSector && work.kind === 'done'),
      happenedOn: work.onDay,
      source: 'award work',
      recordId: work.id,
      dimensions: { state: work.stateCode, sector: work.sector, topic: work.topic, award: award.code },
    },
  ])
  await store.keepWork(tx, actor, { ...work, inSector, factId })
  return { inSector }
}

export const awardsHandlers = os.router({
  awards: os.awards.handler(({ context }) => seenAwards(context) as never),
  overview: os.overview.handler(async ({ context }) => {
    const { tx, actor, today } = context
    const awards = await seenAwards(context)
    const actions = awards.flatMap((award) => award.actions)
    const { byAward, ...team } = teamOn(await store.findAllocations(tx, actor), today)
    const partners = await store.findPartners(tx, actor)
    const kinds = new Map(partners.map(({ id, kind }) => [id, kind]))
    return {
      total: totalOf(actions),
      inUsdCents: totalIn(actions, 'USD', await store.findRates(tx, actor)),
      states: together(awards.map(({ activeStates }) => activeStates.map(({ stateCode }) => stateCode))),
      plannedStates: together(awards.map(({ plannedStates }) => plannedStates)),
      sectors: together(awards.map(({ sectors }) => sectors)),
      ...team,
      fteByAward: byAward,
      ...partnersOn(await store.findLinks(tx, actor), kinds, today),
    } as never
  }),
  calendars: os.calendars.handler(() => fiscalCalendars.map(({ code, es, en }) => ({ code, es, en }))),
  periods: os.periods.handler(async ({ input: { awardId }, context }) => {
    const award = await presentAward(context, awardId)
    const today = localDay(context.now, award.timeZone)
    return periodsBetween(calendarOf(award.calendar)!, award.beginsOn, today)
      .map((period) => ({ ...period, open: period.until >= today }))
      .toReversed()
  }),
  keepAward: os.keepAward.handler(async ({ input, context: { tx, actor } }) => {
    if (!calendarOf(input.calendar)) throw refuse('programs.calendar')
    const known = await store.findAward(tx, actor, input.id)
    const moved = known && (known.calendar !== input.calendar || known.beginsOn !== input.beginsOn)
    if (moved && (await hasPublished(tx, actor, input.id))) throw refuse('programs.has-periods')
    // A linked funder is called as it calls itself.
    const funderName = known?.funderId ? known.funderName : input.funderName
    await store.keepAward(tx, actor, { ...input, funderName })
    return {}
  }),
  linkFunder: os.linkFunder.handler(async ({ input: { awardId, token }, context }) => {
    const { tx, actor, log } = context
    await presentAward(context, awardId)
    const funder = await redeemConnection(tx, token)
    if (!funder || funder.orgId === actor.orgId) throw common.refuse('missing')
    await store.setFunder(tx, actor, awardId, funder.orgId, funder.name)
    await log('link funder', 'award', awardId)
    return { funderName: funder.name }
  }),
  addAction: os.addAction.handler(async ({ input, context }) => {
    await presentAward(context, input.awardId)
    await store.insertAction(context.tx, context.actor, input)
    return {}
  }),
  rates: os.rates.handler(({ context: { tx, actor } }) => store.findRates(tx, actor)),
  keepRate: os.keepRate.handler(async ({ input, context: { tx, actor } }) => {
    await store.keepRate(tx, actor, input)
    return {}
  }),
  work: os.work.handler(async ({ input: { awardId }, context: { tx, actor } }) =>
    (await store.findWork(tx, actor, awardId)).map(({ factId: _, ...work }) => work as never),
  ),
  recordWork: os.recordWork.handler(({ input, context }) => recordWork(context, input)),
  unmet: os.unmet.handler(async ({ input: { awardId }, context: { tx, actor } }) => {
    const work = (await store.findWork(tx, actor, awardId)).filter((one) => !one.inSector)
    const groups = Map.groupBy(work, ({ sector, stateCode }) => `${sector} ${stateCode}`)
    return [...groups.values()].map((some) => ({
      sector: some[0]!.sector,
      stateCode: some[0]!.stateCode as never,
      done: some.filter(({ kind }) => kind === 'done').length,
      asked: some.filter(({ kind }) => kind === 'asked').length,
    }))
  }),
  staff: os.staff.handler(async ({ context: { tx, actor } }) => {
    const allocations = await store.findAllocations(tx, actor)
    return (await store.findStaff(tx, actor)).map((person) => ({
      ...person,
      allocations: allocations
        .filter(({ staffId }) => staffId === person.id)
        .map(({ staffId: _, ...allocation }) => allocation),
    })) as never
  }),
  keepStaff: os.keepStaff.handler(async ({ input, context: { tx, actor } }) => {
    await store.keepStaff(tx, actor, input)
    return {}
  }),
  allocate: os.allocate.handler(async ({ input, context }) => {
    const { tx, actor } = context
    await presentAward(context, input.awardId)
    if (!(await store.lockStaff(tx, actor, input.staffId))) throw common.refuse('missing')
    const all = await store.findAllocations(tx, actor)
    const others = all.filter(({ id, staffId }) => staffId === input.staffId && id !== input.id)
    const day = overfull([...others, input])
    if (day) throw refuse('programs.overfull', { day })
    await store.keepAllocation(tx, actor, input)
    return {}
  }),
  endAllocation: os.endAllocation.handler(async ({ input: { id, until }, context: { tx, actor } }) => {
    const known = (await store.findAllocations(tx, actor)).find((one) => one.id === id)
    if (!known) throw common.refuse('missing')
    if (known.until !== null && until > known.until) throw common.refuse('invalid')
    await store.keepAllocation(tx, actor, { ...known, until })
    return {}
  }),
  partners: os.partners.handler(async ({ context: { tx, actor, today } }) => {
    const links = await store.findLinks(tx, actor)
    return (await store.findPartners(tx, actor)).map((partner) => {
      const own = links.filter(({ partnerId }) => partnerId === partner.id)
      return {
        ...partner,
        links: own.map(({ partnerId: _, ...link }) => link),
        implementing: own.some((link) => receivesFunds(link, today)),
      }
    }) as never
  }),
  keepPartner: os.keepPartner.handler(async ({ input, context: { tx, actor } }) => {
    await store.keepPartner(tx, actor, input)
    return {}
  }),
  linkPartner: os.linkPartner.handler(async ({ input, context }) => {
    await presentAward(context, input.awardId)
    await store.keepLink(context.tx, context.actor, input)
    return {}
  }),
})
