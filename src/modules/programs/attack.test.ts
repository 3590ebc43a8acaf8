import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Counted, Definition } from '#platform/facts/definition.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import { type Known, rangeOf, type Sum } from '../../../packages/disclosure/test/linear.ts'
import { randomOf } from '../../../packages/disclosure/test/people.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { organizationFacts } from '../organizations/facts.ts'
import { content, giveFacts, newAward, shareWith } from './testing.ts'

// Random programs publish whatever definitions come, some written past the desk; then everything that can be read of all of them
// together is taken as equations over the facts, and no small number may follow. Set HISTORIES to run more (prove/figures.ts).

const histories = Number(process.env.HISTORIES ?? 3)
const firstSeed = Number(process.env.SEED ?? 1)
const kindNames = ['leader.named', 'leader.left'] as const
const quarters = [
  { id: 'FY2026-Q1', day: '2025-11-12' },
  { id: 'FY2026-Q2', day: '2026-02-12' },
  { id: 'FY2026-Q3', day: '2026-05-12' },
] as const
const sexes = ['woman', 'man'] as const
const states = ['11', '22'] as const
/** Of leaders: fewer are hidden. */
const threshold = 10

type Where = Extract<Definition['measure'], { measure: 'flow' }>['where']
type At = Readonly<Record<string, string>>
type Dice = () => number

let world: World
let pia: Person
let unions: Person[]
beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa', 'program'), 'Pía', 'program_officer')
  unions = []
  for (const name of ['Alba', 'Brisa', 'Coral'])
    unions.push(await world.join(await world.organization(name), name, 'owner'))
  await shareWith(pia, unions, [...kindNames], ['state', 'sex'])
}, 60_000)
afterAll(() => world.end())

test('no small number follows from everything a program publishes, however its indicators are chosen', async () => {
  let told = 0
  let attacked = 0
  const found: string[] = []
  for (let at = 0; at < histories; at++) {
    const seed = firstSeed + at
    const dice = randomOf(7_919 * seed)
    const truth = await anew(dice)
    const award = newAward(`AT-${seed}`)
    await pia.api.programs.keepAward(award)
    for (let code = 0; code < 5; code++)
      await write(pia, award.id, `I-${code}`, randomDefinition(dice), dice() < 0.5)
    for (const { id } of quarters.slice(1))
      await pia.api.programs.publishFigures({ awardId: award.id, period: id })
    const known = await readAll(pia, award.id)
    told += known.length
    for (const { name, sum } of secrets()) {
      const value = [...sum].reduce((total, [cell, times]) => total + times * (truth.get(cell) ?? 0), 0)
      if (value <= 0 || value >= threshold) continue
      attacked++
      const range = rangeOf([...known, ...always], sum)
      if (range === null) found.push(`${seed}: what was published contradicts itself`)
      else if (range.high - range.low < 1) found.push(`${seed}: ${name} is ${range.low}, ${value} in truth`)
    }
  }
  // The control: numbers were read, and small ones were there to be found.
  expect(told).toBeGreaterThan(histories * 2)
  expect(attacked).toBeGreaterThan(histories * 5)
  console.log(JSON.stringify({ histories, told, attacked, found: found.length }))
  expect(found).toEqual([])
}, 3_600_000)

/** The same people begin again, as if nothing had been published: three unions with leaders named and gone in three quarters. */
const anew = async (dice: Dice) => {
  await world.owner.query(
    'truncate releases, published_figures, definitions, indicators, awards, facts cascade',
  )
  const truth = new Map<string, number>()
  for (const union of unions) {
    const facts = cells().flatMap(({ kind, quarter, sex, state }) => {
      const count = Math.floor(dice() * (kind === 'leader.named' ? 16 : 3))
      const cell = cellName(kind, quarter, sex, state)
      truth.set(cell, (truth.get(cell) ?? 0) + count)
      return Array.from({ length: count }, () => ({
        kind,
        happenedOn: quarters.find(({ id }) => id === quarter)!.day,
        source: 'test',
        recordId: randomUUID(),
        subjectId: randomUUID(),
        dimensions: { state, sex, sector: 'auto_parts', committee: 'plant' },
      }))
    })
    await giveFacts(world, union, (actor, tx) => recordFacts(tx, actor, organizationFacts, facts))
  }
  return truth
}

const cells = () =>
  kindNames.flatMap((kind) =>
    quarters.flatMap(({ id: quarter }) =>
      sexes.flatMap((sex) => states.map((state) => ({ kind, quarter, sex, state }))),
    ),
  )
const cellName = (...names: string[]) => names.join(' ')

