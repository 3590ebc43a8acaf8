import type { Dimension, DimensionNode, Parts } from '@asamblea/disclosure/dimension'
import type { Release } from '@asamblea/disclosure/ledger'
import type { Cell as PublicationCell, PublicationSpec, Statistic } from '@asamblea/disclosure/publication'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Cell, WeighedCell } from '#platform/facts/raw.ts'
import { labelsOf, unknownLabel, unknownNode, valueLabel } from '../labels.ts'
import type { Term } from './terms.ts'

/** Where in time a publication stands, and the nodes that the ledger already knows. */
export type Moment = { dimension: string; node: string; label: { es: string; en: string } }

type Given = {
  id: string
  edition: number
  term: Term
  cells: readonly (WeighedCell | Cell)[]
  moment: Moment
  /** A running total since the award began, rather than one period's. */
  cumulative: boolean
  /** What was released before on the same population. */
  earlier: readonly Pick<Release, 'dimensions' | 'measures'>[]
  kinds: FactKinds
}

/** Makes of raw cells what `protect` takes: stable coordinates, complete classifications, zeros said as zeros. */
export const specOf = ({
  id,
  edition,
  term,
  cells,
  moment,
  cumulative,
  earlier,
  kinds,
}: Given): PublicationSpec => {
  const { breakdown } = term.definition
  const measure = cumulative ? 'cumulative' : 'count'
  const dimensions = dimensionsOf(term, cells, moment, earlier.at(-1)?.dimensions ?? [], kinds)
  const base = { ...term.at, [moment.dimension]: moment.node }
  const counted = cells.map((cell) => ({ cell, at: { ...base, ...nodes(cell.key) } }))
  const duration = term.definition.measure.measure === 'duration'
  const given = [
    ...counted.map(({ cell, at }) => publicationCell(cell, at, measure, duration)),
    ...zeros(breakdown, counted, base, dimensions, measure),
  ]
  const statistics: Statistic[] = duration
    ? counted.map(({ cell, at }) => ({
        kind: 'median',
        id: statisticId(at),
        value: cell.value,
        base: { at, measure },
        step: 1,
      }))
    : []
  return {
    id,
    edition,
    population: term.population,
    title: { es: term.population, en: term.population },
    tier: term.tier,
    dimensions,
    measures: [
      {
        id: measure,
        label: { es: term.population, en: term.population },
        unit: term.unit,
        parts: partsWith(earlier, measure, partsOf(term, cells, moment, cumulative, kinds)),
      },
    ],
    cells: [...new Map(given.toReversed().map((cell) => [statisticId(cell.at), cell])).values()],
    ...(statistics.length > 0 && { statistics }),
    coarsen: [],
  }
}

/** The name of a statistic: the same for the same coordinates, in whatever order. */
export const statisticId = (at: Readonly<Record<string, string>>): string =>
  `median|${Object.entries(at)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, node]) => `${dimension}=${node}`)
    .join('|')}`

const nodes = (key: Cell['key']) =>
  Object.fromEntries(Object.entries(key).map(([dimension, value]) => [dimension, value ?? unknownNode]))

const publicationCell = (
  cell: WeighedCell | Cell,
  at: Record<string, string>,
  measure: string,
  duration: boolean,
): PublicationCell => {
  const { persons } = cell
  const weight = 'own' in cell ? weighed(cell) : { organizations: cell.organizations }
  return { at, measure, value: duration ? (cell.base ?? 0) : cell.value, persons, ...weight }
}

const enough = 3
/**
 * How many organizations stand between a number and each one's secret. The publisher knows its own part: beside it, one other
 * organization stands alone; a number of the publisher's alone is nobody else's secret.
 */
const weighed = ({ value, own, organizations, largest, second }: WeighedCell) => {
  if (own > 0 && own >= value) return { organizations: enough, largest: 0, second: 0 }
  return { organizations: own > 0 ? organizations - 1 : organizations, largest, second }
}

/** A classification that lists only what it found would say by its silence what is nowhere: so zero is said. */
const zeros = (
  breakdown: readonly string[],
  counted: readonly { at: Record<string, string> }[],
  base: Record<string, string>,
  dimensions: readonly Dimension[],
  measure: string,
): PublicationCell[] => {
  const zero = (at: Record<string, string>) => ({ at, measure, value: 0, persons: 0, organizations: 0 })
  const singles = breakdown.flatMap((name) => {
    const seen = new Set(counted.map(({ at }) => at[name]))
    const dimension = dimensions.find(({ id }) => id === name)!
    return dimension.nodes.filter(({ id }) => !seen.has(id)).map(({ id }) => zero({ ...base, [name]: id }))
  })
  const pairs =
    breakdown.length < 2 ? [] : combinations(breakdown, counted).map((at) => zero({ ...base, ...at }))
  const nothing = counted.length === 0 ? [zero(base)] : []
  return [...nothing, ...singles, ...pairs]
}

