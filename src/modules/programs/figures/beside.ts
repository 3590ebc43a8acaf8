import type { FactKinds } from '#platform/facts/fact.ts'
import { type Term, tierOf } from './terms.ts'

/** How a population is told: in which way its facts are counted, and along which dimensions, time among them. */
export type Shape = {
  population: string
  dimensions: readonly string[]
  /** Period by period, or as a running total. */
  measures: readonly string[]
}

/** What one number may not stand beside: another way of counting a kind, or another cut of one dimension. */
export type Clash = { clash: 'way' | 'cut'; name: string }

/**
 * Why a number may not be published beside another; `undefined` when it may. Every kind of fact is counted in one way, and within
 * that way every dimension is cut in one way, time too: so numbers of different populations rest on different facts, and what
 * rests on the same facts is attacked as one. Kinds that are public from the start keep nothing, and are free.
 */
export const clashOf = (one: Shape, other: Shape, kinds: FactKinds): Clash | undefined => {
  const [names, others] = [kindsOf(one.population), kindsOf(other.population)]
  const shared = names.find((name) => others.includes(name))
  if (shared === undefined || tierOf([...names, ...others], kinds) === 0) return undefined
  if (one.population !== other.population) return { clash: 'way', name: shared }
  if (one.measures.some((measure) => !other.measures.includes(measure))) return { clash: 'way', name: shared }
  const cut = one.dimensions.find((id) =>
    other.dimensions.some((known) => known !== id && isCutOf(known) === isCutOf(id)),
  )
  return cut === undefined ? undefined : { clash: 'cut', name: isCutOf(cut) }
}

/** The kinds whose facts a population counts: a fact of any other kind never changes a number of it. */
export const kindsOf = (population: string): string[] => [
  ...new Set(population.slice(population.indexOf(':') + 1).split(/[+>]/)),
]

export const shapeOf = ({ population, definition, at }: Term, time?: string, measure = 'count'): Shape => ({
  population,
  dimensions: [...new Set([...definition.breakdown, ...Object.keys(at), ...(time ? [time] : [])])],
  measures: [measure],
})

/** What a dimension cuts: a group of values cuts what its values cut, and every calendar cuts time. */
const isCutOf = (dimension: string): string =>
  dimension.startsWith('period.') ? 'period' : dimension.split('.in.')[0]!
