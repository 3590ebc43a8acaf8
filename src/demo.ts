import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { beats, smallBeat } from '#modules/campaigns/seed.map.ts'
import { seedBeat, seedCampaign } from '#modules/campaigns/seed.ts'
import { demoPlant, smallDemoPlant } from '#modules/companies/seed.ts'
import { seedCommittees } from '#modules/organizations/seed.ts'
import type { PersonId } from '#modules/people/schema.ts'
import { seedActivities, seedJointWorkshop } from '#modules/support/seed.ts'
import { seedVotes } from '#modules/votes/seed.ts'
import type { Deployment } from '#platform/access/deployment.ts'
import { type DemoAccount, type Joined, seedMember, seedOrganization } from '#platform/access/seed.ts'
import { keepList } from '#platform/access/team/store.ts'
import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Doors } from '#platform/db/doors.ts'
import { type Day, localDay } from '#platform/text/day.ts'
import { diceOf } from '#platform/text/dice.ts'
import type { Vault } from '#platform/vault/vault.ts'
import { type Calls, callsAs } from './demo.calls.ts'
import { seedDemoQuarters } from './demo.quarter.ts'

type Server = { owner: pg.Pool; deployment: Deployment; doors: Doors; vault: Vault; accessKey: Buffer }

/**
 * Fills an empty server with a made-up world: a union organizing a plant of 1,200, a small union, a program that works with both
 * and a funder. The same world every time but for its passwords; its days are counted back from today.
 */
export const makeDemo = async (deployment: Deployment, owner: pg.Pool, now: Date): Promise<DemoAccount[]> => {
  const { doors, vault, secrets } = deployment
  const server = { owner, deployment, doors, vault, accessKey: secrets.access }
  const today = localDay(now, 'America/Mexico_City')
  const [large, small, others] = await Promise.all([
    demoUnion(server, today),
    smallUnion(server, today),
    programs(server),
  ])
  await together(deployment, { large, small, others }, today)
  await heldVotes(deployment, large, today)
  return [large, small, others].flatMap(({ joined }) => joined.flatMap(({ account }) => account ?? []))
}

/** One organization of the demo: who joined it, the one who leads it first, and the people they know. */
type Made = { joined: Joined[]; people: PersonId[] }

const demoUnion = async (server: Server, today: Day): Promise<Made> => {
  const dice = diceOf(20_260_421)
  const organization = await seedOrganization(server, 'Sindicato Independiente El Mezquite', 'union')
  const member = (alias: string, role: Actor['role'], login?: string, listIds: ListId[] = []) =>
    seedMember(server, { organization, alias, role, listIds }, login)
  const maribel = await member('Maribel', 'owner', 'maribel')
  const lists = beats.map(({ list }) => ({ id: dice.id() as ListId, name: list }))
  const campaign = await as(server, maribel.actor, async (sower) => {
    for (const list of lists) await keepList(sower.tx, sower.actor, list)
    return seedCampaign(sower, dice, demoPlant(dice.id()), today)
  })
  const team = await Promise.all([
    member('Ernesto', 'owner', 'ernesto'),
    member('Graciela', 'coordinator', 'graciela'),
    member('Lic. Paola', 'adviser', 'paola'),
    member('Don Fermín', 'vigilance', 'fermin'),
    member('Citlali', 'viewer', 'citlali'),
  ])
  const organizers = await Promise.all(
    beats.map(({ alias, login }, at) => member(alias, 'organizer', login, [lists[at]!.id])),
  )
  // One after another: what each organizer meets comes from the same dice, so the order is part of the world.
  const people: PersonId[] = []
  for (const [at, beat] of beats.entries()) {
    const met = await as(server, organizers[at]!.actor, (sower) =>
      seedBeat(sower, dice, campaign, beat, lists[at]!.id, today),
    )
    people.push(...met)
  }
  return { joined: [maribel, ...team, ...organizers], people }
}

const smallUnion = async (server: Server, today: Day): Promise<Made> => {
  const dice = diceOf(7)
  const organization = await seedOrganization(server, 'Sindicato Independiente Hilo y Aguja', 'union')
  const amparo = await seedMember(server, { organization, alias: 'Amparo', role: 'owner' }, 'amparo')
  const josefina = await seedMember(server, { organization, alias: 'Josefina', role: 'owner' }, 'josefina')
  const list = { id: randomUUID() as ListId, name: smallBeat.list }
  const people = await as(server, amparo.actor, async (sower) => {
    await keepList(sower.tx, sower.actor, list)
    const campaign = await seedCampaign(sower, dice, smallDemoPlant(dice.id()), today, 'small')
    return seedBeat(sower, dice, campaign, smallBeat, list.id, today)
  })
  return { joined: [amparo, josefina], people }
}

const programs = async (server: Server): Promise<Made> => {
  const program = await seedOrganization(server, 'Programa Raíces', 'program')
  const funder = await seedOrganization(server, 'Fondo Puente', 'funder')
  const joined = await Promise.all([
    seedMember(server, { organization: program, alias: 'Daniela', role: 'program_officer' }, 'daniela'),
    seedMember(server, { organization: program, alias: 'Mateo', role: 'program_officer' }, 'mateo'),
    seedMember(server, { organization: funder, alias: 'Sofía', role: 'funder_officer' }, 'sofia'),
    // Only an owner may let the program link the two organizations.
    seedMember(server, { organization: funder, alias: 'Ignacio', role: 'owner' }),
  ])
  return { joined, people: [] }
}

/** What the unions built beside their campaigns, what they held with the program, what they let it count, and its report. */
const together = async (
  deployment: Deployment,
  { large, small, others }: Record<'large' | 'small' | 'others', Made>,
  today: Day,
) => {
  const dice = diceOf(1_917)
  const calls = ({ joined }: Made, at = 0): Calls => callsAs(deployment, joined[at]!.actor)
  const [maribel, amparo, daniela] = [calls(large), calls(small), calls(others)]
  await seedCommittees(maribel.organizations, dice, 'large', today)
  await seedCommittees(amparo.organizations, dice, 'small', today)
  await seedActivities(maribel.support, dice, large.people, 'auto_parts', today)
  const unions = [
    { api: maribel.support, people: large.people, came: 19 },
    { api: amparo.support, people: small.people, came: 6 },
  ]
  await seedJointWorkshop(daniela.support, unions, dice, today)
  const parties = {
    large: { calls: maribel, people: large.people },
    small: { calls: amparo, people: small.people },
    program: daniela,
    funder: { officer: calls(others, 2), owner: calls(others, 3) },
  }
  await seedDemoQuarters(parties, dice, today)
}
/** The large union voted on its first contract, counted by two of its organizers, and prepares an election. */
const heldVotes = async (deployment: Deployment, { joined }: Made, today: Day) => {
  const { doors, vault } = deployment
  const { actor } = joined[0]!
  const orgVault = await doors.asActor(actor, (tx) => vault.of(tx, actor.orgId))
  const [first, second] = joined.filter(({ actor }) => actor.role === 'organizer')
  const counters = [
    { actor: first!.actor, vault: orgVault },
    { actor: second!.actor, vault: orgVault },
  ] as const
  const { votes } = callsAs(deployment, actor)
  await seedVotes({ api: votes, doors, counters, dice: diceOf(390), sector: 'auto_parts', today })
}

type Work<T> = (sower: Parameters<typeof seedCampaign>[0]) => Promise<T>

const as = <T>({ doors, vault }: Server, actor: Actor, work: Work<T>): Promise<T> =>
  doors.asActor(actor, async (tx) => work({ tx, actor, vault: await vault.of(tx, actor.orgId) }))
