import { appendEnd } from '@asamblea/ballots/archive'
import { newElectionUuid } from '@asamblea/ballots/election'
import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { newToken } from '#platform/http/session.ts'
import { findBooths } from '../booth/store.ts'
import { findTrustees, insertTrustees, setLink } from '../trustees/store.ts'
import { boxesContract } from './contract.ts'
import { countingOf, startCount } from './count.ts'
import { credentialsOf } from './credentials.ts'
import { refuse } from './refusals.ts'
import { anywhere, type Lots, stateOf, stepOf } from './rules.ts'
import type { BoxId, ElectionUuid } from './schema.ts'
import { setUpBox } from './setup.ts'
import * as archive from './store.archive.ts'
import * as store from './store.ts'

const os = implement(boxesContract).$context<Call>()

const present = async ({ tx, actor }: Call, id: BoxId): Promise<store.Box> => {
  const box = await store.findBox(tx, actor.orgId, id)
  if (!box || box.discarded) throw common.refuse('missing')
  return box
}

const unset = async (call: Call, id: BoxId) => {
  const box = await present(call, id)
  if (box.phase) throw refuse('box.already-set-up')
  return box
}

const shown = async ({ tx }: Call, box: store.Box) => {
  const trustees = await findTrustees(tx, box)
  const made = await store.countCredentials(tx, box)
  const isFrozen = !['preparing', 'called', 'cancelled'].includes(box.voteState)
  const asked = isFrozen ? await store.countLots(tx, box) : new Map<string, number>()
  const credentials = [...made.values()].reduce((sum, count) => sum + count, 0)
  return {
    id: box.id,
    voteId: box.voteId,
    uuid: box.uuid,
    rehearsal: box.rehearsal,
    threshold: box.threshold,
    state: stateOf({ ...box, credentials, trustees }),
    trustees: trustees.map((trustee) => ({
      number: trustee.number,
      name: trustee.name,
      step: stepOf(trustee),
    })),
    lots: lotsOf(asked, made).map((lot) => ({
      tableId: lot === anywhere ? null : lot,
      made: made.get(lot) ?? 0,
      asked: isFrozen ? (asked.get(lot) ?? 0) : null,
    })),
    booths: await findBooths(tx, box),
    head: headOf(box),
  }
}

/** Those who vote from anywhere first, then table by table. */
const lotsOf = (asked: Lots, made: Lots): string[] => {
  const tables = [...new Set([...asked.keys(), ...made.keys()])].filter((lot) => lot !== anywhere).sort()
  return asked.has(anywhere) || made.has(anywhere) ? [anywhere, ...tables] : tables
}

/** The end of an archive as everyone compares it; null before the box is set up. */
export const headOf = ({ parent, height, bytes }: store.Box) =>
  parent === null ? null : { events: height, bytes, hash: parent }

export const boxesHandlers = os.router({
  boxes: os.boxes.handler(async ({ input: { voteId }, context }) => {
    const boxes = await store.findBoxes(context.tx, context.actor.orgId, voteId)
    const seen = []
    for (const box of boxes) seen.push(await shown(context, box))
    return seen as never
  }),
  create: os.create.handler(async ({ input: { voteId, id, rehearsal, threshold, trustees }, context }) => {
    const { tx, actor, log } = context
    const vote = await store.findVoteStanding(tx, actor.orgId, voteId)
    if (!vote) throw common.refuse('missing')
    if (!['preparing', 'called', 'frozen'].includes(vote.state)) throw refuse('box.vote-not-ready')
    if (threshold > trustees.length) throw common.refuse('invalid', { fields: ['threshold'] })
    const others = await store.findBoxes(tx, actor.orgId, voteId)
    if (!rehearsal && others.some((other) => !other.rehearsal)) throw refuse('box.there-is-one')
    const uuid = newElectionUuid() as ElectionUuid
    const box = { orgId: actor.orgId, id, voteId, uuid, rehearsal, threshold, size: trustees.length }
    await store.insertBox(tx, box)
    const links = trustees.map((name, at) => ({ number: at + 1, name, ...newToken() }))
    await insertTrustees(
      tx,
      box,
      links.map(({ number, name, hash }) => ({ number, name, tokenHash: hash })),
    )
    await log('create', 'vote-box', id)
    return { uuid, links: links.map(({ number, name, token }) => ({ number, name, token })) }
  }),
  relink: os.relink.handler(async ({ input: { id, number }, context }) => {
    const box = await present(context, id)
    const { token, hash } = newToken()
    const trustee = await setLink(context.tx, box, number, hash)
    if (!trustee) throw common.refuse('missing')
    await context.log('relink', 'vote-box', id)
    return { number, name: trustee.name, token }
  }),
  discard: os.discard.handler(async ({ input: { id }, context }) => {
    const box = await present(context, id)
    if (box.phase && !box.rehearsal) throw refuse('box.already-set-up')
    await store.setDiscarded(context.tx, box)
    await context.log('discard', 'vote-box', id)
    return {}
  }),
  keepCredentials: os.keepCredentials.handler(async ({ input: { id, lots }, context }) => {
    const box = await unset(context, id)
    const tables = await store.tablesOf(context.tx, box)
    if (lots.some(({ tableId }) => tableId && !tables.has(tableId))) throw common.refuse('missing')
    const credentials = credentialsOf(lots)
    if (!credentials) throw refuse('box.credentials-wrong')
    await store.replaceCredentials(context.tx, box, credentials)
    await context.log('credentials', 'vote-box', id)
    return { credentials: credentials.length }
  }),
  setUp: os.setUp.handler(async ({ input: { id }, context }) => {
    const fingerprint = await setUpBox(context.tx, await unset(context, id), context.now)
    await context.log('set-up', 'vote-box', id)
    return { fingerprint }
  }),
  close: os.close.handler(async ({ input: { id }, context }) => {
    const { tx, deployment, after, log } = context
    const box = await present(context, id)
    if (!box.rehearsal && box.voteState !== 'closed') throw refuse('box.vote-not-closed')
    const booths = await findBooths(tx, box)
    if (booths.some(({ ballots, lostBecause }) => ballots === null && lostBecause === null))
      throw refuse('box.booths-missing')
    const head = await archive.lockHead(tx, box)
    const end = head && appendEnd(head)
    if (!end?.ok) throw refuse('box.not-open')
    await archive.append(tx, box, head!, [{ piece: end.value }])
    await log('close', 'vote-box', id)
    after(async () => {
      const closed = await deployment.doors.asJob(box.orgId, (inner) => store.findBox(inner, box.orgId, id))
      startCount(deployment, closed!)
    })
    return {}
  }),
  count: os.count.handler(async ({ input: { id }, context }) => {
    const box = await present(context, id)
    if (!box.phase || box.phase === 'open') throw refuse('box.nothing-to-count')
    const before = countingOf(id)
    const counting =
      box.phase === 'closed' && before.unsound === null ? startCount(context.deployment, box) : before
    const ballots = await archive.countBallots(context.tx, box)
    const verified = box.phase === 'closed' ? counting.verified : ballots
    return { phase: box.phase, verified, ballots, unsound: counting.unsound }
  }),
})
