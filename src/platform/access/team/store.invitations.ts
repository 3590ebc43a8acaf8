import type { MembershipId } from '../../db/brand.ts'
import type { Actor, Tx } from '../../db/doors.ts'
import { newToken } from '../../http/session.ts'
import type { Role } from '../roles.ts'

const dayMs = 24 * 3600_000

export type NewInvitation = {
  id: string
  role: Role
  alias: string
  listIds: readonly string[]
  membershipId?: MembershipId
}

/** A single-use invitation, valid for one day; its token goes into a link or a QR code and is stored only as a digest. */
export const addInvitation = async (
  tx: Tx,
  { orgId, membershipId: invitedBy }: Actor,
  invitation: NewInvitation,
  now: Date,
) => {
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + dayMs)
  const { id, role, alias, listIds, membershipId = null } = invitation
  await tx
    .insertInto('invitations')
    .values({
      orgId,
      id,
      tokenHash: hash,
      role,
      alias,
      listIds: [...listIds],
      membershipId,
      invitedBy,
      expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

export const findInvitations = (tx: Tx, { orgId }: Actor, now: Date) =>
  tx
    .selectFrom('invitations')
    .select(['id', 'role', 'alias', 'expiresAt'])
    .select((column) => column('membershipId', 'is not', null).$castTo<boolean>().as('recovery'))
    .where('orgId', '=', orgId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt')
    .execute()

export const cancelInvitation = (tx: Tx, { orgId }: Actor, id: string, now: Date) =>
  tx
    .updateTable('invitations')
    .set({ expiresAt: now })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .execute()
