import * as z from 'zod'
import { DeviceId, idOf, ListId, MembershipId } from '../../db/brand.ts'
import { operation } from '../../http/operation.ts'
import { everyone, leadership, owners } from '../roles.ts'
import { Alias, Device, Label, Member, Role, Token } from '../schema.ts'
import { approvalKinds, obstacles } from './rules.approvals.ts'

const led = { may: leadership } as const
const owned = { may: owners } as const
const watched = { may: ['owner', 'vigilance'] } as const
const anyMember = { may: everyone } as const
const Done = z.strictObject({})

export const InvitationId = idOf('InvitationId')
export const ApprovalId = idOf('ApprovalId')
export const ApprovalKind = z.enum(approvalKinds)
const Why = z.enum(obstacles).nullable()
export const List = z.strictObject({ id: ListId, name: z.string().trim().min(1).max(80) })

const Approval = z.strictObject({
  id: ApprovalId,
  kind: ApprovalKind,
  subject: z.uuid().nullable(),
  reason: z.string(),
  askedBy: MembershipId,
  askedAt: z.date(),
  grantedBy: MembershipId.nullable(),
  expiresAt: z.date(),
  /** Who may grant it now. */
  granters: z.array(MembershipId),
  /** Why whoever asks this may not. */
  obstacle: Why,
})

const Leader = z.strictObject({
  id: MembershipId,
  grantsFrom: z.date(),
  broughtBy: z.array(MembershipId),
  /** Why whoever asks this may not vouch for them. */
  obstacle: Why,
})

/** The people who work in one organization: who they are, what they reach, which phones they carry, what took two of them. */
export const teamContract = {
  members: operation(anyMember, 'GET', '/team/members').output(z.array(Member)),
  leaders: operation(led, 'GET', '/team/leaders').output(z.array(Leader)),
  vouch: operation({ ...led, fresh: true }, 'POST', '/team/leaders/{id}/vouching')
    .input(z.strictObject({ id: MembershipId }))
    .output(Done),
  rename: operation(led, 'PATCH', '/team/members/{id}')
    .input(z.strictObject({ id: MembershipId, alias: Alias }))
    .output(Done),
  changeRole: operation({ ...owned, fresh: true }, 'PUT', '/team/members/{id}/role')
    .input(z.strictObject({ id: MembershipId, role: Role, approvalId: ApprovalId.optional() }))
    .output(Done),
  assign: operation(led, 'PUT', '/team/members/{id}/lists')
    .input(z.strictObject({ id: MembershipId, listIds: z.array(ListId).max(200) }))
    .output(Done),
  end: operation({ ...led, fresh: true }, 'DELETE', '/team/members/{id}')
    .input(z.strictObject({ id: MembershipId }))
    .output(Done),
  invitations: operation(led, 'GET', '/team/invitations').output(
    z.array(
      z.strictObject({
        id: InvitationId,
        role: Role,
        alias: z.string(),
        recovery: z.boolean(),
        /** Null when whoever runs the server made it. */
        invitedBy: MembershipId.nullable(),
        expiresAt: z.date(),
      }),
    ),
  ),
  invite: operation(led, 'POST', '/team/invitations')
    .input(
      z.strictObject({
        id: InvitationId,
        role: Role,
        alias: Alias,
        listIds: z.array(ListId).max(200),
        approvalId: ApprovalId.optional(),
      }),
    )
    .output(z.strictObject({ token: Token, expiresAt: z.date() })),
  recover: operation(led, 'POST', '/team/recoveries')
    .input(z.strictObject({ id: InvitationId, membershipId: MembershipId, approvalId: ApprovalId }))
    .output(z.strictObject({ token: Token, expiresAt: z.date() })),
  cancelInvitation: operation(led, 'DELETE', '/team/invitations/{id}')
    .input(z.strictObject({ id: InvitationId }))
    .output(Done),
  devices: operation(led, 'GET', '/team/devices').output(z.array(Device)),
  revokeDevice: operation(led, 'DELETE', '/team/devices/{id}')
    .input(z.strictObject({ id: DeviceId }))
    .output(Done),
  lists: operation(anyMember, 'GET', '/team/lists').output(z.array(List)),
  keepList: operation(led, 'PUT', '/team/lists/{id}').input(List).output(Done),
  approvals: operation(led, 'GET', '/team/approvals').output(z.array(Approval)),
  askApproval: operation(led, 'POST', '/team/approvals')
    .input(
      z.strictObject({
        id: ApprovalId,
        // Opening many names is asked for where it is said whose they are.
        kind: ApprovalKind.exclude(['vault']),
        subject: z.uuid().nullable(),
        reason: z.string().trim().max(200),
      }),
    )
    .output(Done),
  grantApproval: operation({ ...led, fresh: true }, 'POST', '/team/approvals/{id}/grant')
    .input(z.strictObject({ id: ApprovalId }))
    .output(Done),
  refuseApproval: operation(led, 'POST', '/team/approvals/{id}/refusal')
    .input(z.strictObject({ id: ApprovalId }))
    .output(Done),
  log: operation(watched, 'GET', '/team/log')
    .input(z.strictObject({ before: z.coerce.number().int().positive().optional() }))
    .output(
      z.array(
        z.strictObject({
          id: z.number().int(),
          at: z.date(),
          by: z.string().nullable(),
          verb: z.string(),
          target: z.string(),
          targetId: z.uuid().nullable(),
          people: z.int().nullable(),
          refused: z.boolean(),
          sealed: z.boolean(),
        }),
      ),
    ),
  logChain: operation(watched, 'GET', '/team/log/chain').output(
    z.strictObject({
      batches: z.number().int(),
      sound: z.boolean(),
      firstBroken: z.number().int().nullable(),
      head: z.string(),
      waiting: z.number().int(),
    }),
  ),
  renameOrganization: operation(owned, 'PATCH', '/team/organization')
    .input(z.strictObject({ name: Label }))
    .output(Done),
}
