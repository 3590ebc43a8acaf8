import { addMonths, parseDay } from './dates.ts'
import { type Context, type Line, lineOf, toCents } from './entitlements.ts'
import { sumOf, titles } from './messages/dismissal.ts'
import { minimumAt } from './minimums.ts'

/** Back pay from the dismissal to a year, then 2 % a month on fifteen months, simple (LFT 48). */
export const backPayLines = ({ input, dismissed, integratedCents }: Context): Line[] => {
  const back = minimumAt('MIN-BACK', input.dismissedOn)
  const interest = minimumAt('MIN-INT', input.dismissedOn)
  if ('refusal' in back || 'refusal' in interest) return []
  const asOf = parseDay(input.asOf)!
  const limit = addMonths(dismissed, back.value)
  const days = Math.min(asOf, limit) - dismissed
  const cents = toCents(days * integratedCents)
  const lines = [
    lineOf(
      { id: 'back_pay', group: 'if_unjustified', title: titles.back_pay, cents },
      back,
      sumOf.days(days, integratedCents, cents),
    ),
  ]
  let months = 0
  while (addMonths(limit, months + 1) <= asOf) months += 1
  if (months === 0) return lines
  const baseCents = FIFTEEN_MONTHS * 30 * integratedCents
  const interestCents = toCents((baseCents * interest.value * months) / 100)
  return [
    ...lines,
    lineOf(
      { id: 'interest', group: 'if_unjustified', title: titles.interest, cents: interestCents },
      interest,
      sumOf.interest({ percent: interest.value, months, baseCents, cents: interestCents }),
      // The law says “capitalized when paid”; simple interest is the floor, how it compounds is to be confirmed.
      [{ basis: 'knowledge', signedBy: null }],
    ),
  ]
}

const FIFTEEN_MONTHS = 15
