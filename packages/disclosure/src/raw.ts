import { WHOLE } from './dimension.ts'
import type { At, Cell, FigureRef, Publication, PublicationSpec, Statistic } from './publication.ts'

/** A cell with every default filled in. */
export type Figure = Omit<Required<Cell>, 'contributions' | 'largest' | 'second'> & {
  readonly key: string
  readonly contributions: Readonly<Record<string, number>> | null
  readonly largest: number | null
  readonly second: number | null
}

export type RawPublication = Omit<Required<PublicationSpec>, 'cells' | 'statistics'> & {
  readonly figures: readonly Figure[]
  readonly statistics: readonly Statistic[]
}

const contents = new WeakMap<object, RawPublication>()

/** Internal: the figures behind a sealed publication. */
export const openPublication = (sealed: Publication): RawPublication => {
  const raw = contents.get(sealed)
  if (!raw) throw new TypeError('Not a publication made by publication()')
  return raw
}

/** Internal: seals figures that were checked before. */
export const sealPublication = (raw: RawPublication): Publication => {
  const refuse = (): never => {
    throw new TypeError(`Publication ${raw.id} is not protected: it cannot be serialized`)
  }
  const sealed = Object.create(null, {
    id: { value: raw.id, enumerable: true },
    toJSON: { value: refuse },
    [Symbol.toPrimitive]: { value: refuse },
    [Symbol.for('nodejs.util.inspect.custom')]: { value: () => `Publication(${raw.id}: unprotected)` },
  })
  contents.set(sealed, raw)
  return Object.freeze(sealed) as Publication
}

/** Stable over periods, editions and tables: the measure and the coordinates in a fixed order. */
export const figureKey = (measure: string, at: At): string =>
  `${encodeURIComponent(measure)}|${Object.entries(at)
    .filter(([, node]) => node !== WHOLE)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([dimension, node]) => `${encodeURIComponent(dimension)}=${encodeURIComponent(node)}`)
    .join('&')}`

/** The key of a figure named from a statistic of this publication. */
export const refKey = (raw: Pick<RawPublication, 'measures'>, ref: FigureRef): string =>
  figureKey(ref.measure ?? raw.measures[0]!.id, ref.at)

/** The figures a statistic rests on. */
export const refsOf = (statistic: Statistic): readonly FigureRef[] => {
  if (statistic.kind === 'percent') return [statistic.part, statistic.base]
  return statistic.total ? [statistic.total, statistic.base] : [statistic.base]
}
