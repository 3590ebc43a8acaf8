import { describe, expect, it } from 'vitest'
import {
  appendBallot,
  appendDecryption,
  appendEnd,
  appendResult,
  appendTally,
  type Head,
  startArchive,
} from '../src/archive/append.ts'
import { compareCopies } from '../src/archive/compare.ts'
import { readEvents } from '../src/archive/read-events.ts'
import { publishDecryption, publishResult, publishTally } from '../src/authority.ts'
import { createTrustee, decryptTally, readTrusteeKey } from '../src/trustee.ts'
import { findBallot } from '../src/verify/find.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { alone, groups, holdElection, joined, oneQuestion, refusalOf, soundOf, taken } from './world.ts'

const held = await holdElection({
  group: 'Ed25519',
  questions: [oneQuestion],
  voters: 2,
  ballots: [
    [0, [[0]]],
    [1, [[1]]],
    [0, [[2]]],
  ],
  custody: alone,
})

describe('appending', () => {
  it('refuses what may not happen yet or any more', async () => {
    const open = held.openPiece.head
    const tally = { text: '[]', totals: [], ballots: 0, weight: 0 }
    expect(refusalOf(appendTally(open, tally)).reason).toBe('event-out-of-order')
    expect(refusalOf(appendDecryption(open, 1, '{}')).reason).toBe('event-out-of-order')
    expect(refusalOf(appendResult(open, '{}')).reason).toBe('event-out-of-order')
    const closed = taken(appendEnd(open)).head
    expect(refusalOf(appendEnd(closed)).reason).toBe('event-out-of-order')
    expect(refusalOf(appendBallot(closed, { text: held.ballots[0] } as never)).reason).toBe(
      'event-out-of-order',
    )
  })

  it('needs nothing but the head, which is plain data', async () => {
    const verified = soundOf(await verifyArchive([held.open], { groups }))
    const stored: Head = JSON.parse(JSON.stringify(verified.head))
    const { bytes, head } = taken(appendEnd(stored))
    expect(joined([held.open, bytes])).toEqual(held.closed)
    expect(head.bytes).toBe(held.closed.length)
  })

  it('gives the same bytes for the same documents', () => {
    expect(startArchive(held.documents, 1_795_362_230).bytes).toEqual(held.openPiece.bytes)
  })
})

describe('publishing', () => {
  it('refuses a tally before the close, a result before the decryptions, and a stranger', async () => {
    const open = soundOf(await verifyArchive([held.open], { groups }))
    expect(refusalOf(publishTally(open)).reason).toBe('event-out-of-order')
    expect(refusalOf(publishResult(open)).reason).toBe('event-out-of-order')
    expect(refusalOf(publishDecryption(open, 1, '{}')).reason).toBe('event-out-of-order')
    const tallied = soundOf(await verifyArchive([held.tallied], { groups }))
    expect(refusalOf(publishResult(tallied)).reason).toBe('decryptions-missing')
    expect(refusalOf(publishDecryption(tallied, 2, '{}')).reason).toBe('decryption-owner-unknown')
    const stranger = taken(readTrusteeKey(createTrustee(groups.Ed25519).secretText, groups))
    expect(refusalOf(decryptTally(tallied, stranger)).reason).toBe('trustee-not-listed')
    expect(refusalOf(decryptTally(open, stranger)).reason).toBe('event-out-of-order')
  })
})

describe('an earlier copy', () => {
  it('is the beginning of every later one', async () => {
    const stages = [held.openPiece.bytes, held.open, held.closed, held.tallied, held.decided]
    for (const [earlier, old] of stages.entries())
      for (const [later, current] of stages.entries()) {
        const compared = await compareCopies([old], slicesOf(current, 700))
        if (earlier <= later)
          expect(compared).toEqual({ ok: true, value: { added: current.length - old.length } })
        else expect(refusalOf(compared)).toMatchObject({ reason: 'copy-longer', offset: current.length })
      }
  })

  it('tells where it differs', async () => {
    const changed = held.open.with(5_000, held.open[5_000]! ^ 1)
    for (const size of [1, 512, 4_999, 5_001, 10 ** 6])
      expect(refusalOf(await compareCopies(slicesOf(changed, size), [held.decided]))).toMatchObject({
        reason: 'copy-differs',
        offset: 5_000,
      })
  })
})

function* slicesOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a voter who looks', () => {
  it('finds the ballot by tracker and by seal, and learns whether it counts', async () => {
    const verified = soundOf(await verifyArchive([held.decided], { groups }))
    const [first, second, third] = verified.receipts
    expect(findBallot(verified, first!.tracker)).toEqual({ position: 1, counts: false })
    expect(findBallot(verified, second!.seal)).toEqual({ position: 2, counts: true })
    expect(findBallot(verified, third!.tracker)).toEqual({ position: 3, counts: true })
    expect(findBallot(verified, 'nothing')).toBeUndefined()
  })
})

describe('reading', () => {
  it('stops at the first refusal, and lets a failing source fail', async () => {
    const reads = []
    for await (const read of readEvents([held.decided.with(3_000, held.decided[3_000]! ^ 1)]))
      reads.push(read.ok)
    expect(reads.at(-1)).toBe(false)
    expect(reads.filter((ok) => !ok)).toHaveLength(1)
    async function* failing() {
      yield held.decided.subarray(0, 2_000)
      throw new Error('the disk is gone')
    }
    await expect(verifyArchive(failing(), { groups })).rejects.toThrow('the disk is gone')
  })
})
