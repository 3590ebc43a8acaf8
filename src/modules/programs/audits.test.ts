import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPeopleTo } from '../../testing/people.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { ActivityId } from '../support/schema.ts'
import { draftOf, newAward, shareWith } from './testing.ts'

let world: World
let pia: Person
let olga: Person
let sofia: Person
let ana: Person
let vito: Person
let otto: Person
let elsa: Person
const award = newAward('SC9')
const period = 'FY2026-Q2'
/** People of a union came to a workshop, as its list says. */
const holdWorkshop = async (ana: Person, count: number, heldOn = '2026-02-10') => {
  const handles = Array.from({ length: count }, (_, at) => `la güera ${at}`)
  const list = await world.list(ana.orgId, 'Pintura')
  const people = await addPeopleTo(world, ana, list, handles)
  const id = randomUUID() as ActivityId
  await ana.api.support.keepActivity({
    id,
    kind: 'training',
    topic: 'basic_rights',
    title: 'Leer el contrato',
    heldOn,
    place: 'Silao',
    stateCode: '11',
    sector: 'auto_parts',
    audience: 'all',
  } as never)
  await ana.api.support.attend({ id, people } as never)
  await ana.api.support.close({ id } as never)
}

const indicatorOf = async (code: string) =>
  (await pia.api.programs.indicators({ awardId: award.id })).find((one) => one.code === code)!.id

beforeAll(async () => {
  world = await newWorld()
  const program = await world.organization('Programa Raíz', 'program')
  pia = await world.join(program, 'Pía', 'program_officer')
  olga = await world.join(program, 'Olga', 'program_officer')
  const funder = await world.organization('Fondo Norte', 'funder')
  sofia = await world.join(funder, 'Sofía', 'funder_officer')
  const alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  vito = await world.join(alba, 'Vito', 'vigilance')
  otto = await world.join(await world.organization('Otro Fondo', 'funder'), 'Otto', 'funder_officer')
  await pia.api.programs.keepAward(award)
  const { token } = await sofia.api.organizations.connect({ id: randomUUID() })
  await pia.api.programs.linkFunder({ awardId: award.id, token })
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  await holdWorkshop(ana, 40)
  await holdWorkshop(elsa, 15)
  await shareWith(pia, [ana, elsa], ['activity.attended'], ['state'])
  const flow = (kind: string) => ({
    measure: { measure: 'flow' as const, of: 'facts' as const, kinds: [kind], where: [] },
    breakdown: [],
  })
  await draftOf(world, [pia, sofia], award.id, 'OTC-1', flow('activity.attended'))
  await draftOf(world, [pia, sofia], award.id, 'OTC-2', flow('reported.negotiation'))
  await bringWorkbook()
})
afterAll(() => world.end())

/** A partner's workbook of ten negotiations: records of the program's own. */
const bringWorkbook = async () => {
  const mappingId = randomUUID() as never
  await pia.api.programs.keepMapping({
    id: mappingId,
    name: 'Negociaciones',
    kind: 'reported.negotiation',
    day: 'Fecha',
    dayOrder: 'iso',
    person: null,
    quantity: null,
    dimensions: { stage: 'Etapa' },
    values: {},
  })
  const rows = Array.from({ length: 10 }, (_, at) => `2026-02-${10 + at},completed`)
  const file = {
    fileName: 'socio.csv',
    mediaType: 'text/csv',
    base64: Buffer.from(['Fecha,Etapa', ...rows].join('\n')).toString('base64'),
  }
  const { digest, good } = await pia.api.programs.tryWorkbook({ mappingId, file })
  await pia.api.programs.importWorkbook({ id: randomUUID() as never, mappingId, file, digest, good })
}

