import { type AdmittedBallot, appendBallot, type Head } from '@asamblea/ballots/archive'
import type { DeploymentSecrets } from '#platform/access/deployment.ts'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Tx } from '#platform/db/doors.ts'
import { hashOf } from '../archive/credentials.ts'
import { markerOf } from '../archive/marks.ts'
import { append, type Entry, lockHead } from '../archive/store.archive.ts'
import type { Box } from '../archive/store.ts'
import { admit } from '../remote/admission.ts'
import { publicHead } from '../remote/append.ts'
import { credentialIn } from '../remote/credential.ts'
import { findChallenged, findPresent } from '../remote/store.ts'
import { type Chained, goesOnFrom, isWhole } from './chain.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

type Opened = { readonly ballot: AdmittedBallot; readonly credential: Buffer }
type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Verifying a box takes seconds of every processor: a booth whose boxes are wrong time after time is told to wait. */
const mistakes = newThrottle(10, 5 * 60_000)

/** Whether the tablet itself delivers, or the commission from its second copy. */
type From = 'tablet' | 'commission'

/**
 * Takes the whole box of a tablet, or its second copy: the chain, that every credential is of the table, every proof.
 * Ballots enter the archive in the order of their hashes, which tells nothing of who came when. What was received before is
 * only added to. From a tablet that was lost, a ballot does not take the place of one that the same slip cast elsewhere.
 */
export const deliverBox = async (
  within: Within,
  secrets: DeploymentSecrets,
  box: Box & { election: string },
  booth: store.Booth,
  chained: Chained,
  from: From,
  now: Date,
) => {
  if (mistakes.isOver(booth.id, now)) throw refuse('booth.too-many-wrong')
  if (!isWhole(box.uuid, booth.id, chained)) throw refuse('booth.chain-broken')
  if (chained.ballots.length === 0) throw refuse('booth.empty')
  const credentials = chained.ballots.map((text) => hashOf(credentialIn(text) ?? ''))
  const listed = await within((tx) => store.findListed(tx, booth, credentials))
  const stranger = credentials.findIndex((hash) => !listed.has(hash.toString('hex')))
  if (stranger >= 0) throw refuse('booth.credential-elsewhere', { position: stranger + 1 })
  const admitted = await Promise.all(chained.ballots.map((text) => admit(box.election, text)))
  const opened = admitted.map((result, index): Opened => {
    if (!result.ok) {
      mistakes.allow(booth.id, now)
      throw refuse('booth.ballot-wrong', { position: index + 1, reason: result.refusal.reason })
    }
    return { ballot: result.value, credential: credentials[index]! }
  })
  const marker = markerOf(secrets)
  return within(async (tx) => {
    // First the box, then the booth: whoever closes the box waits for this, or this for them.
    const head = await lockHead(tx, box)
    if (head?.phase !== 'open') throw refuse('booth.closed')
    const { ballots, chainHead, lostBecause } = await store.lockReceived(tx, booth)
    if (lostBecause !== null && from === 'tablet') throw refuse('booth.lost')
    if (ballots !== null && !goesOnFrom(box.uuid, booth.id, chained, { ballots, head: chainHead! }))
      throw refuse('booth.takes-back')
    const counting = lostBecause === null ? opened : await notElsewhere(tx, booth, opened)
    const delivered = await enterAll(tx, box, head, counting, (hash) => marker(box.election, hash))
    await store.setDelivered(tx, booth, { chainHead: chained.head, ballots: chained.ballots.length })
    return { ballots: chained.ballots.length, ...delivered }
  })
}

const notElsewhere = async (tx: Tx, booth: store.Booth, opened: readonly Opened[]) => {
  const credentials = opened.map(({ credential }) => credential)
  const hashes = opened.map(({ ballot }) => Buffer.from(ballot.hash, 'hex'))
  const elsewhere = await store.findVotedElsewhere(tx, booth, credentials, hashes)
  return opened.filter(({ credential }) => !elsewhere.has(credential.toString('hex')))
}

const enterAll = async (
  tx: Tx,
  box: Box,
  before: Head,
  opened: readonly Opened[],
  mark: (ballotHash: string) => Buffer,
) => {
  const present = await findPresent(
    tx,
    box,
    opened.map(({ ballot }) => Buffer.from(ballot.hash, 'hex')),
  )
  const challenged = await findChallenged(
    tx,
    box,
    opened.map(({ ballot }) => ballot.seal),
  )
  let head = before
  const entries = inHashOrder(opened)
    .filter(({ ballot }) => !present.has(ballot.hash) && !challenged.has(ballot.seal))
    .map(({ ballot, credential }): Entry => {
      const piece = appendBallot(head, ballot)
      if (!piece.ok) throw new Error(`an open box refused a piece: ${piece.refusal.reason}`)
      head = piece.value.head
      return {
        piece: piece.value,
        ballot: { hash: ballot.hash, seal: ballot.seal, credential, mark: mark(ballot.hash) },
      }
    })
  await append(tx, box, before, entries)
  return { appended: entries.length, head: publicHead(head) }
}

/** Sorted, but a credential's ballots keep their order among themselves: the last that its holder cast must stay last. */
const inHashOrder = (opened: readonly Opened[]): readonly Opened[] => {
  const lots = Map.groupBy(opened, ({ credential }) => credential.toString('hex'))
  const first = (lot: readonly Opened[]) => lot[0]!.ballot.hash
  return [...lots.values()].sort((a, b) => (first(a) < first(b) ? -1 : 1)).flat()
}
