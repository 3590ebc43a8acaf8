import type { Reason } from './ledger.ts'
import type { Policy } from './policy.ts'
import type { Measure } from './publication.ts'
import type { Figure } from './raw.ts'

/** What must stay possible for an attacker: a value of `atMost` or less, and one of `atLeast` or more. */
export type Need = { readonly reason: Reason; readonly atMost: number; readonly atLeast: number }

/** Why a figure must be hidden by itself, and how wide; null when its own thresholds let it be shown. */
export const needOf = (figure: Figure, unit: Measure['unit'], policy: Policy): Need | null => {
  const rule = policy.tiers[figure.tier]
  if (figure.value === 0) return null
  if (rule.persons > 0 && figure.persons > 0 && figure.persons < rule.persons)
    return { reason: 'few-persons', ...interval(figure, unit, policy, rule.persons) }
  if (figure.organizations < rule.organizations) {
    const threshold = unit === 'organizations' ? rule.organizations : rule.persons
    return { reason: 'few-organizations', ...interval(figure, unit, policy, threshold) }
  }
  if (unit !== 'cents' || figure.tier === 0) return null
  const contributors = figure.contributions ? figure.organizations : figure.persons
  if (contributors < policy.money.contributors)
    return { reason: 'few-contributors', ...interval(figure, unit, policy, rule.persons) }
  return isDominated(figure, policy)
    ? { reason: 'dominant-contributor', ...interval(figure, unit, policy, rule.persons) }
    : null
}

/** 0 to the threshold: what a hidden zero, or a hidden small number `value` of people, must remain between. */
export const smallInterval = (value: number, threshold: number) => ({
  atMost: 0,
  atLeast: Math.max(threshold, value + 1),
})

/** A small difference between two releases: it must stay possible that there was none, and that there were many. */
export const changeInterval = (change: number, threshold: number) =>
  change > 0 ? smallInterval(change, threshold) : { atMost: -Math.max(threshold, 1 - change), atLeast: 0 }

/** A share of the value on each side, for what is not small but still somebody's secret. */
export const marginInterval = (value: number, width: number) => {
  const half = Math.max(1, Math.ceil(width))
  return { atMost: value - half, atLeast: value + half }
}

const interval = (figure: Figure, unit: Measure['unit'], policy: Policy, threshold: number) => {
  const { value } = figure
  if (unit === 'cents') {
    const width = Math.max(value * policy.margin, ((figure.largest ?? value) * policy.money.percent) / 100)
    return clamp(marginInterval(value, width))
  }
  if (value < threshold) return smallInterval(value, threshold)
  return clamp(marginInterval(value, Math.max(threshold, value * policy.margin)))
}

const clamp = ({ atMost, atLeast }: { atMost: number; atLeast: number }) => ({
  atMost: Math.max(0, atMost),
  atLeast,
})

/** p %-rule: the second largest contributor can estimate the largest within p % (Hundepool et al. 2012, ch. 4). */
const isDominated = ({ value, largest, second }: Figure, policy: Policy) =>
  value - (largest ?? value) - (second ?? 0) < ((largest ?? value) * policy.money.percent) / 100
