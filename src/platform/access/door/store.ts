import { sql } from 'kysely'
import type { AccountId, DeviceId, MembershipId, OrgId } from '../../db/brand.ts'
import type { Tx } from '../../db/doors.ts'
import type { Role } from '../roles.ts'

/** Every question the door may ask: one function of schema `door` each, and no table. */
const first = async <Row>(tx: Tx, query: ReturnType<typeof sql<Row>>): Promise<Row | undefined> =>
  (await query.execute(tx)).rows[0]

/** Whose session this is, unless it ended. */
export const findSession = (tx: Tx, hash: Buffer) =>
  first<{ accountId: AccountId; provedAt: Date }>(
    tx,
    sql`select account_id, proved_at from door.who(${hash})`,
  )

/** Whether a function of the door that knows what somebody carries, as `find_vote_booth` a tablet's token, finds something. */
export const opens = async (tx: Tx, door: string, hash: Buffer): Promise<boolean> =>
  (await first<object>(tx, sql`select from ${sql.id('door', door)}(${hash})`)) !== undefined

export type KnownAccount = {
  accountId: AccountId
  passwordHash: string | null
  authenticator: Buffer | null
  authenticatorStep: number
  failures: number
  lockedUntil: Date | null
}

export const findLogin = (tx: Tx, login: string) =>
  first<KnownAccount>(tx, sql`select * from door.find_login(${login})`)

export const recordFailure = (tx: Tx, account: AccountId) =>
  sql`select door.record_failure(${account})`.execute(tx)

/** Uses up the authenticator's time step; false when another used it first. 0: no code of it was used. */
export const recordSuccess = async (tx: Tx, account: AccountId, step: number): Promise<boolean> => {
  const row = await first<{ used: boolean }>(tx, sql`select door.record_success(${account}, ${step}) as used`)
  return row?.used ?? false
}

export const spendRecoveryCode = async (tx: Tx, account: AccountId, hash: Buffer) => {
  const row = await first<{ used: boolean }>(
    tx,
    sql`select door.use_recovery_code(${account}, ${hash}) as used`,
  )
  return row?.used ?? false
}

export type NewAccount = {
  id: AccountId
  login: string | null
  passwordHash: string | null
  authenticator: Buffer | null
  /** The time step of the code that proved the authenticator. */
  step?: number
  recoveryHashes: Buffer[]
}

export const addAccount = (tx: Tx, account: NewAccount) => {
  const { id, login, passwordHash, authenticator, step = 0, recoveryHashes } = account
  return sql`select door.add_account(${id}, ${login}, ${passwordHash}, ${authenticator}, ${step}, ${recoveryHashes}::bytea[])`.execute(
    tx,
  )
}

export const addPasskey = (
  tx: Tx,
  account: AccountId,
  key: { id: string; publicKey: Buffer; counter: number },
  label: string,
) =>
  sql`select door.add_passkey(${account}, ${key.id}, ${key.publicKey}, ${key.counter}, ${label})`.execute(tx)

export const findPasskey = (tx: Tx, id: string) =>
  first<{ accountId: AccountId; publicKey: Buffer; counter: number }>(
    tx,
    sql`select * from door.find_passkey(${id})`,
  )

export const notePasskeyUse = (tx: Tx, id: string, counter: number) =>
  sql`select door.use_passkey(${id}, ${counter})`.execute(tx)

export type SessionOf = { account: AccountId; label: string; orgId?: OrgId; deviceId?: DeviceId }

export const openSession = (tx: Tx, hash: Buffer, { account, label, orgId, deviceId }: SessionOf) =>
  sql`select door.open_session(${hash}, ${account}, ${label}, 12, ${orgId ?? null}, ${deviceId ?? null})`.execute(
    tx,
  )

export const findInvitation = (tx: Tx, hash: Buffer) =>
  first<{ orgId: OrgId; orgName: string; role: Role; alias: string; recovery: boolean }>(
    tx,
    sql`select * from door.find_invitation(${hash})`,
  )

export type NewDevice = { id: DeviceId; label: string; secretHash: Buffer; sendHash: Buffer }

export const claimInvitation = (tx: Tx, hash: Buffer, account: AccountId, device?: NewDevice) =>
  first<{ orgId: OrgId; membershipId: MembershipId }>(
    tx,
    sql`select * from door.claim_invitation(${hash}, ${account}, ${device?.id ?? null}, ${device?.label ?? null},
      ${device?.secretHash ?? null}, ${device?.sendHash ?? null})`,
  )

export const findDevice = (tx: Tx, secretHash: Buffer) =>
  first<{ orgId: OrgId; deviceId: DeviceId; accountId: AccountId }>(
    tx,
    sql`select * from door.find_device(${secretHash})`,
  )

export const isEmpty = async (tx: Tx) =>
  (await first<{ empty: boolean }>(tx, sql`select door.is_empty() as empty`))?.empty ?? false

export type NewOrganization = {
  id: OrgId
  name: string
  kind: string
  timeZone: string
  sealed: Buffer
  sealedWith: string
}

export const foundOrganization = (
  tx: Tx,
  { id, name, kind, timeZone, sealed, sealedWith }: NewOrganization,
) =>
  sql`select door.found_organization(${id}, ${name}, ${kind}, ${timeZone}, ${sealed}, ${sealedWith})`.execute(
    tx,
  )

export const inviteOwner = (tx: Tx, orgId: OrgId, id: string, hash: Buffer, alias: string) =>
  sql`select door.invite_owner(${orgId}, ${id}, ${hash}, ${alias}, 7)`.execute(tx)
