import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phoneOf } from '../../testing/phone.ts'
import { newUnion, type Union } from '../../testing/union.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'

let world: World
let alba: Union
let brisa: Union

const handles = ['La Güera de Pintura', 'el güero de pinturas', 'Don Ñico 100%', 'la_de_la_moto', 'Pintor']

const meet = async (union: Union, person: Person, list: 0 | 1, names: readonly string[]) => {
  const phone = phoneOf(world, person)
  const nowhere = { departmentId: null, shiftId: null, routeId: null }
  const { outcomes } = await phone.deliver(
    names.map((handle) =>
      phone.write('person.add', {
        ...{
          personId: randomUUID(),
          campaignId: union.campaignId,
          listId: union.lists[list],
          handle,
          phone: null,
        },
        ...nowhere,
      }),
    ),
  )
  expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true)
}

beforeAll(async () => {
  world = await newWorld()
  ;[alba, brisa] = [await newUnion(world, 'ALBA'), await newUnion(world, 'BRISA')]
  await meet(alba, alba.members.organizer, 0, handles)
  await meet(alba, alba.other, 1, ['la güera de otra lista'])
  await meet(brisa, brisa.members.organizer, 0, ['la güera de otro sindicato'])
})
afterAll(() => world.end())

/** By both ways of looking for somebody: the campaign's list and the attendance of an activity. */
const found = async (by: Person, text: string) => {
  const { people } = await by.api.campaigns.people({ id: alba.campaignId as never, text } as never)
  const attending = await by.api.support.findPeople({ text })
  const names = people.map(({ handle }) => handle).toSorted()
  expect(attending.map(({ handle }) => handle).toSorted()).toEqual(names)
  return names
}

describe('looking somebody up by handle', () => {
  test('finds nobody of another list or another union, nor anybody by signs that mean something to the database', async () => {
    const { organizer, coordinator } = alba.members
    expect(await found(organizer, 'otra lista')).toEqual([])
    expect(await found(organizer, 'otro sindicato')).toEqual([])
    expect(await found(coordinator, 'otro sindicato')).toEqual([])
    expect(await found(coordinator, "pint' or true --")).toEqual([])
  })

  test('finds what stands anywhere in it, with or without accents, in any order of words', async () => {
    const { organizer, coordinator } = alba.members
    expect(await found(organizer, 'pintura')).toEqual(['La Güera de Pintura', 'el güero de pinturas'])
    expect(await found(organizer, 'INTUR güe')).toEqual(['La Güera de Pintura', 'el güero de pinturas'])
    expect(await found(organizer, 'ñico')).toEqual(['Don Ñico 100%'])
    expect(await found(organizer, 'nico 100')).toEqual(['Don Ñico 100%'])
    expect(await found(organizer, 'moto')).toEqual(['la_de_la_moto'])
    expect(await found(coordinator, 'guera')).toEqual(['La Güera de Pintura', 'la güera de otra lista'])
  })

  test('those that begin with it come first', async () => {
    const people = await alba.members.organizer.api.support.findPeople({ text: 'pint' })
    expect(people[0]!.handle).toBe('Pintor')
    expect(people).toHaveLength(3)
  })

  test('one page is fifty however many match, and the next goes on', async () => {
    const { organizer } = alba.members
    await meet(
      alba,
      organizer,
      0,
      Array.from({ length: 60 }, (_, at) => `compa de la banda ${at}`),
    )
    const id = alba.campaignId as never
    const first = await organizer.api.campaigns.people({ id, text: 'banda' } as never)
    expect(first.people).toHaveLength(50)
    const second = await organizer.api.campaigns.people({ id, text: 'banda', after: first.next! } as never)
    expect(second.people).toHaveLength(10)
    expect(await organizer.api.support.findPeople({ text: 'banda' })).toHaveLength(20)
  })
})
