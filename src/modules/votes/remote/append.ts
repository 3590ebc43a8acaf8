import { type AdmittedBallot, appendBallot, type Head } from '@asamblea/ballots/archive'
import type { Deployment } from '#platform/access/deployment.ts'
import type { Doors, Tx } from '#platform/db/doors.ts'
import type { Refusal } from '#platform/http/refusal.ts'
import { markerOf } from '../archive/marks.ts'
import { receives } from '../archive/rules.ts'
import type { BoxId } from '../archive/schema.ts'
import { append, type Entry, lockHead } from '../archive/store.archive.ts'
import { type Box, findBox } from '../archive/store.ts'
import type { Receipt } from './contract.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

/** What became of an admitted ballot once the transaction is on disk. */
type Fate = { readonly event: number; readonly replaces: boolean; readonly head: Head } | Refusal

type Waiting = {
  readonly ballot: AdmittedBallot
  readonly credential: Buffer
  readonly mark: Buffer
  readonly now: Date
  readonly resolve: (fate: Fate) => void
  readonly reject: (error: unknown) => void
}

/** One transaction takes what waits, so that a crowd shares the wait for the disk; a lone ballot waits for nobody. */
const mostAtOnce = 64

const queues = new Map<BoxId, Waiting[]>()

/** Puts an admitted ballot into the box. Resolves only once it would survive a power cut. */
export const enter = async (
  { doors, secrets }: Pick<Deployment, 'doors' | 'secrets'>,
  box: Box & { election: string },
  ballot: AdmittedBallot,
  credential: Buffer,
  now: Date,
): Promise<Receipt> => {
  const mark = markerOf(secrets)(box.election, ballot.hash)
  const fate = await new Promise<Fate>((resolve, reject) => {
    const waiting = { ballot, credential, mark, now, resolve, reject }
    const queue = queues.get(box.id)
    if (queue) queue.push(waiting)
    else {
      queues.set(box.id, [waiting])
      void drain(doors, box)
    }
  })
  if (fate instanceof Error) throw fate
  const { event, replaces, head } = fate
  return { tracker: ballot.tracker, event, replaces, head: publicHead(head) }
}

export const publicHead = ({ height, bytes, parent }: Head) => ({ events: height, bytes, hash: parent! })

const drain = async (doors: Doors, box: Box) => {
  const queue = queues.get(box.id)!
  while (queue.length > 0) {
    const batch = queue.splice(0, mostAtOnce)
    try {
      const fates = await doors.asPublic(box.orgId, (tx) => enterAll(tx, box, batch))
      batch.forEach(({ resolve }, index) => {
        resolve(fates[index]!)
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  queues.delete(box.id)
}

const enterAll = async (tx: Tx, box: Box, batch: readonly Waiting[]): Promise<readonly Fate[]> => {
  const before = await lockHead(tx, box)
  const standing = (await findBox(tx, box.orgId, box.id))!
  const hashes = batch.map(({ ballot }) => Buffer.from(ballot.hash, 'hex'))
  const present = new Map(await store.findPresent(tx, box, hashes))
  const voted = new Set(
    await store.findVoted(
      tx,
      box,
      batch.map(({ credential }) => credential),
    ),
  )
  const challenged = await store.findChallenged(
    tx,
    box,
    batch.map(({ ballot }) => ballot.seal),
  )
  let head = before!
  const entries: Entry[] = []
  const fates = batch.map(({ ballot, credential, mark, now }): Fate => {
    const event = present.get(ballot.hash)
    // Sent again because the answer was lost: it is in the box once, and its voter is told so.
    if (event !== undefined) return { event, replaces: false, head }
    const open = receives(standing, now)
    if (open !== 'yes') return refuse(open === 'not-yet' ? 'ballot.not-yet' : 'ballot.closed')
    if (challenged.has(ballot.seal)) return refuse('ballot.challenged')
    const piece = appendBallot(head, ballot)
    if (!piece.ok) return refuse('ballot.closed')
    const key = credential.toString('hex')
    const replaces = voted.has(key)
    head = piece.value.head
    voted.add(key)
    present.set(ballot.hash, head.height - 1)
    entries.push({ piece: piece.value, ballot: { hash: ballot.hash, seal: ballot.seal, credential, mark } })
    return { event: head.height - 1, replaces, head }
  })
  await append(tx, box, before!, entries)
  return fates
}
