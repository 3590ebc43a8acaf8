import type { Measure } from '#platform/facts/definition.ts'
import type { Figure, Value } from '../schema.ts'

/**
 * The least number of facts behind a figure that anybody who reads it knows of: its own number where it counts facts or what facts
 * are about, its base where it is a share or a duration. A sample is drawn within that, so that whether it can be drawn tells
 * nothing. None, where the figure is hidden, and of a sum: how many facts make it up is told nowhere.
 */
export const factsTold = (measure: Measure, figure: Figure | undefined): number => {
  if (figure?.value.kind !== 'shown') return 0
  if (measure.measure === 'ratio') return isSum(measure.whole) ? 0 : shown(figure.base)
  if (measure.measure === 'duration') return shown(figure.base)
  return isSum(measure) ? 0 : shown(figure.value)
}

const isSum = (measure: Measure) => measure.measure === 'flow' && measure.of === 'quantity'

const shown = (value: Value) => (value.kind === 'shown' ? value.value : 0)
