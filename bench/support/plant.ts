import { randomUUID } from 'node:crypto'
import type { ListId, OrgId } from '../../src/platform/db/brand.ts'
import type { World } from '../../src/testing/world.ts'

export type Plant = { campaignId: string; departments: string[]; shifts: string[]; routes: string[] }

/** A campaign at a plant of eight departments, three shifts and ten bus routes, written behind the scene. */
export const newPlant = async ({ owner }: World, org: OrgId): Promise<Plant> => {
  const [plantId, campaignId] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into plants (org_id, id, name, company, city, state_code, sector, time_zone)
     values ($1, $2, 'Arneses del Bajío', 'Conductores Ficticios', 'Silao', '11', 'auto_parts', 'America/Mexico_City')`,
    [org, plantId],
  )
  await owner.query(
    `insert into campaigns (org_id, id, plant_id, opened_on, stage, created_by) values ($1, $2, $3, '2026-01-05', 'organizing', $4)`,
    [org, campaignId, plantId, randomUUID()],
  )
  const units = async (kind: string, count: number) => {
    const ids = Array.from({ length: count }, () => randomUUID())
    await owner.query(
      `insert into units (org_id, campaign_id, id, kind, name, position)
       select $1, $2, id, $3, $3 || ' ' || at, at from unnest($4::uuid[]) with ordinality as given (id, at)`,
      [org, campaignId, kind, ids],
    )
    return ids
  }
  return {
    campaignId,
    departments: await units('department', 8),
    shifts: await units('shift', 3),
    routes: await units('route', 10),
  }
}

/** People on one list, all placed; three in ten were talked to and have an assessment. Answers with their ids. */
export const addPeople = async (
  { owner }: World,
  org: OrgId,
  plant: Plant,
  listId: ListId,
  count: number,
): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => randomUUID())
  await owner.query(
    `insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
     select $1, id, 'Persona ' || at, 'persona ' || at, array[$2::uuid], gen_random_uuid(), $1
     from unnest($3::uuid[]) with ordinality as given (id, at)`,
    [org, listId, ids],
  )
  await owner.query(
    `insert into placements (org_id, campaign_id, person_id, list_ids, department_id, shift_id, route_id, level, assessed_at, talked_on)
     select $1, $2, id, array[$3::uuid], $4::uuid[][1 + at % 8], $5::uuid[][1 + at % 3], $6::uuid[][1 + at % 10],
       case when at % 10 < 3 then 1 + at % 5 end, case when at % 10 < 3 then now() end,
       case when at % 10 < 3 then date '2026-01-05' + (at % 200)::int else '-infinity' end
     from unnest($7::uuid[]) with ordinality as given (id, at)`.replaceAll(
      /\$(\d)::uuid\[\]\[/g,
      '($$$1::uuid[])[',
    ),
    [org, plant.campaignId, listId, plant.departments, plant.shifts, plant.routes, ids],
  )
  return ids
}
