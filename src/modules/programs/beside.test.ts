import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Definition } from '#platform/facts/definition.ts'
import { type FactKinds, recordFacts } from '#platform/facts/fact.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { organizationFacts } from '../organizations/facts.ts'
import { supportFacts } from '../support/facts.ts'
import { clashOf, shapeOf } from './figures/beside.ts'
import { sumsOf, termsIn } from './figures/terms.ts'
import { problemsOf } from './problems.ts'
import { content, draftOf, giveFacts, newAward, shareWith, sign } from './testing.ts'

// What was worked out by subtracting one published number from another, before each kind of fact was counted in one way only.

const kinds: FactKinds = { ...organizationFacts, ...supportFacts }
type Where = Extract<Definition['measure'], { measure: 'flow' }>['where']
const facts = (kind: string, where: Where = []) => ({ kinds: [kind], where })
const flow = (kind: string, where: Where = []) => ({
  measure: 'flow' as const,
  of: 'facts' as const,
  ...facts(kind, where),
})
const people = (kind: string, where: Where = []) => ({
  measure: 'distinct' as const,
  of: 'subjects' as const,
  ...facts(kind, where),
})
const stock = (ended: Where = [], began: Where = []) => ({
  measure: 'stock' as const,
  began: facts('leader.named', began),
  ended: facts('leader.left', ended),
})
const by = (dimension: string, ...values: string[]) => ({ dimension, in: values })
const define = (measure: Definition['measure'], ...breakdown: string[]): Definition => ({
  measure,
  breakdown,
})

describe('side by side', () => {
  const clash = (one: Definition, other: Definition, calendars = ['period.3.1', 'period.3.1']) => {
    const shapes = [one, other].map((definition, at) =>
      termsIn(sumsOf(definition, kinds)).map((term) => shapeOf(term, calendars[at])),
    )
    return shapes[0]!.flatMap((shape) => shapes[1]!.flatMap((known) => clashOf(shape, known, kinds) ?? []))[0]
  }

  test('a kind that is not public stands in one way of counting only', () => {
    const way = { clash: 'way', name: 'leader.left' }
    expect(clash(define(flow('leader.left')), define(stock()))).toEqual(way)
    expect(clash(define(people('leader.left')), define(flow('leader.left')))).toEqual(way)
    const swapped = { ...stock(), began: facts('leader.left'), ended: facts('leader.named') }
    expect(clash(define(swapped), define(stock()))).toMatchObject({ clash: 'way' })
    const took = {
      measure: 'duration' as const,
      from: ['leader.named'],
      to: ['leader.left'],
      thread: 'subject',
      statistic: 'median' as const,
    }
    expect(clash(define(took), define(stock()))).toMatchObject({ clash: 'way' })
    const both = { ...people('leader.left'), kinds: ['leader.left', 'leader.named'] }
    expect(clash(define(both), define(people('leader.left')))).toEqual(way)
    expect(clash(define(stock([by('sex', 'woman')], [by('sex', 'woman')])), define(stock()))).toBeUndefined()
    expect(clash(define(flow('leader.left')), define(flow('leader.named')))).toBeUndefined()
  })

  test('a dimension is read value by value or as one group, and time by one calendar', () => {
    const group = define(people('activity.attended', [by('state', '11', '22')]))
    const value = define(people('activity.attended', [by('state', '11')]))
    const other = define(people('activity.attended', [by('state', '11', '24')]))
    expect(clash(value, group)).toEqual({ clash: 'cut', name: 'state' })
    expect(clash(other, group)).toEqual({ clash: 'cut', name: 'state' })
    expect(clash(group, group)).toBeUndefined()
    expect(clash(value, define(people('activity.attended'), 'state'))).toBeUndefined()
    expect(clash(value, value, ['period.3.1', 'period.6.4'])).toEqual({ clash: 'cut', name: 'period' })
  })

  test('what is public from the start keeps nothing, and is counted in every way', () => {
    expect(
      clash(define(flow('activity.held')), define({ ...people('activity.held'), of: 'records' })),
    ).toBeUndefined()
  })

  test('one definition is held to the same', () => {
    const problems = (definition: Definition) => problemsOf(definition, kinds).map(({ problem }) => problem)
    expect(problems(define(stock([by('sex', 'woman')])))).toEqual(['ended_otherwise'])
    expect(problems(define(stock([by('sex', 'man', 'woman')], [by('sex', 'woman', 'man')])))).toEqual([])
    expect(problems(define({ measure: 'ratio', part: flow('leader.left'), whole: stock() }))).toEqual([
      'two_ways',
    ])
    expect(problems(define(flow('leader.left', [by('sex', 'woman')]), 'sex'))).toEqual(['cut_twice'])
    expect(problems(define(flow('leader.left', [by('sex', 'woman', 'man')]), 'sex'))).toEqual(['cut_twice'])
    const twice = [by('state', '11'), by('state', '22')]
    expect(problems(define(flow('activity.held', twice)))).toEqual(['cut_twice'])
    const mean = {
      measure: 'duration' as const,
      from: ['leader.named'],
      to: ['leader.left'],
      thread: 'subject',
      statistic: 'mean' as const,
    }
    expect(problems(define(mean))).toEqual(['mean_subtracts'])
    expect(problems(define({ ...mean, statistic: 'median' }))).toEqual([])
  })
})

