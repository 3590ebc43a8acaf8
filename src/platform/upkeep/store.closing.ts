import type { Actor, Tx } from '../db/doors.ts'

export const nameOf = async (tx: Tx, { orgId }: Actor): Promise<string> =>
  (await tx.selectFrom('organizations').select('name').where('id', '=', orgId).executeTakeFirstOrThrow()).name

const weekMs = 7 * 24 * 3600_000

/** Whether the organization's copy was taken within the last week. */
export const exportedLately = async (tx: Tx, { orgId }: Actor, now: Date): Promise<boolean> => {
  const found = await tx
    .selectFrom('accessLog')
    .select('id')
    .where('orgId', '=', orgId)
    .where('verb', '=', 'export')
    .where('target', '=', 'organization')
    .where('at', '>', new Date(now.getTime() - weekMs))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** From here on nobody enters: memberships end, phones are revoked, invitations are over. What is left is the server's to delete. */
export const beginClosing = async (tx: Tx, { orgId }: Actor, now: Date) => {
  await tx.updateTable('organizations').set({ closingAt: now }).where('id', '=', orgId).execute()
  await tx
    .updateTable('memberships')
    .set({ endedAt: now })
    .where('orgId', '=', orgId)
    .where('endedAt', 'is', null)
    .execute()
  await tx
    .updateTable('devices')
    .set({ revokedAt: now })
    .where('orgId', '=', orgId)
    .where('revokedAt', 'is', null)
    .execute()
  await tx
    .updateTable('invitations')
    .set({ expiresAt: now })
    .where('orgId', '=', orgId)
    .where('expiresAt', '>', now)
    .execute()
}
