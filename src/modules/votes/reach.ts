import { reachOf } from '#platform/access/roles.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { refuse } from './refusals.ts'
import { follows, rollIsOpen } from './rules.state.ts'
import type { VoteId, VoteStateName } from './schema.ts'
import * as store from './store.ts'

/** The vote asked for; missing when it is another organization's. */
export const present = async ({ tx, actor }: Call, id: VoteId) => {
  const vote = await store.findVote(tx, actor, id)
  if (!vote) throw common.refuse('missing')
  return vote
}

/** The vote, locked, while it stands in one of these states. */
export const standing = async ({ tx, actor }: Call, id: VoteId, ...names: VoteStateName[]) => {
  const vote = await store.lockVote(tx, actor, id)
  if (!vote) throw common.refuse('missing')
  if (!names.includes(vote.state.name)) throw refuse('votes.not-now')
  return vote
}

/** The vote, locked, while its roll may still change. */
export const enrolling = async ({ tx, actor }: Call, id: VoteId) => {
  const vote = await store.lockVote(tx, actor, id)
  if (!vote) throw common.refuse('missing')
  if (vote.state.name === 'cancelled') throw refuse('votes.not-now')
  if (!rollIsOpen(vote.state.name)) throw refuse('votes.roll-frozen')
  return vote
}

/** The vote, locked, when it may go on to a state. */
export const goingTo = async ({ tx, actor }: Call, id: VoteId, to: VoteStateName) => {
  const vote = await store.lockVote(tx, actor, id)
  if (!vote) throw common.refuse('missing')
  if (!follows[vote.state.name].includes(to)) throw refuse('votes.not-now')
  return vote
}

/** Whether somebody reaches names, or only counts. */
export const seesNames = ({ actor }: Call) => reachOf(actor.role) !== 'reach_counts'
export const leads = ({ actor }: Call) => reachOf(actor.role) === 'reach_org'
