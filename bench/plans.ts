import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { claim } from '../scripts/claim.ts'
import { explainEverything, planReader, wholeReads } from './support/plans.ts'
import { addPeople, newPlant } from './support/plant.ts'
import { addTalks } from './support/talks.ts'
import { benchWorld } from './support/world.ts'

/** What counts a whole campaign, or compares everybody with everybody, reads them all; everything else finds its rows by an index. */
const counts = ['chart', 'coverage', 'week', 'duplicates']

/**
 * How the database answers what is asked most, among 100,000 people, as the roles that ask it: the plan of every statement
 * that an operation runs is read from the database's own log, and a table of more than 5,000 rows read from end to end is named.
 */
export const run = async () => {
  const world = await benchWorld(['shared_preload_libraries=auto_explain'])
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  const [own, rest] = [await world.list(org, 'Lista de Carla'), await world.list(org, 'Los demás')]
  const [someone] = await addPeople(world, org, plant, own, 300)
  for (let part = 0; part < 10; part++) await addPeople(world, org, plant, rest, 9_970)
  const carla = await world.join(org, 'Carla', 'organizer', [own])
  const beto = await world.join(org, 'Beto', 'coordinator')
  await addTalks(world, org, plant, carla.membershipId)
  await world.owner.query('vacuum analyze')
  const { rows } = await world.owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples > 5000`,
  )
  const big = new Set(rows.map(({ name }) => name))
  console.log(`tables of more than 5,000 rows: ${[...big].sort().join(', ')}`)

  const id = plant.campaignId as never
  const person = { id, personId: someone as never }
  const row = {
    handle: null,
    phone: '4771234567',
    address: null,
    identifier: '77',
    department: null,
    shift: null,
    route: null,
  }
  const asked = [beto, carla].flatMap(({ role, api }) => {
    const campaigns = api.campaigns
    const every: [string, () => Promise<unknown>][] = [
      ['first page', () => campaigns.people({ id })],
      ['page 1,000', () => campaigns.people({ id, after: `2026-02-03~${randomUUID()}` })],
      ['page of a department', () => campaigns.people({ id, departmentId: plant.departments[2] as never })],
      ['page of a level', () => campaigns.people({ id, level: 2 })],
      ['page by handle', () => campaigns.people({ id, text: 'Persona 77' })],
      ['person', () => campaigns.person(person)],
      ['chart', () => campaigns.chart({ id })],
      ['promises', () => campaigns.promises({ id })],
      ['bundle', () => campaigns.bundle({})],
    ]
    const led: typeof every = [
      ['campaigns', () => campaigns.list({})],
      ['coverage', () => campaigns.coverage({ id })],
      ['week', () => campaigns.week({ id })],
      ['duplicates', () => api.people.duplicates({})],
      [
        'rows of a list',
        () => api.people.findRows({ rows: [{ ...row, id: randomUUID() as never, name: 'Rosa Ñuñez Díaz' }] }),
      ],
    ]
    return [...every, ...(role === 'coordinator' ? led : [])].map(
      ([name, ask]) => [`${name}, ${role}`, ask] as const,
    )
  })

  const plansSince = planReader(join(dirname(world.dataDir), 'run', 'postgres.log'))
  await explainEverything(world.superuser)
  const whole: string[] = []
  for (const [name, ask] of asked) {
    // The first time fills what is kept between two requests.
    await ask()
    plansSince()
    await ask()
    const plans = plansSince()
    if (plans.length === 0) throw new Error(`The database wrote no plan of ${name}.`)
    const scans = plans.flatMap((plan) => wholeReads(plan, big))
    const ms = plans.reduce((sum, plan) => sum + plan['Actual Total Time'], 0)
    console.log(`${ms.toFixed(1).padStart(8)} ms  ${name}: ${scans.join(', ') || 'by indexes'}`)
    if (scans.length > 0 && !counts.includes(name.split(',')[0]!)) whole.push(name)
  }
  await world.end()
  claim(
    'reads of a whole table',
    `${whole.length} of ${asked.length} questions${whole.map((name) => `; ${name}`).join('')}`,
    '0',
    whole.length === 0,
  )
}
