import { claim } from '../scripts/claim.ts'
import { load, requestText } from './support/load.ts'
import { addPeople, newPlant } from './support/plant.ts'
import { processorTime } from './support/processor.ts'
import { median } from './support/times.ts'
import { benchWorld } from './support/world.ts'

const [requests, turns] = [60, 7]

/** The wall chart of 5,000 people over HTTP, beside the same counts by plain SQL, one at a time. */
export const run = async () => {
  const world = await benchWorld()
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  await addPeople(world, org, plant, await world.list(org, 'Todos'), 5_000)
  await world.owner.query('vacuum analyze')
  const beto = await world.join(org, 'Beto', 'coordinator')
  const request = requestText('GET', `/api/campaigns/${plant.campaignId}/chart`, beto.headers)
  const all = Array.from({ length: requests }, () => request)
  const ratios: number[] = []
  const work = { plain: 0, chart: 0 }
  for (let turn = 0; turn <= turns; turn++) {
    const plainWork = processorTime(world.dataDir)
    const begun = performance.now()
    for (let n = 0; n < requests; n++) await world.owner.query(counts, [org, plant.campaignId])
    const plainMs = performance.now() - begun
    work.plain += plainWork()
    const chartWork = processorTime(world.dataDir)
    const { totalMs } = await load(world.port, all, 1)
    work.chart += chartWork()
    // The first turn warms both.
    if (turn > 0) ratios.push(totalMs / plainMs)
  }
  await world.end()
  const ratio = median(ratios)
  claim(
    'wall chart of 5,000 people',
    `${ratio.toFixed(1)} × plain SQL (${(work.chart / work.plain).toFixed(1)} × its processor time)`,
    '≤ 2 ×',
    ratio <= 2,
  )
}

const counts = `
  select pl.department_id, pl.shift_id, pl.route_id, count(*)::int as known,
    count(*) filter (where pl.level = 1) as one, count(*) filter (where pl.level = 2) as two, count(*) filter (where pl.level = 3) as three,
    count(*) filter (where pl.level = 4) as four, count(*) filter (where pl.level = 5) as five
  from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id and p.merged_into is null
  where pl.org_id = $1 and pl.campaign_id = $2 group by 1, 2, 3`
