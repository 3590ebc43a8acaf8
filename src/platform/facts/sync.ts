import type pg from 'pg'
import type { FactKinds } from './fact.ts'

/** Writes the kinds that the modules declare into the catalogue the database checks against. Runs as the schema's owner. */
export const declareKinds = async (owner: pg.Pool, kinds: FactKinds) => {
  const names = Object.keys(kinds)
  await owner.query(
    `insert into fact_kinds (kind, dimensions)
     select kind, array(select jsonb_array_elements_text(dimensions)) from unnest($1::text[], $2::jsonb[]) as declared (kind, dimensions)
     on conflict (kind) do update set dimensions = excluded.dimensions`,
    [names, names.map((name) => JSON.stringify(kinds[name]!.dimensions))],
  )
}