const randomDefinition = (dice: Dice): Definition => {
  const pick = <T>(...some: T[]): T => some[Math.floor(dice() * some.length)]!
  const where = (): Where =>
    pick<Where>(
      [],
      [],
      [{ dimension: 'sex', in: ['woman'] }],
      [{ dimension: 'state', in: ['11'] }],
      [{ dimension: 'state', in: ['11', '22'] }],
    )
  const flow = (kind: string, by: Where) => ({
    measure: 'flow' as const,
    of: 'facts' as const,
    kinds: [kind],
    where: by,
  })
  const people = (kind: string, by: Where) => ({
    measure: 'distinct' as const,
    of: 'subjects' as const,
    kinds: [kind],
    where: by,
  })
  const stock = (began: Where, ended: Where) => ({
    measure: 'stock' as const,
    began: { kinds: ['leader.named'], where: began },
    ended: { kinds: ['leader.left'], where: ended },
  })
  const counted = (by: Where) =>
    pick<Counted>(
      flow('leader.named', by),
      flow('leader.left', by),
      people('leader.left', by),
      stock(by, by),
      stock(by, where()),
    )
  const whole = counted([])
  const measure = pick<Definition['measure']>(
    counted(where()),
    counted(where()),
    whole.measure === 'stock' && whole.ended
      ? { measure: 'ratio', part: stock(women, women), whole: stock([], []) }
      : counted(where()),
  )
  return { measure, breakdown: pick([], ['sex'], ['state'], ['sex', 'state']) }
}
const women: Where = [{ dimension: 'sex', in: ['woman'] }]

/** Written at the desk, which may refuse it; or past it, as if the desk had not asked. */
const write = async (pia: Person, awardId: string, code: string, definition: Definition, past: boolean) => {
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
  const harmless: Definition = {
    measure: { measure: 'flow', of: 'facts', kinds: ['activity.held'], where: [] },
    breakdown: [],
  }
  const draft = { id, indicatorId, content: content(past ? harmless : definition) }
  const answer = await refusalOf(pia.api.programs.draftDefinition(draft)).catch(() => null)
  if (past)
    await world.owner.query(
      `update definitions set content = jsonb_set(content, '{counted}', $2) where id = $1`,
      [id, JSON.stringify(definition)],
    )
  return answer
}

/** Every number that can be read, as an equation over the facts. */
const readAll = async (pia: Person, awardId: string): Promise<Known[]> => {
  const known: Known[] = []
  const versions = new Map<string, Definition>()
  const { rows } = await world.owner.query<{ id: string; counted: Definition }>(
    `select id, content->'counted' as counted from definitions where award_id = $1`,
    [awardId],
  )
  for (const { id, counted } of rows) versions.set(id, counted)
  for (const { id: quarter } of quarters.slice(1)) {
    const { figures } = await pia.api.programs.figures({ awardId, period: quarter })
    for (const { figure, definition } of figures) {
      const counted = versions.get(definition?.id ?? '')
      if (!figure || !counted) continue
      for (const { at, value, base } of [
        { at: {}, value: figure.value, base: figure.base },
        ...figure.rows,
      ]) {
        if (value.kind !== 'shown') continue
        const { measure } = counted
        const equal = (sum: Sum, number: number) =>
          known.push({ sum, min: number - 1e-6, max: number + 1e-6 })
        if (measure.measure === 'ratio') {
          if (base.kind !== 'shown') continue
          equal(sumOf(measure.whole, quarter, at), base.value)
          equal(sumOf(measure.part, quarter, at), value.value * base.value)
        } else equal(sumOf(measure, quarter, at), value.value)
      }
    }
  }
  return known
}

/** What a measure adds up, at some values of its breakdown. Each of these people has one post, so that people are facts. */
const sumOf = (measure: Definition['measure'], quarter: string, at: At): Sum => {
  if (measure.measure === 'stock') {
    const until = quarters.slice(0, quarters.findIndex(({ id }) => id === quarter) + 1)
    return new Map(
      until.flatMap(({ id }) => [
        ...chosen('leader.named', id, measure.began.where, at, 1),
        ...chosen('leader.left', id, measure.ended?.where ?? [], at, -1),
      ]),
    )
  }
  if (measure.measure !== 'flow' && measure.measure !== 'distinct') throw new Error('not attacked')
  return new Map(chosen(measure.kinds[0]!, quarter, measure.where, at, 1))
}

const chosen = (kind: string, quarter: string, where: Where, at: At, times: number): [string, number][] =>
  cells()
    .filter((cell) => cell.kind === kind && cell.quarter === quarter)
    .filter((cell) => where.every(({ dimension, in: values }) => values.includes(cell[dimension as 'sex'])))
    .filter((cell) => Object.entries(at).every(([dimension, value]) => cell[dimension as 'sex'] === value))
    .map((cell) => [cellName(cell.kind, cell.quarter, cell.sex, cell.state), times])

/** Every number of facts in a quarter, of everybody and of each group. */
const secrets = () =>
  kindNames.flatMap((kind) =>
    quarters.slice(1).flatMap(({ id }) =>
      [
        {},
        ...sexes.map((sex) => ({ sex })),
        ...states.map((state) => ({ state })),
        ...sexes.flatMap((sex) => states.map((state) => ({ sex, state }))),
      ].map((at: At) => ({
        name: `${kind} ${id} ${JSON.stringify(at)}`,
        sum: new Map(chosen(kind, id, [], at, 1)),
      })),
    ),
  )

/** Every cell is there to be bounded, even where nothing was published of it. */
const always: Known[] = cells().map(({ kind, quarter, sex, state }) => ({
  sum: new Map([[cellName(kind, quarter, sex, state), 1]]),
  min: 0,
}))
