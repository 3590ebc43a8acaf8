import { type Dimension, isWithin, leavesOf, parentOf, WHOLE } from './dimension.ts'
import type { Reason, Release } from './ledger.ts'
import { changeInterval, marginInterval, needOf, smallInterval } from './need.ts'
import type { Policy } from './policy.ts'
import type { Measure } from './publication.ts'
import { figureKey } from './raw.ts'
import { type Known, moved, partsOf, type Universe } from './universe.ts'

/** A figure, or a difference of figures, that must not be narrowed down: Σ coefficient × figure. */
export type Target = {
  readonly reason: Reason
  readonly terms: readonly (readonly [figure: number, coefficient: number])[]
  readonly value: number
  readonly atMost: number
  readonly atLeast: number
}

/**
 * Everything sensitive about the fresh figures: figures too small or too concentrated, zeros and full rows that speak
 * of everyone, what is left when listed parts are taken from a total, and small changes since an earlier release.
 */
export const targetsOf = (universe: Universe, policy: Policy): readonly Target[] => {
  const find = finder(universe)
  const unit = (figure: Known) => universe.measures.find(({ id }) => id === figure.measure)!
  const fresh = [...universe.figures.keys()].filter((index) => {
    const figure = universe.figures[index]!
    return figure.fresh && figure.copyOf === null
  })
  const targets = [
    ...fresh.flatMap((index) =>
      ownTargets(universe.figures[index]!, index, unit(universe.figures[index]!), policy),
    ),
    ...related(universe, fresh, find, 'below').flatMap((index) =>
      rowTargets(universe, universe.figures[index]!, index, unit(universe.figures[index]!), policy, find),
    ),
    ...related(universe, fresh, find, 'above').flatMap((index) =>
      universe.dimensions.flatMap((dimension) =>
        remainders(
          universe,
          dimension,
          universe.figures[index]!,
          index,
          unit(universe.figures[index]!),
          policy,
          find,
        ),
      ),
    ),
    ...changes(universe, policy),
  ]
  return targets.filter(
    (target) =>
      target.terms.some(([index]) => universe.figures[index]!.fresh) &&
      target.terms.some(([index]) => universe.figures[index]!.state !== 'published'),
  )
}

/** The fresh figures with every figure, of whatever release, that lies above or below one of them in one dimension. */
const related = (universe: Universe, fresh: readonly number[], find: Find, where: 'above' | 'below') => {
  const found = new Set(fresh)
  for (const index of fresh) {
    const figure = universe.figures[index]!
    for (const dimension of universe.dimensions) {
      const node = figure.at[dimension.id] ?? WHOLE
      for (const id of [WHOLE, ...dimension.nodes.map((candidate) => candidate.id)]) {
        const linked = where === 'above' ? isWithin(dimension, node, id) : isWithin(dimension, id, node)
        if (id === node || !linked) continue
        const other = find(figure, dimension, id)
        if (other !== undefined) found.add(other)
      }
    }
  }
  return [...found]
}

/** Targets that earlier releases left to be defended. */
export const storedTargets = (universe: Universe, releases: readonly Release[]): readonly Target[] => {
  const place = new Map(universe.figures.map((figure, index) => [`${figure.edition}|${figure.key}`, index]))
  return releases.flatMap((release) =>
    release.targets.map(({ terms, ...target }) => ({
      ...target,
      terms: terms.map(
        ({ key, edition, coefficient }) => [place.get(`${edition}|${key}`)!, coefficient] as const,
      ),
    })),
  )
}

type Find = (figure: Known, dimension: Dimension, node: string) => number | undefined

const finder = (universe: Universe): Find => {
  const place = new Map(universe.figures.map((figure, index) => [`${figure.edition}|${figure.key}`, index]))
  return (figure, dimension, node) =>
    place.get(`${figure.edition}|${figureKey(figure.measure, moved(figure.at, dimension.id, node))}`)
}

const ownTargets = (figure: Known, index: number, measure: Measure, policy: Policy): Target[] => {
  const own = needOf(figure, measure.unit, policy)
  return own ? [{ ...own, terms: [[index, 1]], value: figure.value }] : []
}

