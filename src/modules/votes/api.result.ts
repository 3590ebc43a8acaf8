import { implement } from '@orpc/server'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Call, DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { findArchive } from './archive/store.ts'
import { votesContract } from './contract.ts'
import { goingTo, present } from './reach.ts'
import { recordVote } from './record.ts'
import { refuse } from './refusals.ts'
import { assembleResult } from './result.ts'
import { keepUntil } from './rules.state.ts'
import * as store from './store.ts'

const { result, conclude, observe } = votesContract
const os = implement({ result, conclude }).$context<Call>()
const atDoor = implement({ observe }).$context<DoorCall>()

const looks = newThrottle(300, 5 * 60_000)

/** After the close: results joined over modes, the conclusion, and what anybody may see. */
export const resultHandlers = {
  ...os.router({
    result: os.result.handler(async ({ input: { id }, context }) => {
      const vote = await present(context, id)
      if (vote.state.name === 'concluded') return { concluded: true, waitsFor: [], result: vote.result }
      if (vote.state.name !== 'closed') throw refuse('votes.before-close')
      return { concluded: false, ...(await assembleResult(context, vote)) }
    }),
    conclude: os.conclude.handler(async ({ input: { id }, context }) => {
      const vote = await goingTo(context, id, 'concluded')
      const { result: made, waitsFor } = await assembleResult(context, vote)
      if (made === null) throw refuse('votes.not-counted', { waitsFor })
      const until = keepUntil(context.today)
      const set = { concludedAt: context.now, keepUntil: until, result: made }
      await store.changeState(context.tx, context.actor, id, { to: 'concluded', set })
      await recordVote(context, vote, made, localDay(vote.opensAt, context.actor.timeZone))
      await context.log('conclude', 'vote', id)
      return made
    }),
  }),
  ...atDoor.router({
    observe: atDoor.observe.handler(async ({ input: { orgId, id }, context }) => {
      if (!looks.allow(context.address(), context.now)) throw common.refuse('slow-down')
      const { vote, archive } = await context.deployment.doors.asPublic(orgId, async (tx) => ({
        vote: await store.findObserved(tx, orgId, id),
        archive: await findArchive(tx, orgId, id),
      }))
      if (!vote?.rollTotals || !('rollHash' in vote.state)) throw common.refuse('missing')
      const { title, kind, state, opensAt, closesAt, questions, result: made } = vote
      const { covered, paper, booth, remote } = vote.rollTotals
      const roll = { covered, paper, booth, remote }
      return {
        title,
        kind,
        state,
        opensAt,
        closesAt,
        questions,
        roll,
        rollHash: state.rollHash,
        archive,
        result: made,
      } as never
    }),
  }),
}
