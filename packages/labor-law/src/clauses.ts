import type { OutOfForce } from './book.ts'
import { clauseSentences } from './messages/clauses.ts'
import { type MinimumId, minimumAt, minimumWage, type NotLoaded, vacationDays } from './minimums.ts'
import type { Minimum, Refused, Text, WageZone } from './rule.ts'
import { marked, sayArticle } from './say.ts'

/** What a contract clause grants. Amounts in the unit of the law's minimum; wages in centavos a day. */
export type Clause =
  | { readonly kind: 'daily_wage'; readonly cents: number; readonly zone: WageZone }
  | { readonly kind: 'vacation_days'; readonly years: number; readonly days: number }
  | { readonly kind: Exclude<ClauseKind, 'daily_wage' | 'vacation_days'>; readonly value: number }

export type ClauseKind = keyof typeof RULES

export type ClauseCheck = {
  readonly kind: ClauseKind
  /** `below`: less than the law, so the law applies instead (LFT 56, 393, CPEUM 123 A XXVII). `forbidden`: void. */
  readonly verdict: 'below' | 'equal' | 'above' | 'forbidden'
  readonly clause: number
  readonly law: number
  readonly article: string
  readonly rule: Minimum
  readonly says: readonly Text[]
}

export type ClauseRefusal = OutOfForce | NotLoaded | Refused<'bad-value', { value: number }>

/** Whether a clause is at least the law on a day, with the article (LFT 56, 61-89, 162, 391; CPEUM 123 A). */
export const checkClause = (clause: Clause, on: string): ClauseCheck | ClauseRefusal => {
  const value =
    clause.kind === 'daily_wage' ? clause.cents : clause.kind === 'vacation_days' ? clause.days : clause.value
  if (!Number.isFinite(value) || value < 0) return { refusal: 'bad-value', value }
  const rule = minimumAt(RULES[clause.kind], on)
  if ('refusal' in rule) return rule
  const law = lawOf(clause, rule, on)
  if (typeof law !== 'number') return law
  const verdict = verdictOf(clause.kind, rule, value, law)
  return {
    kind: clause.kind,
    verdict,
    clause: value,
    law,
    article: sayArticle(rule),
    rule,
    says: clauseSentences(clause.kind, rule, { value, law, verdict }).map((sentence) =>
      marked(sentence, [rule]),
    ),
  }
}

const RULES = {
  daily_wage: 'MIN-WAGE',
  vacation_days: 'MIN-VAC',
  aguinaldo_days: 'MIN-AGU',
  vacation_premium_percent: 'MIN-VACPREM',
  sunday_premium_percent: 'MIN-SUN',
  weekly_rest_days: 'MIN-REST',
  rest_day_extra_multiple: 'MIN-RESTWORK',
  day_shift_hours: 'MIN-DAY',
  night_shift_hours: 'MIN-NIGHT',
  mixed_shift_hours: 'MIN-MIXED',
  weekly_hours: 'MIN-WEEK',
  double_overtime_percent: 'MIN-OT2',
  double_overtime_hours: 'MIN-OT2H',
  triple_overtime_percent: 'MIN-OT3',
  overtime_under_18: 'MIN-OTMINOR',
  profit_share_percent: 'MIN-PTU',
  seniority_premium_days: 'MIN-SEN',
  seniority_years_if_resigning: 'MIN-SEN15',
  indemnity_months: 'MIN-IND',
  maternity_weeks: 'MIN-MAT',
  paternity_days: 'MIN-PAT',
  seat: 'MIN-SEAT',
  exclusion_clause: 'MIN-EXCL',
} as const satisfies Record<string, MinimumId>

/** Every kind of clause that can be checked (each rule names its article: LFT 56-162, 391). */
export const clauseKinds = Object.keys(RULES) as ClauseKind[]

const lawOf = (clause: Clause, rule: Minimum, on: string): number | ClauseRefusal => {
  if (clause.kind === 'vacation_days') return vacationDays(clause.years, on)
  if (clause.kind !== 'daily_wage') return rule.value
  const wage = minimumWage(on, clause.zone)
  return 'refusal' in wage ? wage : wage.cents
}

const verdictOf = (
  kind: ClauseKind,
  { better }: Minimum,
  value: number,
  law: number,
): ClauseCheck['verdict'] => {
  if (kind === 'exclusion_clause' || kind === 'overtime_under_18') return value > 0 ? 'forbidden' : 'equal'
  if (value === law) return 'equal'
  return value > law === (better === 'more') ? 'above' : 'below'
}
