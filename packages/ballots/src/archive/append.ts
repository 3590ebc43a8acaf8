import { concatBytes } from '@noble/hashes/utils.js'
import { hashHex } from '../hash.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Tally } from '../tally/tally.ts'
import { ownedShape, sizedTallyShape } from '../tally/wire.ts'
import { type EventType, eventShape, type Phase, phaseAfter, setupShape } from './event.ts'
import { writeHeader, writeRecord } from './record.ts'

/**
 * Where an archive ends: all that appending needs to know. Plain data, so that a store can keep it in one row and
 * let only one writer replace it (compare `parent`, then swap).
 */
export type Head = {
  readonly phase: Phase
  readonly timestampSeconds: number
  /** Hash of the last event, in hexadecimal; null in an archive that has none. */
  readonly parent: string | null
  /** Number of events so far, which is the height of the next. */
  readonly height: number
  /** Length of the archive so far, in bytes: where the next piece goes. */
  readonly bytes: number
}

/** Bytes to add at the end of the archive, and where it ends after that. */
export type Piece = { readonly bytes: Uint8Array; readonly head: Head }

/** The documents of an election, which its first event names. */
export type SetupDocuments = {
  readonly election: string
  readonly trustees: string
  readonly credentials: string
}

/** The beginning of an archive: header, documents and first event. */
export const startArchive = (
  { election, trustees, credentials }: SetupDocuments,
  timestampSeconds: number,
): Piece => {
  const header = writeHeader(timestampSeconds)
  const empty: Head = { phase: 'empty', timestampSeconds, parent: null, height: 0, bytes: header.length }
  const names = setupShape.write({
    election: hashHex(election),
    trustees: hashHex(trustees),
    credentials: hashHex(credentials),
  })
  const { bytes, head } = appendEvent(empty, 'Setup', [election, trustees, credentials, names], 'open')
  return { bytes: concatBytes(header, bytes), head }
}

declare const admitted: unique symbol

/** A ballot that the box has admitted: only `admitBallot` makes one. */
export type AdmittedBallot = {
  readonly [admitted]: true
  readonly text: string
  /** Public key of the credential that signed it. */
  readonly credential: string
  /** SHA-256 of the text in hexadecimal, by which the box knows it again. */
  readonly hash: string
  /** What the voter saw before casting, and what the voter finds it by afterwards. */
  readonly seal: string
  readonly tracker: string
}

/** Adds a ballot that the box admitted. */
export const appendBallot = (head: Head, { text }: AdmittedBallot): Result<Piece> =>
  append(head, 'Ballot', [text])

/** Closes the ballots: none can follow. */
export const appendEnd = (head: Head): Result<Piece> => append(head, 'EndBallots', [])

export const appendTally = (head: Head, { text, ballots, weight }: Tally): Result<Piece> => {
  const sized = { num_tallied: ballots, total_weight: weight, encrypted_tally: hashHex(text) }
  return append(head, 'EncryptedTally', [text, sizedTallyShape.write(sized)])
}

/** Adds the partial decryption of the trustee with this number, from 1. */
export const appendDecryption = (head: Head, owner: number, decryption: string): Result<Piece> =>
  append(head, 'PartialDecryption', [decryption, ownedShape.write({ owner, payload: hashHex(decryption) })])

export const appendResult = (head: Head, result: string): Result<Piece> => append(head, 'Result', [result])

const append = (head: Head, type: EventType, documents: readonly string[]): Result<Piece> => {
  const phase = phaseAfter(head.phase, type)
  return phase ? accept(appendEvent(head, type, documents, phase)) : refuse('event-out-of-order')
}

const appendEvent = (head: Head, type: EventType, documents: readonly string[], phase: Phase): Piece => {
  const { timestampSeconds, parent, height } = head
  const last = documents.at(-1)
  const event = eventShape.write({
    ...(parent === null ? {} : { parent }),
    height,
    type,
    ...(last === undefined ? {} : { payload: hashHex(last) }),
  })
  const bytes = concatBytes(
    ...documents.map((document) => writeRecord('data', document, timestampSeconds)),
    writeRecord('event', event, timestampSeconds),
  )
  const next = { phase, timestampSeconds, parent: hashHex(event), height: height + 1 }
  return { bytes, head: { ...next, bytes: head.bytes + bytes.length } }
}
