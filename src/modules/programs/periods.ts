import { addDays, type Day } from '#platform/text/day.ts'
import calendars from './data/calendars.json' with { type: 'json' }

/** How a funder's year is cut: the month it begins in, how many months a period has, and which calendar year names it. */
export type Calendar = {
  code: string
  es: string
  en: string
  startMonth: number
  months: number
  namedBy: string
  year: string
  part: { es: string; en: string; short: string }
}

/** A period of a calendar, both days included; `id` reads "FY2026-Q2" and never changes. */
export type Period = { id: string; es: string; en: string; since: Day; until: Day }

export const fiscalCalendars: readonly Calendar[] = calendars

export const calendarOf = (code: string): Calendar | undefined =>
  fiscalCalendars.find((calendar) => calendar.code === code)

/** The period of a calendar that holds a day. */
export const periodOn = (calendar: Calendar, day: Day): Period => {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first =
    month - ((((month - calendar.startMonth + 1) % calendar.months) + calendar.months) % calendar.months)
  return periodFrom(calendar, first)
}

/** Every period that has a day between the two, the earliest first. */
export const periodsBetween = (calendar: Calendar, since: Day, until: Day): Period[] => {
  const periods: Period[] = []
  for (let at = periodOn(calendar, since); at.since <= until; at = periodOn(calendar, addDays(at.until, 1)))
    periods.push(at)
  return periods
}

/** The period that an id names; `undefined` when this calendar has none of that name. */
export const periodNamed = (calendar: Calendar, id: string): Period | undefined => {
  const year = Number(/\d{4}/.exec(id)?.[0])
  if (!(year > 1900 && year < 2200)) return undefined
  return periodsBetween(calendar, `${year - 1}-01-01`, `${year + 1}-12-31`).find((period) => period.id === id)
}

/** How a calendar cuts time, whatever a funder calls its periods: US and calendar quarters coincide. */
export const cutOfTime = ({ months, startMonth }: Calendar): string =>
  `period.${months}.${startMonth % months}`

/** Where a period stands among all that are cut the same way. */
export const placeInTime = (calendar: Calendar, { since }: Period) => ({
  dimension: cutOfTime(calendar),
  node: since.slice(0, 7),
})

/** `month` counts months since year 0. */
const periodFrom = (calendar: Calendar, month: number): Period => {
  const { startMonth, months, namedBy, part } = calendar
  const begins = month - ((((month - startMonth + 1) % 12) + 12) % 12)
  const last = begins + 11
  const year = Math.floor((namedBy === 'end' ? last : begins) / 12)
  const number = (month - begins) / months + 1
  const since = dayOf(month)
  const until = addDays(dayOf(month + months), -1)
  // Before a masculine noun, first and third lose their last letter.
  const ordinal = {
    es: `${number}.${number === 1 || number === 3 ? 'er' : 'º'} ${part.es}`,
    en: `${part.en} ${number}`,
  }
  return {
    id: `${calendar.year}${year}-${part.short}${number}`,
    es: calendar.year ? `${ordinal.es} del año fiscal ${year}` : `${ordinal.es} de ${year}`,
    en: calendar.year ? `fiscal year ${year}, ${ordinal.en}` : `${year}, ${ordinal.en}`,
    since,
    until,
  }
}

const dayOf = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
