import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Definition } from '#platform/facts/definition.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import { stateNamed } from '../companies/store.places.ts'
import sc from './data/two-programs.json' with { type: 'json' }
import { seedTwoPrograms } from './seed.ts'
import { draftOf } from './testing.ts'

// The two programs of the evaluation that this product answers to, loaded from a file through the real door; each figure is
// one that the evaluation prints.

let world: World
let pia: Person
let vera: Person
let awards: { sc2: string; sc3: string }
const period = 'FY2024-Q2'

beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa', 'program'), 'Pía', 'program_officer')
  const funder = await world.organization('Financiador', 'funder')
  const fabiola = await world.join(funder, 'Fabiola', 'owner')
  vera = await world.join(funder, 'Vera', 'funder_officer')
  awards = await seedTwoPrograms(
    pia.api.programs,
    (await fabiola.api.organizations.connect({ id: randomUUID() })).token,
  )
})
afterAll(() => world.end())

const figure = async (awardId: string, code: string) => {
  await pia.api.programs.publishFigures({ awardId, period })
  const { figures } = await pia.api.programs.figures({ awardId, period })
  return figures.find((one) => one.code === code)!
}
const records = (
  kind: string,
  where: Record<string, string[]> = {},
): Definition['measure'] & { measure: 'distinct' } => ({
  measure: 'distinct',
  of: 'records',
  kinds: [kind],
  where: Object.entries(where).map(([dimension, values]) => ({ dimension, in: values })),
})

describe('money and time', () => {
  test('20.75 million from two award actions, 30.75 million in all, and a dated extension', async () => {
    const seen = await pia.api.programs.awards()
    const by = (id: string) => seen.find((one) => one.id === id)!
    expect(by(awards.sc3).total).toEqual([{ currency: 'USD', amountCents: 20_750_000_00 }])
    expect(by(awards.sc3).actions.filter(({ kind }) => kind === 'obligation')).toHaveLength(2)
    expect(by(awards.sc3).endsOn).toBe('2026-07-31')
    expect((await pia.api.programs.overview()).inUsdCents).toBe(30_750_000_00)
  })
})

