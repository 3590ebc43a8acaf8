import { type Calendar, isOpen } from './calendar.ts'
import {
  backward,
  backwardClear,
  type Counting,
  countingsOf,
  forward,
  openAfter,
  openOnOrAfter,
  openOnOrBefore,
} from './counting.ts'
import { addMonths, type Day } from './dates.ts'
import type { Term } from './rule.ts'
import { type Conflict, windowSpan } from './window.ts'

/** How a notice arrived (LFT 747): in person, by bulletin or list, by electronic mailbox. */
export type Service = 'personal' | 'bulletin' | 'mailbox'

export type ReadingKind = Counting | 'default' | 'suspended' | 'interrupted'
export type DayReading = {
  readonly counting: ReadingKind
  readonly opens: Day | null
  readonly latest: Day | null
}

/** When something may or must be done, in days: what each reading says, the widest dates and the safe ones. */
export type DaySpan = {
  readonly readings: readonly DayReading[]
  readonly opens: Day | null
  readonly latest: Day | null
  readonly safeFrom: Day | null
  readonly safe: Day | null
  readonly conflict: Conflict | null
}

export type SpanInput = {
  readonly term: Term
  readonly from: Day
  readonly calendar: Calendar
  /** The act is before an authority, so its dates fall on days it works (LFT 714-715). */
  readonly mustBeOpen: boolean
  /** Ours to meet, or the authority's or the other side's to wait for. */
  readonly ours: boolean
  readonly service: Service | null
  readonly extraDays: number
}

const NO_DATES = { opens: null, latest: null, safeFrom: null, safe: null, conflict: null } as const

/** Within so many days after an event (LFT 733): ours by the earliest reading, theirs waited for to the latest. */
export const within = (input: SpanInput): DaySpan => {
  const { term, from, calendar, ours, mustBeOpen, extraDays } = input
  const countings = countingsOf(term.unit)
  const readings = countings.map((counting) => ({
    counting,
    opens: null,
    latest: settle(input, forward(calendar, counting, effectOf(input, counting), term.amount + extraDays)),
  }))
  const latest = Math.max(...readings.map((reading) => reading.latest))
  if (!ours) return { ...NO_DATES, readings, latest, safe: latest }
  const strictest = Math.min(...countings.map((counting) => forward(calendar, counting, from, term.amount)))
  const safe = openOnOrBefore(calendar, strictest)
  if (safe >= from) return { ...NO_DATES, readings, latest, safe }
  if (!mustBeOpen) return { ...NO_DATES, readings, latest, safe: strictest }
  return { ...NO_DATES, readings, latest, conflict: { kind: 'no_open_day' } }
}

/**
 * By so many days ahead of an event (LFT 371 IX, 390 Ter I, 399). Safe leaves the full days in between and falls on a
 * working day, when a notice is sure to be seen and a paper received.
 */
export const before = ({ term, from, calendar, mustBeOpen }: SpanInput): DaySpan => {
  const countings = countingsOf(term.unit)
  const open = (day: Day) => (mustBeOpen ? openOnOrBefore(calendar, day) : day)
  const readings = countings.map((counting) => ({
    counting,
    opens: null,
    latest: open(backward(calendar, counting, from, term.amount)),
  }))
  const clear = countings.map((counting) => backwardClear(calendar, counting, from, term.amount))
  return {
    ...NO_DATES,
    readings,
    latest: Math.max(...readings.map((reading) => reading.latest)),
    safe: openOnOrBefore(calendar, Math.min(...clear)),
  }
}

/** Not less than `term` nor more than `max` ahead of an event (LFT 390 Bis III b, 390 Ter I). */
export const between = (input: SpanInput & { max: Term; today: Day }): DaySpan =>
  windowSpan(input.calendar, input.from, input.term, input.max, input.today)

/** Only once so many days have passed (LFT 366, 371 VIII, 937), or from that day on (938 II). */
export const once = (input: SpanInput, first: 'past' | 'reached'): DaySpan => {
  const { term, from, calendar, mustBeOpen } = input
  const readings = countingsOf(term.unit).map((counting) => {
    const day = forward(calendar, counting, from, term.amount) + (first === 'past' ? 1 : 0)
    return { counting, opens: mustBeOpen ? openOnOrAfter(calendar, day) : day, latest: null }
  })
  const opens = readings.map((reading) => reading.opens)
  return { ...NO_DATES, readings, opens: Math.min(...opens), safe: Math.max(...opens) }
}

