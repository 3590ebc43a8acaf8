import type pg from 'pg'

/** A column as the database writes it: its quoted name, its type, and how values of it are put in an order that every server shares. */
export type Column = { name: string; type: string; collatable: boolean; sequence: string | null }

export type Reference = { columns: string[]; table: string; foreign: string[] }

/**
 * Whose rows a table holds: one organization's (told by `column`), several organizations' (`parties`), or the server's.
 */
export type Owner =
  | { kind: 'organization'; column: string }
  | { kind: 'shared' }
  /** `open`: organizations may read it, as they read a public catalogue. */
  | { kind: 'server'; open: boolean }

export type Table = {
  readonly name: string
  readonly owner: Owner
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly references: readonly Reference[]
}

/**
 * Every table of the database, read from its own catalogue and never from a list of ours, in an order in which whatever a row
 * refers to comes before it (but for rows of its own table). Throws when a table could hold rows unseen: one without a primary key, or one whose policies hide rows from
 * its owner.
 */
export const tablesOf = async (owner: pg.ClientBase | pg.Pool): Promise<readonly Table[]> => {
  const { rows } = await owner.query<Found>(walk)
  const unsafe = rows.find(({ key, whole }) => key.length === 0 || !whole)
  if (unsafe) throw new Error(`Table ${unsafe.name} has no primary key, or hides rows from its owner.`)
  return inOrder(rows.map((found) => ({ ...found, owner: ownerOf(found) })))
}

type Found = Omit<Table, 'owner'> & { whole: boolean; open: boolean; root: boolean }

const ownerOf = ({ columns, root, open }: Found): Owner => {
  const has = (wanted: string) => columns.some(({ name }) => name === wanted)
  if (root) return { kind: 'organization', column: 'id' }
  if (has('org_id')) return { kind: 'organization', column: 'org_id' }
  return has('parties') ? { kind: 'shared' } : { kind: 'server', open }
}

/** Throws when tables refer to each other in a circle. */
const inOrder = (tables: readonly Table[]): readonly Table[] => {
  const ordered = new Set<Table>()
  const visit = (table: Table, path: readonly Table[]) => {
    if (ordered.has(table)) return
    if (path.includes(table)) throw new Error(`Tables in a circle: ${path.map(({ name }) => name)}`)
    for (const reference of table.references) {
      const needed = tables.find(({ name }) => name === reference.table)
      if (needed && needed !== table) visit(needed, [...path, table])
    }
    ordered.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...ordered]
}

/** The table that every `org_id` refers to is where organizations themselves stand. Kysely's own tables are left out. */
const walk = `
  select c.oid::regclass::text as name,
    (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod),
        'collatable', a.attcollation <> 0, 'sequence', pg_get_serial_sequence(c.oid::regclass::text, a.attname)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select json_agg(quote_ident(a.attname) order by array_position(k.conkey, a.attnum))
      from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
      where k.conrelid = c.oid and k.contype = 'p'), '[]') as key,
    coalesce((select json_agg(json_build_object('table', k.confrelid::regclass::text,
        'columns', (select json_agg(quote_ident(a.attname) order by array_position(k.conkey, a.attnum))
          from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)),
        'foreign', (select json_agg(quote_ident(a.attname) order by array_position(k.confkey, a.attnum))
          from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any(k.confkey))) order by k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0), '[]') as references,
    has_table_privilege('reach_org', c.oid, 'select') as open,
    exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'org_id' and k.conkey = array[a.attnum]
      where k.contype = 'f' and k.confrelid = c.oid) as root,
    not (c.relrowsecurity and c.relforcerowsecurity) or exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
      and p.polcmd = '*' and c.relowner = any(p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true') as whole
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relname not like 'kysely\\_%'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`
