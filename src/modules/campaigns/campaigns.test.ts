import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListId } from '#platform/db/brand.ts'
import { phoneOf } from '../../testing/phone.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { CampaignId, UnitId } from './schema.ts'

let world: World
let ana: Person
let carla: Person
let dani: Person
let elsa: Person
let listOfCarla: ListId
let listOfDani: ListId
const campaignId = randomUUID() as CampaignId
const unit = {
  paint: randomUUID() as UnitId,
  press: randomUUID() as UnitId,
  night: randomUUID() as UnitId,
  route: randomUUID() as UnitId,
}

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
const plantMap = {
  units: [
    { id: unit.paint, kind: 'department' as const, name: 'Pintura' },
    { id: unit.press, kind: 'department' as const, name: 'Prensas' },
    { id: unit.night, kind: 'shift' as const, name: 'Noche' },
    { id: unit.route, kind: 'route' as const, name: 'Ruta 3' },
  ],
  headcounts: [
    { unitId: unit.paint, shiftId: unit.night, people: 42, countedOn: '2026-03-02' },
    { unitId: unit.press, shiftId: unit.night, people: 18, countedOn: '2026-03-02' },
  ],
}
const placed = { departmentId: unit.paint, shiftId: unit.night, routeId: unit.route }

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const brisa = await world.organization('Sindicato Brisa')
  listOfCarla = await world.list(alba, 'Lista de Carla')
  listOfDani = await world.list(alba, 'Lista de Dani')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [listOfCarla])
  dani = await world.join(alba, 'Dani', 'organizer', [listOfDani])
  elsa = await world.join(brisa, 'Elsa', 'owner')
  await ana.api.campaigns.open({ id: campaignId, plant, openedOn: '2026-03-02', ...plantMap })
})
afterAll(() => world.end())

const add = (handle: string, listId: ListId, personId = randomUUID()) => ({
  ...{ personId, campaignId, listId, handle, phone: null },
  ...placed,
})
const talk = (personId: string, level: number | null, more = {}) => ({
  ...{ campaignId, personId, level, concerns: ['transport'], asked: 'meet', promised: null },
  ...{ againOn: null, settles: null, way: 'face', note: null },
  ...more,
})

describe('opening a campaign', () => {
  test('an organizer may not, and another union sees nothing of it', async () => {
    const opened = carla.api.campaigns.open({ id: randomUUID(), plant, openedOn: '2026-03-02', ...plantMap })
    expect(await refusalOf(opened)).toBe('not-allowed')
    expect(await elsa.api.campaigns.list()).toEqual([])
    expect(await refusalOf(elsa.api.campaigns.get({ id: campaignId }))).toBe('missing')
  })

  test('is mapped from headcounts alone', async () => {
    const campaign = await ana.api.campaigns.get({ id: campaignId })
    expect(campaign).toMatchObject({
      plant: 'Arneses del Bajío',
      stage: 'mapping',
      headcounts: plantMap.headcounts,
    })
    expect(campaign.units.map(({ name }) => name)).toEqual(['Pintura', 'Prensas', 'Ruta 3', 'Noche'])
  })
})

