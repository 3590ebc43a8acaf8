import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type CataloguedTable, has, isListed } from './catalogue.ts'

/** One row as it is inserted: values by column. */
export type Row = Record<string, unknown>

/** One organization of an invented world: two lists, and rows of every table; of those about people, one on each list. */
export type Compartment = { org: string; lists: [string, string]; rows: Map<string, Row[]> }

/** Writes one organization with a row in every table, whatever tables there are. Runs as the schema's owner. */
export const populate = async (
  client: pg.ClientBase,
  tables: readonly CataloguedTable[],
): Promise<Compartment> => {
  const compartment: Compartment = {
    org: randomUUID(),
    lists: [randomUUID(), randomUUID()],
    rows: new Map(),
  }
  for (const table of inOrder(tables)) {
    const rows = isListed(table) ? [0, 1] : [0]
    for (const at of rows) {
      const row = exampleRow(table, compartment, at)
      await insert(client, table.name, row)
      compartment.rows.set(table.name, [...(compartment.rows.get(table.name) ?? []), row])
    }
  }
  return compartment
}

export const insert = (client: pg.ClientBase, table: string, row: Row) => {
  const columns = Object.keys(row)
  const values = columns.map((_, at) => `$${at + 1}`)
  return client.query(`insert into ${table} (${columns}) values (${values})`, Object.values(row))
}

/** A row of an organization that the database accepts: only what it requires, and what it refers to is there. */
export const exampleRow = (table: CataloguedTable, compartment: Compartment, at = 0): Row => {
  const row = loneRow(table, compartment, at)
  for (const { columns, table: target, foreign } of table.references) {
    const targets = compartment.rows.get(target) ?? []
    const found = targets[at] ?? targets[0]
    columns.forEach((column, index) => {
      if (found && column in row && column !== 'org_id') row[column] = found[foreign[index]!]
    })
  }
  return row
}

/** What a column's type and check do not tell. */
const special: Record<string, (org: string) => Row> = {
  stories: () => ({ consented_on: '2026-03-02', expires_on: '2027-03-02' }),
  vote_boxes: () => ({ uuid: randomUUID().replace(/[^1-9a-f]/g, '') }),
  vote_files: () => ({ digest: '0'.repeat(64) }),
  votes: () => ({ modes: ['paper'], opens_at: '2026-03-02T12:00:00Z', closes_at: '2026-03-02T20:00:00Z' }),
  program_files: (org) => ({ parties: [org] }),
  definitions: (org) => ({ parties: [org, randomUUID()], program_id: org }),
  readings: (org) => ({ parties: [org, randomUUID()] }),
  signatures: (org) => ({ parties: [org, randomUUID()] }),
  report_editions: (org) => ({ parties: [org, randomUUID()], program_id: org }),
  audits: (org) => ({ parties: [org], verifier_id: org, program_id: org }),
  audit_items: (org) => {
    const verifier = randomUUID()
    return { parties: [org, verifier], giver_id: org, verifier_id: verifier, program_id: verifier }
  },
  sharings: (org) => {
    const other = randomUUID()
    return { parties: [org, other], giver_id: org, receiver_id: other }
  },
}

/** The same, but what it refers to was never there. */
export const loneRow = (table: CataloguedTable, { org, lists }: Compartment, at = 0): Row => {
  const row: Row = {}
  for (const { name, type, optional, defaulted, check } of table.columns) {
    if (name === 'org_id' || (table.name === 'organizations' && name === 'id')) row[name] = org
    else if (name === 'list_ids') row[name] = [lists[at]]
    else if (!optional && !defaulted) row[name] = example(type, check ?? '')
  }
  return { ...row, ...special[table.name]?.(org) }
}

const example = (type: string, check: string): unknown => {
  const size = Number(/cardinality\(\w+\) = (\d+)/.exec(check)?.[1] ?? 0)
  if (type === 'uuid') return randomUUID()
  if (type === 'bytea') return randomBytes(16)
  if (type === 'text') return /'([^']+)'::text/.exec(check)?.[1] ?? `ejemplo ${randomUUID()}`
  if (type === 'boolean') return false
  if (type === 'date') return '2026-03-02'
  if (type === 'jsonb') return '{}'
  if (type.startsWith('timestamp')) return '2026-03-02T12:00:00Z'
  if (type.endsWith('[]'))
    return Array.from({ length: size }, () => (type === 'integer[]' ? 0 : randomUUID()))
  if (type === 'bigint') return randomInt(1, 2 ** 31)
  if (/int|numeric/.test(type)) return 1
  throw new Error(`No example of a ${type} yet: add it here.`)
}

/** What a row refers to comes before it. */
const inOrder = (tables: readonly CataloguedTable[]): CataloguedTable[] => {
  const ordered: CataloguedTable[] = []
  const visit = (table: CataloguedTable) => {
    if (ordered.includes(table)) return
    for (const { table: target } of table.references) {
      const needed = tables.find(({ name }) => name === target)
      if (needed && needed !== table) visit(needed)
    }
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

/** Whose rows a table holds: its column of organizations. */
export const orgColumn = (table: CataloguedTable) =>
  table.name === 'organizations' ? 'id' : has(table, 'org_id') ? 'org_id' : 'parties[1]'
