import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type CataloguedTable, has, isListed, keyOf } from './catalogue.ts'
import { type Compartment, exampleRow, insert, loneRow, orgColumn, type Row } from './rows.ts'

const reaches = ['reach_org', 'reach_lists', 'reach_counts', 'reach_public', 'reach_job'] as const
type Reach = (typeof reaches)[number]

/** What a statement came to: how many rows, or the code it was refused with. */
type Answer = { count: number; rows: Row[]; code?: undefined } | { code: string }

const forbidden = '42501'

/**
 * Tries everything a role could do in SQL against the rows of the others, from inside one organization and one of its lists,
 * and what it must be able to do with its own. Answers with one sentence for each breach; none: the table holds. `client` is
 * a superuser in a transaction; nothing stays.
 */
export const breachesOf = async (
  client: pg.ClientBase,
  table: CataloguedTable,
  own: Compartment,
  others: readonly Compartment[],
): Promise<string[]> => {
  const found: string[] = []
  for (const reach of reaches) found.push(...(await breachesAs(client, table, own, others, reach)))
  found.push(...(await upkeepBreaches(client, table, [own, ...others])))
  return found.map((breach) => `${table.name}: ${breach}`)
}

const breachesAs = async (
  client: pg.ClientBase,
  table: CataloguedTable,
  own: Compartment,
  others: readonly Compartment[],
  reach: Reach,
): Promise<string[]> => {
  const found: string[] = []
  const { name } = table
  const column = orgColumn(table)
  const granted = await privilegesOn(client, name, reach)
  const listed = isListed(table) && reach === 'reach_lists'
  const seen = listed || !isListed(table) ? 1 : 2
  const asked = (text: string | (() => Promise<pg.QueryResult>), context = contextOf(own)) =>
    attempt(client, reach, context, typeof text === 'string' ? () => client.query(text) : text)
  const told = (breach: string) => found.push(`${reach} ${breach}`)
  const refused = async (breach: string, act: Promise<Answer>) => {
    const answer = await act
    if (answer.code === undefined && answer.count > 0) told(breach)
  }
  // A key that happens to stop it is not the policy that must.
  const barred = async (breach: string, act: Promise<Answer>) => {
    if ((await act).code !== forbidden) told(breach)
  }
  const allowed = async (breach: string, act: Promise<Answer>, count: number) => {
    const answer = await act
    if (answer.code === undefined ? answer.count < count : answer.code === forbidden) told(breach)
  }

  if (granted.select) {
    const rows = await asked(`select ${column} as org from ${name}`)
    if (rows.code !== undefined) told(`cannot read its own rows (${rows.code})`)
    else if (rows.count !== seen || rows.rows.some(({ org }) => org !== own.org))
      told(`reads ${rows.count} rows, ${seen} are its own`)
    await refused('reads without a context', asked(`select 1 from ${name}`, { org: '', lists: '' }))
    for (const { org } of others) {
      await refused(
        'reads another organization’s rows',
        asked(`select 1 from ${name} where ${column} = '${org}'`),
      )
    }
    const copied = await asked(() => copyOut(client, `copy (select ${column} from ${name}) to stdout`))
    if (copied.code === undefined && copied.rows.some(({ line }) => line !== own.org))
      told('copies others’ rows')
    const plan = await asked(
      `explain (analyze, costs off, timing off, summary off) select 1 from ${name} where ${column} = '${others[0]!.org}'`,
    )
    if (plan.code === undefined && / rows=[1-9]/.test(JSON.stringify(plan.rows[0])))
      told('explains others’ rows')
  } else {
    await refused('reads without the right', asked(`select ${column} from ${name}`))
  }
  await refused('loads rows past the policy', asked(`copy ${name} from stdin`).then(copiedIn))

  for (const other of others) {
    const foreign = exampleRow(table, other)
    await barred(
      'adds a row to another organization',
      asked(() => insert(client, name, foreign)),
    )
    await barred(
      'moves its rows to another',
      asked(`update ${name} set ${base(column)} = ${literal(foreign[base(column)])}`),
    )
    await refused(
      'changes another’s rows',
      asked(`update ${name} set ${base(column)} = ${base(column)} where ${column} = '${other.org}'`),
    )
    await refused('deletes another’s rows', asked(`delete from ${name} where ${column} = '${other.org}'`))
    if (granted.insert) found.push(...(await probes(client, table, own, other, reach)))
  }
  if (granted.insert) {
    await allowed(
      'cannot add a row of its own',
      asked(() => insert(client, name, exampleRow(table, own))),
      1,
    )
    if (listed)
      await refused(
        'adds somebody to a list it is not assigned',
        asked(() => insert(client, name, exampleRow(table, own, 1))),
      )
  }
  if (granted.update) {
    await allowed(
      'cannot change its own rows',
      asked(`update ${name} set ${granted.update} = ${granted.update}`),
      granted.select && !table.restricted.includes('update') ? seen : 0,
    )
    if (listed)
      await refused('takes somebody off its list', asked(`update ${name} set list_ids = '{${own.lists[1]}}'`))
  }
  if (granted.delete)
    await allowed(
      'cannot delete its own rows',
      asked(`delete from ${name}`),
      granted.select && !table.restricted.includes('delete') ? seen : 0,
    )
  return found
}