describe('an audit by whoever pays', () => {
  const audit = { id: randomUUID(), indicatorId: '', period, size: 11 }
  const draw = (who: Person, changes: object = {}) =>
    who.api.programs.drawAudit({ ...audit, id: randomUUID(), ...changes } as never)

  beforeAll(async () => {
    audit.indicatorId = await indicatorOf('OTC-1')
  })

  test('is of nothing before the figure was published and issued to it', async () => {
    expect(await refusalOf(draw(sofia))).toBe('programs.nothing-to-audit')
    expect(await refusalOf(draw(pia))).toBe('programs.nothing-to-audit')
    await pia.api.programs.publishFigures({ awardId: award.id, period })
    expect(await refusalOf(draw(sofia))).toBe('programs.nothing-to-audit')
    expect(await sofia.api.programs.auditable()).toEqual([])
    await submitReport()
    expect(await sofia.api.programs.auditable()).toMatchObject([
      { code: 'OTC-1', period, most: 11 },
      { code: 'OTC-2', period, most: 2 },
    ])
  })

  test('is nobody else’s: another funder and a union know no such figure', async () => {
    expect(await refusalOf(draw(otto))).toBe('missing')
    expect(await refusalOf(draw(ana))).toBe('missing')
    expect(await otto.api.programs.auditable()).toEqual([])
  })

  test('of more than one record in five is not drawn, as the published number alone decides', async () => {
    expect(await refusalOf(draw(sofia, { size: 12 }))).toBe('programs.too-few')
  })

  test('tells who drew it nothing but places in a list, until the union shows a record', async () => {
    await draw(sofia, { id: audit.id })
    const [seen] = await sofia.api.programs.audits()
    expect(seen).toMatchObject({ size: 11, yours: true, code: 'OTC-1', programName: 'Programa Raíz' })
    expect(seen!.organizations).toHaveLength(1)
    expect(seen!.organizations[0]!.name).toBeNull()
    const told = JSON.stringify(await sofia.api.programs.audits())
    expect(told).not.toMatch(/Alba|Brisa|güera/)
    for (const { id } of (await world.owner.query('select fact_id as id from audit_items')).rows)
      expect(told).not.toContain(id)
    const [inProgram] = await pia.api.programs.audits()
    expect(inProgram).toMatchObject({ yours: false, verifierName: 'Fondo Norte' })
    expect(inProgram!.organizations.map(({ name }) => name)).toContain('Sindicato Alba')
  })

  test('shows the union its own records with who they are, and its vigilance only the activity', async () => {
    const asked = await ana.api.programs.asked()
    const others = await elsa.api.programs.asked()
    expect(asked.length + others.length).toBe(11)
    expect(asked[0]).toMatchObject({ askedBy: 'Fondo Norte', through: 'Programa Raíz' })
    for (const { record } of asked) {
      expect(record!.line).toMatch(/^la güera \d+ · Leer el contrato$/)
      expect(record!.opensAt).toMatch(/^\/support\//)
    }
    for (const { record } of await vito.api.programs.asked()) expect(record!.line).toBe('Leer el contrato')
  })

  test('is signed by the verifier for what was shown, and by nobody before or else', async () => {
    const [first, second] = (await ana.api.programs.asked()).map(({ id }) => id) as [string, string]
    const settle = (who: Person, id: string, outcome: 'match' | 'mismatch' = 'match') =>
      who.api.programs.settleItem({ id, outcome })
    expect(await refusalOf(settle(sofia, first))).toBe('programs.not-shown')
    expect(await refusalOf(sofia.api.programs.showRecord({ id: first, shown: true }))).toBe('not-allowed')
    expect(await refusalOf(pia.api.programs.showRecord({ id: first, shown: true }))).toBe('missing')
    await ana.api.programs.showRecord({ id: first, shown: true })
    await ana.api.programs.showRecord({ id: second, shown: false })
    expect(await refusalOf(settle(pia, first))).toBe('missing')
    expect(await refusalOf(settle(sofia, second))).toBe('programs.not-shown')
    await settle(sofia, first)
    await settle(sofia, second, 'mismatch')
    expect(await refusalOf(settle(sofia, first, 'mismatch'))).toBe('programs.settled-item')
    expect(await refusalOf(ana.api.programs.showRecord({ id: first, shown: false }))).toBe(
      'programs.settled-item',
    )
    const [after] = await sofia.api.programs.audits()
    // Who said that there is nothing to show stays without a name.
    expect(after!.organizations.map(({ name, items }) => [name, items.length])).toEqual([
      [null, 10],
      ['Sindicato Alba', 1],
    ])
    expect(JSON.stringify(after)).not.toContain('güera')
  })

  test('of what a partner reported is shown by the program, by file and line; nobody signs their own showing', async () => {
    const indicatorId = await indicatorOf('OTC-2')
    await draw(pia, { indicatorId, size: 2 })
    const asked = (await pia.api.programs.asked()).filter(({ kind }) => kind === 'reported.negotiation')
    expect(asked).toHaveLength(2)
    expect(asked[0]!.record!.line).toMatch(/^socio\.csv · \d+$/)
    expect(asked[0]!.through).toBeNull()
    const { id } = asked[0]!
    await pia.api.programs.showRecord({ id, shown: true })
    expect(await refusalOf(pia.api.programs.settleItem({ id, outcome: 'match' }))).toBe(
      'programs.own-showing',
    )
    await olga.api.programs.settleItem({ id, outcome: 'match' })
  })

  test('is drawn once; what is refused stays in the log', async () => {
    expect(await refusalOf(draw(sofia, { size: 1 }))).toBe('programs.audited')
    expect((await sofia.api.programs.auditable()).map(({ code }) => code)).not.toContain('OTC-1')
    const { rows } = await world.owner.query(
      `select verb from access_log where refused and verb = 'draw audit' and target_id = $1`,
      [audit.indicatorId],
    )
    expect(rows.length).toBeGreaterThanOrEqual(3)
  })

  test('is not of a period that has not ended, whatever stands behind it by now', async () => {
    const open = (await pia.api.programs.periods({ awardId: award.id })).find((one) => one.open)!.id
    const day = new Date().toISOString().slice(0, 10)
    await holdWorkshop(ana, 40, day)
    await holdWorkshop(elsa, 15, day)
    const press = pia.api.programs.publishFigures({ awardId: award.id, period: open })
    expect(await refusalOf(press)).toBe('programs.period-open')
    for (const size of [1, 11])
      expect(await refusalOf(draw(pia, { period: open, size }))).toBe('programs.nothing-to-audit')
  })

  test('draws nothing of a figure when a union has withdrawn since, however many records are left', async () => {
    const before = (await ana.api.programs.asked()).length
    const drawable = async () =>
      (await pia.api.programs.auditable()).map(({ code, period }) => `${code} ${period}`)
    expect(await drawable()).toContain(`OTC-1 ${period}`)
    const [sharing] = await elsa.api.organizations.sharings()
    await elsa.api.organizations.withdraw({ id: sharing!.id })
    expect(await drawable()).toEqual([])
    for (const size of [1, 2, 11])
      expect(await refusalOf(draw(pia, { size }))).toBe('programs.nothing-to-audit')
    expect(await ana.api.programs.asked()).toHaveLength(before)
  })
})

const submitReport = async () => {
  const id = randomUUID() as never
  await pia.api.programs.startReport({
    id,
    awardId: award.id as never,
    period,
    template: 'progress-quarter',
  })
  const { blocks } = await pia.api.programs.report({ id })
  for (const { block, kind } of blocks)
    if (kind === 'text')
      await pia.api.programs.keepText({ id, section: block, text: { es: 'Lo dicho.', en: 'As said.' } })
  await pia.api.programs.submitReport({ id })
}
