import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { claim } from '../scripts/claim.ts'
import { phoneOf } from '../src/testing/phone.ts'
import type { Person, World } from '../src/testing/world.ts'
import { load, requestText } from './support/load.ts'
import { sayHowBusy } from './support/others.ts'
import { addPeople, newPlant, type Plant } from './support/plant.ts'
import { processorTime } from './support/processor.ts'
import { median } from './support/times.ts'
import { benchWorld } from './support/world.ts'

const [phones, each, atOnce, turns] = [200, 20, 16, 5]

/** Phones back from the gate: 200 with 20 conversations each, 16 at once, one in ten sends twice; and a day's bytes. */
export const run = async () => {
  sayHowBusy()
  const world = await benchWorld()
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  const list = await world.list(org, 'Lista de Carla')
  const people = await addPeople(world, org, plant, list, 1_000)
  const members: Person[] = []
  for (let at = 0; at < phones; at++) {
    // The door lets thirty through in five minutes.
    if (at % 25 === 24) world.pass(6 * 60_000)
    members.push(await world.join(org, `Carla ${at}`, 'organizer', [list]))
  }
  await world.owner.query('vacuum analyze')
  const deliveries = members.map((member, at) => {
    const phone = phoneOf(world, member)
    const written = Array.from({ length: each }, (_, n) =>
      phone.write('conversation.record', talk(plant, people[(at * each + n) % people.length]!)),
    )
    return deliveryOf(world, member, written)
  })
  // In turns, so that both meet the machine as it is.
  const plain = plainPhones(world, org, plant, people)
  const ratios: number[] = []
  const times: number[] = []
  const work = { plain: 0, phones: 0 }
  for (let turn = 0; turn < turns; turn++) {
    const [from, until] = [(turn * phones) / turns, ((turn + 1) * phones) / turns]
    const sent = deliveries.slice(from, until).flatMap((one, at) => (at % 10 === 0 ? [one, one] : [one]))
    const plainWork = processorTime(world.dataDir)
    const plainMs = await plain.run(from, until)
    work.plain += plainWork()
    const phonesWork = processorTime(world.dataDir)
    const { totalMs } = await load(world.port, sent, atOnce)
    work.phones += phonesWork()
    ratios.push(totalMs / plainMs)
    times.push(totalMs)
  }
  await plain.end()
  const { rows } = await world.owner.query<{ talks: number; facts: number; operations: number }>(
    `select (select count(*)::int from conversations where asked = 'meet') as talks,
      (select count(*)::int from facts where kind = 'conversation.held' and written_at is not null) as facts,
      (select count(*)::int from operations where kind = 'conversation.record' and outcome = 'done' and sequence >= 0) as operations`,
  )
  const { talks, facts, operations } = rows[0]!
  const exact = [talks, facts, operations].every((count) => count === phones * each)
  claim(
    'conversations kept',
    `${talks}, with ${facts} facts and ${operations} operations`,
    `exactly ${phones * each}`,
    exact,
  )
  const ratio = median(ratios)
  const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000
  claim(
    'sync',
    `${ratio.toFixed(1)} × plain transactions (${seconds.toFixed(1)} s in all, ${(work.phones / work.plain).toFixed(1)} × their processor time)`,
    '≤ 3 ×',
    ratio <= 3,
  )
  await aDay(world, members[0]!, plant, people)
  await world.end()
}

const talk = (plant: Plant, personId: string) => ({
  campaignId: plant.campaignId,
  personId,
  level: 2,
  concerns: ['wages', 'safety'],
  asked: 'meet',
  promised: 'will_come',
  againOn: '2026-12-01',
  settles: null,
  way: 'face',
  note: null,
})

const deliveryOf = (world: World, { send }: Person, operations: readonly unknown[]) =>
  requestText(
    'POST',
    '/api/offline/deliveries',
    {},
    JSON.stringify({ send, at: world.deployment.clock().toISOString(), operations }),
  )

