import {
  type Definition,
  type DefinitionProblem,
  definitionProblems,
  type Facts,
} from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { canonical } from './canonical.ts'
import { type Clash, clashOf, shapeOf } from './figures/beside.ts'
import { cutBy, sumsOf, termsIn } from './figures/terms.ts'
import { labelsOf } from './labels.ts'
import type { Both } from './schema.ts'

export type Problem = {
  problem:
    | DefinitionProblem['problem']
    | 'kept_inside'
    | 'never_shared'
    | 'ended_otherwise'
    | 'cut_twice'
    | 'two_ways'
    | 'mean_subtracts'
    | 'beside'
  name: string
  text: Both
}
type Named = { problem: Exclude<Problem['problem'], 'beside'>; name: string }
type Stock = Extract<Definition['measure'], { measure: 'stock' }>

/** Why a definition cannot be counted by itself, each reason in a sentence; empty when it can. */
export const problemsOf = (definition: Definition, kinds: FactKinds): Problem[] => {
  const found = [
    ...definitionProblems(definition, kinds),
    ...insideProblems(definition, kinds),
    ...countingProblems(definition, kinds),
  ]
  const once = new Map(found.map((one) => [`${one.problem} ${one.name}`, one]))
  return [...once.values()].map((one) => ({ ...one, text: sentences[one.problem](named(one.name, kinds)) }))
}

const insideProblems = ({ measure, breakdown }: Definition, kinds: FactKinds) => {
  const parts = partsOf(measure)
  const names = parts.flatMap((part) => part.kinds)
  const dimensions = [...breakdown, ...parts.flatMap(({ where }) => where.map(({ dimension }) => dimension))]
  return [
    ...names.filter((name) => kinds[name]?.inside).map((name) => ({ problem: 'kept_inside' as const, name })),
    ...dimensions
      .filter((dimension) => names.some((name) => kinds[name]?.ownOnly?.includes(dimension)))
      .map((name) => ({ problem: 'never_shared' as const, name })),
  ]
}

/** What would tell small numbers to whoever subtracts one part of a definition from another. */
const countingProblems = ({ measure, breakdown }: Definition, kinds: FactKinds): Named[] => {
  const parts = partsOf(measure)
  const terms = termsIn(sumsOf({ measure, breakdown }, kinds))
  const shapes = terms.map((term) => shapeOf(term))
  const clashes = shapes.flatMap((one, at) =>
    [one, ...shapes.slice(0, at)].flatMap((other) => clashOf(one, other, kinds) ?? []),
  )
  return [
    ...stocksOf(measure).flatMap(({ began, ended }) =>
      ended && canonicalWhere(began) !== canonicalWhere(ended)
        ? [{ problem: 'ended_otherwise' as const, name: ended.kinds[0]! }]
        : [],
    ),
    ...parts.flatMap(({ where }) => twice([...where.map(cutBy), ...breakdown])),
    ...clashes.map(({ clash, name }) => ({
      problem: clash === 'way' ? ('two_ways' as const) : ('cut_twice' as const),
      name,
    })),
    ...(measure.measure === 'duration' && measure.statistic === 'mean' && terms.some(({ tier }) => tier > 0)
      ? [{ problem: 'mean_subtracts' as const, name: measure.to[0]! }]
      : []),
  ]
}

const twice = (names: readonly string[]) =>
  names
    .filter((name, at) => names.indexOf(name) < at)
    .map((name) => ({ problem: 'cut_twice' as const, name: name.split('.in.')[0]! }))

const stocksOf = (measure: Definition['measure']): Stock[] => {
  if (measure.measure === 'ratio') return [measure.part, measure.whole].flatMap(stocksOf)
  return measure.measure === 'stock' ? [measure] : []
}

/** The same text for filters that choose the same facts. */
const canonicalWhere = ({ where }: Facts) =>
  canonical(
    where
      .map(({ dimension, in: values }) => [dimension, ...[...new Set(values)].toSorted()])
      .toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1)),
  )

