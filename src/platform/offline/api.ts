import { implement } from '@orpc/server'
import type { Call, DoorCall } from '../http/call.ts'
import { common, type RefusalTexts } from '../http/refusal.ts'
import { applyAll } from './apply.ts'
import { offlineContract } from './contract.ts'
import { deliver, openerOf } from './deliver.ts'
import type { OperationKinds } from './operation.ts'
import * as store from './store.ts'

const { deliver: delivery, ...decisions } = offlineContract
const door = implement({ delivery }).$context<DoorCall>()
const os = implement(decisions).$context<Call>()

/** The handlers of what phones wrote offline, for the kinds of operation that the modules declare. */
export const offlineHandlers = (kinds: OperationKinds, texts: RefusalTexts) => ({
  deliver: door.delivery.handler(async ({ input, context: { deployment, now, language } }) => {
    const { revoked, known } = await deliver(kinds, deployment, input, now)
    const sentence = (refusal: string | null) => (refusal ? (texts[refusal]?.[language] ?? null) : null)
    return {
      revoked,
      outcomes: known.map(({ id, outcome, refusal }) => ({
        id,
        outcome,
        refusal,
        sentence: sentence(refusal),
      })),
    }
  }),
  waiting: os.waiting.handler(({ context: { tx, actor } }) => store.findWaiting(tx, actor)),
  accept: os.accept.handler(async ({ input: { id }, context: { tx, actor, vault, deployment, log } }) => {
    const found = await store.takeWaiting(tx, actor, id)
    if (!found?.sealed) throw common.refuse('missing')
    const { deviceId, membershipId, alias, receivedAt } = found
    const open = openerOf(deployment)
    const opened = open(found.sealed.toString('base64'), id, receivedAt.toISOString(), receivedAt)
    if (!opened.readable) throw common.refuse('invalid')
    const author = { ...actor, membershipId, alias, deviceId } as Call['actor']
    const [outcome] = await applyAll(kinds, { tx, actor: author, vault, now: receivedAt }, [opened])
    const refusal = outcome!.outcome === 'refused' ? outcome!.refusal : null
    await store.settle(tx, actor, id, { outcome: outcome!.outcome, refusal, kind: opened.envelope.kind })
    await log('accept', 'operation', id)
    return {}
  }),
  dismiss: os.dismiss.handler(async ({ input: { id }, context: { tx, actor, log } }) => {
    if (!(await store.takeWaiting(tx, actor, id))) throw common.refuse('missing')
    await store.settle(tx, actor, id, { outcome: 'dismissed', refusal: null })
    await log('dismiss', 'operation', id)
    return {}
  }),
})
