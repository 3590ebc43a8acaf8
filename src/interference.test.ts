import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '#platform/http/limits.ts'
import type { PersonId } from './modules/people/schema.ts'
import { router } from './server.ts'
import { type Ids, idsOf, sourceOf } from './testing/ids.ts'
import { sampleInputs } from './testing/inputs.ts'
import { phoneOf } from './testing/phone.ts'
import { requestOf } from './testing/requests.ts'
import { newUnion, type Union } from './testing/union.ts'
import { newWorld, type Person, type World } from './testing/world.ts'

// Non-interference (Goguen and Meseguer 1982): whatever happens beyond an organizer's reach, to people on other lists and in
// other organizations, every answer to that organizer stays the same to the last byte: counts, order, pages, error texts.

let world: World
let alba: Union
let brisa: Union
let known: Ids[]
let before: string[]
let beforeToOwner: string[]

beforeAll(async () => {
  world = await newWorld()
  ;[alba, brisa] = [await newUnion(world, 'ALBA'), await newUnion(world, 'BRISA')]
  known = [
    await idsOf(world.owner, alba, 0),
    await idsOf(world.owner, alba, 1),
    await idsOf(world.owner, brisa, 0),
  ]
  world.stop()
  before = await everyAnswerTo(alba.members.organizer)
  beforeToOwner = await everyAnswerTo(alba.members.owner)
})
afterAll(() => world.end())

const reads = operations(router).filter(
  ({ method, access }) => method === 'GET' && access.may.includes('organizer' as never),
)

const everyAnswerTo = async ({ headers }: Person): Promise<string[]> => {
  const answers: string[] = []
  for (const operation of reads) {
    const samples = known.flatMap((ids) => sampleInputs(operation, sourceOf(ids), 3))
    for (const input of samples) {
      const { url, init } = requestOf(operation, input, headers)
      const response = await world.app.request(url, init)
      answers.push(`${operation.name} ${url} ${response.status} ${await response.text()}`)
    }
  }
  return answers
}

type Beyond = { union: Union; list: 0 | 1 }

/** What may happen where the organizer of Alba's first list does not reach. */
const happenings: Record<string, (where: Beyond) => Promise<unknown>> = {
  meets: async ({ union, list }) => {
    const { campaignId, units, other, members, lists, people } = union
    const personId = randomUUID() as PersonId
    const phone = phoneOf(world, list === 1 ? other : members.organizer)
    const placed = { departmentId: units[0], shiftId: units[1], routeId: units[2] }
    people[list].push(personId)
    const person = {
      personId,
      campaignId,
      listId: lists[list],
      handle: 'la nueva',
      phone: '55 1234 5678',
      ...placed,
    }
    return phone.deliver([phone.write('person.add', person)])
  },
  talks: ({ union, list }) => {
    const phone = phoneOf(world, list === 1 ? union.other : union.members.organizer)
    const talk = {
      campaignId: union.campaignId,
      personId: some(union.people[list]),
      level: 1,
      concerns: ['wages'],
    }
    const said = {
      asked: 'sign',
      promised: 'will_sign',
      againOn: '2026-11-23',
      settles: null,
      way: 'face',
      note: 'en la parada',
    }
    return phone.deliver([phone.write('conversation.record', { ...talk, ...said })])
  },
  acts: ({ union, list }) => {
    const phone = phoneOf(world, list === 1 ? union.other : union.members.organizer)
    const action = {
      campaignId: union.campaignId,
      personId: some(union.people[list]),
      kind: 'signed',
      doneOn: '2026-11-20',
    }
    return phone.deliver([phone.write('action.note', action)])
  },
  moves: ({ union, list }) =>
    union.members.owner.api.campaigns.place({
      ...{ id: union.campaignId, personId: some(union.people[list]) },
      ...{ departmentId: null, shiftId: null, routeId: null },
    }),
  merges: ({ union, list }) => {
    const [keptId, goneId] = [union.people[list].at(-1)!, union.people[list].at(-2)!]
    return union.members.owner.api.campaigns.merge({ id: randomUUID(), keptId, goneId })
  },
  erases: ({ union, list }) => union.members.owner.api.people.erase({ id: union.people[list].pop()! }),
  names: ({ union, list }) =>
    union.members.owner.api.people.keepIdentity({
      ...{ id: some(union.people[list]), name: 'María Pérez', phone: '477 123 4500' },
      ...{ address: null, identifier: 'RFC1' },
    }),
  imports: async ({ union, list }) => {
    const { api } = union.members.coordinator
    const [id, importId] = [union.campaignId, randomUUID()]
    const placed = { departmentId: union.units[0], shiftId: null, routeId: null }
    const row = {
      id: randomUUID(),
      handle: 'importada',
      name: 'Ana Ruiz',
      phone: null,
      address: null,
      identifier: null,
    }
    await api.campaigns.openImport({ id, importId, source: 'csv', expected: 1, units: [] })
    const rows = [{ ...row, ...placed }]
    return api.campaigns.importPart({ id, importId, number: 0, listId: union.lists[list], leftOut: 0, rows })
  },
}

const some = <Item>(items: readonly Item[]): Item => items[items.length >> 1]!

test('what happens beyond an organizer’s reach changes no answer to that organizer', async () => {
  const places: (() => Beyond)[] = [
    () => ({ union: alba, list: 1 }),
    () => ({ union: brisa, list: 0 }),
    () => ({ union: brisa, list: 1 }),
  ]
  const happening = fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.constantFrom(...places))
  let happened = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 6 }), async (all) => {
      for (const [what, where] of all) {
        // Some cannot happen again, as merging somebody who is merged already.
        happened += await happenings[what]!(where()).then(
          () => 1,
          () => 0,
        )
      }
      expect(await everyAnswerTo(alba.members.organizer)).toEqual(before)
    }),
    { numRuns: 25, seed: 11, endOnFailure: true },
  )
  expect(happened).toBeGreaterThan(40)
  expect(before.length).toBeGreaterThan(60)
  expect(await everyAnswerTo(alba.members.owner)).not.toEqual(beforeToOwner)
})
