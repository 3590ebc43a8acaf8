import type { Dimension } from './dimension.ts'
import { keptWith } from './keep.ts'
import type { Measure, Statistic } from './publication.ts'
import type { Figure } from './raw.ts'
import { seal } from './seal.ts'
import type { PublishedTable } from './table.ts'

/** A figure as it was released: with its value, or hidden. `displayed` false: it never stood in the table. */
export type ReleasedFigure = Figure & { readonly shown: boolean; readonly displayed: boolean }

/** What an attacker's interval of Σ coefficient × figure must reach, kept so that later releases defend it too. */
export type StoredTarget = {
  readonly reason: Reason
  readonly terms: readonly { readonly key: string; readonly edition: number; readonly coefficient: number }[]
  readonly value: number
  readonly atMost: number
  readonly atLeast: number
}

/** Why a figure, or a difference of figures, needs protection. */
export type Reason =
  | 'few-persons'
  | 'few-organizations'
  | 'few-contributors'
  | 'dominant-contributor'
  | 'zero'
  | 'full-row'
  | 'remainder'
  | 'change'
  | 'correction'

/** One release as the ledger keeps it. It holds hidden values: store it where the facts themselves are stored. */
export type Release = {
  readonly publication: string
  readonly population: string
  readonly edition: number
  readonly policy: string
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly figures: readonly ReleasedFigure[]
  /** With the number that was published, or null when it was hidden. */
  readonly statistics: readonly { readonly statistic: Statistic; readonly shown: number | null }[]
  readonly targets: readonly StoredTarget[]
}

declare const secret: unique symbol

/** Every earlier release. Like a publication it cannot be printed or serialized by accident. */
export type Ledger = { readonly [secret]: true; readonly toJSON: () => never }

const contents = new WeakMap<object, readonly Release[]>()

/** A ledger made of the records that `ledgerRecords` gave. With none: the ledger before the first release. */
export const ledger = (records: readonly Release[] = []): Ledger => {
  const refuse = (): never => {
    throw new TypeError(
      'A release ledger holds hidden values: use ledgerRecords() and keep them as secret as the facts',
    )
  }
  const sealed = Object.create(null, {
    toJSON: { value: refuse },
    [Symbol.toPrimitive]: { value: refuse },
    [Symbol.for('nodejs.util.inspect.custom')]: { value: () => `Ledger(${records.length} releases)` },
  })
  contents.set(sealed, [...records])
  return Object.freeze(sealed) as Ledger
}

/** What the ledger holds, hidden values included, as plain JSON: for the restricted store, never for a reader. */
export const ledgerRecords = (sealed: Ledger): readonly Release[] => {
  const records = contents.get(sealed)
  if (!records) throw new TypeError('Not a ledger made by ledger()')
  return records
}

/**
 * The ledger after a release; nothing may leave before it is stored. Null when the ledger has other releases on the
 * population than those the table was attacked with: protect it again.
 */
export const record = (sealed: Ledger, table: PublishedTable): Ledger | null => {
  const { release, against } = keptWith(table)
  const records = ledgerRecords(sealed)
  const now = records.filter(({ population }) => population === release.population).map(releaseName)
  const isSame = now.length === against.length && now.every((name, index) => name === against[index])
  if (!isSame) return null
  return now.includes(releaseName(release)) ? sealed : ledger([...records, release])
}

/** Internal: tells releases apart. */
export const releaseName = ({ publication, edition }: Release): string => `${edition}|${publication}`

/**
 * A table read back from storage, once more usable as protected; null when it is not, figure for figure, what the
 * ledger says was released.
 */
export const reopen = (stored: PublishedTable, sealed: Ledger): PublishedTable | null => {
  const release = ledgerRecords(sealed).find(
    ({ publication, edition }) => publication === stored.id && edition === stored.edition,
  )
  if (!release) return null
  const figures = new Map(
    release.figures.filter((figure) => figure.displayed).map((figure) => [figure.key, figure]),
  )
  const statistics = new Map(release.statistics.map(({ statistic, shown }) => [statistic.id, shown]))
  const alike =
    figures.size === stored.cells.length &&
    stored.cells.every((cell) => {
      const figure = figures.get(cell.key)
      return figure && (cell.kind === 'shown' ? figure.shown && figure.value === cell.value : !figure.shown)
    }) &&
    stored.statistics.every((cell) => statistics.get(cell.id) === (cell.kind === 'shown' ? cell.value : null))
  if (!alike) return null
  const cells = stored.cells.map(({ key, measure, at, ...cell }) =>
    cell.kind === 'shown'
      ? { key, measure, at, kind: cell.kind, value: cell.value }
      : { key, measure, at, kind: cell.kind },
  )
  return seal({ ...stored, cells })
}
