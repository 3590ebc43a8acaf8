import {
  type AdmittedBallot,
  appendDecryption,
  appendResult,
  appendTally,
  type Piece,
  type SetupDocuments,
  startArchive,
} from './archive/append.ts'
import { checkProofs, readBallot } from './ballot/verify.ts'
import { trackerOf } from './ballot/wire.ts'
import { readCredentials } from './credential/list.ts'
import { type Election, readElection } from './election/election.ts'
import { type Groups, parseKey } from './group/group.ts'
import { pureGroups } from './group/pure.ts'
import { hashHex } from './hash.ts'
import { accept, placed, type Result, refuse } from './result.ts'
import { combine } from './tally/combine.ts'
import { readPartialDecryption } from './tally/decryption.ts'
import { writeCounts } from './tally/result.ts'
import { tallyBallots } from './tally/tally.ts'
import { owners, readTrustees } from './trustee/trustees.ts'
import { asVerified } from './verify/as-verified.ts'
import type { Verified } from './verify/verified.ts'

/**
 * Begins the archive of a union election from its three public documents. Refuses what `verifyArchive` would
 * refuse, and weights other than one: one person, one vote.
 */
export const openElection = (
  documents: SetupDocuments,
  timestampSeconds: number,
  groups: Groups = pureGroups,
): Result<Piece> => {
  const election = readElection(documents.election, groups)
  if (!election.ok) return election
  const { group, y } = election.value.key
  const trustees = readTrustees(group, documents.trustees)
  if (!trustees.ok) return trustees
  if (!group.equals(trustees.value.publicKey, y)) return refuse('election-key-not-of-trustees')
  const credentials = readCredentials(documents.credentials)
  if (!credentials.ok) return credentials
  if (credentials.value.some(({ weight }) => weight !== 1)) return refuse('credential-weighted')
  if (!credentials.value.every(({ publicText }) => parseKey(group, publicText)))
    return refuse('credential-invalid')
  return accept(startArchive(documents, timestampSeconds))
}

/** What the box must know of a ballot before it admits it; all three are look-ups in the caller's own store. */
export type BoxRecords = {
  /** Whether the public credential stands in the list of this election. */
  readonly isListed: (credential: string) => boolean
  /** Whether a ballot with this hash (hexadecimal) is already in the archive. */
  readonly isPresent: (hash: string) => boolean
  /** Whether the ballot with this seal was challenged. */
  readonly isChallenged: (seal: string) => boolean
}

/**
 * Decides whether a ballot may enter the box: canonical, of this election, of a listed credential, not challenged,
 * not one that is there already, with every proof and the signature valid.
 */
export const admitBallot = (
  election: Election,
  text: string,
  records: BoxRecords,
): Result<AdmittedBallot> => {
  const read = readBallot(election, text)
  if (!read.ok) return read
  const { credential, signature } = read.value.ballot
  if (!records.isListed(credential)) return refuse('ballot-credential-unknown')
  const hash = hashHex(text)
  if (records.isPresent(hash)) return refuse('ballot-repeated')
  if (records.isChallenged(signature.hash)) return refuse('ballot-challenged')
  const key = parseKey(election.key.group, credential)
  if (!key) return refuse('credential-invalid')
  const refused = checkProofs(election, read.value, key)
  if (refused) return refused
  return accept({ text, credential, hash, seal: signature.hash, tracker: trackerOf(text) } as AdmittedBallot)
}

/** A piece to append to the archive, and what the archive will hold once it is appended. */
export type Step = { readonly piece: Piece; readonly verified: Verified }

/** After the ballots are closed: the encrypted totals, computed from the verified ballots that count. */
export const publishTally = (verified: Verified): Result<Step> => {
  const tally = tallyBallots(verified.election, verified.latest.values())
  return stepOf(appendTally(verified.head, tally), verified, { tally })
}

/** Adds one trustee's partial decryption, once verified. `trustee` is its number in the flattened list, from 1. */
export const publishDecryption = (verified: Verified, trustee: number, text: string): Result<Step> => {
  const owner = owners(verified.trustees)[trustee - 1]
  if (!owner) return refuse('decryption-owner-unknown', { trustee })
  if (verified.contributions.has(trustee)) return refuse('decryption-repeated', { trustee })
  if (!verified.tally) return refuse('event-out-of-order', { trustee })
  const read = readPartialDecryption(verified.election, verified.tally, owner.publicKey, text)
  if (!read.ok) return placed(read, { trustee })
  const contributions = new Map([...verified.contributions, [trustee, read.value]])
  return stepOf(appendDecryption(verified.head, trustee, text), verified, { contributions })
}

/** Once enough trustees have decrypted: the numbers. */
export const publishResult = (verified: Verified): Result<Step> => {
  const { election, tally, trustees, contributions } = verified
  if (!tally) return refuse('event-out-of-order')
  const powers = combine(election, tally, trustees, contributions)
  if (!powers.ok) return powers
  const { text, counts } = writeCounts(election, tally, powers.value)
  return stepOf(appendResult(verified.head, text), verified, { counts })
}

const stepOf = (piece: Result<Piece>, before: Verified, added: Partial<Verified>): Result<Step> =>
  piece.ok
    ? accept({ piece: piece.value, verified: asVerified({ ...before, ...added, head: piece.value.head }) })
    : piece
