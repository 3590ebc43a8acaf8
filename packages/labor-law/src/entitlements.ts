import type { OutOfForce } from './book.ts'
import { addMonths, type Day } from './dates.ts'
import type { DailyWage, NotLoaded } from './minimums.ts'
import type { Minimum, Refused, Text, WageZone } from './rule.ts'
import { marked, type Standing, sayArticle } from './say.ts'

/** Centavos and days. What a contract gives above the law goes in; what is left out is the law's minimum. */
export type DismissalInput = {
  readonly hiredOn: string
  readonly dismissedOn: string
  /** The day to count back pay to: today, or the day of an expected payment. */
  readonly asOf: string
  /** Daily cash wage. A weekly wage is divided by 7 and a monthly one by 30 (LFT 89). */
  readonly dailyWageCents: number
  readonly zone: WageZone
  readonly contract?: { readonly kind: 'indefinite' } | { readonly kind: 'fixed_term' }
  readonly integratedDailyWageCents?: number
  readonly aguinaldoDays?: number
  readonly vacationDaysPerYear?: number
  readonly vacationPremiumPercent?: number
  /** Other benefits that are part of the wage, per day (LFT 84): bonuses, food, housing, commissions. */
  readonly otherDailyCents?: number
  readonly unpaidWageDays?: number
  /** Vacation days taken of the current year of service, and owed from earlier years. */
  readonly vacationDaysTaken?: number
  readonly vacationDaysOwed?: number
  readonly aguinaldoPaidCents?: number
  readonly unionOfficer?: boolean
}

export type Refusal =
  | Refused<'not-a-date' | 'out-of-order', { field: string; value: string }>
  | Refused<'bad-value', { field: string; value: number }>
  | NotLoaded
  | OutOfForce

/** Full years of service, and days of the running one out of its length (LFT 158, 162). */
export type Service = {
  readonly years: number
  readonly days: number
  readonly daysInYear: number
}

export type Context = {
  readonly input: DismissalInput
  readonly hired: Day
  readonly dismissed: Day
  readonly service: Service
  readonly dailyCents: number
  readonly integratedCents: number
  readonly minimum: DailyWage
}

export type Line = {
  readonly id: string
  readonly group: 'always' | 'if_unjustified' | 'if_not_reinstated'
  readonly title: Text
  readonly cents: number
  readonly article: string
  /** The sum in words and figures, then what the law says. */
  readonly says: readonly Text[]
}

/** Service from the day of hiring through the day of dismissal, both worked. */
export const serviceOf = (hired: Day, dismissed: Day): Service => {
  const end = dismissed + 1
  let years = 0
  while (addMonths(hired, 12 * (years + 1)) <= end) years += 1
  const since = addMonths(hired, 12 * years)
  return { years, days: end - since, daysInYear: addMonths(hired, 12 * (years + 1)) - since }
}

/** Service in years, the running one in proportion. */
export const yearsOf = ({ years, days, daysInYear }: Service): number => years + days / daysInYear

/** One line: what it is, the sum, the law; every sentence marked by the rules behind it. */
export const lineOf = (
  line: Pick<Line, 'id' | 'group' | 'title' | 'cents'>,
  rule: Minimum,
  sum: Text,
  also: readonly Standing[] = [],
): Line => ({
  ...line,
  article: sayArticle(rule),
  says: [marked(sum, [rule, ...also]), marked(rule.says, [rule])],
})

/** Rounds to the centavo, halves up. */
export const toCents = (amount: number): number => Math.floor(amount + 0.5)
