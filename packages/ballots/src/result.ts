import { type Check, checkOf, type Reason } from './reasons.ts'

/** What a public function answers when it may refuse: the value, or why not. Nothing is accepted by default. */
export type Result<T> = Accepted<T> | Refused
export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly refusal: Refusal }

/** Why something was refused: the check that failed, the reason, and where it stands. Never holds a secret. */
export type Refusal = Place & { readonly check: Check; readonly reason: Reason }

/** Where the refused thing stands in an archive. Numbers start at 1 except `offset`, which is in bytes. */
export type Place = {
  readonly ballot?: BallotPlace
  /** Position of the record in the archive, the header being record 1. */
  readonly record?: number
  /** Bytes from the start of the file to the record's header. */
  readonly offset?: number
  /** Number of the trustee in the flattened list of trustees. */
  readonly trustee?: number
  /** Number of the question, where one is at fault. */
  readonly question?: number
}

/** A ballot as people find it: its place among the ballots, and the tracker shown to its voter. */
export type BallotPlace = { readonly position: number; readonly tracker: string }

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

export const refuse = (reason: Reason, place: Place = {}): Refused => ({
  ok: false,
  refusal: { check: checkOf(reason), reason, ...place },
})

/** The same refusal with its place made more precise. */
export const placed = (refused: Refused, place: Place): Refused => ({
  ok: false,
  refusal: { ...refused.refusal, ...place },
})
