import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFacts } from '#platform/facts/fact.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { supportFacts } from '../support/facts.ts'
import { lastNumber } from './figures/store.ts'
import { draftOf, giveFacts, newAward, shareWith } from './testing.ts'

type Progress = Awaited<ReturnType<Person['api']['programs']['progress']>>

let world: World
let pia: Person
let vera: Person
let ana: Person
let elsa: Person
const award = newAward('SC9')
const period = 'FY2026-Q2'
const reportId = randomUUID()
const story = {
  id: randomUUID(),
  awardId: award.id,
  title: 'El turno de noche',
  text: 'Antes firmábamos lo que fuera. Ahora leemos antes de firmar, y se nos responde.',
  language: 'es' as const,
  role: 'Delegada',
  sector: 'auto_parts',
  stateCode: '11',
  consent: 'role_sector' as const,
  audience: 'funder' as const,
  consentedOn: '2026-03-01',
  expiresOn: '2028-03-01',
}

const attend = (who: Person, people: number, sex: string, state = '11', day = '2026-02-10') =>
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
        dimensions: { state, sex },
      })),
    ),
  )

beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa Raíz', 'program'), 'Pía', 'program_officer')
  const funder = await world.organization('Fondo Norte', 'funder')
  const fabiola = await world.join(funder, 'Fabiola', 'owner')
  vera = await world.join(funder, 'Vera', 'funder_officer')
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  await pia.api.programs.keepAward(award)
  await pia.api.programs.linkFunder({
    awardId: award.id,
    token: (await fabiola.api.organizations.connect({ id: randomUUID() })).token,
  })
  await attend(ana, 14, 'woman')
  await attend(ana, 11, 'man')
  await attend(ana, 3, 'woman', '22')
  await attend(elsa, 9, 'woman')
  await attend(elsa, 12, 'man')
  await shareWith(pia, [ana, elsa], ['activity.attended'], ['sex', 'state'])
  const people = {
    measure: 'distinct' as const,
    of: 'subjects' as const,
    kinds: ['activity.attended'],
    where: [],
  }
  await draftOf(world, [pia, vera], award.id, 'OTC-1', { measure: people, breakdown: ['sex'] })
  await draftOf(world, [pia, vera], award.id, 'OTC-2', {
    measure: {
      measure: 'ratio',
      part: { ...people, where: [{ dimension: 'sex', in: ['woman'] }] },
      whole: people,
    },
    breakdown: [],
  })
  await draftOf(world, [pia, vera], award.id, 'OTC-3', { measure: people, breakdown: ['state'] })
})
afterAll(() => world.end())

