import type { Counted, Definition, Facts } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { digestOf } from '../canonical.ts'
import type { Unit } from '../schema.ts'

/**
 * One thing that is counted and protected by itself. Everything of one `population` can be subtracted from each other, and is
 * attacked together; a count over several kinds is the sum of one term for each, so that kinds never hide inside a sum.
 */
export type Term = {
  population: string
  /** What is asked of the facts, with the breakdown. */
  definition: Definition
  /** The coordinates that its filters stand for. */
  at: Readonly<Record<string, string>>
  unit: 'persons' | 'organizations' | 'events' | 'cents'
  /** How its values over several periods and over several groups relate. */
  adds: { time: 'disjoint' | 'overlapping' | 'successive'; groups: 'disjoint' | 'overlapping' }
  tier: 0 | 1 | 2 | 3
}

/** What a figure is made of: a sum of terms, or two such sums, one part of the other. */
export type Sums =
  | { sums: 'one'; of: Term[] }
  | { sums: 'ratio'; part: Term[]; whole: Term[] }
  | { sums: 'duration'; of: Term }

/** Everything that a figure is counted from. */
export const termsIn = (sums: Sums): Term[] => {
  if (sums.sums === 'ratio') return [...sums.part, ...sums.whole]
  return sums.sums === 'one' ? sums.of : [sums.of]
}

export const sumsOf = ({ measure, breakdown }: Definition, kinds: FactKinds): Sums => {
  if (measure.measure === 'ratio')
    return {
      sums: 'ratio',
      part: termsOf(measure.part, breakdown, kinds),
      whole: termsOf(measure.whole, breakdown, kinds),
    }
  if (measure.measure === 'duration') {
    const names = [...measure.from, ...measure.to]
    const population = `duration.${measure.thread}.${measure.statistic}:${joined(measure.from)}>${joined(measure.to)}`
    const of: Term = {
      population,
      definition: { measure, breakdown },
      at: {},
      unit: 'events',
      adds: { time: 'disjoint', groups: 'disjoint' },
      tier: tierOf(names, kinds),
    }
    return { sums: 'duration', of }
  }
  return { sums: 'one', of: termsOf(measure, breakdown, kinds) }
}

const termsOf = (counted: Counted, breakdown: string[], kinds: FactKinds): Term[] => {
  if (counted.measure === 'stock') {
    const { began, ended } = counted
    return [
      {
        // What a stock counts is told by its kinds alone: one filter holds for what began and for what ended (see problems.ts).
        population: `stock:${joined(began.kinds)}${ended ? `>${joined(ended.kinds)}` : ''}`,
        definition: { measure: counted, breakdown },
        at: coordinates(began),
        unit: 'events',
        adds: { time: 'successive', groups: 'disjoint' },
        tier: tierOf([...began.kinds, ...(ended?.kinds ?? [])], kinds),
      },
    ]
  }
  if (counted.measure === 'flow')
    return [...new Set(counted.kinds)].toSorted().map((kind) => ({
      population: `flow.${counted.of}:${kind}`,
      definition: { measure: { ...counted, kinds: [kind] }, breakdown },
      at: coordinates(counted),
      unit: counted.of === 'facts' ? 'events' : quantityUnit(kinds[kind]?.unit),
      adds: { time: 'disjoint', groups: 'disjoint' },
      tier: tierOf([kind], kinds),
    }))
  const unit = { subjects: 'persons', records: 'events', organizations: 'organizations' } as const
  return [
    {
      population: `distinct.${counted.of}:${joined(counted.kinds)}`,
      definition: { measure: counted, breakdown },
      at: coordinates(counted),
      unit: unit[counted.of],
      adds: { time: 'overlapping', groups: 'overlapping' },
      tier: tierOf(counted.kinds, kinds),
    },
  ]
}

/** One value is a coordinate like any other; several values are a group of their own, inside or outside of which everything is. */
const coordinates = ({ where }: Facts): Record<string, string> =>
  Object.fromEntries(where.map((filter) => [cutBy(filter), oneOf(filter) ?? 'in']))

/** The dimension that a filter cuts by: the one it names, or the group that its values make. */
export const cutBy = (filter: Filter): string =>
  oneOf(filter) === undefined
    ? `${filter.dimension}.in.${short([...new Set(filter.in)].toSorted())}`
    : filter.dimension

type Filter = Facts['where'][number]

const oneOf = (filter: Filter): string | undefined => {
  const values = [...new Set(filter.in)]
  return values.length === 1 ? values[0] : undefined
}

const joined = (names: readonly string[]) => [...new Set(names)].toSorted().join('+')

const short = (value: unknown) => digestOf(value).slice(0, 10)

export const tierOf = (names: readonly string[], kinds: FactKinds) =>
  // A kind that nobody declares is held as the most sensitive.
  Math.max(0, ...names.map((name) => (kinds[name] ? (kinds[name].tier ?? 1) : 3))) as Term['tier']

const quantityUnit = (unit: FactKinds[string]['unit']): Term['unit'] =>
  unit === 'people' ? 'persons' : unit === 'cents' ? 'cents' : 'events'

/** What a figure's number counts, for whoever reads it. */
export const unitOf = ({ measure }: Definition, kinds: FactKinds): Unit => {
  if (measure.measure === 'ratio') return 'percent'
  if (measure.measure === 'duration') return 'days'
  if (measure.measure === 'distinct')
    return ({ subjects: 'people', records: 'records', organizations: 'organizations' } as const)[measure.of]
  if (measure.measure === 'flow' && measure.of === 'quantity')
    return measure.kinds.map((kind) => kinds[kind]?.unit).find((unit) => unit !== undefined) ?? 'records'
  return 'records'
}

/** Whether somebody known to two organizations stands in it twice. */
export const countsPeople = ({ measure }: Definition): boolean => {
  if (measure.measure === 'ratio')
    return (
      countsPeople({ measure: measure.part, breakdown: [] }) ||
      countsPeople({ measure: measure.whole, breakdown: [] })
    )
  return measure.measure === 'distinct' && measure.of === 'subjects'
}
