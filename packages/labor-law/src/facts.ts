import { FIRST_YEAR, LAST_YEAR } from './calendar.ts'
import { instantOf, type Minute } from './clock.ts'
import { type Day, isoOf, parseDay, partsOf } from './dates.ts'
import { type Place, timezoneOf } from './places.ts'
import { advance, type OutOfOrder, type Procedure } from './procedure.ts'
import type { Refused } from './rule.ts'
import type { Service } from './span.ts'

/** When something happened or is meant to: a date, or a date and hour; and how it was served, if it was a notice. */
export type Happening = string | { readonly on: string; readonly service?: Service }

export type Fact = {
  readonly event: string
  readonly day: Day
  readonly minute: Minute | null
  readonly text: string
  readonly service: Service | null
}

export type FactRefusal =
  | Refused<'not-a-date', { field: string; value: string }>
  | Refused<'out-of-range', { field: string; value: string; firstYear: number; lastYear: number }>
  | Refused<'unknown-event', { event: string; known: readonly string[] }>
  | Refused<'unknown-place', { state: string }>
  | Refused<'hour-needed', { event: string }>
  | Refused<'place-needed', { event: string }>

export type Facts = { readonly given: ReadonlyMap<string, Fact>; readonly zone: string | null }

/** Checks the dates given for a procedure: each event known, each date real and within the calendars, hours where hours count. */
export const factsOf = (
  procedure: Procedure,
  events: Readonly<Record<string, Happening | undefined>>,
  place: Place | undefined,
): Facts | FactRefusal => {
  const zone = place ? timezoneOf(place) : null
  if (place && !zone) return { refusal: 'unknown-place', state: place.state }
  const given = new Map<string, Fact>()
  for (const [event, happening] of Object.entries(events)) {
    if (happening === undefined) continue
    const fact = factOf(procedure, event, happening, zone)
    if ('refusal' in fact) return fact
    given.set(event, fact)
  }
  return { given, zone }
}

const factOf = (
  procedure: Procedure,
  event: string,
  happening: Happening,
  zone: string | null,
): Fact | FactRefusal => {
  const definition = Object.hasOwn(procedure.events, event) ? procedure.events[event] : undefined
  if (!definition) return { refusal: 'unknown-event', event, known: Object.keys(procedure.events) }
  const { on: text, service = null } = typeof happening === 'string' ? { on: happening } : happening
  const hasHour = text.length > 10
  const day = parseDay(text.slice(0, 10))
  if (day === null) return { refusal: 'not-a-date', field: event, value: text }
  const { year } = partsOf(day)
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { refusal: 'out-of-range', field: event, value: text, firstYear: FIRST_YEAR, lastYear: LAST_YEAR }
  if (!hasHour) {
    if (definition.hour) return { refusal: 'hour-needed', event }
    return { event, day, minute: null, text, service }
  }
  if (!zone) return { refusal: 'place-needed', event }
  const minute = instantOf(text, zone)
  if (minute === null) return { refusal: 'not-a-date', field: event, value: text }
  return { event, day, minute, text, service }
}

/** The state reached by what has happened up to `today`, in order; and what is missing in between. */
export const stateOf = (procedure: Procedure, facts: Facts, today: Day) => {
  const order = Object.keys(procedure.events)
  const happened = [...facts.given.values()]
    .filter(({ day }) => day <= today)
    .sort(
      (a, b) =>
        a.day - b.day || (a.minute ?? 0) - (b.minute ?? 0) || order.indexOf(a.event) - order.indexOf(b.event),
    )
  const gaps: OutOfOrder[] = []
  let state = procedure.start
  for (const { event } of happened) {
    const next = advance(procedure, state, event)
    if (typeof next === 'string') {
      state = next
      continue
    }
    gaps.push(next)
    state = procedure.transitions.find(({ on }) => on === event)?.to ?? state
  }
  return { state, gaps }
}

/** The date or, where the minute is known, the wall clock that was given for an event. */
export const textOf = ({ text, day }: Fact): string => (text.length > 10 ? text : isoOf(day))
