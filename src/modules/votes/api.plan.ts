import { proposeDates } from '@asamblea/labor-law/votes'
import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { votesContract } from './contract.ts'
import { goingTo, leads, present, standing } from './reach.ts'
import { refuse } from './refusals.ts'
import { eventsOf, modesOff, planOfVote, statutoryKind } from './rules.plan.ts'
import { totalsOf } from './rules.roll.ts'
import type { VoteFileId, VoteId, VoteKind, Words } from './schema.ts'
import { countOpenDisputes } from './store.disputes.ts'
import * as files from './store.files.ts'
import * as plans from './store.plan.ts'
import * as rolls from './store.roll.ts'
import { findTables, removeSlatesBut } from './store.slates.ts'
import * as store from './store.ts'

const { list, get, keep, propose, cancel, plan, happen, check, opinions, recordOpinion, call } = votesContract
const os = implement({
  list,
  get,
  keep,
  propose,
  cancel,
  plan,
  happen,
  check,
  opinions,
  recordOpinion,
  call,
}).$context<Call>()

/** Preparing a vote: its draft, its plan by the law, what was done of it, and calling it. */
export const planHandlers = os.router({
  list: os.list.handler(async ({ context: { tx, actor } }) =>
    (await store.findVotes(tx, actor)).map(({ id, kind, title, state, modes, opensAt, closesAt, place }) => ({
      id,
      kind,
      title,
      state,
      modes,
      opensAt,
      closesAt,
      place,
    })),
  ),
  get: os.get.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault } = context
    const { rollTotals, result: _, ...vote } = await present(context, id)
    const counted = rollTotals ?? totalsOf((await rolls.findRollCounts(tx, actor, id)) as never)
    const happenings = await plans.findHappenings(tx, actor, vault, id)
    return {
      ...vote,
      tables: await findTables(tx, actor, id),
      roll: counted,
      challenged: (await countOpenDisputes(tx, actor, id)) > 0,
      rollPublishedOn: happenings.find(({ event }) => event === 'roll')?.on ?? null,
      files: await files.findFiles(tx, actor, id),
    }
  }),
  keep: os.keep.handler(async ({ input, context }) => {
    await voteMayUse(context, input.kind, input.modes)
    if (!(await store.keepVote(context.tx, context.actor, input))) throw refuse('votes.not-now')
    const bySlates = input.questions.filter((question) => question.kind === 'slates')
    await removeSlatesBut(
      context.tx,
      context.actor,
      input.id,
      bySlates.map(({ id }) => id),
    )
    return {}
  }),
  propose: os.propose.handler(({ input: { kind, from } }) => {
    const own = statutoryKind(kind)
    const pair = own && proposeDates(own, from)
    if (pair === null || 'refusal' in pair || pair.event.length > 10)
      return { call: null, vote: null, says: noDates }
    return { call: pair.act, vote: pair.event, says: safeDates }
  }),
  cancel: os.cancel.handler(async ({ input: { id, because }, context }) => {
    await goingTo(context, id, 'cancelled')
    const set = { cancelledAt: context.now, cancelledBecause: because }
    await store.changeState(context.tx, context.actor, id, { to: 'cancelled', set })
    await context.log('cancel', 'vote', id)
    return {}
  }),
  plan: os.plan.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault, today } = context
    const { kind, opensAt } = await present(context, id)
    const known = await plans.findHappenings(tx, actor, vault, id)
    const made = planOfVote({
      kind,
      today,
      votesOn: localDay(opensAt, actor.timeZone),
      happenings: Object.fromEntries(known.map(({ event, on }) => [event, on])),
      present: await plans.findChecks(tx, actor, id),
      opinion: await plans.findOpinion(tx, actor, kind),
    })
    const noted = new Map(known.map((one) => [one.event, one]))
    const events = eventsOf(kind).map(({ event, name }) => ({
      event,
      name,
      on: noted.get(event)?.on ?? null,
      folio: leads(context) ? (noted.get(event)?.folio ?? null) : null,
      fileId: leads(context) ? (noted.get(event)?.fileId ?? null) : null,
    }))
    return { ...made, events }
  }),
  happen: os.happen.handler(async ({ input: { id, happeningId, ...happening }, context }) => {
    const { kind, state } = await present(context, id)
    if (state.name === 'cancelled') throw refuse('votes.not-now')
    if (!eventsOf(kind).some(({ event }) => event === happening.event)) throw refuse('votes.unknown-event')
    const { tx, actor, vault } = context
    if (happening.fileId) await arrived(context, id, happening.fileId)
    await plans.insertHappening(tx, actor, vault, id, { id: happeningId, ...happening })
    return {}
  }),
  check: os.check.handler(async ({ input: { id, requirement, present: found }, context }) => {
    await present(context, id)
    await plans.insertCheck(context.tx, context.actor, id, requirement, found)
    return {}
  }),
  opinions: os.opinions.handler(({ context: { tx, actor } }) => plans.findOpinions(tx, actor)),
  recordOpinion: os.recordOpinion.handler(async ({ input, context: { tx, actor, log } }) => {
    await plans.insertOpinion(tx, actor, input)
    await log('record', 'opinion', input.id)
    return {}
  }),
  call: os.call.handler(async ({ input: { id, on }, context }) => {
    const { tx, actor, vault } = context
    const { kind, modes } = await standing(context, id, 'preparing')
    await voteMayUse(context, kind, modes)
    const happening = { id: crypto.randomUUID(), event: 'call', on, folio: null, fileId: null }
    await plans.insertHappening(tx, actor, vault, id, happening)
    await store.changeState(tx, actor, id, { to: 'called', set: { calledOn: on } })
    await context.log('call', 'vote', id)
    return {}
  }),
})

/** Refuses a file that is not of this vote or has not arrived whole. */
export const arrived = async ({ tx, actor, vault }: Call, voteId: VoteId, fileId: VoteFileId) => {
  const found = await files.findFile(tx, actor, vault, voteId, fileId)
  if (!found) throw common.refuse('missing')
  if (!found.whole) throw refuse('votes.file-changed')
  return found
}

/** Refuses a mode that the law leaves off without counsel's opinion; asked again at the call and at the freeze. */
export const voteMayUse = async (
  { tx, actor }: Call,
  kind: VoteKind,
  modes: Parameters<typeof modesOff>[1],
) => {
  const off = modesOff(kind, modes, await plans.findOpinion(tx, actor, kind))
  if (off.length > 0) throw refuse('votes.remote-off', { modes: off })
}

const noDates: Words = {
  es: 'Ninguna fecha de los próximos dos meses cumple todas las lecturas de la ley, o este voto no tiene plazo en la ley: pregunta a tu abogado y mira tus estatutos.',
  en: 'No date of the next two months meets every reading of the law, or the law sets no term for this vote: ask your lawyer and see your statutes.',
}
const safeDates: Words = {
  es: 'Estas fechas cumplen las dos lecturas: días naturales y días hábiles. Sin revisión de abogado.',
  en: 'These dates meet both readings: calendar days and working days. Not reviewed by a lawyer.',
}
