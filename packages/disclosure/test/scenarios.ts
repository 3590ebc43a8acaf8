// Random histories of publications on one population, each with what an attacker may be told beyond the tables.
import type { Dimension } from '../src/dimension.ts'
import type { PublicationSpec } from '../src/publication.ts'
import type { Name } from './outside.ts'
import { count, crowd, dimension, type Person, people, pick, type Random, text } from './people.ts'

export type Scenario = {
  readonly kind: string
  /** In the order of their release. */
  readonly publications: readonly PublicationSpec[]
}

export type Build = (random: Random) => Scenario

const spec = (
  id: string,
  dimensions: readonly Dimension[],
  cells: PublicationSpec['cells'],
  more: Partial<PublicationSpec> = {},
): PublicationSpec => ({
  id,
  population: 'test',
  title: text(id),
  tier: 1,
  dimensions,
  measures: [people],
  cells,
  ...more,
})

/** About so many people that a fair part of the cells is small. */
const sized = (random: Random, cells: number) => pick(random, 4 * cells, 14 * cells)

const oneWay: Build = (random) => {
  const dims = [dimension('state', pick(random, 2, 6), 'place')]
  const who = crowd(random, sized(random, dims[0]!.nodes.length), dims)
  return { kind: 'one-way', publications: [spec('a', dims, count(who, [['state']], dims))] }
}

const twoWay: Build = (random) => {
  const dims = [
    dimension('state', pick(random, 2, 5), 'place'),
    dimension('sector', pick(random, 2, 4), 'activity'),
  ]
  const who = crowd(random, sized(random, dims[0]!.nodes.length * dims[1]!.nodes.length), dims)
  return { kind: 'two-way', publications: [spec('a', dims, count(who, [['state', 'sector']], dims))] }
}

const hierarchy: Build = (random) => {
  const dims = [dimension('state', pick(random, 3, 5), 'place', 'disjoint', 2), dimension('sex', 2, 'person')]
  const who = crowd(random, sized(random, 2 * dims[0]!.nodes.length), dims)
  return { kind: 'hierarchy', publications: [spec('a', dims, count(who, [['state', 'sex']], dims))] }
}

const groups: Build = (random) => {
  const dims = [
    dimension('group', pick(random, 2, 3), 'activity', 'overlapping'),
    dimension('state', pick(random, 2, 3), 'place'),
  ]
  const who = crowd(random, sized(random, dims[0]!.nodes.length * dims[1]!.nodes.length), dims)
  return { kind: 'union', publications: [spec('a', dims, count(who, [['group', 'state']], dims))] }
}

/** One publication with two or three linked tables, or the same tables released one after the other. */
const linked: Build = (random) => {
  const dims = [
    dimension('state', pick(random, 2, 3), 'place'),
    dimension('sex', 2, 'activity'),
    dimension('age', pick(random, 2, 3), 'activity'),
  ]
  const who = crowd(random, sized(random, 10), dims)
  const tables = [['state', 'sex'], ['state', 'age'], ...(random() < 0.5 ? [['sex', 'age']] : [])]
  const publications =
    random() < 0.5
      ? [spec('a', dims, count(who, tables, dims))]
      : tables.map((table, index) => spec(`a${index}`, dims, count(who, [table], dims)))
  return { kind: 'linked', publications }
}

/** Members at the end of two or three quarters: some leave, some join. */
const stock: Build = (random) => {
  const quarters = dimension('quarter', pick(random, 2, 3), 'time', 'successive')
  const dims = [dimension('state', pick(random, 2, 4), 'place'), quarters]
  let who = crowd(random, sized(random, 2 * dims[0]!.nodes.length), [dims[0]!])
  const publications = quarters.nodes.map(({ id }, index) => {
    if (index > 0)
      who = [...who.filter(() => random() > 0.1), ...crowd(random, pick(random, 0, 8), [dims[0]!])]
    const now = who.map((person): Person => ({ ...person, in: { ...person.in, quarter: [id] } }))
    return spec(id, dims, count(now, [['state']], dims, { quarter: id }))
  })
  return { kind: 'stock', publications }
}

/** Distinct people reached since the start. */
const runningTotal: Build = (random) => {
  const quarters = dimension('quarter', 2, 'time', 'cumulative')
  const dims = [dimension('state', pick(random, 2, 4), 'place'), quarters]
  let who = crowd(random, sized(random, 2 * dims[0]!.nodes.length), [dims[0]!])
  const publications = quarters.nodes.map(({ id }, index) => {
    if (index > 0) who = [...who, ...crowd(random, pick(random, 0, 12), [dims[0]!])]
    const now = who.map((person): Person => ({ ...person, in: { ...person.in, quarter: [id] } }))
    return spec(id, dims, count(now, [['state']], dims, { quarter: id }))
  })
  return { kind: 'running-total', publications }
}

