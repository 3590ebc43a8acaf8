import type { Transaction } from 'kysely'
import pg from 'pg'
import { type Reach, type Role, reachOf, roles } from '../access/roles.ts'
import type { AccountId, DeviceId, ListId, MembershipId, OrgId } from './brand.ts'
import { type Opening, type Statement, transaction } from './connection.ts'
import { openPool } from './pool.ts'
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

/** Whose phone sends; a revoked phone is still told apart. */
export type Courier = Actor & { readonly deviceId: DeviceId; readonly revoked: boolean }

/** The ways into the database; nothing else hands out a connection. Each is one transaction. */
export type Doors = {
  /** Before anyone is known: may execute the functions of schema `door` and has no right on any table. */
  asDoor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** As whoever holds this session, if they are anybody in `org`; else as the door. */
  enter: <T>(
    sessionHash: Buffer,
    org: OrgId,
    work: (tx: Tx, actor: Actor | undefined) => Promise<T>,
  ) => Promise<T>
  /** As the member whose phone holds this send token, if there is one; else as the door. */
  receive: <T>(sendHash: Buffer, work: (tx: Tx, courier: Courier | undefined) => Promise<T>) => Promise<T>
  /** As somebody already known. */
  asActor: <T>(
    actor: Pick<Actor, 'orgId' | 'membershipId' | 'role' | 'listIds'>,
    work: (tx: Tx) => Promise<T>,
  ) => Promise<T>
  /** Voters, reporters and readers of public pages of one organization. */
  asPublic: <T>(org: OrgId, work: (tx: Tx) => Promise<T>) => Promise<T>
  asJob: <T>(org: OrgId, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Whether the database answers; throws when it does not. */
  knock: () => Promise<void>
  close: () => Promise<void>
}

const dates = 1082
const bigints = 20
const uuidArrays = 2951
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    // A calendar day has no time zone; counts stay far below 2^53.
    if (oid === dates) return (value: string) => value
    if (oid === bigints) return Number
    // An id needs no quotes: the general parser of arrays takes ten times as long.
    if (oid === uuidArrays) return (value: string) => (value === '{}' ? [] : value.slice(1, -1).split(','))
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

/** `config` signs in as the application's own role; see `bootstrap.sql`. */
export const openDoors = (config: pg.PoolConfig): Doors => {
  const pool = openPool({ max: 20, ...config, types })
  return {
    asDoor: (work) => transaction(pool, [], (tx) => work(tx)),
    enter: (sessionHash, org, work) =>
      transaction(pool, [entering, bytes(sessionHash), uuid(org)], (tx, found?: Entered) =>
        work(tx, found && actorOf(found)),
      ),
    receive: (sendHash, work) =>
      transaction(pool, [receiving, bytes(sendHash)], (tx, found?: Entered) =>
        work(tx, found && { ...actorOf(found), deviceId: found.device_id!, revoked: found.revoked }),
      ),
    asActor: ({ orgId, membershipId, role, listIds }, work) =>
      transaction(pool, standingAs(orgId, reachOf(role), listIds, membershipId), (tx) => work(tx)),
    asPublic: (org, work) => transaction(pool, standingAs(org, 'reach_public'), (tx) => work(tx)),
    asJob: (org, work) => transaction(pool, standingAs(org, 'reach_job'), (tx) => work(tx)),
    knock: async () => void (await pool.query('select')),
    close: () => pool.end(),
  }
}

// An opening goes out as one message, which takes no parameters: only values of these two forms are ever written into it.
const bytes = (value: Buffer) => `'\\x${value.toString('hex')}'::bytea`
const uuid = (value: string) => {
  if (!/^[0-9a-f-]{36}$/i.test(value)) throw new Error('Not an id.')
  return `'${value}'::uuid`
}

const reaches = JSON.stringify(Object.fromEntries(roles.map((role) => [role, reachOf(role)])))

/**
 * Asks the door who somebody is, and sets how far they reach until the transaction's end; nobody: nothing is set.
 * Citus would need `SET LOCAL` instead: `set_config` does not reach its workers.
 */
const asking = (who: string) => `
  select found.*, set_config('app.org', org_id::text, true), set_config('app.membership', membership_id::text, true),
    set_config('app.lists', list_ids::text, true), set_config('role', '${reaches}'::json ->> found.role, true) as reach
  from ${who} as found`

const entering: Statement = { name: 'entering', types: 'bytea, uuid', text: asking('door.enter($1, $2)') }
const receiving: Statement = { name: 'receiving', types: 'bytea', text: asking('door.find_courier($1)') }
const standing: Statement = {
  name: 'standing',
  types: 'uuid, uuid, uuid[], text',
  text: `select set_config('app.org', $1::text, true), set_config('app.membership', coalesce($2::text, ''), true),
    set_config('app.lists', $3::text, true), set_config('role', $4, true) as reach`,
}

const standingAs = (
  org: OrgId,
  reach: Reach | 'reach_public' | 'reach_job',
  lists: readonly ListId[] = [],
  member?: MembershipId,
): Opening => [
  standing,
  uuid(org),
  member ? uuid(member) : 'null',
  `array[${lists.map(uuid)}]::uuid[]`,
  `'${reach}'`,
]

type Entered = {
  org_id: OrgId
  membership_id: MembershipId
  account_id: AccountId
  role: Role
  alias: string
  list_ids: ListId[]
  device_id: DeviceId | null
  time_zone: string
  proved_at: Date
  revoked: boolean
}

const actorOf = (found: Entered): Actor => ({
  orgId: found.org_id,
  membershipId: found.membership_id,
  accountId: found.account_id,
  role: found.role,
  alias: found.alias,
  listIds: found.list_ids,
  deviceId: found.device_id,
  timeZone: found.time_zone,
  provedAt: found.proved_at,
})
