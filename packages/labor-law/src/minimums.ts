import type { OutOfForce } from './book.ts'
import { type MinimumId, minimums } from './data/minimums.ts'
import { umas } from './data/umas.ts'
import { wages } from './data/wages.ts'
import { newestVersion } from './newest-version.ts'
import type { Minimum, Refused, Uma, Wage, WageZone } from './rule.ts'

export type { MinimumId } from './data/minimums.ts'

export type NotLoaded = Refused<'not-loaded', { what: 'wage' | 'uma' | 'zone'; on: string }>

/** The version of a legal minimum in force on an ISO date (each names its article: LFT 61-89, 117-127, 162; CPEUM 123 A). */
export const minimumAt = (id: MinimumId, on: string): Minimum | OutOfForce => newestVersion(minimums, id, on)

/** Every version of every minimum, for those who list them (LFT 61-89, 117-127, 162; CPEUM 123 A). */
export const allMinimums: readonly Minimum[] = minimums

export type DailyWage = { readonly cents: number; readonly wage: Wage }

/** The minimum wage of a day in centavos, by zone (LFT 85, 90-96). Refuses years not loaded and a zone before it existed. */
export const minimumWage = (on: string, zone: WageZone): DailyWage | NotLoaded => {
  const wage = wages.find(({ from, to }) => from <= on && on <= to)
  if (!wage) return { refusal: 'not-loaded', what: 'wage', on }
  const cents = zone === 'general' ? wage.generalCents : wage.northBorderCents
  return cents === null ? { refusal: 'not-loaded', what: 'zone', on } : { cents, wage }
}

/** The UMA of a day in centavos: each year's holds from February 1 to January 31 (LFT 992; CPEUM 26 B). */
export const umaAt = (on: string): Uma | NotLoaded =>
  umas.find(({ from, to }) => from <= on && on <= to) ?? { refusal: 'not-loaded', what: 'uma', on }

/** Vacation days due for a completed year of service, by the table in force on the day it is completed (LFT 76). */
export const vacationDays = (yearsCompleted: number, on: string): number | OutOfForce => {
  if (!Number.isSafeInteger(yearsCompleted) || yearsCompleted < 0)
    throw new RangeError(`years of service: ${yearsCompleted}`)
  const rule = minimumAt('MIN-VAC', on)
  if ('refusal' in rule) return rule
  if (yearsCompleted === 0) return 0
  const { value: first, throughYears } = rule
  const yearly = throughYears!
  const top = first + 2 * (yearly - 1)
  if (yearsCompleted <= yearly) return first + 2 * (yearsCompleted - 1)
  return top + 2 * (Math.floor((yearsCompleted - yearly - 1) / 5) + 1)
}

export type WeeklyHours = {
  readonly from: string
  readonly to: string | null
  readonly hours: number
  readonly rule: Minimum
}

/** The schedule of the 48→40 hour week, step by step (CPEUM 123 A IV, DOF 2026-03-03; its LFT reform was not found). */
export const weeklyHoursSchedule = (): WeeklyHours[] =>
  minimums
    .filter(({ id }) => id === 'MIN-WEEK')
    .map((rule) => ({ from: rule.validFrom, to: rule.validTo, hours: rule.value, rule }))
