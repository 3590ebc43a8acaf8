import type { DimensionNames, FactKinds } from '#platform/facts/fact.ts'
import { dimensionNames } from '#platform/facts/names.ts'
import type { Both } from './schema.ts'

/** A dimension of facts in words, with those of its values that have names. */
export const labelsOf = (id: string, kinds: FactKinds): DimensionNames & { id: string } => ({
  id,
  ...dimensionNames(id, kinds),
})

export const unknownLabel: Both = { es: 'Sin dato', en: 'Not known' }

export const valueLabel = (dimension: string, value: string, kinds: FactKinds): Both =>
  value === unknownNode
    ? unknownLabel
    : (dimensionNames(dimension, kinds).values[value] ?? { es: value, en: value })

/** How "not known" is written among the values of a dimension. */
export const unknownNode = '?'
