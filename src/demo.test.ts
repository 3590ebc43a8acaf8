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
    ])
    const workshop = await maribel.support.activity({ id: activities[3]!.id })
    expect(workshop.opinions).toMatchObject({ answers: 22, useful: expect.any(Number) })
    expect(new Set(workshop.answers.map(({ question }) => question))).toEqual(
      new Set(['gender', 'age', 'migrant']),
    )
    expect(await maribel.support.signUps({ id: activities[1]!.id })).toHaveLength(2)
    const amparo = await enter('amparo')
    expect((await amparo.support.activities()).map(({ attended }) => attended)).toEqual([6])
    expect((await amparo.organizations.committees()).committees).toHaveLength(1)
  })

  test('DUMP', async () => {
    const daniela = await enter('daniela')
    const [award] = await daniela.programs.awards()
    console.log(JSON.stringify(award))
    for (const p of (await daniela.programs.periods({ awardId: award!.id })).slice(1, 3)) {
      console.log(JSON.stringify(p))
      const { figures } = await daniela.programs.figures({ awardId: award!.id, period: p.id })
      for (const f of figures)
        if (f.figure || f.withheld)
          console.log(
            f.code,
            JSON.stringify(f.figure?.value),
            JSON.stringify(f.figure?.rows?.map((r) => [r.at, r.value])),
            f.withheld?.es,
            JSON.stringify(f.target),
            f.share,
            f.declared.length,
            f.stale,
            f.figure?.note?.es,
            f.definition?.state.state,
          )
    }
    for (const r of await daniela.programs.reports())
      console.log(
        JSON.stringify(r),
        JSON.stringify(
          (await daniela.programs.report({ id: r.id })).lacks.map((l) => [l.lack, l.name, l.stops]),
        ),
      )
    const sofia = await enter('sofia')
    console.log(JSON.stringify(await sofia.programs.audits()), JSON.stringify(await sofia.programs.issued()))
    console.log(
      JSON.stringify((await sofia.programs.definitions()).map((d) => [d.code, d.state, d.yourTurn])),
    )
  })
  test('the program is let count what one union signed and not yet what the other was asked, and its workshop counts once', async () => {
    const daniela = await enter('daniela')
    const sharings = await daniela.organizations.sharings()
    expect(sharings.map(({ giverName, signedAt }) => [giverName, signedAt !== null])).toEqual([
      ['Sindicato Independiente Hilo y Aguja', false],
      ['Sindicato Independiente El Mezquite', true],
    ])
    expect((await daniela.support.activities()).map(({ title }) => title)).toEqual([
      'Quién mueve a quién en mi línea',
    ])
    const { rows } = await world.owner.query(
      `select count(distinct record_id)::int as activities, count(*)::int as told from facts where kind = 'activity.held'`,
    )
    expect(rows).toEqual([{ activities: 2, told: 4 }])
  })
})