/** Whether a key or a reference tells what stands in another organization: it must answer as for an id that never was. */
const probes = async (
  client: pg.ClientBase,
  table: CataloguedTable,
  own: Compartment,
  other: Compartment,
  reach: Reach,
): Promise<string[]> => {
  const tried = (row: Row) => attempt(client, reach, contextOf(own), () => insert(client, table.name, row))
  const found: string[] = []
  const theirs = other.rows.get(table.name)![0]!
  // What several organizations share has one id for all of them.
  for (const key of has(table, 'parties') ? [] : table.keys) {
    const same = Object.fromEntries(
      key
        .filter((column) => column in theirs && column !== orgColumn(table))
        .map((column) => [column, theirs[column]]),
    )
    const real = await tried({ ...loneRow(table, own), ...same })
    const invented = await tried(loneRow(table, own))
    if (real.code === '23505' && invented.code !== '23505')
      found.push(`${reach} learns from the key (${key}) what another organization has`)
  }
  for (const { columns, table: target, foreign } of table.references) {
    const column = columns.at(-1)!
    const known = other.rows.get(target)?.[0]?.[foreign.at(-1)!]
    if (columns.length < 2 || known === undefined) continue
    const real = await tried({ ...exampleRow(table, own), [column]: known })
    const invented = await tried({ ...exampleRow(table, own), [column]: randomUUID() })
    const codes = [real.code, invented.code]
    if (real.code === undefined || real.code !== invented.code)
      found.push(
        `${reach} learns from the reference ${column} → ${target} what another organization has (${codes})`,
      )
  }
  return found
}

/** The schema's owner and the keeper of the door see what their policies let them: without one, a backup or a sign-in would be empty. */
const upkeepBreaches = async (
  client: pg.ClientBase,
  table: CataloguedTable,
  all: readonly Compartment[],
): Promise<string[]> => {
  const found: string[] = []
  const everyRow = all.flatMap(({ rows }) => rows.get(table.name)!).length
  const none = { org: '', lists: '' }
  for (const role of ['asamblea_owner', 'door_keeper', 'fact_counter'] as const) {
    const granted = await privilegesOn(client, table.name, role)
    const told = (what: string) => found.push(`${role} ${what}`)
    const tried = (work: () => Promise<pg.QueryResult>) => attempt(client, role, none, work)
    const rows = await tried(() => client.query(`select 1 from ${table.name}`))
    if (
      granted.select
        ? rows.code !== undefined || rows.count < everyRow
        : rows.code === undefined && rows.count > 0
    )
      told('does not see exactly what it must')
    const added = await tried(() =>
      insert(client, table.name, exampleRow(table, { ...all[0]!, ...fresh(table) })),
    )
    if (granted.insert !== (added.code !== forbidden)) told('does not add exactly what it must')
  }
  return found
}

/** A new organization, where a table is about organizations themselves. */
const fresh = ({ name }: CataloguedTable) => (name === 'organizations' ? { org: randomUUID() } : {})

