import { type Context, type Line, lineOf, toCents, yearsOf } from './entitlements.ts'
import { sumOf, titles } from './messages/dismissal.ts'
import { minimumAt } from './minimums.ts'

/** Three months, and what article 50 adds where the employer need not reinstate (LFT 48, 49, 50, 89). */
export const indemnityLines = (context: Context): Line[] => {
  const { input, integratedCents } = context
  const months = minimumAt('MIN-IND', input.dismissedOn)
  const perYear = minimumAt('MIN-IND20', input.dismissedOn)
  if ('refusal' in months || 'refusal' in perYear) return []
  const cents = toCents(months.value * 30 * integratedCents)
  const extra =
    input.contract?.kind === 'fixed_term'
      ? fixedTerm(context, perYear.value)
      : indefinite(context, perYear.value)
  return [
    lineOf(
      { id: 'indemnity', group: 'if_unjustified', title: titles.indemnity, cents },
      months,
      sumOf.months(months.value, integratedCents, cents),
    ),
    lineOf(
      { id: 'years', group: 'if_not_reinstated', title: titles.years, cents: extra.cents },
      perYear,
      extra.sum,
      // The law speaks of each year; that the running one counts in proportion is practice, to be confirmed.
      [{ basis: 'knowledge', signedBy: null }],
    ),
  ]
}

/** LFT 50 II: twenty days for each year of service. */
const indefinite = ({ service, integratedCents }: Context, days: number) => {
  const cents = toCents(days * integratedCents * yearsOf(service))
  return { cents, sum: sumOf.years({ days, service, integratedCents, cents }) }
}

/** LFT 50 I: half the time served if under a year; else six months for the first year and twenty days for each other. */
const fixedTerm = ({ service, integratedCents }: Context, days: number) => {
  if (service.years === 0) {
    const cents = toCents((service.days * integratedCents) / 2)
    return { cents, sum: sumOf.halfTime(service.days, integratedCents, cents) }
  }
  const cents = toCents(180 * integratedCents + days * integratedCents * (yearsOf(service) - 1))
  return { cents, sum: sumOf.fixedTerm({ days, service, integratedCents, cents }) }
}
