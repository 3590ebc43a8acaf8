import type { RawPublication } from './raw.ts'
import { seal } from './seal.ts'
import {
  HIDDEN,
  hiddenNote,
  type PublishedCell,
  type PublishedStatistic,
  type PublishedTable,
} from './table.ts'

/** Builds the public table from what was decided. */
export const tableOf = (
  raw: RawPublication,
  isShown: (key: string) => boolean,
  statistics: readonly (number | null)[],
  coarsened: readonly string[],
): PublishedTable => {
  const cells = raw.figures
    .filter((figure) => figure.publish)
    .map(({ key, measure, at, value }): PublishedCell => {
      const where = { key, measure, at: { ...at } }
      return isShown(key) ? { ...where, kind: 'shown', value } : { ...where, kind: 'hidden' }
    })
  const derived = raw.statistics.map((statistic, index): PublishedStatistic => {
    const value = statistics[index]
    const what = { id: statistic.id, measure: statistic.kind }
    return value === null || value === undefined
      ? { ...what, kind: 'hidden' }
      : { ...what, kind: 'shown', value }
  })
  const hides = [...cells, ...derived].some((cell) => cell.kind === 'hidden')
  return seal({
    kind: 'published',
    id: raw.id,
    population: raw.population,
    edition: raw.edition,
    title: raw.title,
    dimensions: raw.dimensions,
    measures: raw.measures,
    cells,
    statistics: derived,
    marker: HIDDEN,
    note: hides ? hiddenNote : null,
    coarsened,
  })
}
