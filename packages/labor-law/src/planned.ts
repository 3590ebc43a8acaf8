import type { AuthorityId } from './calendar.ts'
import type { TermId } from './data/terms.ts'
import type { HourReading } from './hour-span.ts'
import type { Timing } from './procedure.ts'
import type { ProcedureId } from './procedures.ts'
import type { Actor, Term, Text } from './rule.ts'
import type { ReadingKind, Service } from './span.ts'
import type { Conflict } from './window.ts'

/** A date (YYYY-MM-DD) or, where hours count, the wall clock of the place of work (YYYY-MM-DDTHH:MM). */
export type When = string

/** What one reading of the law says: from when and until when. */
export type Reading = {
  readonly counting: ReadingKind | HourReading['counting']
  readonly opens: When | null
  readonly latest: When | null
}

export type PlannedAnchor = {
  readonly event: string
  readonly on: When
  /** No one gave this date: it is the safe date of the step that brings the event about. */
  readonly projected: boolean
  readonly service: Service | null
}

/**
 * `planned`: a future date was given and is checked. `done_late` / `planned_late`: it fails at least one reading.
 * `open`: may be done now by every reading. `early`: only by some reading. `upcoming`: there is time.
 * `at_risk`: the safe date has passed. `overdue`: every reading has. `awaited` / `lapsed`: the other side has time, or no
 * longer has. `held`: the term does not run. `waiting`: a date it depends on is not known.
 */
export type Status =
  | 'done'
  | 'done_late'
  | 'planned'
  | 'planned_late'
  | 'open'
  | 'early'
  | 'upcoming'
  | 'at_risk'
  | 'overdue'
  | 'awaited'
  | 'lapsed'
  | 'held'
  | 'waiting'

export type PlannedStep = {
  readonly id: string
  readonly rule: TermId
  readonly term: Term
  readonly who: Actor
  readonly ours: boolean
  readonly at: Timing['at']
  readonly authority: AuthorityId | null
  readonly anchor: PlannedAnchor | null
  /** The dates nobody gave on which these rest; when one of them is known, these change. */
  readonly assumes: readonly { readonly event: string; readonly on: When }[]
  /** The event whose date is missing, when there is no anchor. */
  readonly waitsFor: string | null
  readonly readings: readonly Reading[]
  readonly opens: When | null
  readonly latest: When | null
  readonly safeFrom: When | null
  readonly safe: When | null
  readonly conflict: Conflict | null
  /** The date given for what this step does, and the readings it fails. */
  readonly given: {
    readonly on: When
    readonly fails: readonly Reading['counting'][]
    readonly closedDay: boolean
  } | null
  readonly does: string | null
  readonly status: Status
}

export type Notice =
  | { readonly kind: 'text_not_newest'; readonly text: string }
  | { readonly kind: 'closures_missing'; readonly authority: AuthorityId; readonly years: readonly number[] }
  | { readonly kind: 'municipality_needed'; readonly state: string }
  | {
      readonly kind: 'gap'
      readonly event: string
      readonly state: string
      readonly expected: readonly string[]
    }
  | { readonly kind: 'secondary_only' }
  | { readonly kind: 'doubt'; readonly says: Text }

export type Plan = {
  readonly procedure: ProcedureId
  readonly name: Text
  readonly today: string
  readonly state: string
  readonly next: readonly string[]
  readonly authority: AuthorityId
  readonly zone: string | null
  readonly steps: readonly PlannedStep[]
  readonly notices: readonly Notice[]
}
