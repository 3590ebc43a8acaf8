import { isRefusal } from '@asamblea/labor-law'
import { checkProportion } from '@asamblea/labor-law/gender'
import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { arrived, voteMayUse } from './api.plan.ts'
import { votesContract } from './contract.ts'
import { openMoreNames, openNames } from './names.ts'
import { enrolling, goingTo, leads, present, standing } from './reach.ts'
import { refuse } from './refusals.ts'
import { inOrder, problemsOf, rollHash, totalsOf } from './rules.roll.ts'
import type { Question, Slate, VoteDraft, VoteFileId, VoteId, Voter, VoteTable } from './schema.ts'
import * as objecting from './store.objections.ts'
import * as plans from './store.plan.ts'
import * as rolls from './store.roll.ts'
import * as slating from './store.slates.ts'
import * as store from './store.ts'

const { slates, keepSlate, removeSlate, officers, keepOfficer, removeOfficer, ...more } = votesContract
const {
  keepTable,
  removeTable,
  roll,
  enrolList,
  importRoll,
  rehearseRoll,
  keepVoter,
  removeVoter,
  split,
  ...rest
} = more
const { problems, rollLog, objections, object, decide, publishRoll, freeze, verifyRoll } = rest
const os = implement({
  ...{ slates, keepSlate, removeSlate, officers, keepOfficer, removeOfficer, keepTable, removeTable },
  ...{ roll, enrolList, importRoll, rehearseRoll, keepVoter, removeVoter, split, problems, rollLog },
  ...{ objections, object, decide, publishRoll, freeze, verifyRoll },
}).$context<Call>()

/** Papers are made anew from what is recorded: whoever served changes no more once the acta says who did. */
const beforeActa = ['preparing', 'called', 'frozen', 'open', 'closed'] as const

