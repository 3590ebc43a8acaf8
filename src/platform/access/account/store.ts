import { sql } from 'kysely'
import type { AccountId, DeviceId } from '../../db/brand.ts'
import type { Tx } from '../../db/doors.ts'
import type { Membership } from '../schema.ts'

export type AccountKeys = {
  login: string | null
  hasAuthenticator: boolean
  passkeys: number
  codes: number
  passwordHash: string | null
}

export const findAccount = async (tx: Tx, account: AccountId): Promise<AccountKeys> => {
  const { rows } = await sql<AccountKeys>`select * from door.find_account(${account})`.execute(tx)
  return rows[0]!
}

export const membershipsOf = async (tx: Tx, account: AccountId) =>
  (await sql<Membership>`select * from door.memberships_of(${account})`.execute(tx)).rows

export const passkeysOf = async (tx: Tx, account: AccountId) =>
  (
    await sql<{ id: string; label: string; createdAt: Date; usedAt: Date | null }>`
      select * from door.passkeys_of(${account})`.execute(tx)
  ).rows

export const sessionsOf = async (tx: Tx, account: AccountId) =>
  (
    await sql<{ tokenHash: Buffer; label: string; createdAt: Date; seenAt: Date; deviceId: DeviceId | null }>`
      select * from door.sessions_of(${account})`.execute(tx)
  ).rows

export const changePassword = (tx: Tx, account: AccountId, hash: string) =>
  sql`select door.change_password(${account}, ${hash})`.execute(tx)

export const changeAuthenticator = (
  tx: Tx,
  account: AccountId,
  sealed: Buffer,
  step: number,
  recoveryHashes: Buffer[],
) =>
  sql`select door.change_authenticator(${account}, ${sealed}, ${step}, ${recoveryHashes}::bytea[])`.execute(
    tx,
  )

export const removePasskey = async (tx: Tx, account: AccountId, id: string) => {
  const { rows } = await sql<{
    removed: boolean
  }>`select door.remove_passkey(${account}, ${id}) as removed`.execute(tx)
  return rows[0]!.removed
}

export const proveSession = (tx: Tx, hash: Buffer) => sql`select door.prove_session(${hash})`.execute(tx)
export const endSession = (tx: Tx, hash: Buffer) => sql`select door.end_session(${hash})`.execute(tx)
export const endOtherSessions = (tx: Tx, account: AccountId, keep: Buffer) =>
  sql`select door.end_sessions(${account}, ${keep})`.execute(tx)
