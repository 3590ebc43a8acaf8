import { implement } from '@orpc/server'
import { type FactKinds, recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { organizationsContract } from './contract.ts'
import { organizationFacts } from './facts.ts'
import { refuse } from './refusals.ts'
import { sharedElsewhere } from './rules.sharings.ts'
import { lacking, usualCriteria } from './rules.ts'
import type { CommitteeId, SharingId } from './schema.ts'
import { shareable, unshareable } from './sharing.ts'
import * as sharings from './store.sharings.ts'
import * as store from './store.ts'

const os = implement(organizationsContract).$context<Call>()

type Kind = keyof typeof organizationFacts

/** Records what happened to a committee, in the transaction of the change. */
const recordCommittee = async (
  { tx, actor }: Call,
  kind: Kind,
  id: CommitteeId,
  happenedOn: string,
  leader?: LeaderDetail,
) => {
  const committee = await store.findCommittee(tx, actor, id)
  if (!committee) throw common.refuse('missing')
  const { stateCode: state, sector, kind: committeeKind } = committee
  const dimensions = {
    state,
    sector,
    committee: committeeKind,
    ...(leader && { sex: leader.sex, age_band: leader.ageBand }),
  }
  const about = leader
    ? { source: 'leaders', recordId: leader.id, subjectId: leader.subjectId }
    : { source: 'committees', recordId: id }
  await recordFacts(tx, actor, organizationFacts, [{ kind, happenedOn, ...about, dimensions } as never])
}

type LeaderDetail = { id: string; subjectId: string; sex: string | null; ageBand: string | null }

/** A group counts as formed from the day on which the agreed criteria are first met; that day is never moved. */
const noteFormation = async (call: Call, id: CommitteeId, happenedOn: string) => {
  const { tx, actor } = call
  const committee = await store.findCommittee(tx, actor, id)
  if (!committee || committee.formedOn !== null) return
  const criteria = (await store.findCriteria(tx, actor)) ?? usualCriteria
  const leaders = await store.countLeaders(tx, actor, id)
  if (lacking({ ...committee, leaders }, criteria).length > 0) return
  await store.setFormed(tx, actor, id, happenedOn)
  await recordCommittee(call, 'group.formed', id, happenedOn)
}

const ownSharing = async ({ tx, actor }: Call, id: SharingId) => {
  // Only the giver may lock it: to whom it is proposed, it is there and not theirs.
  const sharing = await sharings.lockSharing(tx, id)
  if (!sharing) {
    const known = (await sharings.findSharings(tx, actor)).some((one) => one.id === id)
    throw known ? refuse('organizations.not-yours') : common.refuse('missing')
  }
  if (sharing.withdrawnAt) throw refuse('organizations.settled')
  return sharing
}

/** The handlers; `kinds` are the facts that all modules declare, for what may be shared of them. */
export const organizationsHandlers = (kinds: FactKinds) =>
  os.router({
    committees: os.committees.handler(async ({ context: { tx, actor } }) => {
      const criteria = (await store.findCriteria(tx, actor)) ?? usualCriteria
      const leaders = await store.findLeaders(tx, actor)
      const committees = (await store.findCommittees(tx, actor)).map(({ orgId: _, ...committee }) => {
        const own = leaders.filter(({ committeeId }) => committeeId === committee.id)
        const inPost = own.filter(({ leftOn }) => leftOn === null).length
        return {
          ...committee,
          lacking: lacking({ ...committee, leaders: inPost }, criteria),
          leaders: own.map(
            ({ orgId: _org, committeeId: _committee, subjectId: _subject, ...leader }) => leader,
          ),
        }
      })
      return { criteria, committees }
    }),
    keepCommittee: os.keepCommittee.handler(async ({ input, context }) => {
      const isNew = await store.keepCommittee(context.tx, context.actor, input)
      if (isNew) await recordCommittee(context, 'group.begun', input.id, input.begunOn)
      await noteFormation(context, input.id, input.actaOn ?? context.today)
      return {}
    }),
    dissolve: os.dissolve.handler(async ({ input: { id, dissolvedOn }, context }) => {
      if (!(await store.setDissolved(context.tx, context.actor, id, dissolvedOn)))
        throw common.refuse('missing')
      await recordCommittee(context, 'group.dissolved', id, dissolvedOn)
      return {}
    }),
    nameLeader: os.nameLeader.handler(async ({ input, context }) => {
      const subjectId = await store.insertLeader(context.tx, context.actor, input)
      if (subjectId) {
        await recordCommittee(context, 'leader.named', input.committeeId, input.namedOn, {
          ...input,
          subjectId,
        })
        await noteFormation(context, input.committeeId, input.namedOn)
      }
      return {}
    }),
    leave: os.leave.handler(async ({ input: { id, leftOn }, context }) => {
      const leader = await store.endLeader(context.tx, context.actor, id, leftOn)
      if (!leader) throw refuse('organizations.left-before')
      await recordCommittee(context, 'leader.left', leader.committeeId as CommitteeId, leftOn, leader)
      return {}
    }),
    keepCriteria: os.keepCriteria.handler(async ({ input, context: { tx, actor, today, log } }) => {
      await store.keepCriteria(tx, actor, input, today)
      await log('criteria', 'organization')
      return {}
    }),
    shareable: os.shareable.handler(() => shareable(kinds)),
    sharings: os.sharings.handler(({ context: { tx, actor } }) => sharings.findSharings(tx, actor)),
    connect: os.connect.handler(async ({ input: { id }, context: { tx, actor, now, log } }) => {
      if (actor.role !== 'owner' && (await sharings.kindOfOrganization(tx, actor)) !== 'funder')
        throw refuse('organizations.owner-connects')
      await log('connect', 'organization')
      return sharings.addConnection(tx, actor, id, now)
    }),
    propose: os.propose.handler(async ({ input: { token, ...proposal }, context: { tx, actor } }) => {
      const wrong = unshareable(kinds, proposal.kinds, proposal.dimensions)
      if (wrong.length > 0) throw refuse('organizations.not-shareable', { names: wrong })
      const giver = await sharings.redeemConnection(tx, token)
      if (!giver) throw refuse('organizations.code-over')
      if (giver.orgId === actor.orgId) throw refuse('organizations.own-code')
      const receiverName = await sharings.nameOfOrganization(tx, actor)
      return sharings.insertSharing(tx, actor, {
        ...proposal,
        giverId: giver.orgId,
        giverName: giver.name,
        receiverName,
      })
    }),
    sign: os.sign.handler(async ({ input: { id, kinds: wanted, dimensions, knowing }, context }) => {
      const { tx, actor, now, log } = context
      const sharing = await ownSharing(context, id)
      if (sharing.signedAt) throw refuse('organizations.settled')
      // The giver may sign less than was proposed, never more.
      const more = [
        ...wanted.filter((kind) => !sharing.kinds.includes(kind)),
        ...dimensions.filter((one) => !sharing.dimensions.includes(one)),
      ]
      if (more.length > 0 || unshareable(kinds, wanted, dimensions).length > 0) {
        throw refuse('organizations.not-shareable', { names: more })
      }
      const others = await sharings.findSharings(tx, actor)
      const twice = sharedElsewhere({ ...sharing, kinds: wanted }, others, kinds)
      if (twice.length > 0 && !knowing) throw refuse('organizations.shared-elsewhere', { names: twice })
      await sharings.signSharing(tx, actor, id, wanted, dimensions, now)
      await log('sign sharing', 'sharing', id)
      return {}
    }),
    withdraw: os.withdraw.handler(async ({ input: { id }, context }) => {
      const { tx, actor, now, log } = context
      await ownSharing(context, id)
      await sharings.withdrawSharing(tx, actor, id, now)
      await log('withdraw sharing', 'sharing', id)
      return {}
    }),
  })
