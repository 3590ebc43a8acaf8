import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import { applyAll } from '#platform/offline/apply.ts'
import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { Plant } from '../companies/schema.ts'
import { keepPlant } from '../companies/store.ts'
import type { PersonId } from '../people/schema.ts'
import { handlesFor, type MadeUp, madeUpPerson } from '../people/seed.ts'
import { changePerson, keepIdentity } from '../people/store.ts'
import { campaignFacts } from './facts.ts'
import { campaignOperations } from './operations.ts'
import type { CampaignId } from './schema.ts'
import { type History, historyOf } from './seed.history.ts'
import { type Beat, type DemoMap, type DemoSize, demoMap } from './seed.map.ts'
import { insertCampaign, insertTally, keepMap, setStage } from './store.ts'
import { campaignVersions } from './versions.ts'
import type { WayKind } from './words.ts'

/** What a demo needs to write as somebody: the same that a phone's operations are given. */
export type Sower = { tx: Tx; actor: Actor; vault: OrgVault }
type Kind = keyof typeof campaignOperations

const openedAgo = 124

/** Opens the demo campaign as its coordinator would: the plant, its map from headcounts, a tally on paper. */
export const seedCampaign = async (
  { tx, actor }: Sower,
  dice: Dice,
  plant: Plant,
  today: Day,
  size: DemoSize = 'large',
) => {
  const id = dice.id() as CampaignId
  const openedOn = addDays(today, -openedAgo)
  const map = demoMap(dice, addDays(today, -openedAgo + 3), size)
  await keepPlant(tx, actor, plant)
  await insertCampaign(tx, actor, { id, plantId: plant.id, openedOn })
  await keepMap(tx, actor, id, map.units, map.headcounts)
  await setStage(tx, actor, id, 1, { stage: 'organizing' })
  const dimensions = { plant: plant.id, state: plant.stateCode, sector: plant.sector }
  await recordFacts(tx, actor, campaignFacts, [
    { kind: 'campaign.opened', happenedOn: openedOn, source: 'campaigns', recordId: id, dimensions },
  ])
  if (size === 'large')
    await insertTally(tx, actor, id, {
      id: dice.id(),
      departmentId: map.idOf('Moldeo'),
      shiftId: map.idOf('Noche'),
      routeId: null,
      countedOn: addDays(today, -9),
      counts: [0, 3, 9, 7, 4],
    })
  return { id, map }
}

/**
 * An organizer of the demo goes to work: people met at the gate and what was said over four months, as a phone would send it.
 * Answers with those who were talked to.
 */
export const seedBeat = async (
  sower: Sower,
  dice: Dice,
  where: SeededCampaign,
  beat: Beat,
  listId: ListId,
  today: Day,
): Promise<PersonId[]> => {
  const handle = handlesFor()
  const people = Array.from({ length: beat.people }, (_, at) =>
    metPerson(dice, where, beat, handle, today, at),
  )
  await writeAll(
    sower,
    'person.add',
    people.map(({ id, metAgo, added }) => ({
      id,
      at: moment(today, metAgo, beat),
      input: { ...added, listId },
    })),
  )
  const talks = people.flatMap(({ personId, history }) => history.talks.map((talk) => ({ personId, talk })))
  talks.sort((a, b) => b.talk.ago - a.talk.ago)
  await writeAll(
    sower,
    'conversation.record',
    talks.map(({ personId, talk: { id, ago, settled, ...talk } }) => ({
      id,
      at: moment(today, ago, beat),
      input: { campaignId: where.id, personId, ...talk, way: wayOf(ago) },
    })),
  )
  const settled = talks.filter(({ talk }) => talk.settled)
  await writeAll(
    sower,
    'promise.settle',
    settled.map(({ talk: { id, ago, settled } }) => ({
      id: dice.id(),
      at: moment(today, Math.max(0, ago - 6), beat),
      input: { id, settled },
    })),
  )
  const actions = people.flatMap(({ personId, history }) =>
    history.actions.map((action) => ({ personId, ...action })),
  )
  await writeAll(
    sower,
    'action.note',
    actions.map(({ id, personId, kind, ago }) => ({
      id,
      at: moment(today, ago, beat),
      input: { campaignId: where.id, personId, kind, doneOn: addDays(today, -ago) },
    })),
  )
  await rememberNames(sower, dice, people, listId)
  return people.filter(({ history }) => history.talks.length > 0).map(({ personId }) => personId)
}

