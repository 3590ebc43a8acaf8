import type pg from 'pg'
import { claim } from '../scripts/claim.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { load, requestText } from './support/load.ts'
import { sayHowBusy } from './support/others.ts'
import { addPeople, newPlant } from './support/plant.ts'
import { processorTime } from './support/processor.ts'
import { median, percentile } from './support/times.ts'
import { benchWorld } from './support/world.ts'

const [requests, atOnce, turns] = [1_000, 32, 5]

/** A page of 50 among 100,000 people, over HTTP under row-level security, beside the same query by plain SQL: 32 at once. */
export const run = async () => {
  sayHowBusy()
  const world = await benchWorld()
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  const [own, rest] = [await world.list(org, 'Lista de Carla'), await world.list(org, 'Los demás')]
  await addPeople(world, org, plant, own, 300)
  for (let part = 0; part < 10; part++) await addPeople(world, org, plant, rest, 9_970)
  await world.owner.query('vacuum analyze')
  const carla = await world.join(org, 'Carla', 'organizer', [own])
  const beto = await world.join(org, 'Beto', 'coordinator')
  const options = world.owner.options
  // The schema's owner: its policy lets every row through, so that plain SQL pays for no compartment.
  const pool = openPool({ ...options, password: options.password, max: atOnce } as pg.PoolConfig)
  for (const person of [beto, carla]) {
    const text = pageOf(person === carla)
    const values = [org, plant.campaignId, ...(person === carla ? [[own]] : [])]
    const request = requestText('GET', `/api/campaigns/${plant.campaignId}/people`, person.headers)
    const all = Array.from({ length: requests }, () => request)
    const ratios: number[] = []
    const work = { plain: 0, page: 0 }
    const times: number[] = []
    const plainTimes: number[] = []
    for (let turn = 0; turn <= turns; turn++) {
      const plainWork = processorTime(world.dataDir)
      const begun = performance.now()
      let left = requests
      const ask = async () => {
        while (left-- > 0) {
          const asked = performance.now()
          await pool.query(text, values)
          if (turn > 0) plainTimes.push(performance.now() - asked)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, ask))
      const plainMs = performance.now() - begun
      work.plain += plainWork()
      const pageWork = processorTime(world.dataDir)
      const over = await load(world.port, all, atOnce)
      work.page += pageWork()
      // The first turn warms both.
      if (turn === 0) continue
      ratios.push(over.totalMs / plainMs)
      times.push(...over.times)
    }
    const [ratio, p95] = [median(ratios), percentile(times, 95)]
    claim(
      `page of 50, ${person.role}`,
      `${ratio.toFixed(1)} × plain SQL (${(work.page / work.plain).toFixed(1)} × its processor time)`,
      '≤ 3 ×',
      ratio <= 3,
    )
    claim(
      `page of 50, ${person.role}, p95`,
      `${p95.toFixed(0)} ms (plain SQL ${percentile(plainTimes, 95).toFixed(0)} ms)`,
      '< 50 ms',
      p95 < 50,
    )
  }
  await pool.end()
  await world.end()
}

const pageOf = (listed: boolean) => `
  select p.id, p.handle, p.list_ids, pl.department_id, pl.shift_id, pl.route_id, pl.level, pl.talked_on,
    (select min(s.due_on) from next_steps s where s.org_id = $1 and s.person_id = p.id and s.outcome is null) as next_on
  from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id
  where pl.org_id = $1 and pl.campaign_id = $2 and p.merged_into is null
    ${listed ? 'and pl.list_ids && $3 and p.list_ids && $3' : ''}
  order by pl.talked_on, pl.person_id limit 50`