describe('at the gate, without a signal', () => {
  test('what was written arrives once, in order, and only its author’s list reaches it', async () => {
    const phone = phoneOf(world, carla)
    const guera = randomUUID()
    const written = [
      phone.write('person.add', add('la güera de pintura', listOfCarla, guera)),
      phone.write('conversation.record', talk(guera, 3)),
      phone.write('conversation.record', talk(guera, 2, { promised: 'will_come' })),
    ]
    const sent = await phone.deliver([written[2]!, written[0]!, written[1]!, written[0]!])
    expect(sent.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done'])
    await phone.deliver(written)
    const person = await carla.api.campaigns.person({ id: campaignId, personId: guera })
    expect(person.conversations).toHaveLength(2)
    expect(person).toMatchObject({
      handle: 'la güera de pintura',
      level: 2,
      promises: [{ kind: 'will_come' }],
    })
    expect(await refusalOf(dani.api.campaigns.person({ id: campaignId, personId: guera }))).toBe('missing')
    const { rows } = await world.owner.query(
      `select kind, count(*)::int from facts where org_id = $1 and record_id <> $2 group by 1 order by 1`,
      [carla.orgId, campaignId],
    )
    expect(rows).toEqual([
      { kind: 'contact.made', count: 1 },
      { kind: 'conversation.held', count: 2 },
    ])
  })

  test('a person out of reach is refused with its reason, and the rest of the day is kept', async () => {
    const beatriz = randomUUID()
    const [phoneOfDani, phoneOfCarla] = [phoneOf(world, dani), phoneOf(world, carla)]
    await phoneOfDani.deliver([phoneOfDani.write('person.add', add('Beatriz', listOfDani, beatriz))])
    const chuy = randomUUID()
    const { outcomes } = await phoneOfCarla.deliver([
      phoneOfCarla.write('person.add', add('Chuy', listOfDani)),
      phoneOfCarla.write('person.add', add('Chuy', listOfCarla, chuy)),
      phoneOfCarla.write('conversation.record', talk(beatriz, 1)),
      phoneOfCarla.write('conversation.record', talk(chuy, 4)),
      phoneOfCarla.write('conversation.record', talk(chuy, 9)),
      phoneOfCarla.write('conversation.dream', {}),
    ])
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([
      'offline.out-of-reach',
      null,
      'offline.out-of-reach',
      null,
      'offline.not-understood',
      'offline.unknown',
    ])
    expect(outcomes[0]!.sentence).toMatch(/ya no está en tu lista/)
  })

  test('a wrong clock does not move a conversation into the future', async () => {
    const phone = phoneOf(world, carla)
    const felipe = randomUUID()
    const wrong = new Date(Date.now() + 40 * 24 * 3600_000)
    await phone.deliver(
      [
        phone.write('person.add', add('Felipe', listOfCarla, felipe), { at: wrong }),
        phone.write('conversation.record', talk(felipe, 2), { at: wrong }),
      ],
      wrong,
    )
    const { conversations } = await carla.api.campaigns.person({ id: campaignId, personId: felipe })
    expect(conversations[0]!.talkedOn <= new Date().toISOString().slice(0, 10)).toBe(true)
  })

  test('what a revoked phone still sends waits for an owner', async () => {
    const list = await world.list(ana.orgId, 'Lista de Eva')
    const eva = await world.join(ana.orgId, 'Eva', 'organizer', [list])
    const phone = phoneOf(world, eva)
    const gloria = randomUUID()
    const written = [phone.write('person.add', add('Gloria', list, gloria))]
    await ana.api.team.revokeDevice({ id: eva.deviceId })
    expect((await phone.deliver(written)).outcomes[0]).toMatchObject({ outcome: 'waiting' })
    expect(await refusalOf(ana.api.campaigns.person({ id: campaignId, personId: gloria }))).toBe('missing')
    const [waiting] = await ana.api.offline.waiting()
    expect(waiting).toMatchObject({ author: 'Eva' })
    await ana.api.offline.accept({ id: waiting!.id })
    expect(await ana.api.campaigns.person({ id: campaignId, personId: gloria })).toMatchObject({
      handle: 'Gloria',
    })
  })
})

describe('names', () => {
  test('open one at a time, are logged, and have a daily cap', async () => {
    const phone = phoneOf(world, carla)
    const ids = Array.from({ length: 61 }, () => randomUUID())
    await phone.deliver(
      ids.map((id, at) =>
        phone.write('person.add', { ...add(`Persona ${at}`, listOfCarla, id), phone: '55 1234 5678' }),
      ),
    )
    expect(await carla.api.people.open({ id: ids[0]! })).toMatchObject({ phone: '55 1234 5678', name: null })
    for (const id of ids.slice(1, 60)) await carla.api.people.open({ id })
    expect(await refusalOf(carla.api.people.open({ id: ids[60]! }))).toBe('people.cap')
    const log = await ana.api.team.log({})
    expect(log[0]).toMatchObject({ by: 'Carla', verb: 'open', target: 'person' })
    const { rows } = await world.owner.query(`select phone from person_vault where person_id = $1`, [ids[0]])
    expect(rows[0].phone.includes('1234')).toBe(false)
  })
})

describe('where we stand', () => {
  test('counts by department, shift and route, and whoever may only count sees bands', async () => {
    const vera = await world.join(ana.orgId, 'Vera', 'viewer')
    const { standings } = await ana.api.campaigns.chart({ id: campaignId })
    const [cell] = standings
    expect(cell).toMatchObject({ departmentId: unit.paint, shiftId: unit.night, routeId: unit.route })
    expect(cell!.levels[1]).toBeGreaterThan(0)
    expect(await refusalOf(vera.api.campaigns.chart({ id: campaignId }))).toBe('not-allowed')
    expect((await vera.api.campaigns.coverage({ id: campaignId })).covered).toMatch(/^\d+–\d+ %$/)
    const week = await ana.api.campaigns.week({ id: campaignId })
    expect(week.conversations).toBeGreaterThan(0)
    expect(await ana.api.campaigns.promises({ id: campaignId })).toMatchObject([
      { handle: 'la güera de pintura' },
    ])
  })

  test('a page of people goes on where the one before ended', async () => {
    const first = await ana.api.campaigns.people({ id: campaignId })
    expect(first.people).toHaveLength(50)
    const second = await ana.api.campaigns.people({ id: campaignId, after: first.next! })
    const ids = new Set([...first.people, ...second.people].map(({ id }) => id))
    expect(ids.size).toBe(first.people.length + second.people.length)
    expect(await refusalOf(ana.api.campaigns.people({ id: campaignId, after: 'nonsense~x' }))).toBe('invalid')
  })

  test('says of each when they are next: the earliest of what is still open', async () => {
    const phone = phoneOf(world, dani)
    const [id, other] = [randomUUID(), randomUUID()]
    const dated = phone.write('person.add', add('Nacho con fechas', listOfDani, id))
    const dateless = phone.write('person.add', add('Nacho sin fecha', listOfDani, other))
    const later = phone.write('conversation.record', talk(id, null, { againOn: '2027-02-09' }))
    const sooner = phone.write('conversation.record', talk(id, null, { againOn: '2027-02-02' }))
    const nextOf = async (person: Person) => {
      const { people } = await person.api.campaigns.people({ id: campaignId, text: 'nacho' })
      return people.map(({ id, nextOn }) => [id, nextOn])
    }
    await phone.deliver([dated, dateless, later, sooner])
    expect(await nextOf(carla)).toEqual([])
    // Whom nobody has talked to comes first.
    expect(await nextOf(dani)).toEqual([
      [other, null],
      [id, '2027-02-02'],
    ])
    await phone.deliver([phone.write('conversation.record', talk(id, null, { settles: sooner.id }))])
    expect(await nextOf(ana)).toEqual([
      [other, null],
      [id, '2027-02-09'],
    ])
  })

  test('two records of one person are merged and taken apart again', async () => {
    const [first] = (await ana.api.campaigns.people({ id: campaignId, text: 'la guera' })).people
    const [second] = (await ana.api.campaigns.people({ id: campaignId, text: 'chuy' })).people
    const id = randomUUID()
    await ana.api.campaigns.merge({ id, keptId: first!.id, goneId: second!.id })
    const merged = await ana.api.campaigns.person({ id: campaignId, personId: first!.id })
    expect(merged.conversations).toHaveLength(3)
    expect(merged.level).toBe(4)
    expect((await ana.api.campaigns.people({ id: campaignId, text: 'chuy' })).people).toEqual([])
    await ana.api.campaigns.undoMerge({ id })
    expect(await ana.api.campaigns.person({ id: campaignId, personId: first!.id })).toMatchObject({
      level: 2,
    })
    expect((await ana.api.campaigns.people({ id: campaignId, text: 'chuy' })).people).toHaveLength(1)
  })
})

describe('a departure', () => {
  test('nobody takes a list along without a phone, and what a phone takes stands in the log', async () => {
    await world.owner.query('update sessions set device_id = null where device_id = $1', [carla.deviceId])
    expect(await refusalOf(carla.api.campaigns.bundle({}))).toBe('campaigns.no-phone')
    await world.owner.query(
      `update sessions s set device_id = $1 from memberships m where m.id = $2 and s.account_id = m.account_id`,
      [carla.deviceId, carla.membershipId],
    )
    const { digest } = await carla.api.campaigns.bundle({})
    await carla.api.campaigns.bundle({ have: digest })
    const log = await ana.api.team.log({})
    expect(log.filter(({ verb }) => verb === 'carry')).toMatchObject([{ by: 'Carla', people: 64 }])
  })

  test('takes one action: access ends, people and promises pass on, and we say what the phone held', async () => {
    await carla.api.campaigns.bundle({})
    const left = await ana.api.campaigns.depart({
      membershipId: carla.membershipId,
      heirId: dani.membershipId,
    })
    expect(left.people).toBeGreaterThan(60)
    expect(left).toMatchObject({ promises: 1, devices: [{ label: "Carla's phone" }] })
    expect(left.devices[0]!.names).toBe(61)
    expect(await refusalOf(carla.api.campaigns.list())).toBe('signed-out')
    const found = await dani.api.campaigns.people({ id: campaignId, text: 'la güera' })
    expect(found.people).toHaveLength(1)
  })
})
