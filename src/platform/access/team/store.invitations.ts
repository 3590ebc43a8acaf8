import type { MembershipId } from '../../db/brand.ts'
import type { Actor, Tx } from '../../db/doors.ts'
import { newToken } from '../../http/session.ts'
import { leadership, type Role } from '../roles.ts'
import { changed } from './store.ts'

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

/** What may still be taken, as the door judges it: of whoever left or no longer leads, nothing is. */
export const findInvitations = (tx: Tx, { orgId }: Actor, now: Date) =>
  tx
    .selectFrom('invitations as i')
    .leftJoin('memberships as m', (join) =>
      join
        .onRef('m.orgId', '=', 'i.orgId')
        .onRef('m.id', '=', 'i.invitedBy')
        .on('m.endedAt', 'is', null)
        .on('m.role', 'in', leadership),
    )
    .select(['i.id', 'i.role', 'i.alias', 'i.invitedBy', 'i.expiresAt'])
    .select((column) => column('i.membershipId', 'is not', null).$castTo<boolean>().as('recovery'))
    .where('i.orgId', '=', orgId)
    .where('i.usedAt', 'is', null)
    .where('i.expiresAt', '>', now)
    .where((where) => where.or([where('i.invitedBy', 'is', null), where('m.id', 'is not', null)]))
    .orderBy('i.expiresAt')
    .execute()

/** False when there is nothing to cancel: it was taken, it is over, or it never was. */
export const cancelInvitation = async (tx: Tx, { orgId }: Actor, id: string, now: Date) =>
  changed(
    await tx
      .updateTable('invitations')
      .set({ expiresAt: now })
      .where('orgId', '=', orgId)
      .where('id', '=', id)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .execute(),
  )
