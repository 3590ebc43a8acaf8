import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyAll } from '#platform/offline/apply.ts'
import type { FieldCall, OperationKinds } from '#platform/offline/operation.ts'
import { phoneOf } from '../../testing/phone.ts'
import { newUnion, type Union } from '../../testing/union.ts'
import { newWorld, type World } from '../../testing/world.ts'
import { campaignOperations } from './operations.ts'
import { campaignVersions, upToDate } from './versions.ts'

let world: World
let union: Union

beforeAll(async () => {
  world = await newWorld()
  union = await newUnion(world, 'ALBA')
})
afterAll(() => world.end())

/** What a phone wrote before it was asked how people talked. */
const asBefore = () => ({
  campaignId: union.campaignId,
  personId: union.people[0][0]!,
  level: 2,
  concerns: ['wages'],
  asked: null,
  promised: null,
  againOn: null,
  settles: null,
  note: 'escrita antes de actualizar',
})

describe('a phone that was not updated', () => {
  test('sends a conversation of version 1: it is kept once, and says that nobody asked how they talked', async () => {
    const carla = union.members.organizer
    const phone = phoneOf(world, carla)
    const written = phone.write('conversation.record', asBefore(), { version: 1 })
    for (const _ of [1, 2]) {
      const { outcomes } = await phone.deliver([written, written])
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    }
    const { conversations } = await carla.api.campaigns.person({
      id: union.campaignId as never,
      personId: union.people[0][0] as never,
    })
    const kept = conversations.filter(({ note }) => note === 'escrita antes de actualizar')
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ way: null, level: 2, concerns: ['wages'] })
  })

  test('is refused with a reason where no version ever wrote that, and by a server older than itself', async () => {
    const phone = phoneOf(world, union.members.organizer)
    const mixed = { ...asBefore(), way: 'face' }
    const { outcomes } = await phone.deliver([
      phone.write('conversation.record', mixed, { version: 1 }),
      phone.write('conversation.record', asBefore(), { version: 2 }),
      phone.write('conversation.record', null, { version: 1 }),
      phone.write('conversation.record', mixed, { version: 3 }),
    ])
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([
      'offline.not-understood',
      'offline.not-understood',
      'offline.not-understood',
      'offline.newer',
    ])
    expect(outcomes.every(({ sentence }) => (sentence ?? '').length > 20)).toBe(true)
  })

  test('writes a version that nothing upgrades any more: refused by its name, and nothing is applied', async () => {
    const { older: _, ...today } = campaignOperations['conversation.record']
    const kinds: OperationKinds = { 'conversation.record': today }
    const envelope = {
      id: randomUUID(),
      kind: 'conversation.record',
      version: 1,
      writtenAt: '',
      input: asBefore(),
    }
    const outcomes = await applyAll(kinds, {} as FieldCall, [{ envelope, writtenAt: new Date() }])
    expect(outcomes).toEqual([{ outcome: 'refused', refusal: 'offline.unknown' }])
  })
})

test('what a phone upgrades by itself is what the server would have made of it, and today’s version', () => {
  const draft = { kind: 'conversation.record', version: 1, input: asBefore() as unknown }
  const { version, input } = upToDate(draft)
  expect(version).toBe(campaignVersions['conversation.record'])
  expect(campaignOperations['conversation.record'].input.parse(input)).toEqual({ ...asBefore(), way: null })
  expect(upToDate({ kind: 'name.open', version: 1, input: { personId: 'x' } }).version).toBe(1)
})
