import { refuse as refuseAccess } from '#platform/access/refusals.ts'
import { leavesEnoughOwners } from '#platform/access/rules.ts'
import { endMembership, findMember, findMembers, lockOwners, setLists } from '#platform/access/team/store.ts'
import type { MembershipId } from '#platform/db/brand.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { refuse } from './refusals.ts'
import { countListed, findHeld, handOver } from './store.bundle.ts'

/**
 * One action when somebody leaves the team, is dismissed or detained: their access ends, their phones are revoked and can no
 * longer open what they hold, their people and promises pass to another, and we say what each phone held.
 */
export const depart = async (
  { tx, actor, now, log }: Call,
  membershipId: MembershipId,
  heirId: MembershipId,
) => {
  if (membershipId === heirId) throw refuse('campaigns.heir')
  const owners = await lockOwners(tx, actor)
  const [leaver, heir] = [await findMember(tx, actor, membershipId), await findMember(tx, actor, heirId)]
  if (!leaver || !heir) throw common.refuse('missing')
  if (leaver.role === 'owner' && !leavesEnoughOwners(owners)) throw refuseAccess('access.last-owner')
  if (leaver.role === 'owner' && actor.role !== 'owner') throw common.refuse('not-allowed')
  const members = await findMembers(tx, actor)
  const listsOf = (id: MembershipId) => members.find((member) => member.id === id)?.lists ?? []
  const devices = await findHeld(tx, actor, membershipId)
  const people = await countListed(tx, actor, listsOf(membershipId))
  const handed = await handOver(tx, actor, membershipId, heirId)
  await setLists(tx, actor, heirId, [...new Set([...listsOf(heirId), ...listsOf(membershipId)])] as never)
  await endMembership(tx, actor, membershipId, now)
  await log('depart', 'membership', membershipId)
  return { people, ...handed, devices }
}
