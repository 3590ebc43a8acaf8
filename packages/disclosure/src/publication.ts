import { type Dimension, hasNode, type Parts, parentOf, type Text, WHOLE } from './dimension.ts'
import type { Tier } from './policy.ts'
import { type Figure, figureKey, type RawPublication, refKey, refsOf, sealPublication } from './raw.ts'

/** Coordinates of a figure: one node for each dimension named; the total over every dimension left out. */
export type At = Readonly<Record<string, string>>

export type Measure = {
  readonly id: string
  readonly label: Text
  /** What the values count. Money is whole cents. */
  readonly unit: 'persons' | 'organizations' | 'events' | 'cents'
  /** Where this measure's parts relate otherwise than the dimension says (events add up over quarters, people overlap). */
  readonly parts?: Readonly<Record<string, Parts>>
}

export type Cell = {
  readonly at: At
  /** A whole number, zero or more; cents for money. */
  readonly value: number
  /** The measure's id; may be left out when the publication has one measure. */
  readonly measure?: string
  readonly tier?: Tier
  /** Distinct people behind the figure; for a measure of persons it is the value. */
  readonly persons?: number
  /** Distinct organizations that contributed; with `contributions` it is their number. */
  readonly organizations?: number
  /** What each organization contributed to the value, by its id. Lets organizations be attacked from within. */
  readonly contributions?: Readonly<Record<string, number>>
  /** The largest value one person or organization put in; for money, the p %-rule needs it or `contributions`. */
  readonly largest?: number
  /** The second largest value one contributor put in. */
  readonly second?: number
  /** False: the figure serves percentages and relations and is never shown itself. */
  readonly publish?: boolean
  /** Above 1: hide this one later than others, as a headline. */
  readonly importance?: number
}

/** A figure named from a statistic: its measure (when there are several) and coordinates. */
export type FigureRef = { readonly at: At; readonly measure?: string }

export type Statistic =
  | { readonly kind: 'percent'; readonly id: string; readonly part: FigureRef; readonly base: FigureRef }
  /** `total` ÷ `base`, rounded to a multiple of `step`, in the unit of `total`. */
  | {
      readonly kind: 'mean'
      readonly id: string
      readonly total: FigureRef
      readonly base: FigureRef
      readonly step: number
    }
  /** Computed by the caller from the records, rounded here to a multiple of `step`. */
  | {
      readonly kind: 'median'
      readonly id: string
      readonly value: number
      readonly total?: FigureRef
      readonly base: FigureRef
      readonly step: number
    }

export type PublicationSpec = {
  /** Unique among releases: `2026-q1/participants`. */
  readonly id: string
  /** Whom it counts. Publications on the same population are attacked together. */
  readonly population: string
  /** Starts at 1. A correction of figures already released takes the next number. */
  readonly edition?: number
  readonly title: Text
  readonly tier: Tier
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly cells: readonly Cell[]
  readonly statistics?: readonly Statistic[]
  /** Dimensions that may be made coarser, first choice first; by default all that have levels, in their order. */
  readonly coarsen?: readonly string[]
}

declare const unprotected: unique symbol

/**
 * Figures not yet protected. It holds nothing that can be read, printed or serialized: `protect` alone opens it.
 */
export type Publication = { readonly id: string; readonly [unprotected]: true; readonly toJSON: () => never }

/**
 * Checks a specification and seals it.
 * @throws TypeError naming the first fault: an unknown dimension, node or measure, a value that is not a whole number,
 *   a figure given twice, people or organizations missing where the tier's thresholds may need them.
 */
export const publication = (spec: PublicationSpec): Publication => sealPublication(rawPublication(spec))