export type SeededCampaign = { id: CampaignId; map: DemoMap }

const metPerson = (
  dice: Dice,
  { id, map }: SeededCampaign,
  beat: Beat,
  handle: ReturnType<typeof handlesFor>,
  today: Day,
  at: number,
) => {
  const person = madeUpPerson(dice)
  const department = dice.pick(beat.departments)
  // On the night bus to Romita three people are known, and none of them is with us yet.
  const late = beat.without !== undefined && at < 3
  const buses = map.routes.filter((name) => !beat.without?.includes(name))
  const route = late ? beat.without![0]! : buses.length > 0 && dice.chance(0.82) ? dice.pick(buses) : null
  const history: History = late ? { talks: [], actions: [] } : historyOf(dice, beat, today)
  const personId = dice.id() as PersonId
  const added = {
    personId,
    campaignId: id,
    handle: handle(person.nickname, department),
    phone: dice.chance(0.66) ? person.phone : null,
    departmentId: map.idOf(department),
    shiftId: map.idOf(beat.shift),
    routeId: route && map.idOf(route),
  }
  return {
    id: dice.id(),
    personId,
    person,
    added,
    history,
    metAgo: history.talks[0]?.ago ?? dice.between(2, 20),
  }
}

/** Of every third somebody wrote down the name later; of some, by consent, sex and age. */
const rememberNames = async (
  { tx, actor, vault }: Sower,
  dice: Dice,
  people: readonly { personId: PersonId; person: MadeUp; added: { handle: string; phone: string | null } }[],
  listId: ListId,
) => {
  for (const { personId, person, added } of people) {
    const identity = { name: person.name, phone: added.phone, address: null, identifier: null }
    if (dice.chance(0.35)) await keepIdentity(tx, actor, vault, { id: personId, listIds: [listId] }, identity)
    const { sex, ageBand } = person
    if (dice.chance(0.3)) await changePerson(tx, actor, personId, 1, { handle: added.handle, sex, ageBand })
  }
}

/** Most talks are at the gate; some at home, some by phone. */
const wayOf = (ago: number): WayKind =>
  ago % 7 === 3 ? 'home' : ago % 5 === 2 ? 'call' : ago % 11 === 6 ? 'message' : 'face'

type ToWrite = { id: string; at: Date; input: unknown }

/** Through the very operations that phones send, so that records, promises and facts agree; a refusal is a fault of the demo. */
const writeAll = async ({ tx, actor, vault }: Sower, kind: Kind, operations: readonly ToWrite[]) => {
  const waiting = operations.map(({ id, at, input }) => ({
    envelope: { id, kind, version: campaignVersions[kind], writtenAt: at.toISOString(), input },
    writtenAt: at,
  }))
  const outcomes = await applyAll(campaignOperations, { tx, actor, vault, now: new Date() }, waiting)
  const refused = outcomes.find(({ outcome }) => outcome === 'refused')
  if (refused) throw new Error(`The demo's ${kind} was refused: ${JSON.stringify(refused)}`)
}

const gateTimes: Record<Beat['shift'], string> = {
  Mañana: '13:48',
  Tarde: '21:50',
  Noche: '05:42',
  Único: '18:05',
}

/** At the gate as the shift ends, in the time of central Mexico; never later than now. */
const moment = (today: Day, ago: number, { shift }: Beat): Date => {
  const at = new Date(`${addDays(today, -ago)}T${gateTimes[shift]}:00-06:00`)
  return new Date(Math.min(at.getTime(), Date.now()))
}
