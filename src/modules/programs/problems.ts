import {
  type Definition,
  type DefinitionProblem,
  definitionProblems,
  type Facts,
} from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { labelsOf } from './labels.ts'
import type { Both } from './schema.ts'

type Problem = {
  problem: DefinitionProblem['problem'] | 'kept_inside' | 'never_shared'
  name: string
  text: Both
}

/** Why a definition cannot be counted, each reason in a sentence; empty when it can. */
export const problemsOf = (definition: Definition, kinds: FactKinds): Problem[] => {
  const found = [...definitionProblems(definition, kinds), ...insideProblems(definition, kinds)]
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

const sentences: Record<Problem['problem'], (name: Both) => Both> = {
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
}
