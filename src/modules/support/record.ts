import { recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import type { PersonId } from '../people/schema.ts'
import { supportFacts } from './facts.ts'
import { findFact } from './store.ts'

type Held = {
  id: string
  sharedId: string
  heldOn: string
  topic: string
  kind: string
  stateCode: string
  sector: string
  audience: string
  counted: number
}
type Reached = { id: PersonId; subjectId: string; sex: string | null; ageBand: string | null }

const aboutActivity = ({ stateCode, sector, topic, kind, audience }: Held) => ({
  state: stateCode,
  sector,
  topic,
  activity: kind,
  audience,
})

/** Each person who came is one fact about the activity that all its organizations share. */
export const recordAttendance = (
  { tx, actor }: Call,
  activity: Held,
  people: readonly Reached[],
  factIds: ReadonlyMap<PersonId, string>,
) =>
  recordFacts(
    tx,
    actor,
    supportFacts,
    people.flatMap(({ id: personId, subjectId, sex, ageBand }) => {
      const id = factIds.get(personId)
      const about = {
        happenedOn: activity.heldOn,
        source: 'attendance',
        recordId: activity.sharedId,
        subjectId,
      }
      const dimensions = { ...aboutActivity(activity), sex, age_band: ageBand }
      return id ? [{ id, kind: 'activity.attended' as const, ...about, dimensions }] : []
    }),
  )

export const takeBackAttendance = (
  { tx, actor, today }: Call,
  { sharedId }: Held,
  { subjectId }: Reached,
  factId: string,
) => {
  const fact = {
    kind: 'activity.attended' as const,
    happenedOn: today,
    source: 'attendance',
    recordId: sharedId,
    subjectId,
    reverses: factId,
  }
  return recordFacts(tx, actor, supportFacts, [fact])
}

/** A closed activity was held; those counted at its door without a name are one number. */
export const recordClosure = async ({ tx, actor }: Call, activity: Held) => {
  const common = {
    happenedOn: activity.heldOn,
    source: 'activities',
    recordId: activity.sharedId,
    dimensions: aboutActivity(activity),
  }
  await recordFacts(tx, actor, supportFacts, [
    { kind: 'activity.held', ...common },
    ...(activity.counted > 0
      ? [{ kind: 'activity.counted' as const, ...common, quantity: activity.counted }]
      : []),
  ])
}

export const takeBackClosure = async ({ tx, actor, today }: Call, { sharedId }: Held) => {
  for (const kind of ['activity.held', 'activity.counted'] as const) {
    const reverses = await findFact(tx, actor, kind, sharedId)
    const fact = {
      kind,
      happenedOn: today,
      source: 'activities',
      recordId: sharedId,
      reverses: reverses ?? null,
    }
    if (reverses) await recordFacts(tx, actor, supportFacts, [fact])
  }
}
