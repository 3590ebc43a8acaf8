import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { newToken, tokenHash } from '#platform/http/session.ts'
import type { SharingId } from './schema.ts'

const dayMs = 24 * 3600_000

/** A code that lets one other organization propose something to this one, once, within a week. */
export const addConnection = async (tx: Tx, { orgId, membershipId }: Actor, id: string, now: Date) => {
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + 7 * dayMs)
  await tx
    .insertInto('connections')
    .values({ orgId, id, tokenHash: hash, madeBy: membershipId, expiresAt })
    .execute()
  return { token, expiresAt }
}

/** Whom a code belongs to; asking uses it up. */
export const redeemConnection = async (tx: Tx, token: string) => {
  const { rows } = await sql<{
    orgId: OrgId
    name: string
  }>`select * from door.use_connection(${tokenHash(token)})`.execute(tx)
  return rows[0]
}

export const nameOfOrganization = async (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) => {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  return name
}

export const kindOfOrganization = async (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) => {
  const { kind } = await tx
    .selectFrom('organizations')
    .select('kind')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  return kind
}

const columns = [
  'id',
  'giverId',
  'giverName',
  'receiverId',
  'receiverName',
  'purpose',
  'kinds',
  'dimensions',
  'factsFrom',
  'factsUntil',
  'proposedAt',
  'signedAt',
  'signedBy',
  'withdrawnAt',
] as const

/** Every agreement this organization is a party to, newest first. */
export const findSharings = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>) =>
  tx
    .selectFrom('sharings')
    .select(columns)
    .where(sql<boolean>`parties @> array[${orgId}]::uuid[]`)
    .orderBy('proposedAt', 'desc')
    .execute()

export type NewSharing = {
  id: SharingId
  giverId: OrgId
  giverName: string
  receiverName: string
  purpose: string
  kinds: string[]
  dimensions: string[]
  factsFrom: string
}

export const insertSharing = (tx: Tx, { orgId, membershipId }: Actor, { giverId, ...sharing }: NewSharing) =>
  tx
    .insertInto('sharings')
    .values({ ...sharing, giverId, receiverId: orgId, parties: [giverId, orgId], proposedBy: membershipId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const lockSharing = (tx: Tx, id: SharingId) =>
  tx.selectFrom('sharings').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const signSharing = (
  tx: Tx,
  { membershipId }: Actor,
  id: SharingId,
  kinds: string[],
  dimensions: string[],
  signedAt: Date,
) =>
  tx
    .updateTable('sharings')
    .set({ kinds, dimensions, signedBy: membershipId, signedAt })
    .where('id', '=', id)
    .execute()

export const withdrawSharing = (tx: Tx, { membershipId }: Actor, id: SharingId, withdrawnAt: Date) =>
  tx.updateTable('sharings').set({ withdrawnBy: membershipId, withdrawnAt }).where('id', '=', id).execute()
