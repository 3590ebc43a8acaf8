import type { Actor, Tx } from '../../db/doors.ts'
import { refuse } from '../refusals.ts'
import { approvalDays } from '../rules.ts'
import { type ApprovalKind, type Asked, type Obstacle, obstacleTo } from './rules.approvals.ts'
import { findLeaders } from './store.leaders.ts'

export type NewApproval = { id: string; kind: ApprovalKind; subject: string | null; reason: string }

const dayMs = 24 * 3600_000

/** Everything that waits for a second person: who may grant it, and why whoever looks may not. */
export const findApprovals = async (tx: Tx, actor: Actor, now: Date) => {
  const waiting = await tx
    .selectFrom('approvals as a')
    .leftJoin('memberships as s', (join) =>
      join.onRef('s.orgId', '=', 'a.orgId').onRef('s.id', '=', 'a.subject'),
    )
    .select([
      'a.id',
      'a.kind',
      'a.subject',
      'a.reason',
      'a.askedBy',
      'a.askedAt',
      'a.grantedBy',
      'a.expiresAt',
    ])
    .select('s.role as subjectRole')
    .where('a.orgId', '=', actor.orgId)
    .where('a.usedAt', 'is', null)
    .where('a.refusedAt', 'is', null)
    .where('a.expiresAt', '>', now)
    .orderBy('a.askedAt')
    .execute()
  const leaders = await findLeaders(tx, actor)
  return waiting.flatMap(({ subjectRole, ...approval }) => {
    const asked = { kind: approval.kind, subjectRole: subjectRole ?? undefined } as Asked
    const asker = leaders.get(approval.askedBy)
    if (!asker) return []
    const inTheWay = (id: string) => obstacleTo(leaders.get(id), asker, asked, now)
    const granters = [...leaders.keys()].filter((id) => !inTheWay(id))
    return [{ ...approval, granters, obstacle: inTheWay(actor.membershipId) ?? null }]
  })
}

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
  const waiting = await lockOpen(tx, actor, id, now)
  if (!waiting || waiting.grantedBy) throw refuse('access.request-over')
  const obstacle = await obstacleAmong(tx, actor, { ...waiting, grantedBy: actor.membershipId }, now)
  if (obstacle) throw refuse(inWords[obstacle])
  await settle(tx, actor, id, { grantedBy: actor.membershipId, grantedAt: now })
}

/** What somebody is told who may not grant. */
export const inWords = {
  'same-person': 'access.same-person',
  'not-leading': 'access.request-over',
  'owner-grants': 'access.owner-grants',
  'too-new': 'access.too-new',
  'one-hand': 'access.one-hand',
} as const satisfies Record<Obstacle, string>

export const refuseApproval = async (tx: Tx, actor: Actor, id: string, now: Date) => {
  const waiting = await lockOpen(tx, actor, id, now)
  if (!waiting || waiting.grantedBy) throw refuse('access.request-over')
  await settle(tx, actor, id, { refusedBy: actor.membershipId, refusedAt: now })
}

/**
 * Uses up what two people agreed to. Refuses unless one asked and another granted, it speaks of this very subject, and both
 * still are who they have to be: what happened since they agreed counts.
 */
export const spendApproval = async (
  tx: Tx,
  actor: Actor,
  wanted: { id: string | undefined; kind: ApprovalKind; subject: string | null },
  now: Date,
) => {
  const agreed = wanted.id && (await lockOpen(tx, actor, wanted.id, now))
  const fits =
    agreed &&
    agreed.kind === wanted.kind &&
    agreed.subject === wanted.subject &&
    agreed.grantedBy !== null &&
    [agreed.askedBy, agreed.grantedBy].includes(actor.membershipId)
  if (!fits || (await obstacleAmong(tx, actor, agreed, now))) throw refuse('access.second-person')
  await settle(tx, actor, agreed.id, { usedAt: now })
}

type Open = { id: string; kind: string; subject: string | null; askedBy: string; grantedBy: string | null }

/** Neither used, refused nor over. Locked, so that it is settled once. */
const lockOpen = (tx: Tx, { orgId }: Actor, id: string, now: Date): Promise<Open | undefined> =>
  tx
    .selectFrom('approvals')
    .select(['id', 'kind', 'subject', 'askedBy', 'grantedBy'])
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()

const obstacleAmong = async (
  tx: Tx,
  actor: Actor,
  { kind, subject, askedBy, grantedBy }: Open,
  now: Date,
) => {
  const leaders = await findLeaders(tx, actor)
  const asked = { kind, subjectRole: await roleOf(tx, actor, subject) } as Asked
  return obstacleTo(leaders.get(grantedBy ?? ''), leaders.get(askedBy), asked, now)
}

// Not locked: whoever ends a membership locks it first and its approvals after.
const roleOf = async (tx: Tx, { orgId }: Actor, id: string | null) =>
  (
    await tx
      .selectFrom('memberships')
      .select('role')
      .where('orgId', '=', orgId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.role

type Settled =
  | { grantedBy: string; grantedAt: Date }
  | { refusedBy: string; refusedAt: Date }
  | { usedAt: Date }

const settle = (tx: Tx, { orgId }: Actor, id: string, how: Settled) =>
  tx.updateTable('approvals').set(how).where('orgId', '=', orgId).where('id', '=', id).execute()
