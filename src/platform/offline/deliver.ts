import type { Deployment } from '../access/deployment.ts'
import { refuse } from '../access/refusals.ts'
import type { Courier, Tx } from '../db/doors.ts'
import { tokenHash } from '../http/session.ts'
import { applyAll } from './apply.ts'
import { envelopeOpener } from './envelope.ts'
import type { OperationKinds } from './operation.ts'
import * as store from './store.ts'

export type Sent = { id: string; sequence: number; sealed: string }
export type Delivery = { send: string; at: string; operations: readonly Sent[] }

/**
 * Takes in what a phone wrote: each operation is applied exactly once, in the order it was written, however often and in
 * whatever order it arrives. What a revoked phone sends is kept sealed until an owner decides.
 */
export const deliver = async (
  kinds: OperationKinds,
  deployment: Deployment,
  delivery: Delivery,
  now: Date,
): Promise<{ revoked: boolean; known: store.Known[] }> => {
  const { send, operations } = delivery
  return deployment.doors.receive(tokenHash(send), async (tx, courier) => {
    if (!courier) throw refuse('access.device-unknown')
    await store.lockDevice(tx, courier.deviceId)
    const ids = operations.map(({ id }) => id)
    const known = new Map((await store.findKnown(tx, courier.orgId, ids)).map((one) => [one.id, one]))
    const unseen = [...new Map(operations.map((one) => [one.id, one])).values()].filter(
      ({ id }) => !known.has(id),
    )
    const ordered = unseen.toSorted((a, b) => a.sequence - b.sequence)
    const decided = courier.revoked
      ? ordered.map(held)
      : await decide(kinds, deployment, tx, courier, ordered, delivery.at, now)
    await store.keepOutcomes(tx, courier.orgId, courier.deviceId, decided)
    for (const one of decided) known.set(one.id, one)
    return { revoked: courier.revoked, known: ids.map((id) => known.get(id)!) }
  })
}

const decide = async (
  kinds: OperationKinds,
  deployment: Deployment,
  tx: Tx,
  actor: Courier,
  ordered: readonly Sent[],
  sentAt: string,
  now: Date,
): Promise<store.Decided[]> => {
  const open = openerOf(deployment)
  const opened = ordered.map(({ id, sequence, sealed }) => ({
    id,
    sequence,
    ...open(sealed, id, sentAt, now),
  }))
  const readable = opened.filter((one) => one.readable)
  const vault = await deployment.vault.of(tx, actor.orgId)
  const outcomes = await applyAll(kinds, { tx, actor, vault, now }, readable)
  return opened.map((one) => {
    const { id, sequence } = one
    const outcome = one.readable ? outcomes.shift()! : { outcome: 'refused' as const, refusal: one.refusal }
    const refusal = outcome.outcome === 'refused' ? outcome.refusal : null
    return {
      id,
      sequence,
      kind: one.readable ? one.envelope.kind : '',
      outcome: outcome.outcome,
      refusal,
      sealed: null,
    }
  })
}

const held = ({ id, sequence, sealed }: Sent): store.Decided => ({
  id,
  sequence,
  kind: '',
  outcome: 'waiting',
  refusal: null,
  sealed: Buffer.from(sealed, 'base64'),
})

const openers = new WeakMap<Deployment, ReturnType<typeof envelopeOpener>>()

export const openerOf = (deployment: Deployment) => {
  const opener = openers.get(deployment) ?? envelopeOpener(deployment.secrets.courier)
  openers.set(deployment, opener)
  return opener
}