/** Who stands, who votes and where: slates, officers, tables, the roll, its objections and its freeze. */
export const rollHandlers = os.router({
  slates: os.slates.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault } = context
    const { state, rounding, rollTotals } = await present(context, id)
    const named = leads(context) || state.name !== 'preparing'
    const { women, men } = rollTotals ?? totalsOf((await rolls.findRollCounts(tx, actor, id)) as never)
    return (await slating.findSlates(tx, actor, vault, id)).map((slate) => ({
      ...slate,
      candidates: slate.candidates.map((one) => ({ ...one, name: named ? one.name : null })),
      proportion: proportionOf(slate, { women, men }, rounding),
    }))
  }),
  keepSlate: os.keepSlate.handler(async ({ input: { voteId, ...slate }, context }) => {
    const { questions } = await standing(context, voteId, 'preparing', 'called')
    const asked = questions.find(({ id, kind }) => id === slate.questionId && kind === 'slates')
    if (!asked) throw common.refuse('missing')
    if (slate.emblemFileId) await pictureOf(context, voteId, slate.emblemFileId)
    await slating.keepSlate(context.tx, context.actor, context.vault, voteId, slate)
    return {}
  }),
  removeSlate: os.removeSlate.handler(async ({ input: { voteId, id }, context }) => {
    await standing(context, voteId, 'preparing', 'called')
    await slating.removeSlate(context.tx, context.actor, voteId, id)
    return {}
  }),
  officers: os.officers.handler(({ input: { id }, context: { tx, actor, vault } }) =>
    plans.findOfficers(tx, actor, vault, id),
  ),
  keepOfficer: os.keepOfficer.handler(async ({ input: { voteId, ...officer }, context }) => {
    await standing(context, voteId, ...beforeActa)
    await plans.keepOfficer(context.tx, context.actor, context.vault, voteId, officer)
    await context.log('write', 'vote officer', officer.id)
    return {}
  }),
  removeOfficer: os.removeOfficer.handler(async ({ input: { voteId, id }, context }) => {
    await standing(context, voteId, ...beforeActa)
    await plans.removeOfficer(context.tx, context.actor, voteId, id)
    await context.log('remove', 'vote officer', id)
    return {}
  }),
  keepTable: os.keepTable.handler(async ({ input: { voteId, ...table }, context }) => {
    await enrolling(context, voteId)
    await slating.keepTable(context.tx, context.actor, voteId, table)
    return {}
  }),
  removeTable: os.removeTable.handler(async ({ input: { voteId, id }, context }) => {
    await enrolling(context, voteId)
    await slating.removeTable(context.tx, context.actor, voteId, id)
    return {}
  }),
  roll: os.roll.handler(async ({ input: { id, approvalId }, context }) => {
    await present(context, id)
    const voters = await rolls.findRoll(context.tx, context.actor, context.vault, id)
    await openNames(context, id, { names: voters.length, of: voters.length, approvalId })
    await context.log('open', 'vote roll', id, voters.length)
    return inOrder(voters)
  }),
  enrolList: os.enrolList.handler(async ({ input: { id, listId, approvalId, ...where }, context }) => {
    const { tx, actor, vault } = context
    await enrolling(context, id)
    const done = await rolls.enrolList(tx, actor, vault, id, listId, where)
    await rolls.logRoll(tx, actor, id, 'added', done.added)
    await openMoreNames(context, id, done.added, approvalId)
    await context.log('copy', 'list to vote roll', listId, done.added)
    return done
  }),
  importRoll: os.importRoll.handler(async ({ input: { id, voters }, context }) => {
    const { tx, actor, vault } = context
    await enrolling(context, id)
    const added = await rolls.insertVoters(tx, actor, vault, id, voters)
    await rolls.logRoll(tx, actor, id, 'added', added)
    return { added }
  }),
  rehearseRoll: os.rehearseRoll.handler(async ({ input: { id, voters }, context }) => {
    const { tx, actor, vault } = context
    await enrolling(context, id)
    return { standing: await rolls.findStanding(tx, actor, vault, id, voters) }
  }),
  keepVoter: os.keepVoter.handler(async ({ input: { voteId, ...voter }, context }) => {
    const { tx, actor, vault } = context
    await enrolling(context, voteId)
    await rolls.keepVoter(tx, actor, vault, voteId, voter)
    await rolls.logRoll(tx, actor, voteId, 'changed', 1)
    return {}
  }),
  removeVoter: os.removeVoter.handler(async ({ input: { voteId, id }, context }) => {
    const { tx, actor } = context
    await enrolling(context, voteId)
    if (!(await rolls.removeVoter(tx, actor, voteId, id))) throw common.refuse('missing')
    await rolls.logRoll(tx, actor, voteId, 'removed', 1)
    return {}
  }),
  split: os.split.handler(async ({ input: { id, ...part }, context }) => {
    const { tx, actor } = context
    const { modes } = await enrolling(context, id)
    if (!modes.includes(part.mode)) throw common.refuse('invalid', { fields: ['mode'] })
    const people = await rolls.splitRoll(tx, actor, id, part)
    await rolls.logRoll(tx, actor, id, 'split', people)
    return { people }
  }),
  problems: os.problems.handler(async ({ input: { id }, context }) => {
    const { modes } = await present(context, id)
    return problemsOf(await rolls.findRollBlind(context.tx, context.actor, id), modes) as never
  }),
  rollLog: os.rollLog.handler(({ input: { id }, context: { tx, actor } }) =>
    rolls.findRollLog(tx, actor, id),
  ),
  objections: os.objections.handler(
    ({ input: { id }, context: { tx, actor, vault } }) =>
      objecting.findObjections(tx, actor, vault, id) as never,
  ),
  object: os.object.handler(async ({ input: { voteId, ...objection }, context }) => {
    await enrolling(context, voteId)
    await objecting.insertObjection(context.tx, context.actor, context.vault, voteId, objection)
    return {}
  }),
  decide: os.decide.handler(async ({ input: { voteId, id, decision, reason }, context }) => {
    const { tx, actor, vault, today } = context
    await enrolling(context, voteId)
    const decided = { decision, reason, on: today }
    if (!(await objecting.decideObjection(tx, actor, vault, voteId, id, decided)))
      throw common.refuse('missing')
    return {}
  }),
  publishRoll: os.publishRoll.handler(async ({ input: { id, on }, context }) => {
    const { tx, actor, vault } = context
    await enrolling(context, id)
    const happening = { id: crypto.randomUUID(), event: 'roll', on, folio: null, fileId: null }
    await plans.insertHappening(tx, actor, vault, id, happening)
    const { covered } = totalsOf((await rolls.findRollCounts(tx, actor, id)) as never)
    await rolls.logRoll(tx, actor, id, 'published', covered)
    return {}
  }),
  freeze: os.freeze.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault, now } = context
    const vote = await goingTo(context, id, 'frozen')
    await voteMayUse(context, vote.kind, vote.modes)
    const known = await plans.findHappenings(tx, actor, vault, id)
    if (!known.some(({ event }) => event === 'roll')) throw refuse('votes.roll-not-published')
    if ((await objecting.countUndecided(tx, actor, id)) > 0) throw refuse('votes.objections-open')
    const blind = await rolls.findRollBlind(tx, actor, id)
    const blocking = problemsOf(blind, vote.modes).filter(({ blocks }) => blocks)
    if (blocking.length > 0)
      throw refuse('votes.roll-not-ready', { problems: blocking.map(({ kind }) => kind) })
    const questions = withSlates(vote.questions, await slating.findSlates(tx, actor, vault, id))
    if (questions.some(({ choices }) => choices.length === 0)) throw refuse('votes.slates-missing')

    const entitled = (await rolls.findRoll(tx, actor, vault, id)).filter(
      ({ category }) => category === 'entitled',
    )
    const ordered = inOrder(entitled).map((voter, at) => ({ ...voter, number: at + 1 }))
    const hash = rollHash(withTables(ordered, await slating.findTables(tx, actor, id)))
    await rolls.freezeRoll(tx, actor, id, ordered)
    const set = { frozenAt: now, rollHash: hash, rollTotals: totalsOf(blind), questions }
    await store.changeState(tx, actor, id, { to: 'frozen', set })
    await rolls.logRoll(tx, actor, id, 'frozen', ordered.length)
    await context.log('freeze', 'vote roll', id)
    return { rollHash: hash, covered: ordered.length }
  }),
  verifyRoll: os.verifyRoll.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault } = context
    const { state } = await standing(context, id, 'frozen', 'open', 'closed', 'concluded')
    const voters = await rolls.findRoll(tx, actor, vault, id)
    const numbered = voters.map((voter) => ({ ...voter, number: voter.number ?? 0 }))
    const hash = rollHash(withTables(numbered, await slating.findTables(tx, actor, id)))
    return { rollHash: hash, equal: 'rollHash' in state && state.rollHash === hash }
  }),
})

