import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Definition } from '#platform/facts/definition.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import { kinds } from '../../server.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { draftOf, giveFacts, newAward, shareWith } from './testing.ts'

let world: World
let pia: Person
let vera: Person
let unions: Person[]
const award = newAward('SC8')
const period = 'FY2026-Q2'

const record = (who: Person, kind: string, state: string, people: number, dimensions = {}) =>
  giveFacts(world, who, (actor, tx) =>
    recordFacts(
      tx,
      actor,
      kinds,
      Array.from({ length: people }, () => ({
        kind,
        happenedOn: '2026-02-11',
        source: 'test',
        recordId: randomUUID(),
        subjectId: randomUUID(),
        dimensions: { state, ...dimensions },
      })),
    ),
  )

// Each came once: as many people as facts, in every state. Two of the states are small, and which one is hidden beside the
// smallest is for each table to choose.
beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa Raíz', 'program'), 'Pía', 'program_officer')
  vera = await world.join(await world.organization('Fondo Norte', 'funder'), 'Vera', 'funder_officer')
  unions = [
    await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner'),
    await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner'),
    await world.join(await world.organization('Sindicato Cauce'), 'Inés', 'owner'),
  ]
  await pia.api.programs.keepAward(award)
  const { token } = await vera.api.organizations.connect({ id: randomUUID() })
  await pia.api.programs.linkFunder({ awardId: award.id, token })
  for (const union of unions) {
    for (const [state, people] of [
      ['11', 9],
      ['22', 6],
      ['24', 7],
    ] as const)
      await record(union, 'activity.attended', state, people)
    await record(union, 'leader.named', '11', 8, { sex: 'woman' })
    await record(union, 'leader.left', '11', 1, { sex: 'woman' })
  }
  await record(unions[0]!, 'activity.attended', '01', 2)
  await shareWith(pia, unions, ['activity.attended'], ['state'])
  await shareWith(pia, unions, ['leader.named', 'leader.left'], ['state', 'sex'])
}, 60_000)
afterAll(() => world.end())

const come = { kinds: ['activity.attended'], where: [] }
const people: Definition['measure'] = { measure: 'distinct', of: 'subjects', ...come }
const times: Definition['measure'] = { measure: 'flow', of: 'facts', ...come }

const published = async (code: string, definition: Definition) => {
  await draftOf(world, [pia, vera], award.id, code, definition)
  await pia.api.programs.publishFigures({ awardId: award.id, period })
  const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
  return figures.find((one) => one.code === code)!
}

describe('two ways of counting the same facts', () => {
  test('do not both come out, in parts or whole: where the totals are alike, one would show what the other hides', async () => {
    const first = await published('OTC-1', { measure: people, breakdown: ['state'] })
    expect(first.figure!.rows.filter(({ value }) => value.kind === 'hidden').length).toBeGreaterThan(1)
    const filtered = { ...times, where: [{ dimension: 'state', in: ['24'] }] } as Definition['measure']
    for (const [code, definition] of [
      ['OTC-2', { measure: times, breakdown: ['state'] }],
      ['OTC-3', { measure: filtered, breakdown: [] }],
      ['OTC-4', { measure: times, breakdown: [] }],
    ] as [string, Definition][])
      expect(await refusalOf(published(code, definition))).toBe('programs.not-countable')
  })
})

describe('a stock and what flows into it', () => {
  test('do not both come out: what stands and who came would tell how few left', async () => {
    const named = { kinds: ['leader.named'], where: [] }
    const left = { kinds: ['leader.left'], where: [] }
    const flow = await published('OTC-5', {
      measure: { measure: 'flow', of: 'facts', ...named },
      breakdown: [],
    })
    expect(flow.figure!.value).toEqual({ kind: 'shown', value: 24 })
    const stock = published('OTC-6', {
      measure: { measure: 'stock', began: named, ended: left },
      breakdown: [],
    })
    expect(await refusalOf(stock)).toBe('programs.not-countable')
  })
})
