import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Definition } from '#platform/facts/definition.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { supportFacts } from '../support/facts.ts'
import { content, draftOf, giveFacts, newAward, shareWith, sign } from './testing.ts'

let world: World
let pia: Person
let fabiola: Person
let ana: Person
let elsa: Person
let vera: Person
const award = newAward('SC9')

const attendance: Definition = {
  measure: { measure: 'distinct', of: 'subjects', kinds: ['activity.attended'], where: [] },
  breakdown: ['sex'],
}

const attend = (who: Person, day: string, people: number, sex: 'woman' | 'man', state = '11') =>
  giveFacts(world, who, (actor, tx) =>
    recordFacts(
      tx,
      actor,
      supportFacts,
      Array.from({ length: people }, () => ({
        kind: 'activity.attended' as const,
        happenedOn: day,
        source: 'test',
        recordId: randomUUID(),
        subjectId: randomUUID(),
        dimensions: { state, sex, sector: 'auto_parts' },
      })),
    ),
  )

beforeAll(async () => {
  world = await newWorld()
  const program = await world.organization('Programa Raíz', 'program')
  pia = await world.join(program, 'Pía', 'program_officer')
  const funder = await world.organization('Fondo Norte', 'funder')
  fabiola = await world.join(funder, 'Fabiola', 'owner')
  vera = await world.join(funder, 'Vera', 'funder_officer')
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  await pia.api.programs.keepAward(award)
  await attend(ana, '2026-02-10', 12, 'woman')
  await attend(ana, '2026-02-10', 9, 'man')
  await attend(elsa, '2026-03-01', 8, 'woman')
  await attend(elsa, '2026-03-01', 7, 'man')
})
afterAll(() => world.end())

describe('the pact', () => {
  const indicatorId = randomUUID()
  const [first, second] = [randomUUID(), randomUUID()]

  test('a definition of what nobody records, or that never leaves a union, is refused with the reason', async () => {
    await pia.api.programs.keepIndicator({
      id: indicatorId,
      awardId: award.id,
      code: 'OTC-1',
      level: 'outcome',
      title: { es: 'Personas capacitadas', en: 'People trained' },
      position: 1,
    })
    const wrong = { ...attendance, breakdown: ['color'] }
    const draft = { id: first, indicatorId, content: content(wrong) }
    expect(await refusalOf(pia.api.programs.draftDefinition(draft))).toBe('programs.not-countable')
    const { problems } = await pia.api.programs.checkDefinition({ counted: wrong })
    expect(problems).toMatchObject([{ problem: 'unknown_dimension', name: 'color' }])
    expect(await refusalOf(vera.api.programs.draftDefinition(draft))).toBe('not-allowed')
  })

  test('the funder becomes a party by its own code, and each side writes its own reading', async () => {
    const { token } = await fabiola.api.organizations.connect({ id: randomUUID() })
    const linked = await pia.api.programs.linkFunder({ awardId: award.id, token })
    expect(linked).toEqual({ funderName: 'Fondo Norte' })
    await pia.api.programs.draftDefinition({ id: first, indicatorId, content: content(attendance) })
    await pia.api.programs.keepReading({ id: first, text: 'Quien vino al menos una vez.' })
    await vera.api.programs.keepReading({ id: first, text: 'Whoever completed the course.' })
    const seen = await vera.api.programs.definition({ id: first })
    expect(seen).toMatchObject({ side: 'funder', yourTurn: true, state: { state: 'draft' } })
    expect(seen.readings.map(({ side }) => side).toSorted()).toEqual(['funder', 'program'])
    expect(await refusalOf(ana.api.programs.definition({ id: first }))).toBe('missing')
  })

  test('one side disputes: both readings stay, and nothing is in force', async () => {
    await vera.api.programs.disputeDefinition({ id: first, reason: 'Attended is not completed.' })
    const seen = await pia.api.programs.definition({ id: first })
    expect(seen).toMatchObject({ state: { state: 'disputed', by: ['funder'] } })
    expect(seen.readings).toHaveLength(2)
    const change = { id: first, indicatorId, content: content(attendance, 'Otra cosa') }
    expect(await refusalOf(pia.api.programs.draftDefinition(change))).toBe('programs.frozen')
  })

  test('a text changed after it was opened is not signed; signed by both it is frozen and replaces what was before', async () => {
    const { digest } = await pia.api.programs.draftDefinition({
      id: second,
      indicatorId,
      content: content(attendance),
    })
    await pia.api.programs.draftDefinition({
      id: second,
      indicatorId,
      content: content(attendance, 'Quien vino.'),
    })
    expect(await refusalOf(vera.api.programs.signDefinition({ id: second, digest }))).toBe('programs.changed')
    await sign([pia, vera], second)
    const seen = await vera.api.programs.definition({ id: second })
    expect(seen).toMatchObject({ version: 2, state: { state: 'signed' } })
    expect(seen.versions.map(({ version, state }) => [version, state.state])).toEqual([
      [2, 'signed'],
      [1, 'superseded'],
    ])
    const again = vera.api.programs.disputeDefinition({ id: second, reason: 'No' })
    expect(await refusalOf(again)).toBe('programs.settled')
  })

  test('the sentence says what is counted, in both languages', async () => {
    const { words } = await pia.api.programs.definition({ id: second })
    expect(words.es).toBe(
      'Personas distintas en el periodo, contadas una sola vez en cada organización: «Persona que asistió a una actividad», por sexo.',
    )
    expect(words.en).toBe(
      'Different people in the period, each once within each organization: “Person who attended an activity”, by sex.',
    )
  })
})