describe('three unions in which one man and two women left', () => {
  let world: World
  let pia: Person
  let vera: Person
  let unions: Person[]
  const award = newAward('SC1')
  const halves = newAward('SC2', { calendar: 'us-federal-halves' })
  const period = 'FY2026-Q2'
  const lead = (
    who: Person,
    kind: 'leader.named' | 'leader.left',
    count: number,
    sex: string,
    day = '2026-02-10',
  ) =>
    giveFacts(world, who, (actor, tx) =>
      recordFacts(
        tx,
        actor,
        organizationFacts,
        Array.from({ length: count }, () => ({
          kind,
          happenedOn: day,
          source: 'test',
          recordId: randomUUID(),
          subjectId: randomUUID(),
          dimensions: { state: '11', sector: 'auto_parts', committee: 'plant', sex },
        })),
      ),
    )
  const drafted = async (definition: Definition, awardId = award.id) => {
    const [indicatorId, id] = [randomUUID(), randomUUID()]
    const title = { es: 'Otro', en: 'Another' }
    const indicator = {
      id: indicatorId,
      awardId,
      code: `X-${indicatorId.slice(0, 8)}`,
      level: 'outcome' as const,
      title,
      position: 9,
    }
    await pia.api.programs.keepIndicator(indicator)
    const draft = { id, indicatorId, content: content(definition) }
    const refused = await refusalOf(pia.api.programs.draftDefinition(draft))
    const { problems } = await pia.api.programs.checkDefinition({ counted: definition, indicatorId })
    return { refused, problems, id }
  }
  const published = async (awardId: string, of: string) => {
    await pia.api.programs.publishFigures({ awardId, period: of })
    const { figures } = await pia.api.programs.figures({ awardId, period: of })
    return figures.filter(({ definition }) => definition !== null)
  }

  beforeAll(async () => {
    world = await newWorld()
    pia = await world.join(await world.organization('Programa', 'program'), 'Pía', 'program_officer')
    const funder = await world.organization('Fondo', 'funder')
    vera = await world.join(funder, 'Vera', 'funder_officer')
    const names = ['Alba', 'Brisa', 'Coral']
    unions = await Promise.all(
      names.map(async (name) => world.join(await world.organization(name), `${name} Uno`, 'owner')),
    )
    for (const one of [award, halves]) {
      await pia.api.programs.keepAward(one)
      const { token } = await vera.api.organizations.connect({ id: randomUUID() })
      await pia.api.programs.linkFunder({ awardId: one.id, token })
    }
    for (const who of unions) {
      await lead(who, 'leader.named', 20, 'woman')
      await lead(who, 'leader.named', 20, 'man')
    }
    for (const [who, sex] of [
      [unions[0]!, 'man'],
      [unions[1]!, 'woman'],
      [unions[2]!, 'woman'],
    ] as const)
      await lead(who, 'leader.left', 1, sex)
    await shareWith(pia, unions, ['leader.named', 'leader.left'], ['state', 'sex'])
  }, 60_000)
  afterAll(() => world.end())

  test('are not found by two stocks that take off different people, nor by a draft', async () => {
    for (const left of [by('sex', 'woman'), by('sex', 'man'), by('state', '22')]) {
      const { refused, problems } = await drafted(define(stock([left])))
      expect(refused).toBe('programs.not-countable')
      expect(problems).toMatchObject([{ problem: 'ended_otherwise', name: 'leader.left' }])
    }
  })

  test('are not found by the stock of two quarters and what began between them', async () => {
    await draftOf(world, [pia, vera], award.id, 'STOCK', define(stock(), 'sex'))
    const [before] = await published(award.id, period)
    expect(before!.figure!.value).toEqual({ kind: 'shown', value: 117 })
    for (const who of unions) await lead(who, 'leader.named', 14, 'woman', '2026-05-10')
    await lead(unions[2]!, 'leader.left', 1, 'woman', '2026-05-12')
    const { refused, problems } = await drafted(define(flow('leader.named')))
    expect(refused).toBe('programs.not-countable')
    expect(problems).toMatchObject([{ problem: 'beside', name: 'leader.named' }])
    expect(problems[0]!.text.es).toMatch(/^La cifra STOCK ya cuenta «Persona nombrada/)
    expect(problems[0]!.text.en).toMatch(/^The figure STOCK already counts “Person named/)
  })

  test('nor by what was written before the stock was published: it is withheld, with the reason in both languages', async () => {
    // Written past the desk, as it could have been before the desk asked.
    const [indicatorId, id] = [randomUUID(), randomUUID()]
    await pia.api.programs.keepIndicator({
      id: indicatorId,
      awardId: award.id,
      code: 'NAMED',
      level: 'outcome',
      title: { es: 'Nombradas', en: 'Named' },
      position: 9,
    })
    await pia.api.programs.draftDefinition({
      id,
      indicatorId,
      content: content(define(flow('activity.attended'))),
    })
    await world.owner.query(
      `update definitions set content = jsonb_set(content, '{counted}', $2) where id = $1`,
      [id, JSON.stringify(define(flow('leader.named')))],
    )
    await sign([pia, vera], id)
    const named = (await published(award.id, 'FY2026-Q3')).find(({ code }) => code === 'NAMED')!
    expect(named.figure).toBeNull()
    expect(named.withheld!.es).toMatch(/restando una de otra/)
    expect(named.withheld!.en).toMatch(/subtracting one from the other/)
    const { periods } = await pia.api.programs.impact({ id })
    expect(periods.every(({ after }) => after.kind === 'none')).toBe(true)
  }, 60_000)

  test('nor by another award that cuts the year in halves', async () => {
    const { refused } = await drafted(define(stock()), halves.id)
    expect(refused).toBe('programs.not-countable')
  })

  test('nor by two presses that begin at once and cannot see each other’s release', async () => {
    const other = newAward('SC3')
    await pia.api.programs.keepAward(other)
    const write = async (awardId: string, code: string, measure: Definition['measure']) => {
      const [indicatorId, id] = [randomUUID(), randomUUID()]
      const title = { es: code, en: code }
      await pia.api.programs.keepIndicator({
        id: indicatorId,
        awardId,
        code,
        level: 'outcome',
        title,
        position: 9,
      })
      await pia.api.programs.draftDefinition({
        id,
        indicatorId,
        content: content(define(flow('activity.held'))),
      })
      await world.owner.query(
        `update definitions set content = jsonb_set(content, '{counted}', $2) where id = $1`,
        [id, JSON.stringify(define(measure))],
      )
    }
    await write(other.id, 'FLOW', flow('activity.attended'))
    await write(award.id, 'PEOPLE', people('activity.attended'))
    const both = await Promise.all([
      published(other.id, period).then((seen) => seen.find(({ code }) => code === 'FLOW')!),
      published(award.id, period).then((seen) => seen.find(({ code }) => code === 'PEOPLE')!),
    ])
    expect(both.filter(({ withheld }) => withheld !== null)).toHaveLength(1)
  }, 60_000)
})
