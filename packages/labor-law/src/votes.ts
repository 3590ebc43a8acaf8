import { type RuleBook, ruleBook, termAt } from './book.ts'
import { type Calendars, calendarsOf } from './calendar.ts'
import { type Checked, checkList, type Presence } from './checklists.ts'
import type { TermId } from './data/terms.ts'
import { parseDay } from './dates.ts'
import type { Plan, PlannedStep } from './planned.ts'
import { type CounselOpinion, type RemoteVoting, remoteVoting } from './remote-voting.ts'
import type { Refused } from './rule.ts'
import type { Marks } from './say.ts'
import { type VoteKind, voteKinds } from './vote-kinds.ts'
import { nearestPair, type Pair } from './window.ts'

export type { VoteKind } from './vote-kinds.ts'

export type VoteReview = {
  readonly checked: Checked
  /** Steps given too late for some reading, overdue, or with no safe date. */
  readonly steps: readonly PlannedStep[]
  /** Something absent or late voids the vote: do not hold it, or do not register it, before curing it. */
  readonly blocked: boolean
  readonly remote: RemoteVoting
}

/** What a vote lacks and what that would do: its checklist and its dates together (LFT 371 IX, 390 Bis III, 390 Ter). */
export const reviewVote = (
  {
    kind: which,
    plan,
    present,
    opinion = null,
    marks = 'within',
  }: {
    readonly kind: VoteKind
    readonly plan: Plan
    readonly present: Readonly<Record<string, Presence | undefined>>
    readonly opinion?: CounselOpinion | null
    readonly marks?: Marks
  },
  book: RuleBook = ruleBook,
): VoteReview => {
  const checked = checkList(voteKinds[which].checklist, present, plan.today, { book, marks })
  const steps = plan.steps.filter(({ status, conflict }) => TROUBLED.includes(status) || conflict !== null)
  return {
    checked,
    steps,
    blocked: checked.worst === 'void' || steps.some(({ term }) => term.absence.effect === 'void'),
    remote: remoteVoting(which, opinion, book),
  }
}

const TROUBLED: readonly PlannedStep['status'][] = ['done_late', 'planned_late', 'overdue', 'at_risk']

const CONSULTATION = { min: 'CBA-03', max: 'CBA-04' } as const

const WINDOWS: Partial<Record<VoteKind, { readonly min: TermId; readonly max: TermId | null }>> = {
  leadership_election: { min: 'ELE-01', max: null },
  first_contract: CONSULTATION,
  full_revision: CONSULTATION,
  wage_revision: CONSULTATION,
  representation_vote: { min: 'CRE-07', max: 'CRE-08' },
}

export type ProposalRefusal =
  | Refused<'not-a-date', { field: string; value: string }>
  | Refused<'no-window', { kind: VoteKind }>
  | Refused<'before-validity' | 'after-validity'>

/**
 * The first day to post the call and the day to vote that meet every reading, both on working days, from a given day on
 * (LFT 371 IX b, 390 Bis III b, 390 Ter I). Null if none falls within two months.
 */
export const proposeDates = (
  which: VoteKind,
  from: string,
  { calendars = bundledCalendars, book = ruleBook }: { calendars?: Calendars; book?: RuleBook } = {},
): Pair | null | ProposalRefusal => {
  const day = parseDay(from)
  if (day === null) return { refusal: 'not-a-date', field: 'from', value: from }
  const window = WINDOWS[which]
  if (!window) return { refusal: 'no-window', kind: which }
  const min = termAt(book, window.min, from)
  if ('refusal' in min) return min
  const max = window.max && termAt(book, window.max, from)
  if (max && 'refusal' in max) return max
  return nearestPair(calendars.of('cfcrl'), day, 1, { min, max, today: day })
}

const bundledCalendars = calendarsOf()
