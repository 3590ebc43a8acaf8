import type { Dimension, Text } from './dimension.ts'
import type { At, Measure, Statistic } from './publication.ts'
import { isSealed } from './seal.ts'

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

/** Whether this very object came from `protect` or `reopen`: what a renderer asks before it renders. */
export const isPublished = (table: unknown): table is PublishedTable => isSealed(table)

export const hiddenNote: Text = {
  es: 's: dato no publicado para proteger a las personas. Se ocultan los números pequeños y otros que permitirían calcularlos.',
  en: 's: figure not published, to protect people. Small numbers are hidden, and others from which they could be worked out.',
}
