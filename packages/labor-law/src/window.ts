import { type Calendar, closedBecause, isOpen } from './calendar.ts'
import { backward, backwardClear, backwardEarliest, countingsOf, openOnOrBefore } from './counting.ts'
import { type Day, isoOf, weekdayOf } from './dates.ts'
import type { Term, Text } from './rule.ts'
import type { DaySpan } from './span.ts'

/** An act and the event it precedes, both ISO dates. */
export type Pair = { readonly act: string; readonly event: string }

/**
 * Why no safe date exists. `no_safe_date`: no day meets both readings of a minimum and a maximum; `because` are the
 * closed weekdays in the way; `earlier` and `later` are the nearest pairs that do; `literal` meets both readings only if
 * the day of the event counts (LFT 733), which counsel must say.
 */
export type Conflict =
  | {
      readonly kind: 'no_safe_date'
      readonly minDays: number
      readonly maxDays: number
      readonly because: readonly { readonly day: string; readonly name: Text | null }[]
      readonly earlier: Pair | null
      readonly later: Pair | null
      readonly literal: Pair | null
    }
  | { readonly kind: 'no_open_day' }
  | { readonly kind: 'already_lapsed' }

const HORIZON_DAYS = 60

/** The days on which to act at least `min` and at most `max` ahead of an event (LFT 390 Bis III b, 390 Ter I). */
export const windowSpan = (calendar: Calendar, event: Day, min: Term, max: Term, today: Day): DaySpan => {
  const readings = countingsOf(min.unit).map((counting) => ({
    counting,
    opens: backwardEarliest(calendar, counting, event, max.amount),
    latest: backward(calendar, counting, event, min.amount),
  }))
  const safe = safeWindow(calendar, event, min, max)
  return {
    readings,
    opens: Math.min(...readings.map(({ opens }) => opens)),
    latest: Math.max(...readings.map(({ latest }) => latest)),
    safeFrom: safe?.from ?? null,
    safe: safe && lastWorkingDay(calendar, safe),
    conflict: safe ? null : conflictOf(calendar, event, min, max, today),
  }
}

/** The days that satisfy every reading, full days counted; null if there is none. No `max`, no first day. */
export const safeWindow = (calendar: Calendar, event: Day, min: Term, max: Term | null) => {
  const countings = countingsOf(min.unit)
  const from = max
    ? Math.max(...countings.map((counting) => backwardEarliest(calendar, counting, event, max.amount)))
    : Number.NEGATIVE_INFINITY
  const to = Math.min(...countings.map((counting) => backwardClear(calendar, counting, event, min.amount)))
  return from <= to ? { from, to } : null
}

/** The last day of a window the authority works on, when a notice is sure to be seen; else its last day. */
const lastWorkingDay = (calendar: Calendar, { from, to }: { from: Day; to: Day }): Day => {
  const day = openOnOrBefore(calendar, to)
  return day >= from ? day : to
}

/**
 * The working days nearest to `from`, going forward (1) or back (-1), on which to hold the event and, from `today` on, to
 * act ahead of it so that every reading is met (LFT 390 Bis III b, 390 Ter I); null if there are none within 60 days.
 */
export const nearestPair = (
  calendar: Calendar,
  from: Day,
  direction: 1 | -1,
  { min, max, today }: { min: Term; max: Term | null; today: Day },
): Pair | null => {
  for (let moved = 0; moved <= HORIZON_DAYS; moved++) {
    const event = from + direction * moved
    const window = isOpen(calendar, event) ? safeWindow(calendar, event, min, max) : null
    const act = window && lastWorkingDay(calendar, window)
    if (act !== null && act >= today && isOpen(calendar, act)) return { act: isoOf(act), event: isoOf(event) }
  }
  return null
}

const conflictOf = (calendar: Calendar, event: Day, min: Term, max: Term, today: Day): Conflict => {
  const countings = countingsOf(min.unit)
  const from = Math.max(
    ...countings.map((counting) => backwardEarliest(calendar, counting, event, max.amount)),
  )
  const to = Math.min(...countings.map((counting) => backward(calendar, counting, event, min.amount)))
  return {
    kind: 'no_safe_date',
    minDays: min.amount,
    maxDays: max.amount,
    because: closedWeekdays(calendar, event - max.amount, event),
    earlier: nearestPair(calendar, event - 1, -1, { min, max, today }),
    later: nearestPair(calendar, event + 1, 1, { min, max, today }),
    literal: from <= to ? { act: isoOf(to), event: isoOf(event) } : null,
  }
}

const closedWeekdays = (calendar: Calendar, from: Day, to: Day) => {
  const found: { day: string; name: Text | null }[] = []
  for (let day = from + 1; day < to; day++) {
    const reason = weekdayOf(day) % 6 === 0 ? null : closedBecause(calendar, day)
    if (reason) found.push({ day: isoOf(day), name: 'name' in reason ? reason.name : null })
  }
  return found
}