describe('the quarter’s report', () => {
  test('of a template that does not exist is not begun, and one that lacks its words is not submitted', async () => {
    const begun = { id: reportId, awardId: award.id, period, template: 'nothing-such' }
    expect(await refusalOf(pia.api.programs.startReport(begun))).toBe('programs.template')
    await pia.api.programs.startReport({ ...begun, template: 'progress-quarter' })
    expect(await refusalOf(pia.api.programs.submitReport({ id: reportId }))).toBe('programs.report-lacks')
    const { lacks } = await pia.api.programs.report({ id: reportId })
    expect(lacks.filter(({ stops }) => stops).map(({ lack }) => lack)).toContain('no_text')
  })

  test('takes a story only with a consent in force, and says no more of whoever told it than was agreed', async () => {
    const open = { ...story, audience: 'public' as const, consent: 'role_sector_state' as const }
    expect(await refusalOf(pia.api.programs.keepStory(open))).toBe('programs.story-points')
    const over = { ...story, id: randomUUID(), expiresOn: '2026-04-01' }
    await pia.api.programs.keepStory(over)
    const choose = (stories: string[]) => pia.api.programs.chooseStories({ id: reportId, stories })
    expect(await refusalOf(choose([over.id]))).toBe('programs.story-consent')
    await pia.api.programs.keepStory(story)
    await choose([story.id])
    const [kept] = (await pia.api.programs.stories()).filter(({ id }) => id === story.id)
    expect(kept!.attribution.es).toBe('Delegada, Autopartes')
  })

  test('is written, submitted and frozen under a digest', async () => {
    for (const section of ['summary', 'constraints', 'next'])
      await pia.api.programs.keepText({
        id: reportId,
        section,
        text: { es: `Texto de ${section}. Con acentos: ñ, á.`, en: `Text of ${section}.` },
      })
    await pia.api.programs.keepTarget({
      indicatorId: (await pia.api.programs.indicators({ awardId: award.id }))[0]!.id,
      period,
      value: 60,
      cumulative: false,
    })
    const { digest, edition } = await pia.api.programs.submitReport({ id: reportId })
    expect({ edition, length: digest.length }).toEqual({ edition: 1, length: 64 })
    const late = { id: reportId, section: 'summary', text: { es: 'Otra cosa', en: 'Else' } }
    expect(await refusalOf(pia.api.programs.keepText(late))).toBe('programs.report-frozen')
    expect(await vera.api.programs.issued()).toMatchObject([{ edition: 1, digest, period }])
    expect(await ana.api.programs.issued()).toEqual([])
  })

  test('tells how far the counting has come to whoever asked for it, and to nobody else', async () => {
    const follow = randomUUID()
    const told: { own: Progress; other: Progress }[] = []
    let isOver = false
    const work = pia.api.programs.publishFigures({ awardId: award.id, period, follow }).finally(() => {
      isOver = true
    })
    while (!isOver)
      told.push({
        own: await pia.api.programs.progress({ id: follow }),
        other: await vera.api.programs.progress({ id: follow }),
      })
    await work
    const own = told.flatMap((one) => one.own ?? [])
    expect(own.length).toBeGreaterThan(0)
    for (const { doing, of, done } of own) {
      expect({ doing, of }).toEqual({ doing: 'counting', of: 3 })
      expect(done).toBeLessThan(3)
    }
    expect(told.filter(({ other }) => other !== null)).toEqual([])
    expect(await pia.api.programs.progress({ id: follow })).toBeNull()
  })

  test('comes out again bit for bit, as PDF, Word, workbook and CSV, and tells no hidden value', async () => {
    const file = async (
      format: 'pdf' | 'docx' | 'xlsx' | 'csv',
      paper: 'report' | 'assembly' | 'data' = 'report',
    ) =>
      Buffer.from(
        await (
          await vera.api.programs.download({ id: reportId, edition: 1, paper, format, language: 'es' })
        ).arrayBuffer(),
      )
    const [pdf, again] = [await file('pdf'), await file('pdf')]
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.equals(again)).toBe(true)
    expect((await file('docx')).subarray(0, 2).toString()).toBe('PK')
    expect((await file('xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect((await file('pdf', 'assembly')).subarray(0, 5).toString()).toBe('%PDF-')
    const csv = (await file('csv', 'data')).toString()
    expect(csv).toContain('OTC-1')
    expect(csv).toContain('[r]')
    expect(csv).not.toMatch(/Querétaro,3,/)
    expect(
      await refusalOf(
        ana.api.programs.download({
          id: reportId,
          edition: 1,
          paper: 'report',
          format: 'pdf',
          language: 'es',
        }),
      ),
    ).toBe('missing')
  }, 60_000)

  test('is counted again from the frozen facts, and only a difference makes another edition', async () => {
    expect(await refusalOf(pia.api.programs.restateReport({ id: reportId }))).toBe('programs.nothing-new')
    await attend(elsa, 20, 'woman')
    const remade = await pia.api.programs.remakeReport({ id: reportId, edition: 1 })
    expect(remade).toMatchObject({ same: true, figures: 3, differing: [], changed: 0 })
    const { differences, edition } = await pia.api.programs.restateReport({ id: reportId })
    expect(edition).toBe(2)
    expect(differences.find(({ code }) => code === 'OTC-1')).toMatchObject({
      before: { kind: 'shown', value: 49 },
      after: { kind: 'shown', value: 69 },
    })
    const { editions, state } = await pia.api.programs.report({ id: reportId })
    expect(state).toMatchObject({ state: 'restated', edition: 2 })
    expect(editions).toHaveLength(2)
    expect(await pia.api.programs.remakeReport({ id: reportId, edition: 1 })).toMatchObject({ same: true })
    expect(await pia.api.programs.remakeReport({ id: reportId, edition: 2 })).toMatchObject({ same: true })
  })

  test('is told to be out of date by the day, and never by what is not shared', async () => {
    const last = (day: string) =>
      world.deployment.doors.asJob(pia.orgId, (tx) => lastNumber(tx, day, 'America/Mexico_City'))
    const [today, later] = ['2000-01-01', '9999-01-01']
    const before = await last(later)
    expect(before).toBeGreaterThan(0)
    expect(await last(today)).toBe(0)
    const unshared = [
      {
        kind: 'activity.held' as const,
        happenedOn: '2026-02-10',
        source: 'test',
        recordId: randomUUID(),
        dimensions: { state: '11' },
      },
    ]
    await giveFacts(world, elsa, (actor, tx) => recordFacts(tx, actor, supportFacts, unshared))
    // Before the agreement's first day.
    await attend(elsa, 3, 'woman', '11', '2024-12-31')
    expect(await last(later)).toBe(before)
    await attend(elsa, 1, 'woman', '11', '2026-03-30')
    expect(await last(later)).toBeGreaterThan(before)
    expect(await last(today)).toBe(0)
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
    expect(figures.filter(({ stale }) => stale)).toEqual([])
  })

  test('a union that withdraws is counted no more; what was issued stays, and says so', async () => {
    const [sharing] = await elsa.api.organizations.sharings()
    world.pass(1000)
    await elsa.api.organizations.withdraw({ id: sharing!.id })
    const remade = await pia.api.programs.remakeReport({ id: reportId, edition: 2 })
    expect(remade).toEqual(expect.objectContaining({ same: false, changed: 1, differing: [] }))
    expect(await vera.api.programs.issued()).toHaveLength(2)
  })

  test('a story withdrawn is listed where it was used, and used no more', async () => {
    const { usedIn } = await pia.api.programs.withdrawStory({ id: story.id })
    expect(usedIn).toHaveLength(2)
    expect((await pia.api.programs.stories()).find(({ id }) => id === story.id)!.usable).toBe(false)
  })
})
