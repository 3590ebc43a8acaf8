import { type Encrypted, encryptBallot } from './ballot/encrypt.ts'
import { writeOpening } from './ballot/opening.ts'
import { ballotShape, sealOf, trackerOf } from './ballot/wire.ts'
import type { CredentialCode } from './credential/code.ts'
import { type CredentialKey, credentialKey } from './credential/derive.ts'
import type { Election } from './election/election.ts'
import type { Vote } from './election/question.ts'
import { ballotPrefix, proveKnowledge } from './proof/knowledge.ts'
import { writeProof } from './proof/wire.ts'
import { accept, type Result, refuse } from './result.ts'

declare const prepared: unique symbol

/**
 * A ballot that is encrypted and committed to, and neither cast nor challenged yet. Show the seal to the voter
 * before asking which. It holds no secret that can be read from it, stored or sent.
 */
export type PreparedBallot = {
  readonly [prepared]: true
  /** Hash of everything the ballot says, 43 characters: the device can no longer change it. */
  readonly seal: string
}

/** A signed ballot on its way to the box. */
export type CastBallot = {
  /** What goes to the box, byte by byte. */
  readonly text: string
  readonly seal: string
  /** Hash of the whole text, 43 characters: by this the voter finds the ballot in the archive. */
  readonly tracker: string
}

/** A ballot opened for inspection. It was never signed, so no box can count it. */
export type ChallengedBallot = {
  /** To be checked on another device by `checkOpening`; tells the vote to whoever reads it. */
  readonly text: string
  readonly seal: string
}

/**
 * Encrypts a voter's votes, one per question, and commits to them. Runs in the voter's own browser or worker:
 * the code and the votes never leave it. Refuses votes the questions do not offer.
 */
export const prepareBallot = (
  election: Election,
  code: CredentialCode,
  votes: readonly Vote[],
): Result<PreparedBallot> => {
  const key = credentialKey(election.key.group, election.uuid, code)
  const encrypted = encryptBallot(election, key.publicText, votes)
  if (!encrypted.ok) return encrypted
  const ballot = { seal: sealOf(encrypted.value.ballot) } as PreparedBallot
  undecided.set(ballot, { election, key, encrypted: encrypted.value })
  return accept(ballot)
}

/** Signs the ballot for the box. Refused when it was already cast or challenged: one seal, one use. */
export const castBallot = (ballot: PreparedBallot): Result<CastBallot> => {
  const secrets = decide(ballot)
  if (!secrets) return refuse('ballot-already-decided')
  const { election, key, encrypted } = secrets
  const proof = proveKnowledge(election.key.group, ballotPrefix(ballot.seal), key.secret)
  const signature = { hash: ballot.seal, proof: writeProof(proof) }
  const text = ballotShape.write({ ...encrypted.ballot, signature })
  return accept({ text, seal: ballot.seal, tracker: trackerOf(text) })
}

/**
 * Opens the ballot so that another device can see what it really holds (Benaloh, EVT 2006). It can then never be
 * cast: it stays unsigned, and the box refuses its seal. The voter starts again with `prepareBallot`.
 */
export const challengeBallot = (ballot: PreparedBallot): Result<ChallengedBallot> => {
  const secrets = decide(ballot)
  if (!secrets) return refuse('ballot-already-decided')
  return accept({ text: writeOpening(secrets.encrypted), seal: ballot.seal })
}

type Secrets = { readonly election: Election; readonly key: CredentialKey; readonly encrypted: Encrypted }

/** Kept apart from the ballots, so that a ballot can be shown or logged without telling anything. */
const undecided = new WeakMap<PreparedBallot, Secrets>()

const decide = (ballot: PreparedBallot): Secrets | undefined => {
  const secrets = undecided.get(ballot)
  undecided.delete(ballot)
  return secrets
}
