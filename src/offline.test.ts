import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { histories, liveHistory } from './testing/history.ts'
import { newUnion, type Union } from './testing/union.ts'
import { newWorld, type World } from './testing/world.ts'

// A seeded sample of `npm run prove -- offline`.

let world: World
let union: Union

beforeAll(async () => {
  world = await newWorld()
  union = await newUnion(world, 'ALBA')
})
afterAll(() => world.end())

test('whatever becomes of a phone’s deliveries, each operation is decided once, in the order it was written', async () => {
  const lives = fc.asyncProperty(histories, async (history) => {
    expect(await liveHistory(world, union, history)).toEqual([])
  })
  await fc.assert(lives, { seed: 2026, numRuns: 150 })
}, 120_000)
