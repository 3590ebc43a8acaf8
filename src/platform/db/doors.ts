import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Reach, Role } from '../access/roles.ts'
import { reachOf } from '../access/roles.ts'
import type { AccountId, DeviceId, ListId, MembershipId, OrgId } from './brand.ts'
import type { DB } from './schema.gen.ts'

/** A transaction that already stands inside one organization: no handler can forget it. */
export type Tx = Transaction<DB>

/** Somebody acting in one organization. Only `enter` and the courier of a phone make one. */
export type Actor = {
  readonly orgId: OrgId
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly role: Role
  readonly alias: string
  readonly listIds: readonly ListId[]
  readonly deviceId: DeviceId | null
  readonly timeZone: string
  readonly provedAt: Date
}

/** The four ways into the database; nothing else hands out a connection. */
export type Doors = {
  /** Who holds this session and what they are in `org`; nobody: `undefined`. One statement, no transaction. */
  enter: (sessionHash: Buffer, org: OrgId) => Promise<Actor | undefined>
  /** Before anyone is known: may execute the functions of schema `door` and has no right on any table. */
  asDoor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  asActor: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Voters, reporters and readers of public pages of one organization. */
  asPublic: <T>(org: OrgId, work: (tx: Tx) => Promise<T>) => Promise<T>
  asJob: <T>(org: OrgId, work: (tx: Tx) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

const dates = 1082
const bigints = 20
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    // A calendar day has no time zone; counts stay far below 2^53.
    if (oid === dates) return (value: string) => value
    if (oid === bigints) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

/** `config` signs in as the application's own role; see `bootstrap.sql`. */
export const openDoors = (config: pg.PoolConfig): Doors => {
  const pool = new pg.Pool({ max: 20, ...config, types })
  // A connection lost while idle is replaced at the next request; the request that needed it fails by itself.
  pool.on('error', () => {})
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
    db.transaction().execute(async (tx) => {
      await enterContext(tx, context)
      return work(tx)
    })
  return {
    enter: async (sessionHash, orgId) => {
      const { rows } = await sql<Entered>`select * from door.enter(${sessionHash}, ${orgId})`.execute(db)
      return rows[0] && { ...rows[0], orgId }
    },
    asDoor: (work) => db.transaction().execute(work),
    asActor: (actor, work) => inside({ ...actor, role: reachOf(actor.role) }, work),
    asPublic: (orgId, work) => inside({ orgId, role: 'reach_public' }, work),
    asJob: (orgId, work) => inside({ orgId, role: 'reach_job' }, work),
    close: () => db.destroy(),
  }
}

type Entered = Omit<Actor, 'orgId'>

type Context = {
  orgId: OrgId
  membershipId?: MembershipId
  listIds?: readonly ListId[]
  role: Reach | 'reach_public' | 'reach_job'
}

/** Lasts until the end of the transaction. Citus would need `SET LOCAL` instead: `set_config` does not reach its workers. */
const enterContext = (tx: Tx, { orgId, membershipId, listIds = [], role }: Context) =>
  sql`select set_config('app.org', ${orgId}, true), set_config('app.membership', ${membershipId ?? ''}, true),
    set_config('app.lists', ${`{${listIds.join(',')}}`}, true), set_config('role', ${role}, true)`.execute(tx)
