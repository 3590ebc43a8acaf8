import pg from 'pg'
import { cpuSpent } from './support/cpu.ts'
import { load, requestText } from './support/load.ts'
import { addPeople, newPlant } from './support/plant.ts'
import { benchWorld } from './support/world.ts'

export const run = async () => {
  const world = await benchWorld()
  const dir = world.dataDir
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  const own = await world.list(org, 'Lista de Carla')
  const rest = await world.list(org, 'Los demás')
  await addPeople(world, org, plant, own, 300)
  for (let i = 0; i < 10; i++) {
    await addPeople(world, org, plant, rest, 9_970)
    console.log(i, process.uptime())
  }
  await world.owner.query('vacuum analyze')
  console.log('ready', process.uptime())
  const carla = await world.join(org, 'Carla', 'organizer', [own])
  const beto = await world.join(org, 'Beto', 'coordinator')
  const pool = new pg.Pool({
    ...world.owner.options,
    password: world.owner.options.password,
    max: 20,
  } as never)
  const page = (
    lists: boolean,
  ) => `select p.id, p.handle, p.list_ids, pl.department_id, pl.shift_id, pl.route_id, pl.level, pl.talked_on::text as talked_on,
   (select min(s.due_on) from next_steps s where s.org_id = $1 and s.person_id = p.id and s.outcome is null) as next_on
   from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id where pl.org_id = $1 and pl.campaign_id = $2 and p.merged_into is null
   ${lists ? 'and pl.list_ids && $3 and p.list_ids && $3' : ''} order by pl.talked_on, pl.person_id limit 50`
  for (const person of [beto, carla]) {
    const request = requestText('GET', `/api/campaigns/${plant.campaignId}/people`, person.headers)
    const requests = Array.from({ length: 2000 }, () => request)
    const text = page(person === carla),
      values = person === carla ? [org, plant.campaignId, [own]] : [org, plant.campaignId]
    console.log(
      (await pool.query(`explain (analyze, buffers) ${text}`, values)).rows
        .map((r) => r['QUERY PLAN'])
        .join('\n'),
    )
    for (let round = 0; round < 4; round++) {
      {
        const cpu = cpuSpent(dir)
        const begun = performance.now()
        let left = 2000
        await Promise.all(
          Array.from({ length: 32 }, async () => {
            while (left-- > 0) await pool.query(text, values)
          }),
        )
        const ms = performance.now() - begun
        const used = cpuSpent(dir)
        console.log(
          'plain',
          ms / 2000,
          'cpu us',
          'node ' +
            (((used.ours - cpu.ours) * 1000) / 2000).toFixed() +
            ' pg ' +
            (((used.database - cpu.database) * 1000) / 2000).toFixed(),
        )
      }
      const cpu = cpuSpent(dir)
      const { totalMs, times, bytes } = await load(world.port, requests, 32)
      const used = cpuSpent(dir)
      times.sort((a, b) => a - b)
      console.log(
        person.role,
        totalMs / requests.length,
        'ms/req',
        'p50',
        times[1000],
        'p95',
        times[1900],
        bytes / requests.length,
        'cpu us',
        'node ' +
          (((used.ours - cpu.ours) * 1000) / 2000).toFixed() +
          ' pg ' +
          (((used.database - cpu.database) * 1000) / 2000).toFixed(),
      )
    }
  }
  await pool.end()
  await world.end()
}
