import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barrage, target } from './testing/barrage.ts'
import { newWorld, refusalOf, type World } from './testing/world.ts'

// A seeded sample of `npm run prove -- input`.

let world: World

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test('a day before the database’s first, and half a character, are said to be not understood', async () => {
  const org = await world.organization('Sindicato Cedro')
  const { api } = await world.join(org, 'Ana', 'owner')
  const committee = { id: randomUUID() as never, name: 'Mesa', kind: 'section' as const, stateCode: '11' }
  const keep = (begunOn: string) =>
    api.organizations.keepCommittee({ ...committee, sector: 'auto', begunOn, actaOn: null } as never)
  expect(await refusalOf(keep('0000-01-01'))).toBe('invalid')
  await keep('2026-01-01')
  const map = (nombre: string) =>
    api.people.keepMapping({ digest: 'a'.repeat(64) as never, columns: { nombre } })
  expect(await refusalOf(map('\ud800'))).toBe('invalid')
  await map('name')
  expect(world.faults).toEqual([])
})

test('no input is a fault, every refusal is catalogued in both languages, and what is refused changes nothing', async () => {
  const { sent, refused, wrong, slowestMs } = await barrage(await target(world), 3_000, 1)
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(3_000)
  expect(refused).toBeGreaterThan(sent / 2)
  expect(refused).toBeLessThan(sent)
  expect(slowestMs).toBeLessThan(5_000)
}, 120_000)
