import type { OutOfForce } from './book.ts'
import { type Calendars, calendarsOf, FIRST_YEAR, LAST_YEAR } from './calendar.ts'
import { limitationTerms } from './data/limitation.ts'
import { addMonths, type Day, isoOf, parseDay, partsOf } from './dates.ts'
import { clockSentences } from './messages/limitation.ts'
import { newestVersion } from './newest-version.ts'
import type { Refused, Term, Text } from './rule.ts'
import { marked } from './say.ts'
import { type DaySpan, resumes, within } from './span.ts'

/** `running`: from the dismissal. `stopped`: conciliation was asked for. `resumed`: it ended. `lapsed`: too late. */
export type ClockState = 'running' | 'stopped' | 'resumed' | 'lapsed'

export type DismissalClock = {
  readonly state: ClockState
  /** The last day by the safest reading on which someone works to receive it; null while stopped or once lapsed. */
  readonly safe: string | null
  /** The last day by each reading of the law. */
  readonly readings: readonly { readonly reading: ClockReading; readonly latest: string | null }[]
  /** Days from today to the safe date; while stopped, the days that were left. */
  readonly daysLeft: number
  readonly rule: Term
  readonly says: readonly Text[]
}

/** `from_notice` has no date while no written notice was handed over: the time would not have started (LFT 47). */
export type ClockReading = 'from_dismissal' | 'from_notice' | 'suspended' | 'interrupted'

export type ClockInput = {
  readonly dismissedOn: string
  readonly today: string
  /** When the worker was handed the written notice; null if never. */
  readonly noticeOn?: string | null
  /** When conciliation was asked for, and when it ended: the hearing or the certificate, whichever came first. */
  readonly filedOn?: string | null
  readonly endedOn?: string | null
}

export type ClockRefusal =
  | Refused<'not-a-date' | 'out-of-order', { field: string; value: string }>
  | OutOfForce

/**
 * The two months to act on a dismissal (LFT 518, 521 III, 522, 47, 684-E X): from the day after the separation, by the
 * calendar's months, stopped by asking for conciliation. What no reading disputes is the safe date.
 */
export const dismissalClock = (
  input: ClockInput,
  calendars: Calendars = bundledCalendars,
): ClockRefusal | DismissalClock => {
  const days = daysOf(input)
  if ('refusal' in days) return days
  const rule = newestVersion(limitationTerms, 'PRE-01', input.dismissedOn)
  if ('refusal' in rule) return rule
  const { dismissed, today, notice, filed, ended } = days
  const base = {
    term: rule,
    from: dismissed,
    calendar: calendars.of('cfcrl'),
    mustBeOpen: true,
    ours: true,
    service: null,
    extraDays: 0,
  }
  const whole = within(base)
  const fromNotice = notice === null ? null : within({ ...base, from: notice }).latest
  const tell = (clock: Omit<DismissalClock, 'says' | 'rule'>): DismissalClock => ({
    ...clock,
    rule,
    says: clockSentences(clock, { noticeKnown: notice !== null }).map((sentence) => marked(sentence, [rule])),
  })
  if (filed !== null && filed <= today && (ended === null || ended > today)) {
    const left = Math.max(0, addMonths(dismissed, rule.amount) - filed + 1)
    return tell({ state: left > 0 ? 'stopped' : 'lapsed', safe: null, readings: [], daysLeft: left })
  }
  const span = filed !== null && ended !== null ? resumes({ ...base, stopped: filed, resumed: ended }) : whole
  const readings =
    filed !== null && ended !== null
      ? resumedReadings(span)
      : [
          { reading: 'from_dismissal' as const, latest: iso(whole.latest) },
          { reading: 'from_notice' as const, latest: iso(fromNotice) },
        ]
  const lapsed = span.safe === null || today > (span.latest ?? span.safe)
  return tell({
    state: lapsed ? 'lapsed' : filed !== null && ended !== null ? 'resumed' : 'running',
    safe: lapsed ? null : iso(span.safe),
    readings,
    daysLeft: lapsed || span.safe === null ? 0 : Math.max(0, span.safe - today),
  })
}

const bundledCalendars = calendarsOf()

const iso = (day: Day | null) => (day === null ? null : isoOf(day))

const resumedReadings = ({ readings }: DaySpan) =>
  readings.map(({ counting, latest }) => ({
    reading: counting === 'suspended' ? ('suspended' as const) : ('interrupted' as const),
    latest: iso(latest),
  }))

type Days = { dismissed: Day; today: Day; notice: Day | null; filed: Day | null; ended: Day | null }

const daysOf = (input: ClockInput): Days | ClockRefusal => {
  const read = (text: string | null | undefined) => (text == null ? null : parseDay(text))
  for (const field of ['dismissedOn', 'today', 'noticeOn', 'filedOn', 'endedOn'] as const) {
    const value = input[field]
    if (value == null) continue
    const day = parseDay(value)
    const year = day === null ? 0 : partsOf(day).year
    if (year < FIRST_YEAR || year > LAST_YEAR) return { refusal: 'not-a-date', field, value }
  }
  const dismissed = read(input.dismissedOn)!
  const filed = read(input.filedOn)
  const ended = read(input.endedOn)
  if (filed !== null && filed < dismissed)
    return { refusal: 'out-of-order', field: 'filedOn', value: input.filedOn! }
  if (ended !== null && (filed === null || ended < filed))
    return { refusal: 'out-of-order', field: 'endedOn', value: input.endedOn! }
  return { dismissed, today: read(input.today)!, notice: read(input.noticeOn), filed, ended }
}
