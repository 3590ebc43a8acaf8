import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { arrived } from './api.plan.ts'
import { challengeZip } from './challenge.ts'
import { votesContract } from './contract.ts'
import { openNames } from './names.ts'
import { present } from './reach.ts'
import { refuse } from './refusals.ts'
import * as store from './store.disputes.ts'
import { findRollCounts } from './store.roll.ts'

const { disputes, dispute, settle, challengeFile } = votesContract
const os = implement({ disputes, dispute, settle, challengeFile }).$context<Call>()

/** After a vote: challenges, and the file that answers one. */
export const afterHandlers = os.router({
  disputes: os.disputes.handler(async ({ input: { id }, context }) => {
    await present(context, id)
    return store.findDisputes(context.tx, context.actor, context.vault, id)
  }),
  dispute: os.dispute.handler(async ({ input: { voteId, ...one }, context }) => {
    const { state, destroyedOn } = await present(context, voteId)
    if (state.name === 'preparing' || destroyedOn) throw refuse('votes.not-now')
    if (one.fileId) await arrived(context, voteId, one.fileId)
    await store.insertDispute(context.tx, context.actor, context.vault, voteId, one)
    await context.log('challenge', 'vote', voteId)
    return {}
  }),
  settle: os.settle.handler(async ({ input: { voteId, id, ...settlement }, context }) => {
    const { tx, actor, vault, log } = context
    if (!(await store.settleDispute(tx, actor, vault, voteId, id, settlement))) throw common.refuse('missing')
    await log('settle', 'vote', voteId)
    return {}
  }),
  challengeFile: os.challengeFile.handler(async ({ input: { id, language, approvalId }, context }) => {
    const vote = await present(context, id)
    if (vote.state.name === 'preparing' || vote.destroyedOn) throw refuse('votes.not-now')
    const { length } = await findRollCounts(context.tx, context.actor, id)
    await openNames(context, id, { names: length, of: length, approvalId })
    await context.log('export', 'vote', id, length)
    const bytes = await challengeZip(context, vote, language)
    return {
      fileName: `expediente-${context.today}.zip`,
      mediaType: 'application/zip',
      content: Buffer.from(bytes).toString('base64'),
    }
  }),
})
