import { randomUUID } from 'node:crypto'
import { sealLog } from '#platform/access/team/store.log.ts'
import type { OrgId } from '#platform/db/brand.ts'
import { phoneOf } from './phone.ts'
import { newWorld, type Person, type World } from './world.ts'

export const campaignId = randomUUID()
export const guera = randomUUID()
export const identity = {
  name: 'Lucía Núñez Ávila',
  phone: '472 011 2233',
  address: 'Calle 5',
  identifier: 'E-1',
}
const plant = {
  id: randomUUID(),
  name: 'Arneses',
  company: 'Conductores Ficticios',
  city: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  timeZone: 'America/Mexico_City',
  catalogueId: null,
}

export type Leaving = {
  world: World
  alba: OrgId
  ana: Person
  olga: Person
  beto: Person
  carla: Person
  elsa: Person
  agreed: (kind: 'export' | 'close') => Promise<string>
  post: (person: Person, path: string, body: object) => Promise<Response>
}

/** A union that leaves, with all that it has recorded, and another one that stays; one owner serves both. */
export const newLeaving = async (): Promise<Leaving> => {
  const world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const brisa = await world.organization('Sindicato Brisa')
  const list = await world.list(alba, 'Lista de Carla')
  const ana = await world.join(alba, 'Ana', 'owner')
  const olga = await world.join(alba, 'Olga', 'owner')
  const beto = await world.join(alba, 'Beto', 'coordinator')
  const carla = await world.join(alba, 'Carla', 'organizer', [list])
  const elsa = await world.join(brisa, 'Elsa', 'owner')
  // Ana serves both: closing one must leave her the other.
  await world.owner.query(
    `insert into memberships (org_id, id, account_id, role, alias)
     select $1, gen_random_uuid(), account_id, 'owner', 'Ana' from memberships where id = $2`,
    [brisa, ana.membershipId],
  )
  for (const [person, campaign, somebody] of [
    [ana, campaignId, guera],
    [elsa, randomUUID(), randomUUID()],
  ] as const) {
    const own = { ...plant, id: randomUUID() }
    await person.api.campaigns.open({
      id: campaign,
      plant: own,
      openedOn: '2026-03-02',
      units: [],
      headcounts: [],
    } as never)
    if (person === elsa) continue
    const phone = phoneOf(world, carla)
    const nowhere = { departmentId: null, shiftId: null, routeId: null }
    const about = { campaignId: campaign, personId: somebody }
    const talk = {
      level: 2,
      concerns: ['wages'],
      asked: null,
      promised: 'will_come',
      againOn: '2030-01-01',
      settles: null,
    }
    await phone.deliver([
      phone.write('person.add', { ...about, listId: list, handle: 'la güera', phone: null, ...nowhere }),
      phone.write('conversation.record', { ...about, ...talk, note: 'a la salida' }),
    ])
    await carla.api.people.keepIdentity({ id: somebody as never, ...identity })
  }
  await world.deployment.doors.asJob(alba, (tx) => sealLog(tx, alba, new Date(Date.now() + 120_000)))
  /** Two owners agree; answers with what they agreed to. */
  const agreed = async (kind: 'export' | 'close') => {
    const id = randomUUID() as never
    await ana.api.team.askApproval({ id, kind, subject: null, reason: 'Acta' })
    await olga.api.team.grantApproval({ id })
    return id as string
  }

  const post = async (person: Person, path: string, body: object) =>
    world.app.request(`/api${path}`, {
      method: 'POST',
      headers: { ...person.headers, 'content-type': 'application/json', 'accept-language': 'es' },
      body: JSON.stringify(body),
    })
  return { world, alba, ana, olga, beto, carla, elsa, agreed, post }
}

export const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
