import type { Counted, Facts, Measure } from '#platform/facts/definition.ts'

export type MeasureName = Measure['measure']
export type CountedName = Counted['measure']

const noFacts: Facts = { kinds: [], where: [] }

/** A measure with nothing chosen yet; what was chosen for another one is kept where it fits. */
export const emptyMeasure = (name: MeasureName, before?: Measure): Measure => {
  if (name === 'ratio') {
    const part = before && isCounted(before) ? before : emptyCounted('distinct')
    return { measure: 'ratio', part, whole: emptyCounted(part.measure) }
  }
  if (name === 'duration')
    return {
      measure: 'duration',
      from: before && isCounted(before) ? factsOf(before).kinds.slice(0, 6) : [],
      to: [],
      thread: 'record',
      statistic: 'median',
    }
  return emptyCounted(name, before && isCounted(before) ? factsOf(before) : noFacts)
}

export const emptyCounted = (name: CountedName, facts: Facts = noFacts): Counted => {
  if (name === 'stock') return { measure: 'stock', began: facts, ended: null }
  if (name === 'distinct') return { measure: 'distinct', of: 'subjects', ...facts }
  return { measure: 'flow', of: 'facts', ...facts }
}

export const factsOf = (counted: Counted): Facts =>
  counted.measure === 'stock' ? counted.began : { kinds: counted.kinds, where: counted.where }

const isCounted = (measure: Measure): measure is Counted =>
  measure.measure !== 'ratio' && measure.measure !== 'duration'

const isChosen = ({ kinds, where }: Facts) =>
  kinds.length > 0 && where.every((filter) => filter.dimension !== '' && filter.in.length > 0)

/** Whether everything is chosen that has to be, so that the server can say what it means. */
export const isWhole = (measure: Measure): boolean => {
  if (measure.measure === 'ratio') return isWhole(measure.part) && isWhole(measure.whole)
  if (measure.measure === 'duration') return measure.from.length > 0 && measure.to.length > 0
  if (measure.measure === 'stock')
    return isChosen(measure.began) && (measure.ended === null || isChosen(measure.ended))
  return isChosen(measure)
}

/** Every kind of fact that a measure speaks of. */
export const kindsOf = (measure: Measure): string[] => {
  if (measure.measure === 'ratio') return [...kindsOf(measure.part), ...kindsOf(measure.whole)]
  if (measure.measure === 'duration') return [...measure.from, ...measure.to]
  if (measure.measure === 'stock') return [...measure.began.kinds, ...(measure.ended?.kinds ?? [])]
  return measure.kinds
}
