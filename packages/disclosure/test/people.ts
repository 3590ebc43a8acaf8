// Random people, counted honestly: every table of a test is a count over the same records, so that parts, unions and
// linked tables agree by construction.
import type { Dimension, Parts, Subject, Text } from '../src/dimension.ts'
import type { Cell, Measure } from '../src/publication.ts'

export type Random = () => number

/** mulberry32: a seed gives the same numbers everywhere. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = (random: Random, from: number, to: number) =>
  from + Math.floor(random() * (to - from + 1))

export const text = (words: string): Text => ({ es: words, en: words })

/** Nodes `a0`, `a1`… each within its group when there are groups. */
export const dimension = (
  id: string,
  count: number,
  describes: Subject,
  parts: Parts = 'disjoint',
  groups = 0,
): Dimension => ({
  id,
  label: text(id),
  describes,
  parts,
  nodes: [
    ...Array.from({ length: groups }, (_, index) => ({
      id: `${id}G${index}`,
      label: text(`${id} G${index}`),
    })),
    ...Array.from({ length: count }, (_, index) => ({
      id: `${id}${index}`,
      label: text(`${id} ${index}`),
      ...(groups > 0 ? { within: `${id}G${index % groups}` } : {}),
    })),
  ],
})

export const people: Measure = { id: 'people', label: text('people'), unit: 'persons' }

/** One node for each disjoint dimension, a set of nodes for each overlapping one, and the person's organization. */
export type Person = {
  readonly in: Readonly<Record<string, readonly string[]>>
  readonly organization: string
}

export const crowd = (random: Random, size: number, dimensions: readonly Dimension[]): readonly Person[] =>
  Array.from({ length: size }, () => ({
    in: Object.fromEntries(
      dimensions.map((each) => {
        const ends = each.nodes.filter(({ id }) => !each.nodes.some(({ within }) => within === id))
        const skewed = () => ends[Math.floor(random() * random() * ends.length)]!.id
        const first = skewed()
        const more = each.parts === 'disjoint' ? [] : ends.filter(() => random() < 0.25).map(({ id }) => id)
        return [each.id, [...new Set([first, ...more])]]
      }),
    ),
    organization: `union${Math.floor(random() * 6)}`,
  }))

/** Every node of every dimension of each table, totals included, counted. */
export const count = (
  crowdOf: readonly Person[],
  tables: readonly (readonly string[])[],
  dimensions: readonly Dimension[],
  fixed: Readonly<Record<string, string>> = {},
): readonly Cell[] => {
  const cells = new Map<string, Cell>()
  for (const table of tables) {
    const crossed = dimensions.filter(({ id }) => table.includes(id))
    const spots = crossed.reduce<Record<string, string>[]>(
      (list, { id, nodes }) => list.flatMap((at) => [at, ...nodes.map((node) => ({ ...at, [id]: node.id }))]),
      [{}],
    )
    for (const spot of spots) {
      const at = { ...spot, ...fixed }
      const found = crowdOf.filter((person) =>
        Object.entries(at).every(([id, node]) => belongs(dimensions, id, person.in[id] ?? [], node)),
      )
      const contributions: Record<string, number> = {}
      for (const { organization } of found)
        contributions[organization] = (contributions[organization] ?? 0) + 1
      const name = JSON.stringify(Object.entries(at).sort())
      cells.set(name, { at, value: found.length, contributions })
    }
  }
  return [...cells.values()]
}

const belongs = (dimensions: readonly Dimension[], id: string, own: readonly string[], node: string) => {
  const nodes = dimensions.find((each) => each.id === id)!.nodes
  const climbs = (from: string): boolean => {
    if (from === node) return true
    const up = nodes.find((each) => each.id === from)?.within
    return up !== undefined && climbs(up)
  }
  return own.some(climbs)
}
