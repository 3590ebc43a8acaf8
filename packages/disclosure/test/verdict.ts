// Whether a history of published tables withstands the independent attacker. The thresholds are written out again here.
import type { PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { type Hints, type Name, type Outside, outside } from './outside.ts'
import { unchanged } from './scenarios.ts'

const THRESHOLDS = { 1: { persons: 5, organizations: 2 }, 2: { persons: 10, organizations: 3 } } as const

const thresholdsOf = (publication: PublicationSpec) => THRESHOLDS[publication.tier as 1 | 2]

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

/** By the book: too few people or organizations; at tier 2 also a zero in a row that is not empty. */
export const sensitive = (publications: readonly PublicationSpec[]): readonly Sensitive[] =>
  publications.flatMap((publication) => {
    const limits = thresholdsOf(publication)
    return publication.cells.flatMap(({ at, value, contributions }): Sensitive[] => {
      const name = `${publication.edition ?? 1}|${keyOf(at)}`
      const organizations = Object.values(contributions ?? {}).filter((part) => part > 0).length
      const speaks =
        publication.tier === 2 && value === 0 && rowsOf(publication, at).some(({ total }) => total > 0)
      if (speaks || (value > 0 && value < limits.persons))
        return [{ name, value, low: 0, high: limits.persons }]
      if (value === 0 || organizations >= limits.organizations) return []
      const width = Math.max(limits.persons, Math.ceil(value / 5))
      return [{ name, value, low: Math.max(0, value - width), high: value + width }]
    })
  })

/** The totals of the rows in which a figure stands, along dimensions that describe the person. */
const rowsOf = (publication: PublicationSpec, at: Readonly<Record<string, string>>) =>
  publication.dimensions.flatMap((dimension) => {
    if (dimension.describes !== 'person' || at[dimension.id] === undefined) return []
    const { [dimension.id]: _, ...rest } = at
    const cell = publication.cells.find((candidate) => keyOf(candidate.at) === keyOf(rest))
    return cell
      ? [
          {
            name: `${publication.edition ?? 1}|${keyOf(rest)}`,
            total: cell.value,
            two: dimension.parts === 'disjoint' && dimension.nodes.length === 2,
          },
        ]
      : []
  })

/** At tier 2, all or nearly all of a row in one category. */
const fullRows = (publications: readonly PublicationSpec[]) =>
  publications.flatMap((publication) =>
    publication.tier < 2
      ? []
      : publication.cells.flatMap(({ at, value }) =>
          rowsOf(publication, at).flatMap(({ name, total, two }) =>
            value > 0 && total - value < thresholdsOf(publication).persons
              ? [{ total: name, part: `${publication.edition ?? 1}|${keyOf(at)}`, rest: total - value, two }]
              : [],
          ),
        ),
  )

/** What a reader gets by subtraction from a union: the total less a part, and for two parts what they share. */
const leftovers = (publications: readonly PublicationSpec[]) => {
  const values = new Map<Name, number>(
    publications.flatMap(({ edition, cells }) =>
      cells.map(({ at, value }) => [`${edition ?? 1}|${keyOf(at)}`, value] as const),
    ),
  )
  return publications.flatMap((publication) =>
    publication.dimensions
      .filter(({ parts }) => parts === 'overlapping')
      .flatMap(({ id, nodes }) =>
        publication.cells.flatMap(({ at }) => {
          const name = (where: Readonly<Record<string, string>>) =>
            `${publication.edition ?? 1}|${keyOf(where)}`
          const { [id]: _, ...whole } = at
          const parts = nodes
            .map((node) => name({ ...whole, [id]: node.id }))
            .filter((part) => values.has(part))
          if (at[id] === undefined || !values.has(name(whole))) return []
          const less = [[name(whole), 1] as const, [name(at), -1] as const]
          const both = [...parts.map((part) => [part, 1] as const), [name(whole), -1] as const]
          return [less, ...(nodes.length === 2 && parts.length === 2 ? [both] : [])].flatMap((terms) => {
            const value = terms.reduce((sum, [term, factor]) => sum + factor * values.get(term)!, 0)
            return value > 0 && value < thresholdsOf(publication).persons ? [{ terms, value }] : []
          })
        }),
      ),
  )
}

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

const hintsOf = (
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

/**
 * Everything that gives way: outsiders on figures and on small changes, then insiders on everybody else's figures.
 * Not `strictly`: only what no release could have been unable to avoid.
 */
export const breaches = (
  publications: readonly PublicationSpec[],
  tables: readonly PublishedTable[],
  { strictly = true }: { readonly strictly?: boolean } = {},
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
  const { persons } = thresholdsOf(publications[0]!)
  for (const { later, earlier, by } of hints.changed) {
    if (Math.abs(by) >= persons) continue
    const range = reader.range([
      [later, 1],
      [earlier, -1],
    ])
    const [low, high] = by > 0 ? [0, Math.max(persons, by + 1)] : [-Math.max(persons, 1 - by), 0]
    if (range.low > low || range.high < high)
      found.push({ what: 'change', name: `${later} − ${earlier}`, ...range })
  }
  for (const { total, part, rest } of strictly ? fullRows(publications) : []) {
    const range = reader.range([
      [total, 1],
      [part, -1],
    ])
    if (range.low > 0 || range.high < Math.max(persons, rest + 1))
      found.push({ what: 'full row', name: `${total} − ${part}`, ...range })
  }
  for (const { terms, value } of strictly ? leftovers(publications) : []) {
    if (!terms.every(([name]) => names.has(name))) continue
    const range = reader.range(terms)
    if (range.low > 0 || range.high < Math.max(persons, value + 1))
      found.push({
        what: 'leftover',
        name: terms.map(([name, factor]) => `${factor} ${name}`).join(' '),
        ...range,
      })
  }
  if (tables.length === 1)
    for (const cell of tables[0]!.cells) {
      const name = `${tables[0]!.edition}|${cell.key}`
      const range = cell.kind === 'hidden' ? reader.range([[name, 1]]) : null
      if (range && range.low === range.high) found.push({ what: 'exact', name, ...range })
    }
  if (!strictly) return found
  const differences: (readonly (readonly [Name, number])[])[] = [
    // Of two categories the rest is the other one, which is asked about by itself.
    ...fullRows(publications).flatMap(({ total, part, two }) =>
      two ? [] : [[[total, 1] as const, [part, -1] as const]],
    ),
    ...leftovers(publications).map(({ terms }) => terms),
    ...hints.changed.flatMap(({ later, earlier, by }) =>
      Math.abs(by) < persons ? [[[later, 1] as const, [earlier, -1] as const]] : [],
    ),
  ]
  const wanted = [...secrets.map(({ name }) => [[name, 1] as const]), ...differences].filter((terms) =>
    terms.every(([name]) => names.has(name)),
  )
  return [...found, ...insideBreaches(publications, tables, hints, wanted)]
}

/** Whether, before the last table said anything, the difference was already one of the insider's own figures under another name. */
const isOwn = (
  before: Outside,
  terms: readonly (readonly [Name, number])[],
  known: ReadonlyMap<Name, { readonly equal?: number }>,
) =>
  [...known].some(([own, { equal }]) => {
    if (equal === undefined) return false
    const { low, high } = before.range([...terms, [own, -1]])
    return low === high
  })

const insideBreaches = (
  publications: readonly PublicationSpec[],
  tables: readonly PublishedTable[],
  hints: Hints,
  wanted: readonly (readonly (readonly [Name, number])[])[],
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
  const last = tables.at(-1)!
  const silent = {
    ...last,
    statistics: [],
    cells: last.cells.map((cell) =>
      cell.kind === 'shown' && cell.value > 0 ? { ...cell, kind: 'hidden' as const } : cell,
    ),
  }
  const before = outside([...tables.slice(0, -1), silent], { ...hints, quotients: [] })
  return minds.flatMap((known) => {
    const insider = outside(tables, { ...hints, known })
    return wanted.flatMap((terms): Breach[] => {
      if (terms.some(([name]) => known.get(name)?.equal !== undefined)) return []
      if (!terms.some(([name]) => hidden.has(name))) return []
      const range = insider.range(terms)
      const name = terms.map(([term]) => term).join(' − ')
      return range.low === range.high && !isOwn(before, terms, known)
        ? [{ what: 'insider', name, ...range }]
        : []
    })
  })
}