/** Combinations of values that occur, each by itself, and never together. */
const combinations = (breakdown: readonly string[], counted: readonly { at: Record<string, string> }[]) => {
  const id = (at: Record<string, string>) => breakdown.map((name) => at[name]).join('\n')
  const whole = counted.filter(({ at }) => breakdown.every((name) => at[name] !== undefined))
  const known = new Set(whole.map(({ at }) => id(at)))
  const found = breakdown.map((name) => [...new Set(whole.map(({ at }) => at[name]!))])
  const all = found.reduce<Record<string, string>[]>(
    (some, values, place) =>
      some.flatMap((at) => values.map((value) => ({ ...at, [breakdown[place]!]: value }))),
    [{}],
  )
  return all.filter((at) => !known.has(id(at)))
}

const dimensionsOf = (
  { definition, at }: Term,
  cells: readonly Cell[],
  moment: Moment,
  earlier: readonly Dimension[],
  kinds: FactKinds,
): Dimension[] => {
  const names = [...new Set([...definition.breakdown, ...Object.keys(at)])]
  const before = (id: string) => earlier.find((dimension) => dimension.id === id)?.nodes ?? []
  const merge = (id: string, now: readonly DimensionNode[]) => [
    ...before(id),
    ...now.filter((node) => !before(id).some((known) => known.id === node.id)),
  ]
  const time: Dimension = {
    id: moment.dimension,
    label: { es: 'periodo', en: 'period' },
    describes: 'time',
    parts: 'disjoint',
    nodes: merge(moment.dimension, [{ id: moment.node, label: moment.label }]).toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    // Other periods than the published ones exist: what all of time sums up to is told nowhere.
    exhaustive: false,
  }
  const others = names.map((id): Dimension => {
    const group = id.includes('.in.')
    const { label, describes, values } = labelsOf(group ? id.slice(0, id.indexOf('.in.')) : id, kinds)
    const seen = cells.flatMap(({ key }) => (id in key ? [key[id] ?? unknownNode] : []))
    const wanted = [...Object.keys(values), ...seen, ...(at[id] ? [at[id]] : []), unknownNode]
    const now = group
      ? [
          { id: 'in', label: { es: 'dentro', en: 'inside' } },
          { id: 'out', label: { es: 'fuera', en: 'outside' } },
        ]
      : [...new Set(wanted)].map((node) => ({
          id: node,
          label: node === unknownNode ? unknownLabel : valueLabel(id, node, kinds),
        }))
    return { id, label, describes, parts: 'disjoint', nodes: merge(id, now) }
  })
  return [time, ...others]
}

/**
 * All releases of a population are attacked as one, and the newest says how parts relate: so it says it of dimensions too that only
 * earlier ones were broken down by, and what overlapped once is never taken for a sum.
 */
const partsWith = (
  earlier: Given['earlier'],
  measure: string,
  own: Record<string, Parts>,
): Record<string, Parts> => {
  const before = earlier.flatMap(({ measures }) =>
    measures.filter(({ id }) => id === measure).flatMap(({ parts }) => Object.entries(parts ?? {})),
  )
  const overlapping = before.filter(([, parts]) => parts === 'overlapping')
  return { ...Object.fromEntries(before), ...own, ...Object.fromEntries(overlapping) }
}

const partsOf = (
  term: Term,
  cells: readonly Cell[],
  moment: Moment,
  cumulative: boolean,
  kinds: FactKinds,
): Record<string, Parts> => {
  const groups = [...new Set([...term.definition.breakdown, ...Object.keys(term.at)])].map((name) => [
    name,
    term.adds.groups === 'disjoint' || addsUp(name, cells, kinds)
      ? ('disjoint' as const)
      : ('overlapping' as const),
  ])
  return {
    ...Object.fromEntries(groups),
    [moment.dimension]: cumulative ? ('cumulative' as const) : term.adds.time,
  }
}

/** Whether nobody is in two groups of what describes a person: then it is a sum, which is how a reader will take it. */
const addsUp = (name: string, cells: readonly Cell[], kinds: FactKinds): boolean => {
  if (labelsOf(name, kinds).describes !== 'person') return false
  const totals = cells.filter(({ key }) => !(name in key))
  const rest = ({ key }: Cell) =>
    JSON.stringify(
      Object.entries(key)
        .filter(([id]) => id !== name)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  const sums = new Map<string, number>()
  for (const cell of cells)
    if (name in cell.key) sums.set(rest(cell), (sums.get(rest(cell)) ?? 0) + cell.value)
  return totals.every((total) => sums.size === 0 || (sums.get(rest(total)) ?? 0) === total.value)
}
