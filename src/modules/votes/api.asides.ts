import { implement } from '@orpc/server'
import {
  askApproval,
  findApprovals,
  grantApproval,
  spendApproval,
} from '#platform/access/team/store.approvals.ts'
import type { MembershipId } from '#platform/db/brand.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { votesContract } from './contract.ts'
import { present, standing } from './reach.ts'
import { refuse } from './refusals.ts'
import * as store from './store.asides.ts'
import { findCounts } from './store.urns.ts'

const { counts, askAside, confirmAside } = votesContract
const os = implement({ counts, askAside, confirmAside }).$context<Call>()

/** Counters set aside at a table: one leader asks and says why, another agrees, by the rule of whatever takes two people. */
export const asideHandlers = os.router({
  counts: os.counts.handler(async ({ input: { id }, context }) => {
    const { tx, actor } = context
    const { state } = await present(context, id)
    if (state.name !== 'closed' && state.name !== 'concluded') throw refuse('votes.before-close')
    const asides = await standingAsides(context, id)
    const aliases = await store.findAliases(tx, actor)
    const latest = new Map(
      (await findCounts(tx, actor, id)).map((one) => [`${one.tableId} ${one.countedBy}`, one]),
    )
    return [...latest.values()].map(({ tableId, countedBy, count }) => {
      const aside = asides.find((one) => one.tableId === tableId && one.counter === countedBy)
      return {
        tableId,
        counter: countedBy as MembershipId,
        by: aliases.get(countedBy) ?? '',
        count,
        aside: aside
          ? {
              id: aside.id as never,
              reason: aside.reason,
              asked: aliases.get(aside.askedBy) ?? '',
              mine: aside.askedBy === actor.membershipId,
              isSet: aside.setBy !== null,
            }
          : null,
      }
    })
  }),
  askAside: os.askAside.handler(async ({ input, context }) => {
    const { tx, actor, now, log } = context
    const { voteId, id, tableId, counter } = input
    const { title } = await standing(context, voteId, 'closed')
    const counted = await findCounts(tx, actor, voteId)
    if (!counted.some((one) => one.tableId === tableId && one.countedBy === counter))
      throw common.refuse('missing')
    const asides = await standingAsides(context, voteId)
    if (asides.some((one) => one.tableId === tableId && one.counter === counter))
      throw refuse('votes.aside-there')
    await askApproval(tx, actor, { id, kind: 'set-aside', subject: voteId, reason: title }, now)
    await store.insertAside(tx, actor, input)
    await log('ask', 'count', id)
    return {}
  }),
  confirmAside: os.confirmAside.handler(async ({ input: { voteId, id }, context }) => {
    const { tx, actor, now, log } = context
    await standing(context, voteId, 'closed')
    const waiting = (await findApprovals(tx, actor, now)).find((one) => one.id === id)
    if (!waiting?.grantedBy) await grantApproval(tx, actor, id, now)
    await spendApproval(tx, actor, { id, kind: 'set-aside', subject: voteId }, now)
    const by = (waiting?.grantedBy as MembershipId | null) ?? actor.membershipId
    if (!(await store.setAside(tx, actor, voteId, id, { by, now }))) throw common.refuse('missing')
    await log('set-aside', 'count', id)
    return {}
  }),
})

/** Those set, and those that still wait: what was refused or ran out may be asked again. */
const standingAsides = async ({ tx, actor, now }: Call, voteId: Parameters<typeof store.findAsides>[2]) => {
  const open = new Set((await findApprovals(tx, actor, now)).map(({ id }) => id))
  return (await store.findAsides(tx, actor, voteId)).filter(({ id, setBy }) => setBy !== null || open.has(id))
}
