import { dayOf, partsOf } from './dates.ts'
import { type Context, type Line, lineOf, toCents, yearsOf } from './entitlements.ts'
import { benefitOf, vacationDaysOf } from './integrated-wage.ts'
import { sumOf, titles } from './messages/dismissal.ts'
import { minimumAt } from './minimums.ts'
import type { Minimum } from './rule.ts'

/** What is owed on any ending: wages, year-end bonus, vacations and their premium, seniority premium (LFT 76-80, 87, 162). */
export const settlementLines = (context: Context): Line[] => [
  ...unpaidWages(context),
  aguinaldo(context),
  ...vacations(context),
  seniority(context),
]

const ruleOf = ({ input }: Context, id: Parameters<typeof minimumAt>[0]): Minimum => {
  const rule = minimumAt(id, input.dismissedOn)
  if ('refusal' in rule) throw new RangeError(`${id} is not in force on ${input.dismissedOn}`)
  return rule
}

const unpaidWages = (context: Context): Line[] => {
  const days = context.input.unpaidWageDays ?? 0
  if (days === 0) return []
  const cents = toCents(days * context.dailyCents)
  const sum = sumOf.days(days, context.dailyCents, cents)
  return [
    lineOf({ id: 'wages', group: 'always', title: titles.wages, cents }, ruleOf(context, 'MIN-WAGE'), sum),
  ]
}

const aguinaldo = (context: Context): Line => {
  const { input, hired, dismissed, dailyCents } = context
  const { year } = partsOf(dismissed)
  const newYear = dayOf(year, 1, 1)
  const worked = dismissed + 1 - Math.max(hired, newYear)
  const yearLength = dayOf(year + 1, 1, 1) - newYear
  const days = benefitOf(input, 'aguinaldoDays', 'MIN-AGU')
  const whole = (days * dailyCents * worked) / yearLength
  const cents = Math.max(0, toCents(whole) - (input.aguinaldoPaidCents ?? 0))
  const sum = sumOf.aguinaldo({
    days,
    worked,
    yearLength,
    dailyCents,
    cents,
    paidCents: input.aguinaldoPaidCents ?? 0,
  })
  return lineOf(
    { id: 'aguinaldo', group: 'always', title: titles.aguinaldo, cents },
    ruleOf(context, 'MIN-AGU'),
    sum,
  )
}

const vacations = (context: Context): Line[] => {
  const { input, service, dailyCents } = context
  const perYear = vacationDaysOf(input, service)
  const accrued = (perYear * service.days) / service.daysInYear
  const taken = input.vacationDaysTaken ?? 0
  const owed = input.vacationDaysOwed ?? 0
  const days = Math.max(0, accrued - taken) + owed
  const cents = toCents(days * dailyCents)
  const percent = benefitOf(input, 'vacationPremiumPercent', 'MIN-VACPREM')
  const premiumCents = toCents((days * dailyCents * percent) / 100)
  const rule = ruleOf(context, 'MIN-VAC')
  // Article 79 gives the proportional part before the first year; for later years it is practice, to be confirmed.
  const proportion =
    service.years > 0 && service.days > 0 ? [{ basis: 'knowledge' as const, signedBy: null }] : []
  return [
    lineOf(
      { id: 'vacation', group: 'always', title: titles.vacation, cents },
      rule,
      sumOf.vacation({ perYear, service, taken, owed, days, dailyCents, cents }),
      proportion,
    ),
    lineOf(
      { id: 'vacation_premium', group: 'always', title: titles.vacation_premium, cents: premiumCents },
      ruleOf(context, 'MIN-VACPREM'),
      sumOf.premium(percent, cents, premiumCents),
    ),
  ]
}

const seniority = (context: Context): Line => {
  const { dailyCents, minimum, service } = context
  const rule = ruleOf(context, 'MIN-SEN')
  const cap = ruleOf(context, 'MIN-SENCAP')
  const baseCents = Math.min(dailyCents, cap.value * minimum.cents)
  const years = yearsOf(service)
  const cents = toCents(rule.value * baseCents * years)
  return lineOf(
    { id: 'seniority', group: 'always', title: titles.seniority, cents },
    rule,
    sumOf.seniority({ days: rule.value, baseCents, capped: baseCents < dailyCents, service, cents }),
    [cap, minimum.wage],
  )
}
