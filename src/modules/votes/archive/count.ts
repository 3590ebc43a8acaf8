import type { Head } from '@asamblea/ballots/archive'
import { publishTally, type Step } from '@asamblea/ballots/authority'
import { nodeGroups, nodePool } from '@asamblea/ballots/node'
import type { Result } from '@asamblea/ballots/result'
import type { Verified } from '@asamblea/ballots/verified'
import { verifyArchive } from '@asamblea/ballots/verify'
import type { Deployment } from '#platform/access/deployment.ts'
import type { Tx } from '#platform/db/doors.ts'
import { asRefusal } from '#platform/http/refusal.ts'
import { checkingUnmarked, markerOf } from './marks.ts'
import { piecesOf } from './pieces.ts'
import type { BoxId } from './schema.ts'
import * as store from './store.archive.ts'
import type { Box } from './store.ts'

/** How far the counting of a box is; `unsound` names what the verifier refused. */
export type Counting = { verified: number; unsound: string | null; running: boolean }

const countings = new Map<BoxId, Counting>()
const turns = new Map<BoxId, Promise<unknown>>()
/** The last verification of a box, good while the archive ends where it ended. */
const kept = new Map<BoxId, Verified>()

export const countingOf = (id: BoxId): Counting =>
  countings.get(id) ?? { verified: 0, unsound: null, running: false }

/** One piece of work on a closed box after another: a verification takes all processors. */
export const inTurn = async <T>(id: BoxId, work: () => Promise<T>): Promise<T> => {
  const before = turns.get(id) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.catch(() => {})
  turns.set(id, settled)
  try {
    return await mine
  } finally {
    if (turns.get(id) === settled) turns.delete(id)
  }
}

type Judge = Pick<Deployment, 'doors' | 'secrets'>

/**
 * Verifies the archive, unless this process just did: everything an observer would, but the proofs of ballots that bear this
 * server's own mark. Answers what was refused as a word.
 */
export const verifyBox = async ({ doors, secrets }: Judge, box: Box): Promise<Verified | string> => {
  const known = kept.get(box.id)
  if (known && known.head.parent === box.parent) return known
  const pool = nodePool()
  try {
    const progress = countings.get(box.id)
    const marks = await doors.asPublic(box.orgId, (tx) => store.findMarks(tx, box))
    const verdict = await verifyArchive(piecesOf(doors, box), {
      groups: await nodeGroups(),
      checker: checkingUnmarked(pool, markerOf(secrets), marks),
      onProgress: ({ ballots }) => {
        if (progress) progress.verified = ballots
      },
    })
    if (verdict.outcome !== 'sound') return verdict.refusal.reason
    keep(box.id, verdict.verified)
    return verdict.verified
  } finally {
    pool.close()
  }
}

const keep = (id: BoxId, verified: Verified) => {
  // A few boxes are opened in a night; an old one is verified again if it must be.
  if (kept.size >= 4 && !kept.has(id)) kept.delete(kept.keys().next().value!)
  kept.set(id, verified)
}

/** Appends steps computed from a verification, when the archive still ends where that verification ended. */
export const appendSteps = async (
  tx: Tx,
  box: Box,
  before: Head,
  steps: readonly Step[],
): Promise<boolean> => {
  const head = await store.lockHead(tx, box)
  if (!head || head.parent !== before.parent) return false
  const last = steps.at(-1)!.verified
  await store.append(
    tx,
    box,
    head,
    steps.map(({ piece }) => ({ piece })),
    { counted: last.latest.size, ...(last.counts ? { counts: last.counts } : {}) },
  )
  return true
}

export const keepSteps = (box: Box, steps: readonly Step[]) => keep(box.id, steps.at(-1)!.verified)

/** Starts counting a closed box unless it is under way: verifies every ballot, then appends the encrypted totals. */
export const startCount = (deployment: Deployment, box: Box): Counting => {
  const before = countings.get(box.id)
  if (before?.running) return before
  const counting: Counting = { verified: 0, unsound: null, running: true }
  countings.set(box.id, counting)
  void inTurn(box.id, () => countBox(deployment, box, counting))
    .catch((error: unknown) => asRefusal(error, deployment.report))
    .finally(() => {
      counting.running = false
    })
  return counting
}

const countBox = async (deployment: Deployment, box: Box, counting: Counting) => {
  const verified = await verifyBox(deployment, box)
  if (typeof verified === 'string') {
    counting.unsound = verified
    return
  }
  counting.verified = verified.receipts.length
  const step: Result<Step> = publishTally(verified)
  if (!step.ok) return
  const done = await deployment.doors.asJob(box.orgId, (tx) =>
    appendSteps(tx, box, verified.head, [step.value]),
  )
  if (done) keepSteps(box, [step.value])
}
