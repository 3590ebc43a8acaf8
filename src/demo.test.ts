import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoAccount } from '#platform/access/seed.ts'
import { makeDemo } from './demo.ts'
import { accountTable } from './host/demo.table.ts'
import { codeOf } from './testing/authenticator.ts'
import { type Client, newWorld, refusalOf, type World } from './testing/world.ts'

let world: World
let accounts: DemoAccount[]
let tookMs: number

beforeAll(async () => {
  world = await newWorld()
  const began = performance.now()
  accounts = await makeDemo(world.deployment, world.owner, new Date())
  tookMs = performance.now() - began
})
afterAll(() => world.end())

const entered = new Map<string, Promise<Client>>()

/** Signs in at the desk with login, password and code: once, because a code is good for one time only. */
const enter = (login: string): Promise<Client> => {
  const client = entered.get(login) ?? signIn(login)
  entered.set(login, client)
  return client
}

const signIn = async (login: string): Promise<Client> => {
  const account = accounts.find((one) => one.login === login)!
  const code = codeOf(account.secret, world.deployment.clock())
  const response = await world.app.request('/api/door/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: account.password, code }),
  })
  if (response.status !== 200) throw new Error(`${login}: ${await response.text()}`)
  const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
  const { organizations } = await world.client({ cookie }).account.get()
  return world.client({ cookie, 'asamblea-organization': organizations[0]!.orgId })
}