describe('a figure', () => {
  const period = 'FY2026-Q2'

  test('is nothing before a union shares, and then what both gave', async () => {
    await shareWith(pia, [ana, elsa], ['activity.attended'], ['sex', 'state'])
    const { published, withheld } = await pia.api.programs.publishFigures({ awardId: award.id, period })
    expect({ published, withheld }).toEqual({ published: 1, withheld: 0 })
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
    expect(figures[0]).toMatchObject({
      code: 'OTC-1',
      figure: {
        unit: 'people',
        value: { kind: 'shown', value: 36 },
        rows: [
          { at: { sex: 'man' }, value: { kind: 'shown', value: 16 } },
          { at: { sex: 'woman' }, value: { kind: 'shown', value: 20 } },
        ],
      },
    })
  })

  test('of one union alone is that union’s secret', async () => {
    const code = await draftOf(world, [pia, vera], award.id, 'OTC-2', {
      measure: {
        measure: 'distinct',
        of: 'subjects',
        kinds: ['activity.attended'],
        where: [{ dimension: 'state', in: ['22'] }],
      },
      breakdown: [],
    })
    await attend(ana, '2026-02-12', 6, 'woman', '22')
    await pia.api.programs.publishFigures({ awardId: award.id, period })
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
    const figure = figures.find((one) => one.code === code)!
    expect(figure.figure!.value).toEqual({ kind: 'hidden' })
    expect(JSON.stringify(figures)).not.toContain('"value":6')
    const opened = await pia.api.programs.openFigure({ indicatorId: figure.indicatorId, period })
    expect(opened.evidence.map(({ facts }) => facts)).toEqual([{ kind: 'hidden' }])
  })

  test('that is a stock tells nothing of what began and ended within it', async () => {
    const code = await draftOf(world, [pia, vera], award.id, 'OTC-3', {
      measure: {
        measure: 'stock',
        began: { kinds: ['group.formed'], where: [] },
        ended: { kinds: ['group.dissolved'], where: [] },
      },
      breakdown: [],
    })
    await pia.api.programs.publishFigures({ awardId: award.id, period })
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
    const { indicatorId, figure } = figures.find((one) => one.code === code)!
    expect(figure).not.toBeNull()
    const opened = await pia.api.programs.openFigure({ indicatorId, period })
    expect(opened.evidence).toEqual([])
  })

  test('opens to its definition, its words and its evidence, and to no record of a union', async () => {
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
    const opened = await pia.api.programs.openFigure({ indicatorId: figures[0]!.indicatorId, period })
    expect(opened).toMatchObject({
      own: [],
      definition: { version: 2 },
      evidence: [{ kind: 'activity.attended' }],
    })
  })

  test('a union counts what it gives in its own whole numbers, and nobody else’s', async () => {
    const [sharing] = await ana.api.organizations.sharings()
    const span = { sharingId: sharing!.id, since: '2026-01-01', until: '2026-12-31' }
    expect(await ana.api.programs.mine(span)).toMatchObject([{ facts: 27, people: 27 }])
    expect(await refusalOf(elsa.api.programs.mine(span))).toBe('missing')
  })
})
