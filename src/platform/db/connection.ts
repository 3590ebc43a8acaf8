import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import type { Tx } from './doors.ts'
import type { DB } from './schema.gen.ts'

/** What a transaction asks first, if anything: a statement, and its values written as SQL. */
export type Opening = readonly [] | readonly [Statement, ...string[]]

/** A statement that each connection plans once; `types` are its values'. */
export type Statement = { readonly name: string; readonly types: string; readonly text: string }

/**
 * Runs `work` in one transaction whose first message is `opening`: it begins the transaction and says who acts in it, so that
 * a request waits for the database as few times as it can. `work` is given the row of the opening, if it has one; the column
 * `reach` of that row is the role that the transaction goes on as. Rolls back when `work` throws.
 */
export const transaction = async <Row, T>(
  pool: pg.Pool,
  opening: Opening,
  work: (tx: Tx, opened: Row | undefined) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken = false
  try {
    const opened = await open<Row & { reach: string }>(client, opening)
    const result = await work(txOver(client, opened?.reach ?? 'door'), opened)
    const { command } = await client.query('commit')
    // PostgreSQL answers the commit of a transaction that an error ended with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('A statement failed and the handler went on as if it had not.')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/** One message, which takes no parameters; planned once, since every request of a connection asks the same. */
const open = async <Row extends object>(
  client: pg.PoolClient,
  [statement, ...values]: Opening,
): Promise<Row | undefined> => {
  if (!statement) return void (await client.query('begin'))
  const { name, types, text } = statement
  const names = prepared.get(client) ?? new Set()
  prepared.set(client, names)
  if (!names.has(name)) await client.query(`prepare ${name} (${types}) as ${text}`)
  names.add(name)
  // Two statements have two results.
  const results: unknown = await client.query(`begin; execute ${name} (${values})`)
  return (results as [pg.QueryResult, pg.QueryResult<Row>])[1].rows[0]
}

type Planned = { readonly planned?: true }

/**
 * Runs a query that is asked often and whose text is always the same: each connection plans it once for each role. Planning
 * costs as much as a page of fifty people. Not for a text with a list of varying length, of which there would be many plans.
 */
export const planned = async <Row>(
  tx: Tx,
  query: { compile: (db: Tx) => CompiledQuery<Row> },
): Promise<Row[]> => {
  const compiled = { ...query.compile(tx), planned: true }
  return (await tx.executeQuery<Row>(compiled)).rows
}

const known = new WeakMap<pg.PoolClient, Map<string, Tx>>()

/** Kysely over one connection of the pool as one role, made once. */
const txOver = (client: pg.PoolClient, reach: string): Tx => {
  const roles = known.get(client) ?? new Map<string, Tx>()
  // A connection lost between two statements fails the next one; without a listener it would end the process.
  if (roles.size === 0) client.on('error', () => {})
  known.set(client, roles)
  const tx = roles.get(reach) ?? newTx(client, reach)
  roles.set(reach, tx)
  return tx
}

const newTx = (client: pg.PoolClient, reach: string): Tx => {
  const kysely = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(client, reach),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return kysely as unknown as Tx
}

const driverOver = (client: pg.PoolClient, reach: string): Driver => {
  const connection: DatabaseConnection = {
    executeQuery: (query: CompiledQuery) => execute(client, reach, query),
    streamQuery: () => {
      throw new Error('Read a page at a time.')
    },
  }
  const refuse = async () => {
    throw new Error('The transaction is the door’s: a handler is already inside one.')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const execute = async (
  client: pg.PoolClient,
  reach: string,
  { sql, parameters, planned }: CompiledQuery & Planned,
) => {
  const query = { text: sql, values: [...parameters], ...(planned && { name: nameOf(reach, sql) }) }
  const { command, rowCount, rows } = await client.query(query)
  return { rows, ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
}

const names = new Map<string, string>()

/** A plan is named for its role too, so that none made as one role is ever run as another (see CVE-2024-10976). */
const nameOf = (reach: string, text: string): string => {
  const name = names.get(text) ?? `q${names.size}`
  names.set(text, name)
  return `${reach}_${name}`
}
