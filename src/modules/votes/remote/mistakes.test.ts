import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotOf, boxOf, frozenVote, type Held } from '../../../testing/boxes.ts'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import { newLanes } from './lanes.ts'

let world: World
let ana: Person
let held: Held

const wrong = (at: number) =>
  ballotOf(held.election, held.codes[at]!, 0).text.replace(
    /"response":"(\d)/,
    (_, digit) => `"response":"${(Number(digit) % 9) + 1}`,
  )
const tally = async (answers: readonly Promise<string>[]) => {
  const seen: Record<string, number> = {}
  for (const code of await Promise.all(answers)) seen[code] = (seen[code] ?? 0) + 1
  return seen
}

beforeAll(async () => {
  world = await newWorld()
  world.stop()
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const vote = await frozenVote(world, ana, { remote: 12 })
  held = await boxOf(world, ana, vote, { remote: 12 })
  await ana.api.votes.open({ id: vote.voteId })
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

test('an address that sent wrong ballots is told to wait before any more is verified, even a right one', async () => {
  const api = world.client({})
  const bad = wrong(0)
  const cast = (text: string) => refusalOf(api.remote.cast({ uuid: held.uuid, text }))
  // All at once, as somebody would who wants the server to verify for them: 60, and those already in hand.
  const seen = await tally(Array.from({ length: 150 }, () => cast(bad)))
  expect(seen['ballot.wrong']).toBeLessThanOrEqual(60 + 32)
  expect(seen['slow-down']).toBeGreaterThanOrEqual(150 - 60 - 32)
  const right = ballotOf(held.election, held.codes[1]!, 0).text
  expect(await cast(right)).toBe('slow-down')
  world.pass(6 * 60_000)
  expect(await api.remote.cast({ uuid: held.uuid, text: right })).toMatchObject({ replaces: false })
})

test('work for one address waits in line, and for another it does not; one that fails gives its place back', async () => {
  const lanes = newLanes(2)
  const ends: (() => void)[] = []
  const begun: string[] = []
  const long = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.push(() => resolve(name)))
  }
  const results = ['a', 'b', 'c'].map((name) => lanes.inTurn('plant', long(name)))
  const fails = lanes.inTurn('plant', () => Promise.reject(new Error('no')))
  const other = lanes.inTurn('home', long('d'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toEqual(['a', 'b', 'd'])
  ends[0]!()
  await results[0]
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toEqual(['a', 'b', 'd', 'c'])
  for (const end of ends) end()
  await expect(fails).rejects.toThrow('no')
  expect(await Promise.all([...results, other])).toEqual(['a', 'b', 'c', 'd'])
})
