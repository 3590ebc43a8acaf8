import type { Head } from '../archive/append.ts'
import type { Election } from '../election/election.ts'
import type { Contributions } from '../tally/combine.ts'
import type { Counts } from '../tally/result.ts'
import type { CountedBallot, Tally } from '../tally/tally.ts'
import type { Trustees } from '../trustee/trustees.ts'

/** By what a voter finds a ballot, and the credential that signed it. */
export type Receipt = { readonly tracker: string; readonly seal: string; readonly credential: string }

declare const sound: unique symbol

/**
 * What a sound archive holds. Only a verification makes one, so whoever asks for it (a trustee before decrypting,
 * the authority before counting) cannot skip verifying.
 */
export type Verified = Found & { readonly [sound]: true }

/** The same, as it is found. */
export type Found = {
  readonly election: Election
  readonly trustees: Trustees
  /** Public credentials and their weights. */
  readonly credentials: ReadonlyMap<string, number>
  /** Every ballot in the archive, in order, those replaced by a later one included. */
  readonly receipts: readonly Receipt[]
  /** The ballot that counts for each credential that voted. */
  readonly latest: ReadonlyMap<string, CountedBallot>
  readonly tally?: Tally
  readonly contributions: Contributions
  readonly counts?: Counts
  readonly head: Head
}