/** Why a number may not stand beside another, for whoever writes it or reads that it was withheld; `code` names the other. */
export const besideText = ({ clash, name }: Clash, kinds: FactKinds, code?: string): Both => {
  const { es, en } = name === 'period' ? { es: 'periodo', en: 'period' } : named(name, kinds)
  const other = code === undefined ? otherFigure : { es: `La cifra ${code}`, en: `The figure ${code}` }
  return clash === 'way'
    ? {
        es: `${other.es} ya cuenta «${es}» de otra manera o junto con otra cosa, y restando una de otra se sabrían números pequeños. Cada tipo de hecho se cuenta de una sola manera: cuéntalo igual.`,
        en: `${other.en} already counts “${en}” in another way or together with something else, and subtracting one from the other would tell small numbers. Each kind of fact is counted in one way only: count it alike.`,
      }
    : {
        es: `${other.es} cuenta los mismos hechos y ya divide por ${es} con otros cortes: restando una de otra se sabrían números pequeños. Usa los mismos cortes.`,
        en: `${other.en} counts the same facts and already divides by ${en} along other lines: subtracting one from the other would tell small numbers. Use the same lines.`,
      }
}

const otherFigure: Both = { es: 'Otra cifra', en: 'Another figure' }

const partsOf = (measure: Definition['measure']): Facts[] => {
  if (measure.measure === 'ratio') return [...partsOf(measure.part), ...partsOf(measure.whole)]
  if (measure.measure === 'duration') return [{ kinds: [...measure.from, ...measure.to], where: [] }]
  if (measure.measure === 'stock') return measure.ended ? [measure.began, measure.ended] : [measure.began]
  return [measure]
}

const named = (name: string, kinds: FactKinds): Both => {
  const kind = kinds[name]
  return kind ? { es: kind.es, en: kind.en } : labelsOf(name, kinds).label
}

const sentences: Record<Exclude<Problem['problem'], 'beside'>, (name: Both) => Both> = {
  unknown_kind: ({ es, en }) => ({
    es: `Nadie registra «${es}»: no hay qué contar.`,
    en: `Nobody records “${en}”: there is nothing to count.`,
  }),
  unknown_dimension: ({ es, en }) => ({
    es: `No todo lo que se cuenta dice su ${es}: no se puede separar ni elegir por él.`,
    en: `Not everything that is counted tells its ${en}: it cannot be broken down or chosen by it.`,
  }),
  no_people: ({ es, en }) => ({
    es: `«${es}» no dice qué persona es: no se pueden contar personas distintas.`,
    en: `“${en}” does not tell one person from another: different people cannot be counted.`,
  }),
  no_quantity: ({ es, en }) => ({
    es: `«${es}» no lleva una cantidad que sumar.`,
    en: `“${en}” carries no quantity to add up.`,
  }),
  kept_inside: ({ es, en }) => ({
    es: `«${es}» no sale de la organización que lo registra.`,
    en: `“${en}” never leaves the organization that records it.`,
  }),
  never_shared: ({ es, en }) => ({
    es: `El dato de ${es} no sale de la organización que lo registra.`,
    en: `The ${en} never leaves the organization that records it.`,
  }),
  ended_otherwise: ({ es, en }) => ({
    es: `Lo que empezó y lo que terminó («${es}») no se eligen igual. Si se pudieran, restando dos existencias se sabría quién terminó, aunque sea una sola persona. Pon las mismas condiciones en los dos lados.`,
    en: `What began and what ended (“${en}”) are not chosen alike. If they could be, subtracting two stocks would tell who ended, were it one person. Put the same conditions on both sides.`,
  }),
  cut_twice: ({ es, en }) => ({
    es: `El dato de ${es} se usa de dos maneras a la vez: o eliges por él, o separas por él, y siempre con los mismos valores.`,
    en: `The ${en} is used in two ways at once: either choose by it or break down by it, and always with the same values.`,
  }),
  two_ways: ({ es, en }) => ({
    es: `Las dos partes cuentan «${es}» de distinta manera, y de una se podría deducir lo que la otra protege. Cuenta las dos igual.`,
    en: `The two parts count “${en}” in different ways, and one could give away what the other protects. Count both alike.`,
  }),
  mean_subtracts: ({ es, en }) => ({
    es: `Con el promedio y el número de casos se obtiene la suma, y restando sumas se sabría cuánto tardó un solo caso de «${es}». Usa la mediana.`,
    en: `A mean and its number of cases give the sum, and subtracting sums would tell how long a single case of “${en}” took. Use the median.`,
  }),
}
