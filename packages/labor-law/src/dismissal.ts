import { type Day, parseDay } from './dates.ts'
import { type DismissalInput, type Line, type Refusal, type Service, serviceOf } from './entitlements.ts'
import { backPayLines } from './entitlements-back-pay.ts'
import { indemnityLines } from './entitlements-indemnity.ts'
import { settlementLines } from './entitlements-settlement.ts'
import { integratedWage } from './integrated-wage.ts'
import { dismissalNotes } from './messages/dismissal.ts'
import { minimumAt, minimumWage } from './minimums.ts'
import type { Text } from './rule.ts'
import { marked } from './say.ts'

export type { DismissalInput, Line } from './entitlements.ts'

export type Owed = {
  readonly service: Service
  readonly dailyWageCents: number
  readonly integratedDailyWageCents: number
  readonly lines: readonly Line[]
  readonly totals: {
    /** Owed even if the dismissal were justified. */
    readonly alwaysCents: number
    /** Besides, if the employer does not prove the cause and the worker asks for the indemnity. */
    readonly unjustifiedCents: number
    /** Besides, if the law excuses the employer from reinstating (LFT 49-50). */
    readonly notReinstatedCents: number
  }
  readonly notes: readonly Text[]
}

/**
 * What a dismissed worker is owed, line by line, each with its article and its sum: what is owed always (LFT 76, 79, 80,
 * 87, 162), if unjustified (48, 50 III, 89) and if not reinstated (49, 50). Runs on the phone, offline; keeps nothing.
 */
export const owedOnDismissal = (input: DismissalInput): Owed | Refusal => {
  const bad = refuse(input)
  if (bad) return bad
  const hired = parseDay(input.hiredOn)!
  const dismissed = parseDay(input.dismissedOn)!
  const minimum = minimumWage(input.dismissedOn, input.zone)
  if ('refusal' in minimum) return minimum
  const rule = minimumAt('MIN-IND', input.dismissedOn)
  if ('refusal' in rule) return rule
  const dailyCents = Math.max(input.dailyWageCents, minimum.cents)
  const service = serviceOf(hired, dismissed)
  const integrated = integratedWage(input, dailyCents, service)
  const context = { input, hired, dismissed, service, dailyCents, minimum, integratedCents: integrated.cents }
  const lines = [...settlementLines(context), ...indemnityLines(context), ...backPayLines(context)]
  const sum = (group: Line['group']) =>
    lines.reduce((total, line) => total + (line.group === group ? line.cents : 0), 0)
  return {
    service,
    dailyWageCents: dailyCents,
    integratedDailyWageCents: integrated.cents,
    lines,
    totals: {
      alwaysCents: sum('always'),
      unjustifiedCents: sum('if_unjustified'),
      notReinstatedCents: sum('if_not_reinstated'),
    },
    notes: [
      marked(integrated.says, [rule]),
      ...dismissalNotes(input, minimum.cents).map((note) => marked(note, [rule])),
    ],
  }
}

const refuse = (input: DismissalInput): Refusal | null => {
  const days: Day[] = []
  for (const field of ['hiredOn', 'dismissedOn', 'asOf'] as const) {
    const day = parseDay(input[field])
    if (day === null) return { refusal: 'not-a-date', field, value: input[field] }
    days.push(day)
  }
  const [hired, dismissed, asOf] = days as [Day, Day, Day]
  if (dismissed < hired) return { refusal: 'out-of-order', field: 'dismissedOn', value: input.dismissedOn }
  if (asOf < dismissed) return { refusal: 'out-of-order', field: 'asOf', value: input.asOf }
  if (!Number.isSafeInteger(input.dailyWageCents) || input.dailyWageCents <= 0)
    return { refusal: 'bad-value', field: 'dailyWageCents', value: input.dailyWageCents }
  for (const field of AMOUNTS) {
    const value = input[field]
    if (value !== undefined && !(Number.isFinite(value) && value >= 0))
      return { refusal: 'bad-value', field, value }
  }
  return null
}

const AMOUNTS = [
  'integratedDailyWageCents',
  'aguinaldoDays',
  'vacationDaysPerYear',
  'vacationPremiumPercent',
  'otherDailyCents',
  'unpaidWageDays',
  'vacationDaysTaken',
  'vacationDaysOwed',
  'aguinaldoPaidCents',
] as const
