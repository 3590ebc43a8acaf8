import * as z from 'zod'
import { ListId } from '#platform/db/brand.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import {
  done,
  type FieldCall,
  olderVersion,
  operationKind,
  refused,
  type Written,
} from '#platform/offline/operation.ts'
import { localDay } from '#platform/text/day.ts'
import { nationalNumber } from '#platform/text/phone.ts'
import { Handle, PersonId } from '../people/schema.ts'
import { insertPeople } from '../people/store.ts'
import { campaignFacts } from './facts.ts'
import { promiseDue } from './rules.ts'
import { CampaignId, Day, Level, NextStepId, PromiseId, StepOutcome, UnitId } from './schema.ts'
import * as store from './store.field.ts'
import { campaignVersions, conversationFromV1 } from './versions.ts'
import { actionKinds, askKinds, concernKinds, promiseKinds, wayKinds } from './words.ts'

// What an operation makes takes the operation's own id, so that a day's work fits in few bytes.

const AddPerson = z.strictObject({
  personId: PersonId,
  campaignId: CampaignId,
  listId: ListId,
  handle: Handle,
  phone: z.string().trim().max(40).nullable(),
  departmentId: UnitId.nullable(),
  shiftId: UnitId.nullable(),
  routeId: UnitId.nullable(),
})
export type AddPerson = z.infer<typeof AddPerson>

const RecordConversationV1 = z.strictObject({
  campaignId: CampaignId,
  personId: PersonId,
  level: Level.nullable(),
  concerns: z.array(z.enum(concernKinds)).max(10),
  asked: z.enum(askKinds).nullable(),
  promised: z.enum(promiseKinds).nullable(),
  againOn: Day.nullable(),
  /** The next step that this conversation settles. */
  settles: NextStepId.nullable(),
  note: z.string().trim().max(1_000).nullable(),
})
export type RecordConversationV1 = z.infer<typeof RecordConversationV1>

const RecordConversation = z.strictObject({
  ...RecordConversationV1.shape,
  /** null: written before version 2 asked. */
  way: z.enum(wayKinds).nullable(),
})
export type RecordConversation = z.infer<typeof RecordConversation>

const SettleStep = z.strictObject({ id: NextStepId, outcome: StepOutcome, againOn: Day.nullable() })
export type SettleStep = z.infer<typeof SettleStep>

const SettlePromise = z.strictObject({ id: PromiseId, settled: z.enum(['kept', 'broken']) })
export type SettlePromise = z.infer<typeof SettlePromise>

const NoteAction = z.strictObject({
  campaignId: CampaignId,
  personId: PersonId,
  kind: z.enum(actionKinds),
  doneOn: Day,
})
export type NoteAction = z.infer<typeof NoteAction>

const outOfReach = refused('offline.out-of-reach')
const settledBefore = refused('campaigns.settled')

/** What each fact of a campaign says of where it happened. */
const placeOf = ({ plantId, stateCode, sector }: store.Setting) => ({
  plant: plantId,
  state: stateCode,
  sector,
})

/** Of a run, what speaks of each record first: the later ones would do again what is done. */
const firstOfEach = <Input>(written: readonly Written<Input>[], recordId: (input: Input) => string) => {
  const seen = new Set<string>()
  return written.filter(({ input }) => !seen.has(recordId(input)) && seen.add(recordId(input)))
}

const addPeople = async ({ tx, actor, vault }: FieldCall, written: readonly Written<AddPerson>[]) => {
  const settings = await store.findSettings(
    tx,
    actor,
    written.map(({ input }) => input.campaignId),
  )
  const reachable = ({ input }: Written<AddPerson>) =>
    settings.has(input.campaignId) && (actor.role !== 'organizer' || actor.listIds.includes(input.listId))
  const good = written.filter(reachable)
  const people = good.map(({ input: { personId, handle, listId, phone } }) => {
    const known =
      phone && nationalNumber(phone)
        ? { identity: { name: null, phone, address: null, identifier: null } }
        : {}
    return { id: personId, handle, listIds: [listId], ...known }
  })
  const subjects = await insertPeople(tx, actor, vault, people)
  await store.insertPlacements(
    tx,
    actor,
    good.map(({ input }) => ({ ...input, listIds: [input.listId] })),
  )
  const facts = firstOfEach(good, ({ personId }) => personId)
    .filter(({ input }) => subjects.has(input.personId))
    .map(({ id, input, writtenAt }) => {
      const setting = settings.get(input.campaignId)!
      return {
        id,
        kind: 'contact.made' as const,
        source: 'people',
        // By the subject, as in every fact: the person's own id here would outlive them.
        recordId: subjects.get(input.personId)!,
        subjectId: subjects.get(input.personId)!,
        writtenAt,
        happenedOn: localDay(writtenAt, setting.timeZone),
        dimensions: placeOf(setting),
      }
    })
  await recordFacts(tx, actor, campaignFacts, facts)
  return written.map((one) => (reachable(one) ? done : outOfReach))
}

type AboutPerson = { campaignId: CampaignId; personId: PersonId }

/** Where and with whom each operation happened, for those within the actor's reach. */
const situated = async <Input extends AboutPerson>(
  { tx, actor }: FieldCall,
  written: readonly Written<Input>[],
) => {
  const settings = await store.findSettings(
    tx,
    actor,
    written.map(({ input }) => input.campaignId),
  )
  const people = await store.findReached(
    tx,
    actor,
    written.map(({ input }) => input.personId),
  )
  return written.flatMap((one) => {
    const setting = settings.get(one.input.campaignId)
    const person = people.get(one.input.personId)
    return setting && person ? [{ ...one, setting, person }] : []
  })
}