/** Holds until so many days or months after an event (LFT 387, 390 Ter II g): safe is the shortest reading. */
export const lasts = ({ term, from, calendar }: SpanInput): DaySpan => {
  const readings = countingsOf(term.unit).map((counting) => ({
    counting,
    opens: null,
    latest: forward(calendar, counting, from, term.amount),
  }))
  const ends = readings.map((reading) => reading.latest)
  return { ...NO_DATES, readings, latest: Math.max(...ends), safe: Math.min(...ends) }
}

/** What happened since so many days before an event counts (LFT 364). */
export const backFrom = ({ term, from, calendar }: SpanInput): DaySpan => {
  const readings = countingsOf(term.unit).map((counting) => ({
    counting,
    opens: backward(calendar, counting, from, term.amount),
    latest: from,
  }))
  const starts = readings.map((reading) => reading.opens)
  return {
    ...NO_DATES,
    readings,
    opens: Math.min(...starts),
    latest: from,
    safeFrom: Math.max(...starts),
    safe: from,
  }
}

/** A span on both sides of an event (LFT 390 Bis III a): safe is what every reading includes. */
export const around = ({ term, from, calendar }: SpanInput): DaySpan => {
  const readings = countingsOf(term.unit).map((counting) => ({
    counting,
    opens: backward(calendar, counting, from, term.amount),
    latest: forward(calendar, counting, from, term.amount),
  }))
  const starts = readings.map((reading) => reading.opens)
  const ends = readings.map((reading) => reading.latest)
  return {
    ...NO_DATES,
    readings,
    opens: Math.min(...starts),
    latest: Math.max(...ends),
    safeFrom: Math.max(...starts),
    safe: Math.min(...ends),
  }
}

/** The law sets no number: at once, and by analogy within the default of article 735. */
export const noTerm = ({ from, calendar }: SpanInput, defaultDays: number): DaySpan => {
  const day = openAfter(calendar, from, defaultDays)
  return { ...NO_DATES, readings: [{ counting: 'default', opens: null, latest: day }], safe: day }
}

/**
 * What was left of a limitation period when conciliation was asked for (LFT 518: suspended) or the whole of it again
 * (521 III: interrupted), from the day after it ended (684-E X).
 */
export const resumes = (input: SpanInput & { stopped: Day; resumed: Day }): DaySpan => {
  const { term, from, calendar, stopped, resumed } = input
  const left = forward(calendar, 'months', from, term.amount) - stopped + 1
  if (left <= 0) return { ...NO_DATES, readings: [], conflict: { kind: 'already_lapsed' } }
  const readings: DayReading[] = [
    { counting: 'suspended', opens: null, latest: settle(input, resumed + left) },
    { counting: 'interrupted', opens: null, latest: settle(input, addMonths(resumed, term.amount)) },
  ]
  const safe = openOnOrBefore(calendar, Math.min(resumed + left, addMonths(resumed, term.amount)))
  const latest = Math.max(...readings.map((reading) => reading.latest ?? safe))
  if (safe < resumed) return { ...NO_DATES, readings, latest, conflict: { kind: 'no_open_day' } }
  return { ...NO_DATES, readings, latest, safe }
}

/** A date before an authority falls on a day it works; a limitation period ends on the next one (LFT 714, 522). */
const settle = ({ term, calendar, ours, mustBeOpen }: SpanInput, day: Day): Day => {
  if (!mustBeOpen || isOpen(calendar, day)) return day
  return ours && term.topic !== 'limitation' ? openOnOrBefore(calendar, day) : openOnOrAfter(calendar, day)
}

/** The day service takes effect (LFT 747): a mailbox in two days, a bulletin the next day. */
const effectOf = ({ from, service, calendar }: SpanInput, counting: Counting): Day => {
  if (service === 'bulletin') return from + 1
  if (service === 'mailbox')
    return forward(calendar, counting === 'business' ? 'business' : 'calendar', from, 2)
  return from
}
