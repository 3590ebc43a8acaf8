import { type Dimension, parentOf, WHOLE } from './dimension.ts'
import type { At, Cell, Measure } from './publication.ts'
import { figureKey } from './raw.ts'
import { partsOf } from './universe.ts'

/**
 * The cells of several tables, with every total and every level of every hierarchy, from a flat list of records.
 *
 * @param tables the dimensions crossed in each table: `[['state', 'sex'], ['state', 'age']]`. Tables share the totals
 *   they have in common. Combinations without a record become zeros.
 * @param records one for each finest combination. They are added up over disjoint dimensions only; for distinct people
 *   over overlapping groups or periods the caller gives a record for each group and one for the total (the dimension
 *   left out). Organizations add up exactly when `contributions` names them; otherwise, like the people behind money
 *   and events, the largest part stands for the total, which never overstates.
 */
export const tabulate = (
  tables: readonly (readonly string[])[],
  records: readonly Cell[],
  dimensions: readonly Dimension[],
  measures: readonly Measure[],
): readonly Cell[] => {
  const cells = new Map<string, Cell>()
  for (const measure of measures) {
    const disjoint = dimensions.filter((dimension) => partsOf(dimension, measure) === 'disjoint')
    const fixed = dimensions.filter((dimension) => partsOf(dimension, measure) !== 'disjoint')
    const own = records.filter((record) => (record.measure ?? measures[0]!.id) === measure.id)
    for (const table of tables) {
      const crossed = disjoint.filter(({ id }) => table.includes(id))
      const usable = own.filter((record) => fixed.every(({ id }) => table.includes(id) || !record.at[id]))
      const layers = new Map(usable.map((record) => [layerKey(fixed, record), pick(record.at, fixed)]))
      for (const layer of layers.values())
        for (const at of combinations(crossed)) {
          const cell: Cell = { at: { ...layer, ...at }, value: 0, measure: measure.id }
          const key = figureKey(measure.id, cell.at)
          if (!cells.has(key)) cells.set(key, cell)
        }
    }
    for (const record of own)
      for (const at of above(disjoint, record.at)) {
        const key = figureKey(measure.id, at)
        const cell = cells.get(key)
        if (cell) cells.set(key, merged(cell, record, measure))
      }
  }
  return [...cells.values()]
}

const pick = (at: At, dimensions: readonly Dimension[]): At =>
  Object.fromEntries(dimensions.flatMap(({ id }) => (at[id] ? [[id, at[id]]] : [])))

const layerKey = (fixed: readonly Dimension[], record: Cell) =>
  fixed.map(({ id }) => record.at[id] ?? WHOLE).join('\n')

/** Every node of every dimension, the whole included. */
const combinations = (dimensions: readonly Dimension[]): readonly At[] =>
  dimensions.reduce<At[]>(
    (list, { id, nodes }) => list.flatMap((at) => [at, ...nodes.map((node) => ({ ...at, [id]: node.id }))]),
    [{}],
  )

/** The coordinates of a record and all that contain it. */
const above = (disjoint: readonly Dimension[], at: At): readonly At[] =>
  disjoint.reduce<At[]>(
    (list, dimension) => {
      const nodes: string[] = []
      for (let node: string | undefined = at[dimension.id]; node; node = parentOf(dimension, node))
        nodes.push(node)
      return list.flatMap((other) => {
        const { [dimension.id]: _, ...rest } = other
        return [rest, ...nodes.map((node) => ({ ...rest, [dimension.id]: node }))]
      })
    },
    [at as Record<string, string>],
  )

const merged = (cell: Cell, record: Cell, { unit }: Measure): Cell => {
  const contributions = addUp(cell.contributions, record.contributions)
  const known = <Name extends 'persons' | 'organizations' | 'largest' | 'second'>(name: Name) =>
    record[name] === undefined && cell[name] === undefined
      ? {}
      : { [name]: Math.max(record[name] ?? 0, cell[name] ?? 0) }
  return {
    ...cell,
    value: cell.value + record.value,
    ...(contributions ? { contributions } : known('organizations')),
    ...(unit === 'persons' ? {} : known('persons')),
    ...(unit === 'cents' ? topTwo(cell, record) : {}),
    tier: Math.max(cell.tier ?? 0, record.tier ?? 0) as 0 | 1 | 2 | 3,
    ...(record.tier === undefined && cell.tier === undefined ? { tier: undefined } : {}),
  } as Cell
}

const topTwo = (cell: Cell, record: Cell) => {
  const parts = [cell.largest, cell.second, record.largest, record.second].filter(
    (part) => part !== undefined,
  )
  const [largest, second] = parts.sort((left, right) => right - left)
  return { ...(largest === undefined ? {} : { largest }), ...(second === undefined ? {} : { second }) }
}

const addUp = (
  left: Readonly<Record<string, number>> | undefined,
  right: Readonly<Record<string, number>> | undefined,
): Record<string, number> | undefined => {
  if (!left && !right) return undefined
  const sum: Record<string, number> = { ...left }
  for (const [id, part] of Object.entries(right ?? {})) sum[id] = (sum[id] ?? 0) + part
  return sum
}