/** Refuses as an emblem what is no picture of this vote, or has not arrived whole. */
const pictureOf = async (context: Call, voteId: VoteId, fileId: VoteFileId) => {
  const { mediaType } = await arrived(context, voteId, fileId)
  if (!mediaType.startsWith('image/')) throw refuse('votes.not-a-picture')
}

const withTables = <Row extends Pick<Voter, 'tableId'>>(rows: readonly Row[], tables: readonly VoteTable[]) =>
  rows.map((row) => ({
    ...row,
    tableNumber: tables.find(({ id }) => id === row.tableId)?.number ?? null,
  }))

/** From the freeze on, the slates stand among the questions as choices. */
const withSlates = (questions: readonly Question[], slates: readonly Slate[]): Question[] =>
  questions.map((question) =>
    question.kind === 'slates'
      ? {
          ...question,
          choices: slates
            .filter(({ questionId }) => questionId === question.id)
            .map(({ id, name }) => ({ id, text: name })),
        }
      : question,
  )

const proportionOf = (
  { candidates }: Slate,
  roll: { women: number; men: number },
  rounding: VoteDraft['rounding'],
) => {
  const seats = candidates.filter(({ alternate }) => !alternate)
  const of = (sex: string) => seats.filter((one) => one.sex === sex).length
  const checked = checkProportion({ roll, slate: { women: of('woman'), men: of('man') } }, { rounding })
  if (isRefusal(checked)) return null
  const { verdict, exactSeats, says } = checked
  return { verdict, seats: checked.seats, exactSeats, says: [...says] }
}
