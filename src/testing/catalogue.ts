import type pg from 'pg'

/** What the live catalogue says of one table. Columns, keys and references are in the order of their definition. */
export type CataloguedTable = {
  name: string
  secured: boolean
  forced: boolean
  columns: { name: string; type: string; optional: boolean; defaulted: boolean; check: string | null }[]
  policies: Policy[]
  /** The commands that a restrictive policy takes away from rows that are final. */
  restricted: string[]
  /** Primary and unique keys, indexes included. */
  keys: string[][]
  references: { columns: string[]; table: string; foreign: string[] }[]
  /** Whole B-tree indexes that are no key: their columns. */
  indexes: string[][]
}

export type Policy = {
  name: string
  command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  roles: string[]
  using: string | null
  check: string | null
}

/** Every table of the database but Kysely's own, with its policies, keys and references. A restrictive policy only takes away, and is left out. */
export const tablesIn = async (client: pg.ClientBase | pg.Pool): Promise<CataloguedTable[]> => {
  const { rows } = await client.query<CataloguedTable>(walk)
  return rows
}

/** The primary key stands first. */
export const keyOf = (table: CataloguedTable): string[] => table.keys[0]!

/** Whether rows are compartmented by list as well as by organization. */
export const isListed = ({ policies }: CataloguedTable) => policies.some(({ name }) => name === 'own_lists')

export const has = (table: CataloguedTable, column: string) =>
  table.columns.some(({ name }) => name === column)

const org = `(org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)`
const lists = `(list_ids && (NULLIF(current_setting('app.lists'::text, true), ''::text))::uuid[])`
const parties = `(parties @> ARRAY[(NULLIF(current_setting('app.org'::text, true), ''::text))::uuid])`
const everyReach = ['reach_counts', 'reach_job', 'reach_lists', 'reach_org', 'reach_public']

const policy = (name: string, roles: string[], rule: string): Policy => ({
  name,
  command: 'all',
  roles,
  using: rule,
  check: rule,
})
const upkeep = policy('upkeep', ['asamblea_owner'], 'true')

/** The policies a table must have, by what it is. */
export const expectedPolicies = (table: CataloguedTable): Policy[] => {
  if (isListed(table))
    return [
      policy('own_lists', ['reach_lists'], `(${org} AND ${lists})`),
      policy('own_organization', ['reach_counts', 'reach_job', 'reach_org'], org),
      upkeep,
    ]
  if (has(table, 'parties')) return [policy('own_party', everyReach, parties), upkeep]
  const column = table.name === 'organizations' ? org.replace('org_id', 'id') : org
  return [policy('own_organization', everyReach, column), upkeep]
}

/** A table's policies but for those of the keepers, which are reviewed one by one. */
export const ownPolicies = ({ policies }: CataloguedTable): Policy[] =>
  policies
    .filter(({ roles }) => !['door_keeper', 'fact_counter'].includes(roles.join()))
    .map((one) => ({ ...one, roles: [...one.roles].sort() }))

const walk = `
  select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'optional', not a.attnotnull,
        'defaulted', a.atthasdef or a.attidentity <> '', 'check', (select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(json_build_object('name', p.policyname, 'command', lower(p.cmd), 'roles', p.roles, 'using', p.qual, 'check', p.with_check)
        order by p.policyname) from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE'), '[]') as policies,
    coalesce((select json_agg(lower(p.cmd)) from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
        and p.permissive = 'RESTRICTIVE'), '[]') as restricted,
    coalesce((select json_agg(columns order by main desc) from (select i.indisprimary as main, (select json_agg(a.attname order by o.at)
        from unnest(i.indkey::int2[]) with ordinality o (number, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = o.number) as columns
      from pg_index i where i.indrelid = c.oid and i.indisunique and 0 <> all(i.indkey)) k), '[]') as keys,
    coalesce((select json_agg(json_build_object('table', k.confrelid::regclass::text,
        'columns', (select json_agg(a.attname order by o.at) from unnest(k.conkey) with ordinality o (number, at)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.number),
        'foreign', (select json_agg(a.attname order by o.at) from unnest(k.confkey) with ordinality o (number, at)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = o.number)) order by k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0), '[]') as references,
    coalesce((select json_agg((select json_agg(a.attname order by o.at)
        from unnest(i.indkey::int2[]) with ordinality o (number, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = o.number))
      from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
      where i.indrelid = c.oid and not i.indisunique and i.indpred is null and m.amname = 'btree'), '[]') as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relname not like 'kysely\\_%'
  order by c.relname`
