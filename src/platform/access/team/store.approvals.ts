import type { Actor, Tx } from '../../db/doors.ts'
import { refuse } from '../refusals.ts'
import { approvalDays } from '../rules.ts'
import { changed } from './store.ts'

export type ApprovalKind = 'export' | 'vault' | 'owner' | 'recovery' | 'close'
export type NewApproval = { id: string; kind: ApprovalKind; subject: string | null; reason: string }

const dayMs = 24 * 3600_000

/** Everything that waits for a second person. */
export const findApprovals = (tx: Tx, { orgId }: Actor, now: Date) =>
  tx
    .selectFrom('approvals')
    .select(['id', 'kind', 'subject', 'reason', 'askedBy', 'askedAt', 'grantedBy', 'expiresAt'])
    .where('orgId', '=', orgId)
    .where('usedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('askedAt')
    .execute()

export const askApproval = (tx: Tx, { orgId, membershipId }: Actor, approval: NewApproval, now: Date) =>
  tx
    .insertInto('approvals')
    .values({
      orgId,
      ...approval,
      askedBy: membershipId,
      expiresAt: new Date(now.getTime() + approvalDays * dayMs),
    })
    .execute()

export const grantApproval = async (tx: Tx, actor: Actor, id: string, now: Date) => {
  const waiting = await open(tx, actor, id, now)
  if (waiting.askedBy === actor.membershipId) throw refuse('access.same-person')
  await settle(tx, actor, id, { grantedBy: actor.membershipId, grantedAt: now })
}

export const refuseApproval = async (tx: Tx, actor: Actor, id: string, now: Date) => {
  await open(tx, actor, id, now)
  await settle(tx, actor, id, { refusedBy: actor.membershipId, refusedAt: now })
}

/** Uses up what two people agreed to; refuses unless one asked, another granted, and it speaks of this very subject. */
export const spendApproval = async (
  tx: Tx,
  actor: Actor,
  wanted: { id: string | undefined; kind: ApprovalKind; subject: string | null },
  now: Date,
) => {
  if (!wanted.id) throw refuse('access.second-person')
  const used = await tx
    .updateTable('approvals')
    .set({ usedAt: now })
    .where('orgId', '=', actor.orgId)
    .where('id', '=', wanted.id)
    .where('kind', '=', wanted.kind)
    .where('subject', wanted.subject === null ? 'is' : '=', wanted.subject)
    .where('grantedAt', 'is not', null)
    .where('refusedAt', 'is', null)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where((where) =>
      where.or([where('askedBy', '=', actor.membershipId), where('grantedBy', '=', actor.membershipId)]),
    )
    .execute()
  if (!changed(used)) throw refuse('access.second-person')
}

const open = async (tx: Tx, { orgId }: Actor, id: string, now: Date) => {
  const found = await tx
    .selectFrom('approvals')
    .select('askedBy')
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('grantedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw refuse('access.request-over')
  return found
}

type Settled = { grantedBy: string; grantedAt: Date } | { refusedBy: string; refusedAt: Date }

const settle = (tx: Tx, { orgId }: Actor, id: string, how: Settled) =>
  tx.updateTable('approvals').set(how).where('orgId', '=', orgId).where('id', '=', id).execute()
