import type { Attacker, Requirement } from './attacker.ts'
import type { Release } from './ledger.ts'
import { needOf } from './need.ts'
import type { Policy } from './policy.ts'
import type { FigureRef, Statistic } from './publication.ts'
import { type RawPublication, refKey, refsOf } from './raw.ts'
import { combination, type Form, type Row, type System } from './system.ts'
import type { Universe } from './universe.ts'

/** A statistic with its published number and what that number tells about the figures behind it. */
export type Derived = { readonly statistic: Statistic; readonly shown: number; readonly rows: readonly Row[] }

type Lookup = (ref: FigureRef) => { readonly value: number; readonly form: Form } | undefined

/** Statistics of this publication that pass their own rules; null for the others, hidden whatever the attack says. */
export const derive = (
  raw: RawPublication,
  universe: Universe,
  system: System,
  policy: Policy,
): readonly (Derived | null)[] => {
  const lookup = lookupIn(raw.edition, raw, universe, system)
  return raw.statistics.map((statistic) => {
    if (!mayBeShown(raw, statistic, policy)) return null
    const shown = shownValue(statistic, lookup)
    return shown === null ? null : { statistic, shown, rows: rowsOf(statistic, shown, lookup) }
  })
}

/** What earlier releases' statistics still tell. */
export const earlierRows = (
  releases: readonly Release[],
  universe: Universe,
  system: System,
): readonly Row[] =>
  releases.flatMap((release) => {
    const lookup = lookupIn(release.edition, release, universe, system)
    return release.statistics.flatMap(({ statistic, shown }) =>
      shown === null ? [] : rowsOf(statistic, shown, lookup),
    )
  })

/** What earlier releases did with the same statistic: hidden if any hid it, else its number, undefined when there was none. */
export const before = (
  raw: RawPublication,
  statistic: Statistic,
  releases: readonly Release[],
): number | null | undefined => {
  const name = signature(raw, statistic)
  const numbers = releases.flatMap((release) =>
    release.statistics.flatMap((earlier) =>
      signature(release, earlier.statistic) === name ? [earlier.shown] : [],
    ),
  )
  return numbers.includes(null) ? null : numbers.at(-1)
}

const signature = (source: Pick<RawPublication, 'measures'>, statistic: Statistic) =>
  [
    statistic.kind,
    statistic.kind === 'percent' ? 1 : statistic.step,
    ...refsOf(statistic).map((ref) => refKey(source, ref)),
  ].join(' ')

/**
 * Publishes each statistic that leaves every requirement standing, in the order given; tells which were.
 * @param spans first and number of the optional rows of each statistic.
 */
export const admit = (
  attacker: Attacker,
  requirements: readonly Requirement[],
  spans: readonly (readonly [first: number, count: number])[],
): readonly boolean[] => {
  const bind = ([first, count]: readonly [number, number], on: boolean) => {
    for (let row = first; row < first + count; row++) attacker.setBound(row, on)
  }
  const safe = () => requirements.every((requirement) => attacker.holds(requirement))
  for (const span of spans) bind(span, true)
  if (safe()) return spans.map(() => true)
  for (const span of spans) bind(span, false)
  return spans.map((span) => {
    bind(span, true)
    if (safe()) return true
    bind(span, false)
    return false
  })
}

/** Round half up, as people do. */
const rounded = (numerator: number, denominator: number, step: number) =>
  Math.floor((2 * numerator + step * denominator) / (2 * step * denominator)) * step

const shownValue = (statistic: Statistic, lookup: Lookup): number | null => {
  if (statistic.kind === 'median') return rounded(statistic.value, 1, statistic.step)
  const top = lookup(statistic.kind === 'percent' ? statistic.part : statistic.total)?.value
  const base = lookup(statistic.base)?.value
  if (top === undefined || !base) return null
  return statistic.kind === 'percent' ? rounded(100 * top, base, 1) : rounded(top, base, statistic.step)
}

/**
 * A rounded quotient read backwards: shown − step/2 ≤ top ÷ base < shown + step/2, over whole numbers. A median says
 * that half of the base have at least that much each.
 */
const rowsOf = (statistic: Statistic, shown: number, lookup: Lookup): readonly Row[] => {
  const base = lookup(statistic.base)?.form
  const top = statistic.kind === 'percent' ? statistic.part : statistic.total
  const above = top && lookup(top)?.form
  if (!base || !above) return []
  const scale = statistic.kind === 'percent' ? 200 : statistic.kind === 'mean' ? 2 : 4
  const step = statistic.kind === 'percent' ? 1 : statistic.step
  const row = (factor: number, lower: number, upper: number): Row => ({
    kind: 'statistic',
    form: combination([
      [above, scale],
      [base, -factor],
    ]),
    lower,
    upper,
  })
  const least = row(2 * shown - step, 0, Number.POSITIVE_INFINITY)
  return statistic.kind === 'median' ? [least] : [least, row(2 * shown + step, Number.NEGATIVE_INFINITY, -1)]
}

/** The base is no small cell; for a percentage neither is the part nor the rest, and neither is nobody where that discloses. */
const mayBeShown = (raw: RawPublication, statistic: Statistic, policy: Policy): boolean => {
  const figures = refsOf(statistic).map(
    (ref) => raw.figures.find((figure) => figure.key === refKey(raw, ref))!,
  )
  const unit = (measure: string) => raw.measures.find(({ id }) => id === measure)!.unit
  const rule = policy.tiers[Math.max(...figures.map((figure) => figure.tier)) as 0 | 1 | 2 | 3]
  const base = figures.at(-1)!
  if (base.value === 0 || base.persons < rule.persons) return false
  if (figures.some((figure) => needOf(figure, unit(figure.measure), policy) !== null)) return false
  if (statistic.kind !== 'percent') return true
  const rest = base.value - figures[0]!.value
  if (rest < 0 || (rest > 0 && rest < rule.persons)) return false
  return !rule.hideFullRows || (rest > 0 && figures[0]!.value > 0)
}

const lookupIn = (
  edition: number,
  source: Pick<RawPublication, 'measures'>,
  universe: Universe,
  system: System,
): Lookup => {
  const place = new Map(universe.figures.map((figure, index) => [`${figure.edition}|${figure.key}`, index]))
  return (ref) => {
    const index = place.get(`${edition}|${refKey(source, ref)}`)
    return index === undefined
      ? undefined
      : { value: universe.figures[index]!.value, form: system.forms[index]! }
  }
}
