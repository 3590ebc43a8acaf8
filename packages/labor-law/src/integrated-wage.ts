import { type DismissalInput, type Service, toCents } from './entitlements.ts'
import { minimumAt, vacationDays } from './minimums.ts'
import type { Text } from './rule.ts'
import { sayPesos } from './say.ts'

/**
 * The daily wage for indemnities: cash wage plus the daily part of year-end bonus, vacation premium and other benefits
 * (LFT 84, 89). The vacation days are those of the year that was running.
 */
export const integratedWage = (
  input: DismissalInput,
  dailyCents: number,
  service: Service,
): { cents: number; says: Text } => {
  if (input.integratedDailyWageCents !== undefined) {
    const cents = Math.max(input.integratedDailyWageCents, dailyCents)
    return {
      cents,
      says: {
        es: `Salario integrado: ${sayPesos(cents)} al día, como se dio (84, 89).`,
        en: `Integrated wage: ${sayPesos(cents)} a day, as given (84, 89).`,
      },
    }
  }
  const aguinaldo = (benefitOf(input, 'aguinaldoDays', 'MIN-AGU') * dailyCents) / 365
  const vacation =
    (vacationDaysOf(input, service) *
      dailyCents *
      benefitOf(input, 'vacationPremiumPercent', 'MIN-VACPREM')) /
    100 /
    365
  const other = input.otherDailyCents ?? 0
  const cents = toCents(dailyCents + aguinaldo + vacation + other)
  const parts = [aguinaldo, vacation, other].map((part) => sayPesos(toCents(part)))
  return {
    cents,
    says: {
      es: `Salario integrado: ${sayPesos(dailyCents)} + aguinaldo ${parts[0]} + prima vacacional ${parts[1]} + otras prestaciones ${parts[2]} = ${sayPesos(cents)} al día (84, 89).`,
      en: `Integrated wage: ${sayPesos(dailyCents)} + year-end bonus ${parts[0]} + vacation premium ${parts[1]} + other benefits ${parts[2]} = ${sayPesos(cents)} a day (84, 89).`,
    },
  }
}

/** What the contract gives or, if it is less or silent, what the law gives. */
export const benefitOf = (
  input: DismissalInput,
  field: 'aguinaldoDays' | 'vacationPremiumPercent',
  id: 'MIN-AGU' | 'MIN-VACPREM',
): number => {
  const law = minimumAt(id, input.dismissedOn)
  return Math.max(input[field] ?? 0, 'refusal' in law ? 0 : law.value)
}

/** Vacation days of the running year of service: the contract's or the law's, whichever is more (LFT 76). */
export const vacationDaysOf = (input: DismissalInput, { years }: Service): number => {
  const law = vacationDays(years + 1, input.dismissedOn)
  return Math.max(input.vacationDaysPerYear ?? 0, typeof law === 'number' ? law : 0)
}