/** Distinct people in each of two quarters, then over both. */
const yearOfQuarters: Build = (random) => {
  const quarters = dimension('quarter', 2, 'time', 'overlapping')
  const dims = [dimension('state', pick(random, 2, 3), 'place'), quarters]
  const who = crowd(random, sized(random, 3 * dims[0]!.nodes.length), dims)
  const publications = [
    ...quarters.nodes.map(({ id }) => spec(id, dims, count(who, [['state']], dims, { quarter: id }))),
    spec('year', dims, count(who, [['state']], dims)),
  ]
  return { kind: 'union-in-time', publications }
}

const correction: Build = (random) => {
  const dims = [dimension('state', pick(random, 2, 4), 'place'), dimension('sex', 2, 'activity')]
  const who = crowd(random, sized(random, 2 * dims[0]!.nodes.length), dims)
  const right = [...who.filter(() => random() > 0.04), ...crowd(random, pick(random, 0, 6), dims)]
  return {
    kind: 'correction',
    publications: [
      spec('a', dims, count(who, [['state', 'sex']], dims)),
      spec('a', dims, count(right, [['state', 'sex']], dims), { edition: 2 }),
    ],
  }
}

const percentages: Build = (random) => {
  const dims = [dimension('state', pick(random, 2, 4), 'place'), dimension('sex', 2, 'activity')]
  const who = crowd(random, sized(random, 3 * dims[0]!.nodes.length), dims)
  const states = ['', ...dims[0]!.nodes.map(({ id }) => id)]
  const statistics = states.map((state) => ({
    kind: 'percent' as const,
    id: `women-${state}`,
    part: { at: { ...(state ? { state } : {}), sex: 'sex0' } },
    base: { at: state ? { state } : {} },
  }))
  return {
    kind: 'percent',
    publications: [spec('a', dims, count(who, [['state', 'sex']], dims), { statistics })],
  }
}

/** Leaders by sex and state: zeros and full rows speak. */
const leaders: Build = (random) => {
  const dims = [
    dimension('sex', pick(random, 2, 3), 'person', random() < 0.3 ? 'overlapping' : 'disjoint'),
    dimension('state', pick(random, 2, 3), 'place'),
    ...(random() < 0.3 ? [dimension('sector', 2, 'activity')] : []),
  ]
  const who = crowd(random, pick(random, 20, 200), dims)
  const tables =
    dims.length === 2
      ? [['sex', 'state']]
      : [
          ['sex', 'state'],
          ['sex', 'sector'],
          ['state', 'sector'],
        ]
  return { kind: 'leaders', publications: [spec('a', dims, count(who, tables, dims), { tier: 2 })] }
}

/** First some states, then all: what is left must not be a handful of people. */
const filtered: Build = (random) => {
  const dims = [dimension('state', pick(random, 3, 5), 'place'), dimension('sex', 2, 'activity')]
  const who = crowd(random, sized(random, 2 * dims[0]!.nodes.length), dims)
  const cells = count(who, [['state', 'sex']], dims)
  const left = dims[0]!.nodes.at(-1)!.id
  const some = cells.filter(({ at }) => at.state !== left && random() > 0.15)
  return { kind: 'filtered', publications: [spec('a', dims, some), spec('b', dims, cells)] }
}

export const builds: readonly Build[] = [
  oneWay,
  twoWay,
  twoWay,
  hierarchy,
  groups,
  linked,
  stock,
  runningTotal,
  yearOfQuarters,
  correction,
  percentages,
  filtered,
  leaders,
]

/** Figures that did not change between two editions or periods, which the attacker is told. */
export const unchanged = (
  publications: readonly PublicationSpec[],
  keyOf: (at: Readonly<Record<string, string>>) => string,
) => {
  const same: (readonly [Name, Name])[] = []
  const changed: { readonly later: Name; readonly earlier: Name; readonly by: number }[] = []
  publications.forEach((later, index) => {
    const before = new Set<string>()
    for (const earlier of publications.slice(0, index).reverse()) {
      const standsAlone = later.dimensions.some(
        ({ parts }) => parts === 'successive' || parts === 'cumulative',
      )
      if (!standsAlone && (earlier.edition ?? 1) === (later.edition ?? 1)) continue
      for (const cell of later.cells) {
        const bare = ({ quarter: _, ...at }: Readonly<Record<string, string>>) => keyOf(at)
        const match = earlier.cells.find(({ at }) => bare(at) === bare(cell.at))
        if (!match || before.has(keyOf(cell.at))) continue
        before.add(keyOf(cell.at))
        const names = [
          `${later.edition ?? 1}|${keyOf(cell.at)}`,
          `${earlier.edition ?? 1}|${keyOf(match.at)}`,
        ] as const
        if (match.value === cell.value) same.push(names)
        else changed.push({ later: names[0], earlier: names[1], by: cell.value - match.value })
      }
    }
  })
  return { same, changed }
}
