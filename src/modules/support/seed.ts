import type { RouterClient } from '@orpc/server'
import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import type { PersonId } from '../people/schema.ts'
import type { supportHandlers } from './api.ts'
import type { Activity, ActivityId, SelfAnswers } from './schema.ts'
import type { SelfQuestion } from './words.ts'

type Support = RouterClient<typeof supportHandlers>
type Held = Omit<Activity, 'id' | 'heldOn' | 'stateCode' | 'sector'>

const rights: Held = {
  kind: 'training',
  topic: 'basic_rights',
  title: 'Nuestros derechos en la planta',
  place: 'Local del sindicato, Silao',
  audience: 'all',
}
const whoMovesWhom: Held = {
  kind: 'training',
  topic: 'leader_identification',
  title: 'Quién mueve a quién en mi línea',
  place: 'Casa de la Cultura, Irapuato',
  audience: 'all',
}
const assembly: Held = {
  kind: 'assembly',
  topic: 'union_structure',
  title: 'Asamblea informativa del turno de la tarde',
  place: 'Salón ejidal de Silao',
  audience: 'all',
}
const exchange: Held = {
  kind: 'exchange',
  topic: 'gender_inclusion',
  title: 'Encuentro con las compañeras de Moroleón',
  place: 'Moroleón',
  audience: 'women',
}

/** What a demo union has held: a workshop of its own, an assembly whose lists are still open, and one announced. */
export const seedActivities = async (
  api: Support,
  dice: Dice,
  people: readonly PersonId[],
  sector: string,
  today: Day,
) => {
  const keep = async (held: Held, days: number) => {
    const id = dice.id() as ActivityId
    await api.keepActivity({ id, ...held, heldOn: addDays(today, days), stateCode: '11', sector })
    return id
  }
  const workshop = await keep(rights, -52)
  await api.attend({ id: workshop, people: dice.some(people, 27) })
  const door = await api.openDoor({ id: workshop })
  await fillAnonymously(api, dice, door.token, 22, 5)
  await api.count({ id: workshop, countId: dice.id(), people: 6 })
  await api.close({ id: workshop })

  const gathering = await keep(assembly, -5)
  await api.attend({ id: gathering, people: dice.some(people, 31) })
  await api.count({ id: gathering, countId: dice.id(), people: 44 })
  const { token } = await api.openDoor({ id: gathering })
  await api.signUp({ token, id: dice.id(), handle: 'Vero, la prima de Chuy', phone: '472 018 4471' })
  await api.signUp({ token, id: dice.id(), handle: 'El compa del montacargas 4', phone: null })
  await fillAnonymously(api, dice, token, 14, 4)
  await keep(exchange, 12)
}

/** A workshop that a program holds; the unions that join it each note their own people, and it counts once. */
export const seedJointWorkshop = async (
  program: Support,
  unions: readonly { api: Support; people: readonly PersonId[]; came: number }[],
  dice: Dice,
  today: Day,
) => {
  const id = dice.id() as ActivityId
  const where = { heldOn: addDays(today, -17), stateCode: '11', sector: 'auto_parts' }
  await program.keepActivity({ id, ...whoMovesWhom, ...where })
  const code = await program.joinCode({ id })
  for (const { api, people, came } of unions) {
    const joined = dice.id() as ActivityId
    await api.join({ id: joined, token: code.token })
    await api.attend({ id: joined, people: dice.some(people, came) })
    const door = await api.openDoor({ id: joined })
    await fillAnonymously(api, dice, door.token, came - 1, 3)
    await api.close({ id: joined })
  }
  const { token } = await program.openDoor({ id })
  await fillAnonymously(program, dice, token, 11, 11)
  await program.close({ id })
}

type Training = Pick<Held, 'topic' | 'title' | 'place'> & { heldOn: Day; sector: string }
type Group = { api: Support; people: readonly PersonId[]; came: number; counted: number }

/** A training of a quarter that is over: one organization holds it, the others join it, each notes its own people, and it is closed. */
export const seedTraining = async (
  host: Support,
  groups: readonly Group[],
  dice: Dice,
  { heldOn, sector, ...training }: Training,
) => {
  const held = dice.id() as ActivityId
  const where = { heldOn, stateCode: '11', sector }
  await host.keepActivity({ id: held, kind: 'training', audience: 'all', ...training, ...where })
  const others = groups.filter(({ api }) => api !== host)
  const code = others.length > 0 ? await host.joinCode({ id: held }) : undefined
  for (const { api, people, came, counted } of groups) {
    const id = api === host ? held : (dice.id() as ActivityId)
    if (code && api !== host) await api.join({ id, token: code.token })
    await api.attend({ id, people: dice.some(people, came) })
    await api.count({ id, countId: dice.id(), people: counted })
    await api.close({ id })
  }
  if (groups.every(({ api }) => api !== host)) await host.close({ id: held })
}

/** Those who scanned the code at the door, one after another: what they thought of it, and what they told about themselves. */
const fillAnonymously = async (api: Support, dice: Dice, token: string, people: number, scans: number) => {
  for (let scan = 0; scan < scans; scan++) await api.arrive({ token, id: dice.id() })
  const about = answersOf(dice, people)
  for (let person = 0; person < people; person++) {
    const useful = dice.weighted(grades)
    const clear = dice.weighted(grades)
    await api.evaluate({ token, id: dice.id(), useful, clear, willUse: dice.chance(0.84) })
    await api.answer({ token, id: dice.id(), answers: about[person]! })
  }
}

const grades = [
  [5, 12],
  [4, 8],
  [3, 3],
  [2, 1],
] as const

// In halves and thirds, so that a workshop of some twenty reaches the least group that is shown.
const shares: { [Question in SelfQuestion]?: readonly (readonly [string, number])[] } = {
  gender: [
    ['woman', 0.6],
    ['man', 0.4],
  ],
  age: [
    ['15-29', 0.38],
    ['30-44', 0.36],
    ['45-59', 0.26],
  ],
  migrant: [
    ['no', 0.74],
    ['yes', 0.26],
  ],
}

const answersOf = (dice: Dice, people: number): SelfAnswers[] => {
  const answers: Record<string, string>[] = Array.from({ length: people }, () => ({}))
  for (const [question, split] of Object.entries(shares)) {
    const given = split.flatMap(([answer, share]) => Array<string>(Math.round(share * people)).fill(answer))
    for (const [at, answer] of dice.some(given, people).entries()) answers[at]![question] = answer
  }
  return answers as SelfAnswers[]
}
