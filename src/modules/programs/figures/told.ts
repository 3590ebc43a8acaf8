import type { Measure } from '#platform/facts/definition.ts'
import type { Figure, Value } from '../schema.ts'
import type { Published } from './store.ts'

/**
 * The least number of facts behind a figure that anybody who reads it knows of: its own number where it counts facts or what facts
 * are about, its base where it is a share or a duration, the evidence beside it where it is a sum. A sample is drawn within that,
 * so that whether it can be drawn tells nothing. None, where the figure is hidden.
 */
export const factsTold = (measure: Measure, published: readonly Published[]): number => {
  const figure = figureIn(published, 'period')
  if (figure?.value.kind !== 'shown') return 0
  if (measure.measure === 'ratio')
    return measure.whole.measure === 'flow' && measure.whole.of === 'quantity' ? 0 : shown(figure.base)
  if (measure.measure === 'duration') return shown(figure.base)
  if (measure.measure === 'flow' && measure.of === 'quantity')
    return shown(figureIn(published, 'evidence')?.value)
  return shown(figure.value)
}

/** The latest edition comes first. */
const figureIn = (published: readonly Published[], wanted: Published['scope']): Figure | undefined =>
  published.find(({ scope }) => scope === wanted)?.parts?.figure

const shown = (value: Value | undefined) => (value?.kind === 'shown' ? value.value : 0)