const rawPublication = (spec: PublicationSpec): RawPublication => {
  const fail = (fault: string): never => {
    throw new TypeError(`Publication ${spec.id}: ${fault}`)
  }
  if (spec.measures.length === 0) fail('no measure')
  for (const dimension of spec.dimensions) {
    for (const node of dimension.nodes) {
      if (node.id === WHOLE) fail(`dimension ${dimension.id} has a node without id`)
      if (node.within !== undefined && !hasNode(dimension, node.within))
        fail(`node ${node.id} lies within the unknown ${node.within}`)
      if (circles(dimension, node.id)) fail(`node ${node.id} lies in a circle`)
    }
  }
  const figures = spec.cells.map((cell) => figureOf(spec, cell, fail))
  const keys = new Set(figures.map((figure) => figure.key))
  if (keys.size !== figures.length) fail('a figure is given twice')
  const raw: RawPublication = {
    id: spec.id,
    population: spec.population,
    edition: spec.edition ?? 1,
    title: spec.title,
    tier: spec.tier,
    dimensions: spec.dimensions,
    measures: spec.measures,
    figures,
    statistics: spec.statistics ?? [],
    coarsen: spec.coarsen ?? spec.dimensions.map((dimension) => dimension.id),
  }
  for (const statistic of raw.statistics) {
    for (const ref of refsOf(statistic))
      if (ref.measure === undefined && spec.measures.length > 1)
        fail(`statistic ${statistic.id} does not say which measure it means`)
      else if (!keys.has(refKey(raw, ref)))
        fail(`statistic ${statistic.id} names a figure that is not in the publication`)
    if (statistic.kind !== 'percent' && !(Number.isInteger(statistic.step) && statistic.step > 0))
      fail(`statistic ${statistic.id} needs a whole rounding step`)
  }
  return raw
}

/** More steps upwards than there are nodes. */
const circles = (dimension: Dimension, node: string): boolean => {
  let steps = 0
  for (let up: string | undefined = node; up; up = parentOf(dimension, up))
    if (steps++ > dimension.nodes.length) return true
  return false
}

const figureOf = (spec: PublicationSpec, cell: Cell, fail: (fault: string) => never): Figure => {
  const measure =
    cell.measure === undefined && spec.measures.length === 1
      ? spec.measures[0]!
      : spec.measures.find(({ id }) => id === cell.measure)
  if (!measure) return fail(`unknown measure ${cell.measure}`)
  for (const [id, node] of Object.entries(cell.at)) {
    const dimension = spec.dimensions.find((candidate) => candidate.id === id)
    if (!dimension) return fail(`unknown dimension ${id}`)
    if (!hasNode(dimension, node)) return fail(`dimension ${id} has no node ${node}`)
  }
  const key = figureKey(measure.id, cell.at)
  if (!Number.isSafeInteger(cell.value) || cell.value < 0)
    return fail(`${key} is not a whole number of zero or more`)
  const tier = cell.tier ?? spec.tier
  const persons =
    measure.unit === 'persons'
      ? cell.value
      : (cell.persons ?? (tier === 0 || cell.value === 0 || measure.unit === 'organizations' ? 0 : null))
  if (persons === null) return fail(`${key} does not say how many people are behind it`)
  const contributors = cell.contributions && Object.values(cell.contributions).filter((part) => part > 0)
  if (contributors && measure.unit !== 'organizations') {
    const sum = contributors.reduce((total, part) => total + part, 0)
    if (sum < cell.value) return fail(`contributions to ${key} do not reach its value`)
    if (contributors.some((part) => part > cell.value))
      return fail(`a contribution to ${key} exceeds its value`)
  }
  const organizations =
    measure.unit === 'organizations'
      ? cell.value
      : (contributors?.length ?? cell.organizations ?? (tier === 0 || cell.value === 0 ? 0 : null))
  if (organizations === null) return fail(`${key} does not say how many organizations contributed`)
  const [largest, second] = contributors
    ? [...contributors].sort((left, right) => right - left)
    : [cell.largest, cell.second]
  if (
    measure.unit === 'cents' &&
    tier > 0 &&
    cell.value > 0 &&
    largest === undefined &&
    cell.largest === undefined
  )
    return fail(`${key} needs its largest contribution for the p %-rule`)
  return {
    at: cell.at,
    key,
    measure: measure.id,
    value: cell.value,
    tier,
    persons,
    organizations,
    contributions: cell.contributions ?? null,
    largest: cell.largest ?? largest ?? null,
    second: cell.second ?? second ?? 0,
    publish: cell.publish ?? true,
    importance: cell.importance ?? 1,
  }
}
