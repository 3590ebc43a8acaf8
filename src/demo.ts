import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { beats, smallBeat } from '#modules/campaigns/seed.map.ts'
import { seedBeat, seedCampaign } from '#modules/campaigns/seed.ts'
import { demoPlant, smallDemoPlant } from '#modules/companies/seed.ts'
import { type DemoAccount, type Joined, seedMember, seedOrganization } from '#platform/access/seed.ts'
import { keepList } from '#platform/access/team/store.ts'
import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Doors } from '#platform/db/doors.ts'
import { localDay } from '#platform/text/day.ts'
import { diceOf } from '#platform/text/dice.ts'
import type { Vault } from '#platform/vault/vault.ts'

export type Server = { owner: pg.Pool; doors: Doors; vault: Vault; accessKey: Buffer }

/**
 * Fills an empty server with a made-up world: a union organizing a plant of 1,200, a small union, a program and a funder. The
 * same world every time but for its passwords; its days are counted back from today.
 */
export const makeDemo = async (server: Server, now: Date): Promise<DemoAccount[]> => {
  const today = localDay(now, 'America/Mexico_City')
  const [large, small, others] = await Promise.all([
    demoUnion(server, today),
    smallUnion(server, today),
    programs(server),
  ])
  return [...large, ...small, ...others].flatMap(({ account }) => account ?? [])
}

const demoUnion = async (server: Server, today: string): Promise<Joined[]> => {
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
  for (const [at, beat] of beats.entries()) {
    await as(server, organizers[at]!.actor, (sower) =>
      seedBeat(sower, dice, campaign, beat, lists[at]!.id, today),
    )
  }
  return [maribel, ...team, ...organizers]
}

const smallUnion = async (server: Server, today: string): Promise<Joined[]> => {
  const dice = diceOf(7)
  const organization = await seedOrganization(server, 'Sindicato Independiente Hilo y Aguja', 'union')
  const amparo = await seedMember(server, { organization, alias: 'Amparo', role: 'owner' }, 'amparo')
  const josefina = await seedMember(server, { organization, alias: 'Josefina', role: 'owner' }, 'josefina')
  const list = { id: randomUUID() as ListId, name: smallBeat.list }
  await as(server, amparo.actor, async (sower) => {
    await keepList(sower.tx, sower.actor, list)
    const campaign = await seedCampaign(sower, dice, smallDemoPlant(dice.id()), today, 'small')
    await seedBeat(sower, dice, campaign, smallBeat, list.id, today)
  })
  return [amparo, josefina]
}

const programs = async (server: Server): Promise<Joined[]> => {
  const program = await seedOrganization(server, 'Programa Raíces', 'program')
  const funder = await seedOrganization(server, 'Fondo Puente', 'funder')
  return Promise.all([
    seedMember(server, { organization: program, alias: 'Daniela', role: 'program_officer' }, 'daniela'),
    seedMember(server, { organization: program, alias: 'Mateo', role: 'program_officer' }, 'mateo'),
    seedMember(server, { organization: funder, alias: 'Sofía', role: 'funder_officer' }, 'sofia'),
  ])
}

type Work<T> = (sower: Parameters<typeof seedCampaign>[0]) => Promise<T>

const as = <T>({ doors, vault }: Server, actor: Actor, work: Work<T>): Promise<T> =>
  doors.asActor(actor, async (tx) => work({ tx, actor, vault: await vault.of(tx, actor.orgId) }))
