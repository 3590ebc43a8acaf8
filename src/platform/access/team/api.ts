import { implement } from '@orpc/server'
import type { Call } from '../../http/call.ts'
import { common } from '../../http/refusal.ts'
import { refuse } from '../refusals.ts'
import type { Role } from '../roles.ts'
import { leavesEnoughOwners } from '../rules.ts'
import { teamContract } from './contract.ts'
import { approvalFor, approvalToBecome } from './rules.approvals.ts'
import {
  askApproval,
  findApprovals,
  grantApproval,
  inWords,
  refuseApproval,
  spendApproval,
} from './store.approvals.ts'
import { addInvitation, cancelInvitation, findInvitations } from './store.invitations.ts'
import { clearLine, findLeaders, obstacleToVouch } from './store.leaders.ts'
import { checkLog, findLog } from './store.log.ts'
import * as store from './store.ts'

const os = implement(teamContract).$context<Call>()

/** Somebody of the organization who may stop being an owner: another two must remain. */
const memberWhoMayLeave = async ({ tx, actor }: Call, id: Call['actor']['membershipId']) => {
  const owners = await store.lockOwners(tx, actor)
  const member = await store.findMember(tx, actor, id)
  if (!member) throw common.refuse('missing')
  if (member.role === 'owner' && !leavesEnoughOwners(owners)) throw refuse('access.last-owner')
  // A coordinator never removes an owner.
  if (member.role === 'owner' && actor.role !== 'owner') throw common.refuse('not-allowed')
  return member
}

export const teamHandlers = os.router({
  members: os.members.handler(({ context: { tx, actor } }) => store.findMembers(tx, actor)),
  leaders: os.leaders.handler(async ({ context: { tx, actor, now } }) => {
    const leaders = await findLeaders(tx, actor)
    return [...leaders.values()].map(({ id, grantsFrom, broughtBy }) => {
      const obstacle = obstacleToVouch(leaders, actor, id, now) ?? null
      return { id, grantsFrom, broughtBy, obstacle } as never
    })
  }),
  vouch: os.vouch.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
    const leaders = await findLeaders(tx, actor)
    if (!leaders.has(id)) throw common.refuse('missing')
    const obstacle = obstacleToVouch(leaders, actor, id, now)
    if (obstacle) throw refuse(obstacle === 'same-person' ? 'access.vouch-self' : inWords[obstacle])
    await clearLine(tx, actor, id)
    await log('vouch', 'membership', id)
    return {}
  }),
  rename: os.rename.handler(async ({ input: { id, alias }, context: { tx, actor, log } }) => {
    if (!(await store.renameMember(tx, actor, id, alias))) throw common.refuse('missing')
    await log('alias', 'membership', id)
    return {}
  }),
  changeRole: os.changeRole.handler(async ({ input: { id, role, approvalId }, context }) => {
    const { tx, actor, now, log } = context
    const member = await memberWhoMayLeave(context, id)
    if (role === member.role) return {}
    const kind = approvalToBecome(role, member.role as Role)
    if (kind) await spendApproval(tx, actor, { id: approvalId, kind, subject: id }, now)
    await store.setRole(tx, actor, id, role, now)
    await log('role', role, id)
    return {}
  }),
  assign: os.assign.handler(async ({ input: { id, listIds }, context: { tx, actor, log } }) => {
    if (!(await store.findMember(tx, actor, id))) throw common.refuse('missing')
    await store.setLists(tx, actor, id, listIds)
    await log('assign', 'membership', id)
    return {}
  }),
  end: os.end.handler(async ({ input: { id }, context }) => {
    const { tx, actor, now, log } = context
    await memberWhoMayLeave(context, id)
    await store.endMembership(tx, actor, id, now)
    await log('end', 'membership', id)
    return {}
  }),
  invitations: os.invitations.handler(
    ({ context: { tx, actor, now } }) => findInvitations(tx, actor, now) as never,
  ),
  invite: os.invite.handler(
    async ({ input: { approvalId, ...invitation }, context: { tx, actor, now, log } }) => {
      const kind = approvalFor(invitation.role)
      if (kind) await spendApproval(tx, actor, { id: approvalId, kind, subject: null }, now)
      // Those who watch over the leadership are not a coordinator's to choose.
      if (invitation.role === 'vigilance' && actor.role !== 'owner') throw refuse('access.owner-names')
      const invited = await addInvitation(tx, actor, invitation, now)
      await log('invite', invitation.role, invitation.id)
      return invited
    },
  ),
  recover: os.recover.handler(
    async ({ input: { id, membershipId, approvalId }, context: { tx, actor, now, log } }) => {
      const member = await store.findMember(tx, actor, membershipId)
      if (!member) throw common.refuse('missing')
      await spendApproval(tx, actor, { id: approvalId, kind: 'recovery', subject: membershipId }, now)
      const { role, alias } = member
      const invited = await addInvitation(
        tx,
        actor,
        { id, role: role as 'viewer', alias, listIds: [], membershipId },
        now,
      )
      await log('recover', 'membership', membershipId)
      return invited
    },
  ),
  cancelInvitation: os.cancelInvitation.handler(
    async ({ input: { id }, context: { tx, actor, now, log } }) => {
      if (!(await cancelInvitation(tx, actor, id, now))) throw refuse('access.invitation-gone')
      await log('cancel', 'invitation', id)
      return {}
    },
  ),
  devices: os.devices.handler(({ context: { tx, actor } }) => store.findDevices(tx, actor)),
  revokeDevice: os.revokeDevice.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
    if (!(await store.revokeDevice(tx, actor, id, now))) throw common.refuse('missing')
    await log('revoke', 'device', id)
    return {}
  }),
  lists: os.lists.handler(({ context: { tx, actor } }) => store.findLists(tx, actor)),
  keepList: os.keepList.handler(async ({ input, context: { tx, actor } }) => {
    await store.keepList(tx, actor, input)
    return {}
  }),
  approvals: os.approvals.handler(
    ({ context: { tx, actor, now } }) => findApprovals(tx, actor, now) as never,
  ),
  askApproval: os.askApproval.handler(async ({ input, context: { tx, actor, now, log } }) => {
    await askApproval(tx, actor, input, now)
    await log('ask', input.kind, input.id)
    return {}
  }),
  grantApproval: os.grantApproval.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
    await grantApproval(tx, actor, id, now)
    await log('grant', 'approval', id)
    return {}
  }),
  refuseApproval: os.refuseApproval.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
    await refuseApproval(tx, actor, id, now)
    await log('refuse', 'approval', id)
    return {}
  }),
  log: os.log.handler(async ({ input: { before }, context: { tx, actor } }) => findLog(tx, actor, before)),
  logChain: os.logChain.handler(({ context: { tx, actor } }) => checkLog(tx, actor.orgId)),
  renameOrganization: os.renameOrganization.handler(
    async ({ input: { name }, context: { tx, actor, log } }) => {
      await store.renameOrganization(tx, actor, name)
      await log('rename', 'organization')
      return {}
    },
  ),
})