type Context = { org: string; lists: string }
const contextOf = ({ org, lists }: Compartment): Context => ({ org, lists: `{${lists[0]}}` })

/** Runs one statement as a role in a context, and takes it back. */
const attempt = async (
  client: pg.ClientBase,
  role: string,
  { org, lists }: Context,
  work: () => Promise<pg.QueryResult>,
): Promise<Answer> => {
  await client.query(
    `savepoint attempt; select set_config('app.org', '${org}', true), set_config('app.lists', '${lists}', true), set_config('role', '${role}', true)`,
  )
  try {
    const { rows, rowCount } = await work()
    return { rows, count: rowCount ?? rows.length }
  } catch (error) {
    return { code: String((error as { code?: string }).code) }
  } finally {
    await client.query('rollback to savepoint attempt')
  }
}

type Granted = { select: boolean; insert: boolean; update: string | null; delete: boolean }

const privilegesOn = async (client: pg.ClientBase, table: string, role: string): Promise<Granted> => {
  const { rows } = await client.query<Granted>(
    `select has_any_column_privilege($1, $2::regclass, 'select') as select, has_table_privilege($1, $2::regclass, 'insert') as insert,
      has_table_privilege($1, $2::regclass, 'delete') as delete,
      (select quote_ident(attname) from pg_attribute where attrelid = $2::regclass and attnum > 0
        and has_column_privilege($1, attrelid, attnum, 'update') and attgenerated = '' and attidentity = '' order by attname = 'list_ids', attnum desc limit 1) as update`,
    [role, table],
  )
  return rows[0]!
}

const base = (column: string) => column.replace('[1]', '')
const literal = (value: unknown) => (Array.isArray(value) ? `'{${value}}'` : `'${value}'`)

/** The driver has no source for a copy: reaching the point where it says so (57014) means that the policy was passed. */
const copiedIn = (answer: Answer): Answer =>
  answer.code === '57014' ? { count: 1, rows: [] } : { code: 'refused' }

/** Runs `copy … to stdout` and answers with its lines. */
const copyOut = (client: pg.ClientBase, text: string) =>
  new Promise<pg.QueryResult>((resolve, reject) => {
    const rows: { line: string }[] = []
    let failure: Error | undefined
    const query = {
      submit: (connection: { query: (text: string) => void }) => connection.query(text),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => rows.push({ line: chunk.toString().trim() }),
      handleCommandComplete: () => {},
      handleRowDescription: () => {},
      handleError: (error: Error) => {
        failure = error
        reject(error)
      },
      handleReadyForQuery: () => {
        if (!failure) resolve({ rows, rowCount: rows.length } as unknown as pg.QueryResult)
      },
    }
    client.query(query as unknown as pg.Submittable)
  })

export const tenantTables = (tables: readonly CataloguedTable[]) =>
  tables.filter((table) => table.name === 'organizations' || has(table, 'org_id') || has(table, 'parties'))

const isGenerated = ({ columns }: CataloguedTable, column: string) =>
  columns.some(({ name, defaulted }) => name === column && defaulted)

/** Ways to weaken a table by one statement, each of which `breachesOf` must notice. */
export const mutationsOf = (table: CataloguedTable): string[] => [
  ...table.policies.map(({ name }) => `drop policy ${name} on ${table.name}`),
  ...table.policies
    .filter(({ using, command }) => using !== null && using !== 'true' && command !== 'insert')
    .map(({ name }) => `alter policy ${name} on ${table.name} using (true)`),
  ...table.policies
    .filter(({ check }) => check !== null && check !== 'true')
    .map(({ name }) => `alter policy ${name} on ${table.name} with check (true)`),
  `alter table ${table.name} disable row level security`,
  `grant select on ${table.name} to public; create policy leak on ${table.name} for select using (true)`,
  ...(keyOf(table)[0] === 'org_id' &&
  keyOf(table).length > 1 &&
  !keyOf(table).some((column) => isGenerated(table, column))
    ? [`create unique index on ${table.name} (${keyOf(table).slice(1)})`]
    : []),
]
