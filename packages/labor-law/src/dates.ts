/** A civil date as ISO 8601, YYYY-MM-DD: no hour, no time zone. */
export type IsoDate = string & { readonly brand: 'IsoDate' }

/** A civil date as a count of days since 1970-01-01: what the engine adds and compares. */
export type Day = number

const MS_PER_DAY = 86_400_000
/** 400 years of the Gregorian calendar. */
const DAYS_PER_ERA = 146_097
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day of an ISO 8601 date, or null if the text is not a date of the calendar (2026-02-30 is not). */
export const parseDay = (text: string): Day | null => {
  const match = SHAPE.exec(text)
  if (!match) return null
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoOf(day) === text ? day : null
}

/** Whether a text is an ISO 8601 date that exists. */
export const isIsoDate = (text: string): text is IsoDate => parseDay(text) !== null

/** The ISO 8601 date of a day. */
export const isoOf = (day: Day): IsoDate => {
  const { year, month, date } = partsOf(day)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}` as IsoDate
}

/** The day of a year, month (1-12) and day of month in the Gregorian calendar (ISO 8601). */
export const dayOf = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month - 1, date) / MS_PER_DAY

/**
 * Year, month (1-12) and day of month of a day (ISO 8601). Years run from March, so that the leap day ends one: Howard
 * Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days. A plan asks this hundreds of times.
 */
export const partsOf = (day: Day) => {
  const sinceMarch0000 = day + 719_468
  const era = Math.floor(sinceMarch0000 / DAYS_PER_ERA)
  const dayOfEra = sinceMarch0000 - era * DAYS_PER_ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

/** Day of the week, 0 Sunday … 6 Saturday, of the Gregorian calendar (ISO 8601). */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7

/** The same day of the month `months` later, or the last day of that month if it has no such day (LFT 522). */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, date } = partsOf(day)
  const first = month - 1 + months
  const lastDate = partsOf(dayOf(year, first + 2, 0)).date
  return dayOf(year, first + 1, Math.min(date, lastDate))
}

const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value))
