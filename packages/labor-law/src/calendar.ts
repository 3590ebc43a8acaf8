import { closures as bundledClosures } from './data/closures.ts'
import { elections as bundledElections } from './data/elections.ts'
import { type Day, dayOf, parseDay, partsOf, weekdayOf } from './dates.ts'
import type { Closures, Election, Text } from './rule.ts'

/** A body whose working days count: the registry and center of the federation, courts, state centers, the treaty. */
export type AuthorityId =
  | 'cfcrl'
  | 'federal_court'
  | `state_court_${string}`
  | `state_center_${string}`
  | 'treaty'

export type ClosedDay =
  | { readonly why: 'saturday' | 'sunday' }
  | { readonly why: 'rest_day'; readonly name: Text; readonly article: string }
  | { readonly why: 'closure'; readonly name: Text; readonly source: string }

/** The closed weekdays of one authority and the years for which its own list was loaded. */
export type Calendar = {
  readonly authority: AuthorityId
  readonly closed: ReadonlyMap<Day, ClosedDay>
  readonly listedYears: ReadonlySet<number>
  /** In a strike every day is a business day (LFT 716, 928 III). */
  readonly everyDay?: true
}

export type Calendars = { readonly of: (authority: AuthorityId) => Calendar }

export const FIRST_YEAR = 2016
export const LAST_YEAR = 2060

/**
 * Calendars by authority and year (LFT 74, 715, 734): weekends, the rest days of article 74, election days of the
 * federation and of `state`, and the closures each authority publishes. Build once and reuse: it remembers.
 */
export const calendarsOf = (
  given: { closures?: readonly Closures[]; elections?: readonly Election[]; state?: string } = {},
): Calendars => {
  const closures = [...bundledClosures, ...(given.closures ?? [])]
  const elections = [...bundledElections, ...(given.elections ?? [])]
  const made = new Map<AuthorityId, Calendar>()
  return {
    of: (authority) => {
      const known = made.get(authority)
      if (known) return known
      const calendar = calendarOf(authority, closures, elections, given.state)
      made.set(authority, calendar)
      return calendar
    },
  }
}

/** Whether an authority works that day (LFT 715). */
export const isOpen = ({ closed, everyDay }: Calendar, day: Day): boolean => {
  if (everyDay) return true
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !closed.has(day)
}

/** Why an authority does not work that day, or null if it does (LFT 74, 715). */
export const closedBecause = ({ closed, everyDay }: Calendar, day: Day): ClosedDay | null => {
  if (everyDay) return null
  const reason = closed.get(day)
  if (reason) return reason
  const weekday = weekdayOf(day)
  return weekday === 0 ? { why: 'sunday' } : weekday === 6 ? { why: 'saturday' } : null
}

/** The years a span touches for which the authority's own list of closures is not loaded (LFT 715, 734). */
export const unlistedYears = (
  { authority, listedYears, everyDay }: Calendar,
  from: Day,
  to: Day,
): number[] => {
  if (authority === 'treaty' || everyDay) return []
  const [first, last] = [partsOf(from).year, partsOf(to).year]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => !listedYears.has(year),
  )
}

/** The mandatory rest days of a year, in order (LFT 74 I-VIII; VII moved to October 1 from 2024). */
export const restDaysOf = (year: number): { day: Day; name: Text; article: string }[] => {
  const days = FIXED.map(({ on, name, fraction }) => ({ day: on(year), name, article: `74 ${fraction}` }))
  const handover = handoverOf(year)
  if (handover)
    days.push({
      day: handover,
      name: { es: 'cambio del Poder Ejecutivo Federal', en: 'change of the federal executive' },
      article: '74 VII',
    })
  return days.sort((a, b) => a.day - b.day)
}

const nthMonday = (year: number, month: number, nth: number): Day => {
  const first = dayOf(year, month, 1)
  return first + ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1)
}

const FIXED: readonly { on: (year: number) => Day; fraction: string; name: Text }[] = [
  { on: (y) => dayOf(y, 1, 1), fraction: 'I', name: { es: 'Año Nuevo', en: 'New Year' } },
  {
    on: (y) => nthMonday(y, 2, 1),
    fraction: 'II',
    name: { es: 'aniversario de la Constitución', en: 'Constitution Day' },
  },
  {
    on: (y) => nthMonday(y, 3, 3),
    fraction: 'III',
    name: { es: 'natalicio de Benito Juárez', en: 'Benito Juárez’s birthday' },
  },
  { on: (y) => dayOf(y, 5, 1), fraction: 'IV', name: { es: 'Día del Trabajo', en: 'Labor Day' } },
  { on: (y) => dayOf(y, 9, 16), fraction: 'V', name: { es: 'Independencia', en: 'Independence Day' } },
  {
    on: (y) => nthMonday(y, 11, 3),
    fraction: 'VI',
    name: { es: 'aniversario de la Revolución', en: 'Revolution Day' },
  },
  { on: (y) => dayOf(y, 12, 25), fraction: 'VIII', name: { es: 'Navidad', en: 'Christmas' } },
]

/** Every six years: December 1 to 2018, October 1 from 2024. */
const handoverOf = (year: number): Day | null => {
  if ((year - 2018) % 6 !== 0) return null
  return year >= 2024 ? dayOf(year, 10, 1) : dayOf(year, 12, 1)
}

const calendarOf = (
  authority: AuthorityId,
  closures: readonly Closures[],
  elections: readonly Election[],
  state: string | undefined,
): Calendar => {
  const closed = new Map<Day, ClosedDay>()
  const own = closures.filter((list) => list.authority === authority)
  if (authority !== 'treaty') {
    for (const list of own)
      for (const day of daysOf(list))
        closed.set(day, { why: 'closure', name: list.name, source: list.source })
    for (const { day, scope } of elections)
      if (scope === 'federal' || scope === state)
        closed.set(known(day), { why: 'rest_day', name: ELECTION, article: '74 IX' })
    // Terms that start near either end reach beyond it.
    for (let year = FIRST_YEAR - 1; year <= LAST_YEAR + 2; year++)
      for (const { day, name, article } of restDaysOf(year))
        closed.set(day, { why: 'rest_day', name, article })
  }
  return { authority, closed, listedYears: new Set(own.map(({ year }) => year)) }
}

const ELECTION: Text = { es: 'jornada electoral', en: 'election day' }

const daysOf = ({ days, ranges }: Closures): Day[] => [
  ...days.map(known),
  ...ranges.flatMap(([from, to]) => {
    const first = known(from)
    return Array.from({ length: known(to) - first + 1 }, (_, at) => first + at)
  }),
]

const known = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`not a date: ${text}`)
  return day
}
