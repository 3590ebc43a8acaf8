import { afterAll, beforeAll, expect, test } from 'vitest'
import { barrage, target } from './testing/barrage.ts'
import { newWorld, type World } from './testing/world.ts'

// A seeded sample of `npm run prove -- input`.

let world: World

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test('no input is a fault, every refusal is catalogued in both languages, and what is refused changes nothing', async () => {
  const { sent, refused, wrong, slowestMs } = await barrage(await target(world), 3_000, 1)
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(3_000)
  expect(refused).toBeGreaterThan(sent / 2)
  expect(refused).toBeLessThan(sent)
  expect(slowestMs).toBeLessThan(5_000)
}, 120_000)