/** "Nobody" and "(almost) everybody" along each dimension that describes the person. */
const rowTargets = (
  universe: Universe,
  figure: Known,
  index: number,
  measure: Measure,
  policy: Policy,
  find: Find,
): Target[] => {
  const rule = policy.tiers[figure.tier]
  if (measure.unit !== 'persons') return []
  return universe.dimensions.flatMap((dimension): Target[] => {
    if (dimension.describes !== 'person' || (figure.at[dimension.id] ?? WHOLE) === WHOLE) return []
    const total = nearestAbove(dimension, figure, find)
    if (total === undefined) return []
    const rest = universe.figures[total]!.value - figure.value
    if (figure.value === 0 && rest > 0 && rule.hideZeros)
      return [{ reason: 'zero', terms: [[index, 1]], value: 0, ...smallInterval(0, rule.persons) }]
    if (figure.value === 0 || rest < 0 || rest >= rule.persons || !rule.hideFullRows) return []
    const terms: Target['terms'] = [
      [total, 1],
      [index, -1],
    ]
    return [{ reason: 'full-row', terms, value: rest, ...smallInterval(rest, rule.persons) }]
  })
}

const nearestAbove = (dimension: Dimension, figure: Known, find: Find) => {
  let node: string | undefined = figure.at[dimension.id]!
  while (node !== undefined && node !== WHOLE) {
    node = parentOf(dimension, node)
    const found = node === undefined ? undefined : find(figure, dimension, node)
    if (found !== undefined) return found
  }
  return undefined
}

/** What subtraction gives: the total less the parts that are listed, and for two overlapping parts what they share. */
const remainders = (
  universe: Universe,
  dimension: Dimension,
  figure: Known,
  index: number,
  measure: Measure,
  policy: Policy,
  find: Find,
): Target[] => {
  const parts = partsOf(dimension, measure)
  if (parts !== 'disjoint' && parts !== 'overlapping') return []
  const node = figure.at[dimension.id] ?? WHOLE
  const below = dimension.nodes
    .map(({ id }) => id)
    .filter((id) => id !== node && isWithin(dimension, id, node) && find(figure, dimension, id) !== undefined)
  const listed = below.filter((id) => !below.some((other) => other !== id && isWithin(dimension, id, other)))
  if (listed.length === 0) return []
  const uncovered = leavesOf(dimension, node).filter(
    (leaf) => !listed.some((id) => isWithin(dimension, leaf, id)),
  )
  const complete = uncovered.length === 0 && (node !== WHOLE || dimension.exhaustive !== false)
  const indexes = listed.map((id) => find(figure, dimension, id)!)
  const taken = (coefficient: number, chosen: readonly number[]): Target['terms'] => [
    [index, coefficient],
    ...chosen.map((part) => [part, -coefficient] as const),
  ]
  if (parts === 'disjoint')
    return complete ? [] : small(universe, 'remainder', taken(1, indexes), measure, policy, figure)
  return [
    ...indexes.flatMap((part) => small(universe, 'remainder', taken(1, [part]), measure, policy, figure)),
    ...(complete && indexes.length === 2
      ? small(universe, 'remainder', taken(-1, indexes), measure, policy, figure)
      : []),
  ]
}

/** A target when the combination counts 1 to threshold − 1 people. */
const small = (
  universe: Universe,
  reason: Reason,
  terms: Target['terms'],
  measure: Measure,
  policy: Policy,
  { tier }: Known,
): Target[] => {
  const rule = policy.tiers[tier]
  const sum = (of: (figure: Known) => number) =>
    terms.reduce((total, [index, coefficient]) => total + coefficient * of(universe.figures[index]!), 0)
  const value = sum((figure) => figure.value)
  const threshold = measure.unit === 'organizations' ? rule.organizations : rule.persons
  if (measure.unit === 'cents') {
    const persons = Math.abs(sum((figure) => figure.persons))
    const few = persons > 0 && persons < threshold && value !== 0
    return few ? [{ reason, terms, value, ...marginInterval(value, Math.abs(value) * policy.margin) }] : []
  }
  if (value === 0 || Math.abs(value) >= threshold) return []
  return [{ reason, terms, value, ...changeInterval(value, threshold) }]
}

const changes = (universe: Universe, policy: Policy): Target[] =>
  universe.pairs.flatMap(({ kind, later, earlier }) => {
    const figure = universe.figures[later]!
    const measure = universe.measures.find(({ id }) => id === figure.measure)!
    const terms: Target['terms'] = [
      [later, 1],
      [earlier, -1],
    ]
    return small(universe, kind, terms, measure, policy, figure)
  })
