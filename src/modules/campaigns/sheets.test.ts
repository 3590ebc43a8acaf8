import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListId } from '#platform/db/brand.ts'
import { phoneOf } from '../../testing/phone.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { PersonId } from '../people/schema.ts'
import type { CampaignId, SheetId, UnitId } from './schema.ts'

let world: World
let ana: Person
let beto: Person
let carla: Person
let elsa: Person
let list: ListId
const id = randomUUID() as CampaignId
const [night, day] = [randomUUID() as UnitId, randomUUID() as UnitId]
const people = Array.from({ length: 6 }, () => randomUUID() as PersonId)
const newId = () => randomUUID() as SheetId

const plant = {
  id: randomUUID(),
  name: 'Arneses del Bajío',
  company: 'Conductores Ficticios',
  city: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  timeZone: 'America/Mexico_City',
  catalogueId: null,
}

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  list = await world.list(alba, 'Lista de Carla')
  ana = await world.join(alba, 'Ana', 'owner')
  beto = await world.join(alba, 'Beto', 'coordinator')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  const units = [
    { id: night, kind: 'shift' as const, name: 'Noche' },
    { id: day, kind: 'shift' as const, name: 'Día' },
  ]
  await ana.api.campaigns.open({ id, plant, openedOn: '2026-03-02', units, headcounts: [] })
  const phone = phoneOf(world, carla)
  // Four on the night shift, three of them with a name; two by day.
  await phone.deliver(
    people.map((personId, at) =>
      phone.write('person.add', {
        ...{ personId, campaignId: id, listId: list, handle: `persona ${at}`, phone: null },
        ...{ departmentId: null, shiftId: at < 4 ? night : day, routeId: null },
      }),
    ),
  )
  for (const at of [0, 1, 2, 4]) {
    const identity = {
      name: `Nombre ${at}`,
      phone: `472 123 450${at}`,
      address: `Calle ${at}`,
      identifier: `E${at}`,
    }
    await ana.api.people.keepIdentity({ id: people[at]!, ...identity })
  }
})
afterAll(() => world.end())

const ask = (sheetId: SheetId, by = beto, more = {}) =>
  by.api.campaigns.askSheet({
    ...{ id, sheetId, purpose: 'calls', reason: 'Llamadas para la asamblea', filter: { shiftId: night } },
    ...more,
  })
const opened = async () => {
  const { rows } = await world.owner.query<{ id: string }>(
    `select l.target_id as id from access_log l join memberships m on m.org_id = l.org_id and m.id = l.membership_id
     where l.org_id = $1 and l.verb = 'open' and l.target = 'person' and m.alias = 'Beto' order by l.id`,
    [ana.orgId],
  )
  return rows.map((row) => row.id)
}

describe('many names at once', () => {
  test('one person alone opens none: not who asked, not unasked, not by another way of asking', async () => {
    const sheetId = newId()
    expect(await refusalOf(ask(sheetId, carla))).toBe('not-allowed')
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId }))).toBe('missing')
    await ask(sheetId)
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId }))).toBe('access.second-person')
    expect(await refusalOf(ana.api.campaigns.openSheet({ id, sheetId }))).toBe('access.second-person')
    expect(await refusalOf(beto.api.team.grantApproval({ id: sheetId as never }))).toBe('access.same-person')
    const around = { id: randomUUID(), kind: 'vault', subject: sheetId, reason: '' }
    expect(await refusalOf(beto.api.team.askApproval(around as never))).toBe('invalid')
    expect(await opened()).toEqual([])
  })

  test('what was not approved, or was approved for another request, opens nothing', async () => {
    const [one, other] = [newId(), newId()]
    await ask(one)
    await ask(other, beto, { filter: {} })
    await ana.api.team.grantApproval({ id: one as never })
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId: other }))).toBe('access.second-person')
    await ana.api.team.refuseApproval({ id: other as never })
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId: other }))).toBe('access.second-person')
    expect(await opened()).toEqual([])
  })

  test('approved, they open once, a line in the log for each; what the purpose does not need stays closed', async () => {
    const sheetId = newId()
    await ask(sheetId)
    await ana.api.team.grantApproval({ id: sheetId as never })
    expect(await refusalOf(elsa.api.campaigns.openSheet({ id, sheetId }))).toBe('missing')
    const sheet = await beto.api.campaigns.openSheet({ id, sheetId })
    expect(sheet.map(({ name, phone, address }) => [name, phone, address])).toEqual([
      ['Nombre 0', '472 123 4500', null],
      ['Nombre 1', '472 123 4501', null],
      ['Nombre 2', '472 123 4502', null],
      [null, null, null],
    ])
    expect((await opened()).toSorted()).toEqual(people.slice(0, 3).toSorted())
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId }))).toBe('access.second-person')
    expect(await opened()).toHaveLength(3)
    expect((await ana.api.team.log({})).slice(0, 4).map(({ verb, by }) => [verb, by])).toEqual([
      ['open', 'Beto'],
      ['open', 'Beto'],
      ['open', 'Beto'],
      ['open sheet', 'Beto'],
    ])
  })

  test('those approved are those opened: who came later is not on it, who was erased is gone from it', async () => {
    const sheetId = newId()
    await ask(sheetId, beto, { purpose: 'assembly', filter: { shiftId: day } })
    await ana.api.team.grantApproval({ id: sheetId as never })
    const phone = phoneOf(world, carla)
    const late = {
      personId: randomUUID(),
      campaignId: id,
      listId: list,
      handle: 'recién llegado',
      phone: null,
    }
    await phone.deliver([
      phone.write('person.add', { ...late, departmentId: null, shiftId: day, routeId: null }),
    ])
    await ana.api.people.erase({ id: people[5]! })
    const sheet = await ana.api.campaigns.openSheet({ id, sheetId })
    expect(sheet.map(({ handle, name, phone }) => [handle, name, phone])).toEqual([
      ['persona 4', 'Nombre 4', null],
    ])
  })

  test('a filter that finds nobody asks for nothing; asking twice is asking once', async () => {
    const sheetId = newId()
    const nobody = { filter: { shiftId: night, level: 1 } }
    expect(await refusalOf(ask(sheetId, beto, nobody))).toBe('campaigns.sheet-empty')
    await ask(sheetId)
    await ask(sheetId, beto, { filter: {} })
    const listed = (await ana.api.campaigns.sheets({ id })).find((one) => one.id === sheetId)
    expect(listed).toMatchObject({ people: 4, purpose: 'calls', askedBy: beto.membershipId, openedAt: null })
  })

  test('an approval that waited three days opens nothing', async () => {
    const sheetId = newId()
    await ask(sheetId)
    await ana.api.team.grantApproval({ id: sheetId as never })
    await world.owner.query(`update approvals set expires_at = now() - interval '1 minute' where id = $1`, [
      sheetId,
    ])
    expect(await refusalOf(beto.api.campaigns.openSheet({ id, sheetId }))).toBe('access.second-person')
  })
})
