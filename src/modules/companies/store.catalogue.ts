import { createHash } from 'node:crypto'
import type pg from 'pg'
import { plain } from '#platform/text/plain.ts'
import { catalogueRows, sectorOf, stateNamed } from './places.ts'

/** Writes the public catalogue from its files, as the schema's owner. A row keeps its id for as long as its plant keeps its name. */
export const loadCatalogue = async (owner: pg.Pool) => {
  const rows = catalogueRows().map((row) => ({
    id: idOfPlant(row.company!, row.plant!),
    company: row.company!,
    parent: row.ultimate_parent ?? '',
    parent_country: row.parent_country ?? '',
    name: row.plant!,
    city: row.city ?? '',
    state_code: stateNamed(row.state ?? '')?.code ?? null,
    sector: sectorOf(row.sector ?? ''),
    union_name: row.union_mx ?? '',
    independent: row.independent ?? '',
    sister_union: row.sister_union_abroad ?? '',
    source: row.source ?? '',
    confidence: row.confidence ?? '',
    as_of_year: Number(row.as_of_year) || null,
    search_key: plain([row.company, row.ultimate_parent, row.plant, row.city, row.state].join(' ')),
  }))
  const columns = Object.keys(rows[0]!)
  const others = columns.filter((column) => column !== 'id')
  await owner.query(
    `insert into catalogue_plants (${columns}) select ${columns} from jsonb_populate_recordset(null::catalogue_plants, $1)
     on conflict (id) do update set (${others}) = row (${others.map((column) => `excluded.${column}`)})`,
    [JSON.stringify(rows)],
  )
}

const idOfPlant = (company: string, plant: string): string => {
  const hex = createHash('sha256')
    .update(`plant ${plain(company)} ${plain(plant)}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