/** As many transactions as phones, each inserting the record, fact and operation rows of its twenty: row by row, as plain code would. */
const plainPhones = (world: World, org: string, { campaignId }: Plant, people: readonly string[]) => {
  const options = world.owner.options
  const pool = new pg.Pool({ ...options, password: options.password, max: atOnce } as pg.PoolConfig)
  const [author, device] = [randomUUID(), randomUUID()]
  const transaction = async (at: number) => {
    const client = await pool.connect()
    await client.query('begin')
    const ids = Array.from({ length: each }, () => randomUUID())
    const who = ids.map((_, n) => people[(at * each + n) % people.length]!)
    const about = [org, campaignId, author, ids, who]
    const rows =
      'unnest($4::uuid[], $5::uuid[]) as one (id, person_id) join people p on p.org_id = $1 and p.id = one.person_id'
    await client.query(
      `insert into conversations (org_id, campaign_id, author_id, id, person_id, list_ids, talked_at, talked_on, concerns, asked)
      select $1, $2, $3, one.id, one.person_id, p.list_ids, now(), '2026-11-22', '{wages,safety}', 'plain' from ${rows}`,
      about,
    )
    await client.query(
      `insert into assessments (org_id, campaign_id, author_id, id, conversation_id, person_id, list_ids, level, assessed_at)
      select $1, $2, $3, one.id, one.id, one.person_id, p.list_ids, 2, now() from ${rows}`,
      about,
    )
    await client.query(
      `insert into promises (org_id, campaign_id, author_id, keeper_id, id, conversation_id, person_id, list_ids, kind, made_on, due_on)
      select $1, $2, $3, $3, one.id, one.id, one.person_id, p.list_ids, 'will_come', '2026-11-22', '2026-12-01' from ${rows}`,
      about,
    )
    await client.query(
      `insert into next_steps (org_id, campaign_id, author_id, keeper_id, id, conversation_id, person_id, list_ids, due_on)
      select $1, $2, $3, $3, one.id, one.id, one.person_id, p.list_ids, '2026-12-01' from ${rows}`,
      about,
    )
    await client.query(
      `update placements pl set level = 2, assessed_at = now(), talked_on = '2026-11-22', changed_at = now()
      where org_id = $1 and campaign_id = $2 and person_id = any($3)`,
      [org, campaignId, who],
    )
    await client.query(
      `insert into facts (org_id, id, kind, happened_on, recorded_by, source, record_id, subject_id, dimensions)
      select $1, one.id, 'conversation.held', '2026-11-22', $2, 'conversations', one.id, p.subject_id, '{"plant": "x", "state": "11"}'
      from unnest($3::uuid[], $4::uuid[]) as one (id, person_id) join people p on p.org_id = $1 and p.id = one.person_id`,
      [org, author, ids, who],
    )
    await client.query(
      `insert into operations (org_id, device_id, id, sequence, kind, outcome)
      select $1, $2, id, -at, 'conversation.record', 'done' from unnest($3::uuid[]) with ordinality as one (id, at)`,
      [org, device, ids],
    )
    await client.query('commit')
    client.release()
  }
  const run = async (from: number, until: number): Promise<number> => {
    const begun = performance.now()
    let next = from
    const work = async () => {
      while (next < until) await transaction(next++)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    return performance.now() - begun
  }
  return { run, end: () => pool.end() }
}

/** What goes over the wire for a day of forty conversations: the delivery, its answer, and the list fetched anew. */
const aDay = async (
  world: World & { port: number },
  member: Person,
  plant: Plant,
  people: readonly string[],
) => {
  const phone = phoneOf(world, member)
  const written = people.slice(0, 40).map((id) => phone.write('conversation.record', talk(plant, id)))
  const request = deliveryOf(world, member, written)
  const { bytes } = await load(world.port, [request], 1)
  const total = Buffer.byteLength(request) + bytes
  claim(
    'a day of 40 conversations',
    `${(total / 1000).toFixed(1)} kB sent and answered`,
    '≤ 50 kB',
    total <= 50_000,
  )
}
