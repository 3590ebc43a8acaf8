import type { Head } from '../archive/append.ts'
import type { Election } from '../election/election.ts'
import type { Contributions } from '../tally/combine.ts'
import type { Counts } from '../tally/result.ts'
import type { CountedBallot, Tally } from '../tally/tally.ts'
import type { Trustees } from '../trustee/trustees.ts'

declare const sound: unique symbol

/**
 * What a sound archive holds. Only a verification makes one, so whoever asks for it (a trustee before decrypting,
 * the authority before counting) cannot skip verifying.
 */
export type Verified = {
  readonly [sound]: true
  readonly election: Election
  readonly trustees: Trustees
  /** Public credentials and their weights. */
  readonly credentials: ReadonlyMap<string, number>
  /** How many ballots the archive holds, those replaced by a later one included. */
  readonly ballots: number
  /** The ballot that counts for each credential that voted. */
  readonly latest: ReadonlyMap<string, CountedBallot>
  readonly tally?: Tally
  readonly contributions: Contributions
  readonly counts?: Counts
  readonly head: Head
}

/** For the verifier, and for the authority that has just appended what it verified. */
export const asVerified = (found: Omit<Verified, typeof sound>): Verified => found as Verified