describe('places and sectors', () => {
  test('14 states together and 5 shared, from recorded work; a slip of the pen is no state of its own', async () => {
    const { states, sectors } = await pia.api.programs.overview()
    expect(states.any).toHaveLength(14)
    expect(states.shared).toHaveLength(5)
    expect(states.shared.map((code) => sc.shared_states.includes(code))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(sc.sc2.states.filter((name) => stateNamed(name)?.code === '02')).toEqual(['Baja, California'])
    expect(sectors.any).toHaveLength(9)
    expect(sectors.shared).toHaveLength(3)
  })

  test('a state is a program’s only by work recorded in it', async () => {
    const seen = (await pia.api.programs.awards()).find(({ id }) => id === awards.sc2)!
    expect(seen.activeStates).toHaveLength(6)
    expect(seen.plannedStates).toEqual([])
  })
})

describe('people and partners', () => {
  test('32 people and 32.0 FTE, 14.5 and 17.5; never 57', async () => {
    const seen = await pia.api.programs.overview()
    expect({ people: seen.people, fte: seen.fte }).toEqual({ people: 32, fte: 32 })
    const of = (id: string) => seen.fteByAward.find(({ awardId }) => awardId === id)
    expect(of(awards.sc2)).toMatchObject({ people: 27, fte: 14.5 })
    expect(of(awards.sc3)).toMatchObject({ people: 30, fte: 17.5 })
  })

  test('9 partners over 10 links, 5 academic; one without funds is none', async () => {
    const seen = await pia.api.programs.overview()
    expect(seen).toMatchObject({ partners: 9, partnerLinks: 10, academic: 5 })
    const all = await pia.api.programs.partners()
    expect(all).toHaveLength(10)
    expect(all.filter(({ implementing }) => !implementing)).toHaveLength(1)
  })
})

describe('figures under a definition', () => {
  test('“conducted or completed” against “completed”: 10 and fewer, both shown before anyone agrees', async () => {
    const code = await draftOf(world, [pia, vera], awards.sc3, 'CBA', {
      measure: records('reported.negotiation', { stage: ['begun', 'completed'] }),
      breakdown: [],
    })
    expect((await figure(awards.sc3, code)).figure!.value).toEqual({ kind: 'shown', value: 10 })
    const [indicator] = (await pia.api.programs.indicators({ awardId: awards.sc3 })).filter(
      (one) => one.code === code,
    )
    const id = randomUUID()
    const { content } = await pia.api.programs.definition({ id: indicator!.versions[0]!.id })
    const counted = { measure: records('reported.negotiation', { stage: ['completed'] }), breakdown: [] }
    await pia.api.programs.draftDefinition({
      id,
      indicatorId: indicator!.id,
      content: { ...content, counted },
    })
    const { periods, against } = await pia.api.programs.impact({ id })
    expect(against).toBe(1)
    expect(periods.find((one) => one.period === period)).toMatchObject({
      before: { kind: 'shown', value: 10 },
      after: { kind: 'shown', value: sc.negotiations.completed },
    })
  }, 60_000)

  test('40 % women among leaders against a target of 25 %, with both bases', async () => {
    const people = (
      where: { dimension: string; in: string[] }[],
    ): Definition['measure'] & { measure: 'distinct' } => ({
      measure: 'distinct',
      of: 'subjects',
      kinds: ['reported.leader'],
      where,
    })
    const code = await draftOf(world, [pia, vera], awards.sc3, 'WOMEN', {
      measure: { measure: 'ratio', part: people([{ dimension: 'sex', in: ['woman'] }]), whole: people([]) },
      breakdown: [],
    })
    const indicatorId = (await pia.api.programs.indicators({ awardId: awards.sc3 })).find(
      (one) => one.code === code,
    )!.id
    await pia.api.programs.keepTarget({ indicatorId, period, value: 0.25, cumulative: false })
    const seen = await figure(awards.sc3, code)
    expect(seen.figure).toMatchObject({
      unit: 'percent',
      value: { kind: 'shown', value: 0.4 },
      base: { kind: 'shown', value: sc.leaders.women + sc.leaders.men },
    })
    expect(seen.share).toBeCloseTo(1.6)
  })

  test('worker centers: 1 operational, 2 indirect, 3 inaugurated through partners', async () => {
    const code = await draftOf(world, [pia, vera], awards.sc3, 'CENTERS', {
      measure: records('reported.center'),
      breakdown: ['stage', 'relation'],
    })
    const { figure: shown } = await figure(awards.sc3, code)
    expect(
      shown!.rows.map(({ at, value }) => [at.stage, at.relation, value.kind === 'shown' && value.value]),
    ).toEqual(
      expect.arrayContaining([
        ['operational', 'direct', 1],
        ['operational', 'indirect', 2],
        ['inaugurated', 'through_partner', 3],
      ]),
    )
  })

  test('the two groups of two are hidden in anything that leaves', async () => {
    const inclusion = await draftOf(world, [pia, vera], awards.sc3, 'INCLUSION', {
      measure: { measure: 'distinct', of: 'subjects', kinds: ['reported.inclusion'], where: [] },
      breakdown: [],
    })
    const raised = await draftOf(world, [pia, vera], awards.sc3, 'RAISED', {
      measure: { measure: 'distinct', of: 'subjects', kinds: ['reported.interviewee'], where: [] },
      breakdown: ['topic'],
    })
    expect((await figure(awards.sc3, inclusion)).figure!.value).toEqual({ kind: 'hidden' })
    const { figure: shown } = await figure(awards.sc3, raised)
    expect(shown!.value).toEqual({ kind: 'shown', value: 86 })
    expect(shown!.rows.find(({ at }) => at.topic === 'age_groups')!.value).toEqual({ kind: 'hidden' })
    // What is left when the others are taken away would give it away.
    expect(shown!.rows.filter(({ value }) => value.kind === 'hidden').length).toBeGreaterThan(1)
  })
})
