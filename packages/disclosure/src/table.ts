import type { Dimension, Text } from './dimension.ts'
import type { At, Measure, RawPublication, Statistic } from './publication.ts'

/** The one mark of a hidden figure, whatever the reason: a mark that told reasons apart would tell values. */
export const HIDDEN = 's'

/** A figure as anybody may see it. */
export type PublishedCell = {
  readonly key: string
  readonly measure: string
  readonly at: At
} & ({ readonly kind: 'shown'; readonly value: number } | { readonly kind: 'hidden' })

export type PublishedStatistic = {
  readonly id: string
  readonly measure: Statistic['kind']
} & ({ readonly kind: 'shown'; readonly value: number } | { readonly kind: 'hidden' })

declare const isProtected: unique symbol

/** What may leave. Plain data; nothing in it or behind it holds a hidden value. Only `protect` and `reopen` make one. */
export type PublishedTable = {
  readonly [isProtected]: true
  readonly kind: 'published'
  readonly id: string
  readonly population: string
  readonly edition: number
  readonly title: Text
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly cells: readonly PublishedCell[]
  readonly statistics: readonly PublishedStatistic[]
  readonly marker: typeof HIDDEN
  /** To print under the table; null when nothing is hidden. */
  readonly note: Text | null
  /** Dimensions shown coarser than they were given. */
  readonly coarsened: readonly string[]
}

const made = new WeakSet<object>()

/** Whether this very object came from `protect` or `reopen`: what a renderer asks before it renders. */
export const isPublished = (table: unknown): table is PublishedTable =>
  typeof table === 'object' && table !== null && made.has(table)

export const hiddenNote: Text = {
  es: 's: dato no publicado para proteger a las personas. Se ocultan los números pequeños y otros que permitirían calcularlos.',
  en: 's: figure not published, to protect people. Small numbers are hidden, and others from which they could be worked out.',
}

/** Internal: builds the public table from what was decided. */
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

/** Internal: marks plain data as protected, for good. */
export const seal = (plain: object): PublishedTable => {
  const table = deepFreeze(JSON.parse(JSON.stringify(plain)))
  made.add(table)
  return table
}

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
