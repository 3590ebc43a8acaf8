import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrgId } from '#platform/db/brand.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { PersonId } from './schema.ts'

let world: World
let alba: OrgId
let beto: Person
let lucia: PersonId
let chuy: PersonId

const nothing = { name: null, phone: null, address: null, identifier: null }

const add = async (handle: string, identity: Partial<Record<'name' | 'phone' | 'identifier', string>>) => {
  const id = randomUUID() as PersonId
  await world.owner.query(
    `insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
     values ($1, $2, $3, $3, array[$4]::uuid[], gen_random_uuid(), $5)`,
    [alba, id, handle, randomUUID(), beto.membershipId],
  )
  await beto.api.people.keepIdentity({ id, ...nothing, ...identity })
  return id
}

const whoIs = async (row: Partial<Record<'name' | 'phone' | 'identifier', string>>, who = beto) => {
  const place = { handle: null, department: null, shift: null, route: null }
  const rows = [{ id: randomUUID() as PersonId, ...place, ...nothing, ...row }]
  return (await who.api.people.findRows({ rows })).map(({ personId, reason }) => [personId, reason])
}

beforeAll(async () => {
  world = await newWorld()
  alba = await world.organization('Sindicato Alba')
  beto = await world.join(alba, 'Beto', 'coordinator')
  lucia = await add('la güera', { name: 'Lucía Núñez Ibáñez', phone: '477 123 4567', identifier: 'A-77' })
  chuy = await add('chuy', { name: 'Jesús Rodríguez Cervantes' })
})
afterAll(() => world.end())

describe('who a row of a list may already be', () => {
  test('is not asked by an organizer, and another organization knows nobody', async () => {
    const carla = await world.join(alba, 'Carla', 'organizer', [])
    expect(await refusalOf(whoIs({ phone: '4771234567' }, carla))).toBe('not-allowed')
    const other = await world.organization('Sindicato Brisa')
    expect(await whoIs({ phone: '4771234567' }, await world.join(other, 'Berta', 'coordinator'))).toEqual([])
  })

  test('a stranger is nobody, and a first name alone tells nothing', async () => {
    expect(await whoIs({ name: 'Ramiro Quiroz Zúñiga', phone: '4779999999', identifier: 'B-1' })).toEqual([])
    expect(await whoIs({ name: 'Lucía' })).toEqual([])
  })

  test('is told by telephone, worker number, whole name or a similar one, the strongest first', async () => {
    expect(await whoIs({ phone: '+52 1 477 123 4567', name: 'Jesús Rodríguez Cervantes' })).toEqual([
      [lucia, 'phone'],
    ])
    expect(await whoIs({ identifier: 'a 77' })).toEqual([[lucia, 'identifier']])
    expect(await whoIs({ name: 'NUÑEZ IBAÑEZ LUCIA' })).toEqual([[lucia, 'name']])
    expect(await whoIs({ name: 'Jesus Rodriguez Cervantez' })).toEqual([[chuy, 'similar_name']])
  })

  test('is never somebody who was merged into another', async () => {
    const twin = await add('la otra', { phone: '4775550000' })
    expect(await whoIs({ phone: '4775550000' })).toEqual([[twin, 'phone']])
    await world.owner.query('update people set merged_into = $1 where id = $2', [lucia, twin])
    expect(await whoIs({ phone: '4775550000' })).toEqual([])
  })
})

test('pairs that may be one person are shown once, by the strongest reason, until somebody says that they are two', async () => {
  const pairs = async () =>
    (await beto.api.people.duplicates({})).map(({ one, other, reason }) => [[one, other].sort(), reason])
  const again = await add('güera', { name: 'Lucía Núñez Ibáñez', phone: '4771234567', identifier: 'A-77' })
  const namesake = await add('jesús', { name: 'Rodríguez Cervantes Jesús' })
  expect(await pairs()).toEqual([
    [[lucia, again].sort(), 'phone'],
    [[chuy, namesake].sort(), 'name'],
  ])
  await beto.api.people.notDuplicates({ one: again, other: lucia })
  expect(await pairs()).toEqual([[[chuy, namesake].sort(), 'name']])
})
