import type { AddPerson, NoteAction, RecordConversation, SettlePromise, SettleStep } from './operations.ts'
import type { PromiseKind } from './words.ts'

/** What the server gave this phone to read offline. */
export type Bundle = {
  alias: string
  lists: { id: string; name: string }[]
  campaigns: {
    id: string
    plant: string
    timeZone: string
    units: { id: string; kind: 'department' | 'shift' | 'route'; name: string }[]
  }[]
  people: LocalPerson[]
}

export type LocalPerson = {
  id: string
  campaignId: string
  handle: string
  departmentId: string | null
  shiftId: string | null
  routeId: string | null
  level: number | null
  talkedOn: string | null
  name: string | null
  phone: string | null
  concerns: string[]
  steps: { id: string; dueOn: string }[]
  promises: { id: string; kind: PromiseKind; dueOn: string }[]
  /** Something about them is written here and not sent yet. */
  pending?: boolean
}

/** The plant where most of the list's people work; the newest when it has none yet, `undefined` when there is no plant. */
export const homeCampaign = ({ campaigns, people }: Bundle): Bundle['campaigns'][number] | undefined => {
  const peopleAt = (id: string) => people.filter(({ campaignId }) => campaignId === id).length
  return campaigns.toSorted((one, other) => peopleAt(other.id) - peopleAt(one.id))[0]
}

/** One operation written on this phone that the server has not confirmed. */
export type LocalDraft = { id: string; kind: string; writtenAt: string; input: unknown }

/**
 * The list as its owner sees it: what the server last gave, and on top of it what was written here since, in order. A pure
 * function of both, so that it is the same after the browser was killed. `dayOf` gives the plant's calendar day of a moment.
 */
export const withDrafts = (
  bundle: Bundle,
  drafts: readonly LocalDraft[],
  dayOf: (at: string) => string,
): Bundle => {
  const people = new Map(bundle.people.map((person) => [person.id, person]))
  const change = (id: string, how: (person: LocalPerson) => Partial<LocalPerson>) => {
    const person = people.get(id)
    if (person) people.set(id, { ...person, ...how(person), pending: true })
  }
  for (const { id, kind, writtenAt, input } of drafts) {
    if (kind === 'person.add') people.set((input as AddPerson).personId, added(input as AddPerson))
    if (kind === 'conversation.record') {
      const talk = input as RecordConversation
      change(talk.personId, (person) => talkedTo(person, id, talk, dayOf(writtenAt)))
    }
    if (kind === 'action.note') change((input as NoteAction).personId, () => ({}))
    if (kind === 'step.settle') {
      const { id: stepId, againOn } = input as SettleStep
      const owner = [...people.values()].find(({ steps }) => steps.some((step) => step.id === stepId))
      const again = againOn ? [{ id, dueOn: againOn }] : []
      if (owner)
        change(owner.id, ({ steps }) => ({
          steps: [...steps.filter((step) => step.id !== stepId), ...again],
        }))
    }
    if (kind === 'promise.settle') {
      const { id: promiseId } = input as SettlePromise
      const owner = [...people.values()].find(({ promises }) =>
        promises.some((promise) => promise.id === promiseId),
      )
      if (owner)
        change(owner.id, ({ promises }) => ({
          promises: promises.filter((promise) => promise.id !== promiseId),
        }))
    }
  }
  return { ...bundle, people: [...people.values()] }
}

const added = ({
  personId,
  campaignId,
  handle,
  phone,
  departmentId,
  shiftId,
  routeId,
}: AddPerson): LocalPerson => ({
  id: personId,
  campaignId,
  handle,
  departmentId,
  shiftId,
  routeId,
  phone,
  name: null,
  level: null,
  talkedOn: null,
  concerns: [],
  steps: [],
  promises: [],
  pending: true,
})

const talkedTo = (
  person: LocalPerson,
  id: string,
  talk: RecordConversation,
  today: string,
): Partial<LocalPerson> => ({
  level: talk.level ?? person.level,
  talkedOn: today,
  concerns: talk.concerns,
  steps: [
    ...person.steps.filter((step) => step.id !== talk.settles),
    ...(talk.againOn ? [{ id, dueOn: talk.againOn }] : []),
  ],
  promises: talk.promised
    ? [...person.promises, { id, kind: talk.promised, dueOn: talk.againOn ?? today }]
    : person.promises,
})

/** Who is due today or before, oldest first: those with a next step, then those with a promise to confirm. */
export const dueToday = (people: readonly LocalPerson[], today: string) => {
  const due = <Item extends { dueOn: string }>(items: (person: LocalPerson) => readonly Item[]) =>
    people
      .flatMap((person) => items(person).map((item) => ({ person, item })))
      .filter(({ item }) => item.dueOn <= today)
      .toSorted((a, b) => a.item.dueOn.localeCompare(b.item.dueOn))
  return { steps: due((person) => person.steps), promises: due((person) => person.promises) }
}
