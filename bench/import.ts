import { randomUUID } from 'node:crypto'
import { claim } from '../scripts/claim.ts'
import type { OrgId } from '../src/platform/db/brand.ts'
import type { World } from '../src/testing/world.ts'
import { load, requestText } from './support/load.ts'
import { newPlant, type Plant } from './support/plant.ts'
import { benchWorld } from './support/world.ts'

/** `PEOPLE` for a shorter run, which says so. */
const [people, part] = [Number(process.env.PEOPLE ?? 100_000), 2_000]

/** A list of 100,000 checked for duplicates and imported over HTTP, beside `insert … unnest` of the very same rows and indexes. */
export const run = async () => {
  const world = await benchWorld()
  const org = await world.organization('Sindicato Alba')
  const plant = await newPlant(world, org)
  const listId = await world.list(org, 'La lista de la planta')
  const beto = await world.join(org, 'Beto', 'coordinator')
  const importId = randomUUID()
  const base = `/api/campaigns/${plant.campaignId}/imports/${importId}`
  const send = (method: string, path: string, body: unknown) =>
    requestText(method, path, beto.headers, JSON.stringify(body))
  const requests = [send('PUT', base, { source: 'csv', expected: people, units: [] })]
  for (let number = 0; number * part < people; number++) {
    const rows = Array.from({ length: part }, (_, at) => rowOf(number * part + at))
    const unplaced = rows.map((row) => ({ ...row, department: null, shift: null, route: null }))
    requests.push(send('POST', '/api/people/import-matches', { rows: unplaced }))
    const placed = rows.map((row, at) => ({ ...row, ...placeOf(plant, at) }))
    requests.push(send('PUT', `${base}/parts/${number}`, { listId, leftOut: 0, rows: placed }))
  }
  requests.push(send('POST', `${base}/end`, {}))
  const { totalMs } = await load(world.port, requests, 1)
  const { rows } = await world.owner.query<{ people: number }>('select count(*)::int as people from people')
  const plainMs = await plainly(world, org, await world.organization('Sindicato Brisa'))
  await world.end()
  claim('people imported', `${rows[0]!.people}`, `${people}`, rows[0]!.people === people)
  const ratio = totalMs / plainMs
  const seconds = `${(totalMs / 1000).toFixed(1)} s, plain ${(plainMs / 1000).toFixed(1)} s`
  claim(`import of ${people}`, `${ratio.toFixed(1)} × insert … unnest (${seconds})`, '≤ 4 ×', ratio <= 4)
}

const given = [
  'María',
  'José',
  'Guadalupe',
  'Juan',
  'Rosa',
  'Luis',
  'Verónica',
  'Ángel',
  'Ñusta',
  'Itzel',
  'Óscar',
  'Leticia',
]
const family = [
  'Hernández',
  'García',
  'Martínez',
  'López',
  'González',
  'Pérez',
  'Rodríguez',
  'Sánchez',
  'Ramírez',
  'Cruz',
  'Flores',
  'Gómez',
  'Morales',
  'Vázquez',
  'Jiménez',
  'Reyes',
  'Torres',
  'Díaz',
  'Ruiz',
  'Muñoz',
  'Núñez',
  'Ibáñez',
  'Zúñiga',
]

const rowOf = (at: number) => {
  const pick = (words: readonly string[], by: number) => words[Math.floor(at / by) % words.length]!
  const name = `${pick(given, 1)} ${pick(given, 144)} ${pick(family, 12)} ${pick(family, 276)}`
  const phone = `477${String(1_000_000 + at)}`
  return { id: randomUUID(), handle: null, name, phone, address: null, identifier: String(700_000 + at) }
}

const placeOf = ({ departments, shifts, routes }: Plant, at: number) => ({
  departmentId: departments[at % 8]!,
  shiftId: shifts[at % 3]!,
  routeId: routes[at % 10]!,
})

const tables = ['people', 'person_vault', 'placements'] as const

/** The rows the import made, again for another organization: columns as arrays, part by part, one transaction each. */
const plainly = async ({ owner }: World, from: OrgId, to: OrgId): Promise<number> => {
  const { rows: columns } = await owner.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relname = any($1) where a.attnum > 0 and not a.attisdropped and a.attname <> 'org_id'`,
    [tables],
  )
  // A campaign of the same id stands in the other organization, so that references are checked there too.
  for (const table of ['plants', 'campaigns', 'units']) {
    await owner.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('org_id', $2::text))).* from ${table} t where org_id = $1`,
      [from, to],
    )
  }
  const statements = tables.map((table) => {
    const own = columns.filter((column) => column.table === table)
    const asText = ({ type }: { type: string }) => type.endsWith('[]')
    const names = own.map(({ name }) => name).join()
    const cast = own.map((column) => (asText(column) ? `${column.name}::${column.type}` : column.name)).join()
    const arrays = own.map((column, at) => `$${at + 2}::${asText(column) ? 'text' : column.type}[]`).join()
    const key = table === 'people' ? 'id' : 'person_id'
    const read = `select ${own.map((column) => (asText(column) ? `${column.name}::text` : column.name)).join()} from ${table} where org_id = $1 order by ${key} limit ${part} offset $2`
    return {
      own,
      read,
      insert: `insert into ${table} (org_id, ${names}) select $1, ${cast} from unnest(${arrays}) as given (${names})`,
    }
  })
  let ms = 0
  for (let offset = 0; offset < people; offset += part) {
    const values: unknown[][] = []
    for (const { own, read } of statements) {
      const { rows } = await owner.query<Record<string, unknown>>(read, [from, offset])
      values.push([to, ...own.map(({ name }) => rows.map((row) => row[name]))])
    }
    const client = await owner.connect()
    const begun = performance.now()
    await client.query('begin')
    for (const [at, { insert }] of statements.entries()) await client.query(insert, values[at])
    await client.query('commit')
    ms += performance.now() - begun
    client.release()
  }
  return ms
}
