import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { content, newAward } from './testing.ts'

let world: World
let pia: Person
let omar: Person
const award = newAward('SC7')
const period = 'FY2026-Q2'
const pdf = {
  fileName: 'carta.pdf',
  mediaType: 'text/html',
  base64: Buffer.from('%PDF-1.7 carta').toString('base64'),
}

beforeAll(async () => {
  world = await newWorld()
  pia = await world.join(await world.organization('Programa Raíz', 'program'), 'Pía', 'program_officer')
  omar = await world.join(await world.organization('Otro programa', 'program'), 'Omar', 'program_officer')
  await pia.api.programs.keepAward(award)
})
afterAll(() => world.end())

describe('an award', () => {
  test('of a calendar nobody knows is refused, and another program does not see it', async () => {
    const lunar = { ...award, id: randomUUID(), calendar: 'lunar' }
    expect(await refusalOf(pia.api.programs.keepAward(lunar))).toBe('programs.calendar')
    expect(await omar.api.programs.awards()).toEqual([])
    expect(await refusalOf(omar.api.programs.periods({ awardId: award.id }))).toBe('missing')
  })

  test('has the quarters of its fiscal year, and the last is open', async () => {
    const periods = await pia.api.programs.periods({ awardId: award.id })
    expect(periods.at(-1)).toMatchObject({ id: 'FY2026-Q1', since: '2025-10-01', until: '2025-12-31' })
    expect(periods.map(({ open }) => open)[0]).toBe(true)
  })

  test('records work outside its sectors, never blocks it, and shows it as unmet demand', async () => {
    const work = {
      id: randomUUID(),
      awardId: award.id,
      kind: 'done' as const,
      onDay: '2026-02-01',
      stateCode: '26',
      sector: 'mining',
      topic: 'basic_rights',
      title: 'Asesoría en la mina',
    }
    expect(await pia.api.programs.recordWork(work)).toEqual({ inSector: false })
    expect(await pia.api.programs.recordWork({ ...work, kind: 'asked' })).toEqual({ inSector: false })
    expect(await pia.api.programs.unmet({ awardId: award.id })).toEqual([
      { sector: 'mining', stateCode: '26', done: 0, asked: 1 },
    ])
  })

  test('takes no more than all of somebody’s time on any day', async () => {
    const staffId = randomUUID()
    await pia.api.programs.keepStaff({ id: staffId, alias: 'Nadia', role: 'Enlace' })
    const half = {
      id: randomUUID(),
      staffId,
      awardId: award.id,
      percent: 60,
      since: '2026-01-01',
      until: null,
    }
    await pia.api.programs.allocate(half)
    const more = { ...half, id: randomUUID(), since: '2026-06-01' }
    expect(await refusalOf(pia.api.programs.allocate(more))).toBe('programs.overfull')
    await pia.api.programs.endAllocation({ id: half.id, until: '2026-05-31' })
    await pia.api.programs.allocate(more)
    expect((await pia.api.programs.staff())[0]!.allocations).toHaveLength(2)
  })
})

describe('a funder without an account', () => {
  const [indicatorId, id] = [randomUUID(), randomUUID()]

  test('signs by a letter, which is kept as what it is and opens only to the parties', async () => {
    await pia.api.programs.keepIndicator({
      id: indicatorId,
      awardId: award.id,
      code: 'OUT-1',
      level: 'output',
      title: { es: 'Trabajo realizado', en: 'Work done' },
      position: 1,
    })
    const counted = {
      measure: { measure: 'flow' as const, of: 'facts' as const, kinds: ['award.worked'], where: [] },
      breakdown: [],
    }
    const { digest } = await pia.api.programs.draftDefinition({ id, indicatorId, content: content(counted) })
    const letter = { id, digest, says: 'signed' as const, reason: '', letter: pdf }
    const page = { ...letter, letter: { ...pdf, base64: Buffer.from('<script>').toString('base64') } }
    expect(await refusalOf(pia.api.programs.signByLetter(page))).toBe('programs.file')
    await pia.api.programs.signByLetter(letter)
    await pia.api.programs.signDefinition({ id, digest })
    const { signatures, state } = await pia.api.programs.definition({ id })
    expect(state.state).toBe('signed')
    const [by] = signatures.map((one) => one.by).filter((one) => one.by === 'letter')
    const fileId = by?.by === 'letter' ? by.fileId : ''
    const file = await pia.api.programs.file({ id: fileId })
    expect(file.type).toBe('application/pdf')
    expect(await refusalOf(omar.api.programs.file({ id: fileId }))).toBe('missing')
  })

  test('a value declared from outside stands beside the figure and is never counted with it', async () => {
    await pia.api.programs.recordWork({
      id: randomUUID(),
      awardId: award.id,
      kind: 'done',
      onDay: '2026-02-03',
      stateCode: '11',
      sector: 'aerospace',
      topic: 'basic_rights',
      title: 'Taller',
    })
    const declared = {
      id: randomUUID(),
      indicatorId,
      period,
      value: 400,
      base: null,
      unit: 'records' as const,
      source: 'Secretaría',
      document: pdf,
    }
    await pia.api.programs.declareValue(declared)
    await pia.api.programs.publishFigures({ awardId: award.id, period })
    const opened = await pia.api.programs.openFigure({ indicatorId, period })
    expect(opened).toMatchObject({
      figure: { value: { kind: 'shown', value: 1 } },
      declared: [{ value: 400, source: 'Secretaría' }],
      own: [{ kind: 'award.worked' }],
    })
    const after = { happenedOn: '2026-02-01', id: randomUUID() }
    expect(await pia.api.programs.ownRecords({ indicatorId, period, after })).toEqual({
      own: [],
      ownNext: null,
    })
    await pia.api.programs.removeDeclared({ id: declared.id })
    expect((await pia.api.programs.openFigure({ indicatorId, period })).declared).toEqual([])
  })
})
