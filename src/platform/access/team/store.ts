import { sql } from 'kysely'
import type { DeviceId, ListId, MembershipId } from '../../db/brand.ts'
import type { Actor, Tx } from '../../db/doors.ts'
import type { Role } from '../roles.ts'
import { approvalDays } from '../rules.ts'

const dayMs = 24 * 3600_000

export const findMembers = async (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('memberships as m')
    .where('m.orgId', '=', orgId)
    .where('m.endedAt', 'is', null)
    .select(['m.id', 'm.role', 'm.alias', 'm.joinedAt'])
    .select(
      sql<string[]>`coalesce((select array_agg(a.list_id) from assignments a
        where a.org_id = m.org_id and a.membership_id = m.id), '{}')`.as('lists'),
    )
    .select(
      sql<number>`(select count(*) from devices d
        where d.org_id = m.org_id and d.membership_id = m.id and d.revoked_at is null)`.as('devices'),
    )
    .orderBy('m.alias')
    .execute()

export const renameMember = async (tx: Tx, { orgId }: Actor, id: MembershipId, alias: string) =>
  changed(
    await tx
      .updateTable('memberships')
      .set({ alias })
      .where('orgId', '=', orgId)
      .where('id', '=', id)
      .execute(),
  )

export const findMember = (tx: Tx, { orgId }: Actor, id: MembershipId) =>
  tx
    .selectFrom('memberships')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** Locks the owners, so that two removals at once cannot leave none. */
export const lockOwners = async (tx: Tx, { orgId }: Actor): Promise<number> => {
  const rows = await tx
    .selectFrom('memberships')
    .select('id')
    .where('orgId', '=', orgId)
    .where('role', '=', 'owner')
    .where('endedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length
}

/** A new role, with nothing of what was prepared in the old one; whoever is new in it grants nothing for three days. */
export const setRole = async (tx: Tx, actor: Actor, id: MembershipId, role: Role, now: Date) => {
  const { orgId } = actor
  const grantsFrom = new Date(now.getTime() + approvalDays * dayMs)
  await tx
    .updateTable('memberships')
    .set({ role, grantsFrom })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
  await setAside(tx, actor, id, now)
}

export const setLists = async (tx: Tx, { orgId }: Actor, id: MembershipId, listIds: readonly ListId[]) => {
  await tx.deleteFrom('assignments').where('orgId', '=', orgId).where('membershipId', '=', id).execute()
  const rows = listIds.map((listId) => ({ orgId, membershipId: id, listId }))
  if (rows.length > 0) await tx.insertInto('assignments').values(rows).execute()
}

/** Ends a membership: no session enters any more, its phones are revoked, its lists are free. */
export const endMembership = async (tx: Tx, actor: Actor, id: MembershipId, at: Date) => {
  const { orgId } = actor
  await tx
    .updateTable('memberships')
    .set({ endedAt: at })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
  await revokeDevicesOf(tx, actor, id, at)
  await setLists(tx, actor, id, [])
  await setAside(tx, actor, id, at)
}

/** What somebody invited, asked for or granted and nobody has used yet; and what others agreed on about them, as the code that was to give them back their access. */
const setAside = async (tx: Tx, actor: Actor, id: MembershipId, at: Date, andAboutThem = true) => {
  const { orgId, membershipId: refusedBy } = actor
  await tx
    .updateTable('invitations')
    .set({ expiresAt: at })
    .where('orgId', '=', orgId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .where((where) =>
      where.or([where('invitedBy', '=', id), ...(andAboutThem ? [where('membershipId', '=', id)] : [])]),
    )
    .execute()
  await tx
    .updateTable('approvals')
    .set({ refusedBy, refusedAt: at })
    .where('orgId', '=', orgId)
    .where('usedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where((where) =>
      where.or([
        where('askedBy', '=', id),
        where('grantedBy', '=', id),
        ...(andAboutThem ? [where('subject', '=', id)] : []),
      ]),
    )
    .execute()
}

const revokeDevicesOf = (tx: Tx, { orgId }: Actor, membershipId: MembershipId, at: Date) =>
  tx
    .updateTable('devices')
    .set({ revokedAt: at })
    .where('orgId', '=', orgId)
    .where('membershipId', '=', membershipId)
    .where('revokedAt', 'is', null)
    .execute()

export const findDevices = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('devices')
    .select(['id', 'membershipId', 'label', 'enrolledAt', 'seenAt', 'revokedAt'])
    .where('orgId', '=', orgId)
    .orderBy('enrolledAt', 'desc')
    .execute()

/**
 * Ends a phone and what was prepared with it, which would outlive it: whoever holds it could have invited themselves. What two
 * others agreed on to give its owner a new one stays. False when there is no such phone.
 */
export const revokeDevice = async (tx: Tx, actor: Actor, id: DeviceId, at: Date): Promise<boolean> => {
  const device = await tx
    .updateTable('devices')
    .set({ revokedAt: at })
    .where('orgId', '=', actor.orgId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('membershipId')
    .executeTakeFirst()
  if (device) await setAside(tx, actor, device.membershipId as MembershipId, at, false)
  return device !== undefined
}

export const findLists = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('lists')
    .select(['id', 'name'])
    .where('orgId', '=', orgId)
    .orderBy(sql`name collate "es-x-icu"`)
    .execute()

export const keepList = (tx: Tx, { orgId }: Actor, list: { id: ListId; name: string }) =>
  tx
    .insertInto('lists')
    .values({ orgId, ...list })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doUpdateSet({ name: list.name }))
    .execute()

export const renameOrganization = (tx: Tx, { orgId }: Actor, name: string) =>
  tx.updateTable('organizations').set({ name }).where('id', '=', orgId).execute()

export const changed = (results: { numUpdatedRows: bigint }[]): boolean =>
  (results[0]?.numUpdatedRows ?? 0n) > 0n