const outcomes = (written: readonly { id: string }[], good: readonly { id: string }[]) => {
  const ids = new Set(good.map(({ id }) => id))
  return written.map(({ id }) => (ids.has(id) ? done : outOfReach))
}

const recordConversations = async (call: FieldCall, written: readonly Written<RecordConversation>[]) => {
  const { tx, actor, vault } = call
  const good = await situated(call, written)
  if (good.length === 0) return outcomes(written, good)
  const talks = good.map(({ id, input: { promised, ...input }, writtenAt, setting, person }): store.Talk => {
    const talkedOn = localDay(writtenAt, setting.timeZone)
    const promise = promised && { kind: promised, dueOn: promiseDue(promised, talkedOn) }
    return { id, ...input, promise, talkedOn, talkedAt: writtenAt, listIds: person.listIds }
  })
  await store.insertTalks(tx, actor, vault, talks)
  const settling = talks.filter((talk) => talk.settles)
  if (settling.length > 0) {
    const steps = settling.map(({ settles, talkedOn }) => ({
      id: settles!,
      outcome: 'talked',
      settledOn: talkedOn,
    }))
    await store.settleNextSteps(tx, actor, steps)
  }
  const facts = good.map(({ id, person, setting }, at) => ({
    id,
    kind: 'conversation.held' as const,
    source: 'conversations',
    recordId: id,
    subjectId: person.subjectId,
    happenedOn: talks[at]!.talkedOn,
    writtenAt: talks[at]!.talkedAt,
    dimensions: placeOf(setting),
  }))
  await recordFacts(tx, actor, campaignFacts, facts)
  return outcomes(written, good)
}

const settleSteps = async ({ tx, actor }: FieldCall, written: readonly Written<SettleStep>[]) => {
  const first = firstOfEach(written, ({ id }) => id)
  const steps = first.map(({ id, input, writtenAt }) => ({
    ...input,
    operationId: id,
    settledOn: localDay(writtenAt, actor.timeZone),
  }))
  const settled = await store.settleNextSteps(tx, actor, steps)
  for (const { id, operationId, againOn } of steps) {
    if (againOn && settled.has(id))
      await store.repeatNextStep(tx, actor, id, { id: operationId, dueOn: againOn })
  }
  return written.map((one) => (first.includes(one) && settled.has(one.input.id) ? done : settledBefore))
}

const settlePromises = async (call: FieldCall, written: readonly Written<SettlePromise>[]) => {
  const { tx, actor } = call
  const day = (at: Date) => localDay(at, actor.timeZone)
  const first = firstOfEach(written, ({ id }) => id)
  const promises = first.map(({ input, writtenAt }) => ({
    id: input.id,
    outcome: input.settled,
    settledOn: day(writtenAt),
  }))
  const settled = await store.settlePromises(tx, actor, promises)
  const kept = first.flatMap((one) => {
    const promise = one.input.settled === 'kept' ? settled.get(one.input.id) : undefined
    return promise ? [{ ...one, input: promise }] : []
  })
  const facts = (await situated(call, kept)).map(({ id, input, writtenAt, setting, person }) => ({
    id,
    kind: 'promise.kept' as const,
    source: 'promises',
    recordId: input.id,
    subjectId: person.subjectId,
    happenedOn: day(writtenAt),
    writtenAt,
    dimensions: placeOf(setting),
  }))
  await recordFacts(tx, actor, campaignFacts, facts)
  return written.map((one) => (first.includes(one) && settled.has(one.input.id) ? done : settledBefore))
}

const noteActions = async (call: FieldCall, written: readonly Written<NoteAction>[]) => {
  const { tx, actor } = call
  const good = await situated(call, written)
  if (good.length > 0) {
    await store.insertActions(
      tx,
      actor,
      good.map(({ id, input, person }) => ({ id, ...input, listIds: person.listIds })),
    )
  }
  const facts = good.map(({ id, input, writtenAt, setting, person }) => ({
    id,
    kind: 'action.done' as const,
    source: 'actions',
    recordId: id,
    subjectId: person.subjectId,
    happenedOn: input.doneOn,
    writtenAt,
    dimensions: { ...placeOf(setting), action: input.kind },
  }))
  await recordFacts(tx, actor, campaignFacts, facts)
  return outcomes(written, good)
}

/** What a delegate may write without a signal. */
export const campaignOperations = {
  'person.add': operationKind({
    version: campaignVersions['person.add'],
    input: AddPerson,
    apply: addPeople,
  }),
  'conversation.record': operationKind({
    version: campaignVersions['conversation.record'],
    input: RecordConversation,
    older: { 1: olderVersion(RecordConversationV1, conversationFromV1) },
    apply: recordConversations,
  }),
  'step.settle': operationKind({
    version: campaignVersions['step.settle'],
    input: SettleStep,
    apply: settleSteps,
  }),
  'promise.settle': operationKind({
    version: campaignVersions['promise.settle'],
    input: SettlePromise,
    apply: settlePromises,
  }),
  'action.note': operationKind({
    version: campaignVersions['action.note'],
    input: NoteAction,
    apply: noteActions,
  }),
}