describe('the demo world', () => {
  test('is made in the time a first start has for it', () => {
    console.log(`demo world: ${Math.round(tookMs)} ms`)
    expect(tookMs).toBeLessThan(10_000)
  })

  test('every account signs in with what the terminal prints, and nobody with a wrong password', async () => {
    expect(accounts.map(({ login }) => login).sort()).toEqual([
      'amparo',
      'citlali',
      'daniela',
      'ernesto',
      'fermin',
      'graciela',
      'josefina',
      'lupita',
      'maribel',
      'mateo',
      'paola',
      'rocio',
      'sofia',
    ])
    const wrong = world.client({}).door.signIn({ login: 'paola', password: 'mezquite-1', code: '000000' })
    expect(await refusalOf(wrong)).toBe('access.wrong')
    for (const login of ['graciela', 'fermin', 'lupita', 'josefina'])
      expect(await (await enter(login)).team.members()).not.toEqual([])
    for (const { login, password } of accounts)
      expect(accountTable(accounts, 'es')).toContain(`${login.padEnd(16)}${password}`)
  })

  test('is a plant of 1,200 where some 340 are known, the mornings are strong and the night bus to Romita is not covered', async () => {
    const maribel = await enter('maribel')
    const [campaign] = await maribel.campaigns.list()
    const { units, headcounts } = await maribel.campaigns.get({ id: campaign!.id })
    const kind = (id: string) => units.find((unit) => unit.id === id)!
    const at = (wanted: string) => units.find(({ name }) => name === wanted)!.id
    const departments = headcounts.filter(({ unitId }) => kind(unitId).kind === 'department')
    expect(departments.reduce((sum, { people }) => sum + people, 0)).toBe(1_200)
    const { standings } = await maribel.campaigns.chart({ id: campaign!.id })
    const known = (where: (one: (typeof standings)[number]) => boolean) =>
      standings.filter(where).reduce((sum, one) => sum + one.known, 0)
    const activists = (shift: string) =>
      standings
        .filter(({ shiftId }) => shiftId === at(shift))
        .reduce((sum, { levels }) => sum + levels[0]!, 0)
    expect(known(() => true)).toBe(340)
    expect(
      known(({ routeId, shiftId }) => routeId === at('Ruta 7 · Romita') && shiftId === at('Noche')),
    ).toBe(3)
    expect(activists('Mañana')).toBeGreaterThan(5 * activists('Noche'))
    expect(activists('Mañana')).toBeGreaterThan(15)
    const week = await maribel.campaigns.week({ id: campaign!.id })
    expect(week.conversations).toBeGreaterThan(10)
    expect(week.moves.length).toBeGreaterThan(2)
    const promises = await maribel.campaigns.promises({ id: campaign!.id })
    expect(promises.length).toBeGreaterThan(20)
    const steps = await world.owner.query(
      `select count(*)::int as n from next_steps where outcome is null and due_on between current_date - 5 and current_date + 7`,
    )
    expect(steps.rows[0].n).toBeGreaterThan(40)
  })

  test('an organizer sees her own list, and nobody’s phone can ring', async () => {
    const lupita = await enter('lupita')
    const [campaign] = await lupita.campaigns.list()
    const { people } = await lupita.campaigns.people({ id: campaign!.id })
    expect(people).toHaveLength(50)
    const opened = await Promise.all(people.slice(0, 30).map(({ id }) => lupita.people.open({ id })))
    const phones = opened.flatMap(({ phone }) => phone ?? [])
    expect(phones.length).toBeGreaterThan(10)
    for (const phone of phones) expect(phone.replaceAll(' ', '')).toMatch(/^(\+52)?4720\d{6}$/)
    const names = opened.flatMap(({ name }) => name ?? [])
    for (const name of names) expect(name.split(' ').length).toBeGreaterThanOrEqual(3)
  })

  test('the small union sees nothing of the large one, and the other two have no people at all', async () => {
    const amparo = await enter('amparo')
    const campaigns = await amparo.campaigns.list()
    expect(campaigns.map(({ plant }) => plant)).toEqual(['Taller Las Magnolias'])
    const daniela = await enter('daniela')
    expect(await refusalOf(daniela.campaigns.list())).toBe('not-allowed')
  })

  test('every union has committees, some formed and one still lacking, and has held something with people in it', async () => {
    const maribel = await enter('maribel')
    const { committees } = await maribel.organizations.committees()
    expect(committees.map(({ name, formedOn, lacking }) => [name, formedOn !== null, lacking])).toEqual([
      ['Comisión de Vigilancia', false, ['leaders', 'acta']],
      ['Comité de Planta Cerro Gordo', true, []],
      ['Comité de la Línea de Arneses', true, []],
      ['Comité Ejecutivo', true, []],
    ])
    const activities = await maribel.support.activities()
    expect(
      activities.map(({ title, attended, counted, hostName }) => [title, attended, counted, hostName]),
    ).toEqual([
      ['Encuentro con las compañeras de Moroleón', 0, 0, 'Sindicato Independiente El Mezquite'],
      ['Asamblea informativa del turno de la tarde', 31, 48, 'Sindicato Independiente El Mezquite'],
      ['Quién mueve a quién en mi línea', 19, 3, 'Programa Raíces'],
      ['Nuestros derechos en la planta', 27, 11, 'Sindicato Independiente El Mezquite'],
      ['El acta del comité, paso por paso', 17, 9, 'Sindicato Independiente El Mezquite'],
      ['El mapa de mi área', 21, 14, 'Programa Raíces'],
      ['El voto personal, libre y secreto', 31, 18, 'Programa Raíces'],
      ['Cómo se forma un comité de planta', 13, 6, 'Sindicato Independiente El Mezquite'],
      ['La conversación que organiza', 18, 9, 'Programa Raíces'],
      ['Leer el contrato antes de firmarlo', 23, 12, 'Programa Raíces'],
    ])
    const workshop = await maribel.support.activity({ id: activities[3]!.id })
    expect(workshop.opinions).toMatchObject({ answers: 22, useful: expect.any(Number) })
    expect(new Set(workshop.answers.map(({ question }) => question))).toEqual(
      new Set(['gender', 'age', 'migrant']),
    )
    expect(await maribel.support.signUps({ id: activities[1]!.id })).toHaveLength(2)
    const amparo = await enter('amparo')
    expect((await amparo.support.activities()).map(({ attended }) => attended)).toEqual([6, 11, 12, 8, 9])
    expect((await amparo.organizations.committees()).committees).toHaveLength(2)
  })

  test('the program is let count what both unions signed and not yet what one was asked besides, and a workshop counts once', async () => {
    const daniela = await enter('daniela')
    const sharings = await daniela.organizations.sharings()
    expect(sharings.map(({ giverName, signedAt }) => [giverName, signedAt !== null])).toEqual([
      ['Sindicato Independiente Hilo y Aguja', false],
      ['Sindicato Independiente Hilo y Aguja', true],
      ['Sindicato Independiente El Mezquite', true],
    ])
    expect((await daniela.support.activities()).map(({ title }) => title)).toEqual([
      'Quién mueve a quién en mi línea',
      'El mapa de mi área',
      'El voto personal, libre y secreto',
      'La conversación que organiza',
      'Leer el contrato antes de firmarlo',
    ])
    const { rows } = await world.owner.query(
      `select count(distinct record_id)::int as activities, count(*)::int as told from facts where kind = 'activity.held'`,
    )
    expect(rows).toEqual([{ activities: 8, told: 18 }])
  })

  test('the program has two quarters with figures, one cell hidden with its note, and a value declared beside them', async () => {
    const daniela = await enter('daniela')
    const [award] = await daniela.programs.awards()
    expect(award).toMatchObject({ code: 'FP-117', funderLinked: true, total: [{ amountCents: 165_000_000 }] })
    const [open, last, earlier] = await daniela.programs.periods({ awardId: award!.id })
    expect([open!.open, last!.open, earlier!.open]).toEqual([true, false, false])
    const of = async (period: string) =>
      (await daniela.programs.figures({ awardId: award!.id, period })).figures
    const { figures, since, until } = await daniela.programs.figures({
      awardId: award!.id,
      period: earlier!.id,
    })
    const { rows: trained } = await world.owner.query(
      `select count(distinct subject_id)::int as people from facts where kind = 'activity.attended'
       and dimensions ->> 'activity' = 'training' and happened_on between $1 and $2`,
      [since, until],
    )
    const { people: came } = trained[0]
    expect(came).toBeGreaterThan(50)
    expect(
      figures.map(({ code, figure, definition }) => [code, figure?.value, definition?.state.state]),
    ).toEqual([
      ['OTC-1', { kind: 'shown', value: 2 }, 'signed'],
      ['OTC-2', { kind: 'shown', value: came }, 'signed'],
      ['OTC-3', { kind: 'shown', value: came }, 'disputed'],
      ['OTP-1', { kind: 'shown', value: 3 }, 'signed'],
      ['OTP-2', { kind: 'shown', value: 40 }, 'signed'],
    ])
    const people = figures[1]!.figure!
    expect(people.rows.map(({ value }) => value.kind).toSorted()).toEqual(['hidden', 'shown', 'shown'])
    expect(people.note?.es).toMatch(/proteger/)
    expect(figures[0]!.declared).toMatchObject([{ value: 3, fileName: 'oficio-registro.pdf' }])
    expect((await of(last!.id)).filter(({ figure }) => figure?.value.kind === 'shown')).toHaveLength(4)
    const demand = await daniela.programs.unmet({ awardId: award!.id })
    expect(demand).toMatchObject([{ sector: 'food', asked: 2 }])
  })

  test('one report is with the funder, the next half written; a definition is disputed, and an audit waits for the unions', async () => {
    const daniela = await enter('daniela')
    const reports = await daniela.programs.reports()
    expect(reports.map(({ state }) => state.state)).toEqual(['draft', 'submitted'])
    const { lacks, stories } = await daniela.programs.report({ id: reports[0]!.id })
    expect(stories).toHaveLength(1)
    expect(lacks.filter(({ stops }) => stops).map(({ name }) => name)).toEqual([
      'Obstáculos y respuesta',
      'Próximo periodo',
    ])
    expect(await daniela.programs.stories()).toMatchObject([
      { usable: true, attribution: { es: expect.stringContaining('Delegada, ') } },
    ])
    const remade = await daniela.programs.remakeReport({ id: reports[1]!.id, edition: 1 })
    expect(remade).toMatchObject({ same: true, figures: 5, changed: 0 })
    const sofia = await enter('sofia')
    expect(await sofia.programs.issued()).toMatchObject([{ edition: 1, programName: 'Programa Raíces' }])
    const disputed = (await sofia.programs.definitions()).find(({ code }) => code === 'OTC-3')!
    const { readings } = await sofia.programs.definition({ id: disputed.id })
    expect(readings.map(({ side }) => side).toSorted()).toEqual(['funder', 'program'])
    const [maribel, amparo] = [await enter('maribel'), await enter('amparo')]
    const asked = [...(await maribel.programs.asked()), ...(await amparo.programs.asked())]
    expect(asked.map(({ outcome }) => outcome)).toEqual(Array(6).fill('waiting'))
  })
})
