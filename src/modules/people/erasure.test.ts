import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListId } from '#platform/db/brand.ts'
import { phoneOf } from '../../testing/phone.ts'
import { whereStands } from '../../testing/walk.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'

let world: World
let ana: Person
let carla: Person
let list: ListId
const campaignId = randomUUID()
const [activityId, visitor, signUpId] = [randomUUID(), randomUUID(), randomUUID()]
const [guera, twin, other] = [randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  list = await world.list(alba, 'Lista de Carla')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
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
  await ana.api.campaigns.open({ id: campaignId, plant, openedOn: '2026-03-02', units: [], headcounts: [] })
  await meet(guera, 'la güera')
  await meet(twin, 'la güera de pintura')
  await meet(other, 'el flaco')
  await hold()
})
afterAll(() => world.end())

/** An activity that all three came to, and one more who left a phone at its door and was taken up. */
const hold = async () => {
  const id = activityId as never
  const about = {
    kind: 'assembly',
    topic: 'basic_rights',
    title: 'Asamblea',
    place: '',
    audience: 'all',
  } as const
  await ana.api.support.keepActivity({ id, ...about, heldOn: '2026-03-05', stateCode: '11', sector: '' })
  await carla.api.support.attend({ id, people: [guera, twin, other] as never })
  const { token } = await carla.api.support.openDoor({ id })
  await world.client({}).support.signUp({ token, id: signUpId, handle: 'Chela', phone: '472 011 2244' })
  await ana.api.support.takeUp({ id: signUpId as never, personId: visitor as never, listId: list })
}

/** Everything that can be written about somebody. */
const meet = async (personId: string, handle: string) => {
  const phone = phoneOf(world, carla)
  const about = { campaignId, personId }
  const nowhere = { departmentId: null, shiftId: null, routeId: null }
  const talk = { level: 2, concerns: ['wages'], asked: 'meet', promised: 'will_come', againOn: '2030-01-01' }
  const { outcomes } = await phone.deliver([
    phone.write('person.add', { ...about, listId: list, handle, phone: '472 011 2233', ...nowhere }),
    phone.write('conversation.record', { ...about, ...talk, settles: null, note: `nota de ${handle}` }),
    phone.write('action.note', { ...about, kind: 'signed', doneOn: '2026-03-04' }),
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  const identity = {
    name: `${handle} Pérez Núñez`,
    phone: '472 011 2233',
    address: 'Calle 1',
    identifier: 'E-77',
  }
  await carla.api.people.keepIdentity({ id: personId as never, ...identity })
  await carla.api.people.open({ id: personId as never })
}

/** The ids, the subjects and every ciphertext that speak of these people. */
const tracesOf = async (ids: string[]) => {
  const { rows } = await world.owner.query<{ subject: string; sealed: string[] }>(
    `select p.subject_id as subject, array_remove(array[encode(v.name, 'hex'), encode(v.phone, 'hex'), encode(v.address, 'hex'),
       encode(v.identifier, 'hex'), (select encode(c.note, 'hex') from conversations c where c.person_id = p.id)], null) as sealed
     from people p join person_vault v on v.person_id = p.id where p.id = any($1)`,
    [ids],
  )
  return { subjects: rows.map(({ subject }) => subject), sealed: rows.flatMap(({ sealed }) => sealed) }
}

// What was counted stays counted, under a random subject that no longer leads to anybody. The log of who opened what may not
// change after it was sealed: it keeps the id of a record that is gone.
const kept = {
  ids: ['access_log.target_id'],
  subjects: [
    'facts.record_id',
    'facts.subject_id',
    'subject_aliases.counts_as',
    'subject_aliases.subject_id',
  ],
}

describe('erasing somebody', () => {
  test('an organizer may not, and what belongs to nobody is missing', async () => {
    expect(await refusalOf(carla.api.people.erase({ id: guera as never }))).toBe('not-allowed')
    expect(await refusalOf(ana.api.people.erase({ id: randomUUID() as never }))).toBe('missing')
  })

  test('before it, the walk finds them in the tables that speak of them', async () => {
    await ana.api.campaigns.merge({ id: randomUUID(), keptId: guera, goneId: twin } as never)
    const { subjects, sealed } = await tracesOf([guera, twin])
    expect(sealed).toHaveLength(10)
    expect(await whereStands(world.owner, [guera, twin])).toEqual(
      expect.arrayContaining([
        'people.id',
        'person_vault.person_id',
        'conversations.person_id',
        'assessments.person_id',
        'merges.gone_id',
        'attendance.person_id',
      ]),
    )
    expect(await whereStands(world.owner, subjects)).toContain('people.subject_id')
    expect(await whereStands(world.owner, sealed)).toEqual(
      expect.arrayContaining(['conversations.note', 'person_vault.name']),
    )
  })

  test('leaves no row, no id and no ciphertext of them, whichever of two merged records was named', async () => {
    const { subjects, sealed } = await tracesOf([guera, twin])
    await ana.api.people.erase({ id: twin as never })
    expect(await whereStands(world.owner, sealed)).toEqual([])
    expect(await whereStands(world.owner, [guera, twin])).toEqual(kept.ids)
    expect(await whereStands(world.owner, subjects)).toEqual(kept.subjects)
    expect(await refusalOf(ana.api.people.get({ id: guera as never }))).toBe('missing')
  })

  test('finds nothing left at the door once somebody was taken up, and the activity keeps everybody else', async () => {
    expect(await whereStands(world.owner, [signUpId])).toEqual([])
    expect(await whereStands(world.owner, [visitor])).toContain('attendance.person_id')
    await ana.api.people.erase({ id: visitor as never })
    expect(await whereStands(world.owner, [visitor])).toEqual(kept.ids)
    const came = await ana.api.support.attendance({ id: activityId as never })
    expect(came.map(({ handle }) => handle)).toEqual(['el flaco'])
  })

  test('leaves everybody else as they were', async () => {
    const { subjects, sealed } = await tracesOf([other])
    expect(sealed).toHaveLength(5)
    expect(await whereStands(world.owner, subjects)).toContain('people.subject_id')
    expect(await ana.api.people.get({ id: other as never })).toMatchObject({ handle: 'el flaco' })
  })

  test('reaches every table there will be: whatever names a person goes with them, by the database’s own word', async () => {
    const { rows } = await world.owner.query<{ column: string }>(
      `select c.oid::regclass || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname ~ '(^|_)person_id$' and not a.attisdropped
         and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'people'::regclass
           and a.attnum = any(k.conkey) and k.confdeltype in ('c', 'n'))`,
    )
    // The frozen roll of a vote is a paper of that vote: it is kept with the acta and goes with it (`votes/README.md`).
    expect(rows.map(({ column }) => column)).toEqual(['vote_roll.person_id'])
  })
})
