// Whether a history of published tables withstands the independent attacker. The thresholds are written out again here.
import type { PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { type Hints, type Name, outside } from './outside.ts'
import { unchanged } from './scenarios.ts'

const PERSONS = 5
const ORGANIZATIONS = 2

export type Breach = {
  readonly what: string
  readonly name: Name
  readonly low: number
  readonly high: number
}

export type Sensitive = {
  readonly name: Name
  readonly value: number
  readonly low: number
  readonly high: number
}

export const keyOf = (at: Readonly<Record<string, string>>): string =>
  `people|${Object.entries(at)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, node]) => `${id}=${node}`)
    .join('&')}`

/** Tier 1, by the book: 1 to 4 people, or a single organization. */
export const sensitive = (publications: readonly PublicationSpec[]): readonly Sensitive[] =>
  publications.flatMap((publication) =>
    publication.cells.flatMap(({ at, value, contributions }): Sensitive[] => {
      const name = `${publication.edition ?? 1}|${keyOf(at)}`
      const organizations = Object.values(contributions ?? {}).filter((part) => part > 0).length
      if (value > 0 && value < PERSONS) return [{ name, value, low: 0, high: PERSONS }]
      if (value === 0 || organizations >= ORGANIZATIONS) return []
      const width = Math.max(PERSONS, Math.ceil(value / 5))
      return [{ name, value, low: Math.max(0, value - width), high: value + width }]
    }),
  )

/** What the published percentages say, as the reader computes it. */
const quotientsOf = (publications: readonly PublicationSpec[], tables: readonly PublishedTable[]) =>
  tables.flatMap((table) => {
    const statistics = publications.find(
      ({ id, edition }) => id === table.id && (edition ?? 1) === table.edition,
    )!.statistics
    return table.statistics.flatMap((shown) => {
      const statistic = statistics?.find(({ id }) => id === shown.id)
      if (shown.kind === 'hidden' || statistic?.kind !== 'percent') return []
      const [top, base] = [statistic.part, statistic.base].map(({ at }) => `${table.edition}|${keyOf(at)}`)
      return [{ top: top!, base: base!, low: (shown.value - 0.5) / 100, high: (shown.value + 0.5) / 100 }]
    })
  })

export const hintsOf = (
  publications: readonly PublicationSpec[],
  tables: readonly PublishedTable[],
): Hints & {
  readonly changed: ReturnType<typeof unchanged>['changed']
} => {
  const names = new Set(tables.flatMap((table) => table.cells.map((cell) => `${table.edition}|${cell.key}`)))
  const released = publications.filter(({ id, edition }) =>
    tables.some((table) => table.id === id && table.edition === (edition ?? 1)),
  )
  const { same, changed } = unchanged(released, keyOf)
  return {
    same: same.filter(([left, right]) => names.has(left) && names.has(right)),
    changed: changed.filter(({ later, earlier }) => names.has(later) && names.has(earlier)),
    quotients: quotientsOf(released, tables),
  }
}

/** Everything that gives way: outsiders on figures and on small changes, then insiders on everybody else's figures. */
export const breaches = (
  publications: readonly PublicationSpec[],
  tables: readonly PublishedTable[],
  { insiders = true }: { readonly insiders?: boolean } = {},
): readonly Breach[] => {
  const hints = hintsOf(publications, tables)
  const names = new Set(tables.flatMap((table) => table.cells.map((cell) => `${table.edition}|${cell.key}`)))
  const secrets = sensitive(publications).filter(({ name }) => names.has(name))
  const reader = outside(tables, hints)
  const found: Breach[] = []
  for (const { name, low, high } of new Map(secrets.map((secret) => [secret.name, secret])).values()) {
    const range = reader.range([[name, 1]])
    if (range.low > low || range.high < high) found.push({ what: 'outsider', name, ...range })
  }
  for (const { later, earlier, by } of hints.changed) {
    if (Math.abs(by) >= PERSONS) continue
    const range = reader.range([
      [later, 1],
      [earlier, -1],
    ])
    const [low, high] = by > 0 ? [0, Math.max(PERSONS, by + 1)] : [-Math.max(PERSONS, 1 - by), 0]
    if (range.low > low || range.high < high)
      found.push({ what: 'change', name: `${later} − ${earlier}`, ...range })
  }
  if (tables.length === 1)
    for (const cell of tables[0]!.cells) {
      const name = `${tables[0]!.edition}|${cell.key}`
      const range = cell.kind === 'hidden' ? reader.range([[name, 1]]) : null
      if (range && range.low === range.high) found.push({ what: 'exact', name, ...range })
    }
  return insiders ? [...found, ...insideBreaches(publications, tables, hints, secrets)] : found
}

const insideBreaches = (
  publications: readonly PublicationSpec[],
  tables: readonly PublishedTable[],
  hints: Hints,
  secrets: readonly Sensitive[],
): Breach[] => {
  const hidden = new Set(
    tables.flatMap((table) =>
      table.cells.filter(({ kind }) => kind === 'hidden').map((cell) => `${table.edition}|${cell.key}`),
    ),
  )
  const cells = publications.flatMap((publication) =>
    publication.cells.map((cell) => ({ ...cell, name: `${publication.edition ?? 1}|${keyOf(cell.at)}` })),
  )
  const open = cells.filter(({ name }) => hidden.has(name))
  const minds: Map<Name, { equal?: number; min?: number }>[] = open
    .filter(({ value }) => value > 0 && value <= 2)
    .map(({ name, value }) => new Map([[name, { equal: value }]]))
  for (const union of new Set(open.flatMap(({ contributions }) => Object.keys(contributions ?? {})))) {
    const mind = new Map<Name, { equal?: number; min?: number }>()
    for (const { name, value, contributions } of open) {
      const own = contributions?.[union] ?? 0
      if (own > 0) mind.set(name, own === value ? { equal: value } : { min: own })
    }
    minds.push(mind)
  }
  return minds.flatMap((known) => {
    const insider = outside(tables, { ...hints, known })
    return secrets.flatMap(({ name }): Breach[] => {
      if (known.get(name)?.equal !== undefined || !hidden.has(name)) return []
      const range = insider.range([[name, 1]])
      return range.low === range.high ? [{ what: 'insider', name, ...range }] : []
    })
  })
}
