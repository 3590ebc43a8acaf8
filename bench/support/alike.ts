import type { Definition } from '../../src/platform/facts/definition.ts'
import type { WeighedCell } from '../../src/platform/facts/raw.ts'
import { keyOf, type Weighed } from '../../src/platform/facts/store.ts'

type Row = Readonly<Record<string, unknown>>
type Numbers = Readonly<Record<string, number>>

/** Throws unless every cell that was counted says the same, number by number, as the row counted for it by hand. */
export const mustBeAlike = (
  name: string,
  { breakdown }: Definition,
  found: Weighed,
  rows: readonly Row[],
) => {
  const by = (prefix: string) =>
    new Map(
      rows
        .filter((row) => row[`${prefix}largest`] !== null && row.threads !== '0')
        .map((row) => [keyOf({ key: placeOf(row, breakdown) }), row] as const),
    )
  const hold = (cells: readonly Numbers[], keys: readonly string[], prefix = '') => {
    const hand = by(prefix)
    if (cells.length !== hand.size)
      throw new Error(`${name}: ${cells.length} cells, and ${hand.size} by hand`)
    for (const [at, cell] of cells.entries())
      for (const [what, ours] of Object.entries(cell)) {
        const theirs = Math.max(0, Number(hand.get(keys[at]!)?.[prefix + what]))
        if (ours !== theirs) throw new Error(`${name} ${keys[at]}: ${what} is ${ours}, and by hand ${theirs}`)
      }
  }
  if (found.counts === 'duration')
    return hold(
      found.cells.map(({ value, base, persons, organizations }) => ({
        value,
        threads: base!,
        persons,
        organizations,
      })),
      found.cells.map(keyOf),
    )
  const weighed = (cells: readonly WeighedCell[], prefix = '') =>
    hold(cells.map(weightsOf), cells.map(keyOf), prefix)
  if (found.counts === 'one') return weighed(found.cells)
  weighed(found.whole)
  weighed(found.part, 'part_')
}

const weightsOf = ({ value, persons, organizations, largest, second, own }: WeighedCell): Numbers => ({
  value,
  persons,
  organizations,
  largest: Math.max(0, largest),
  second: Math.max(0, second),
  own,
})

/** The cell that a row stands for: the dimensions that it is no total over. */
const placeOf = (row: Row, breakdown: readonly string[]) =>
  Object.fromEntries(
    breakdown.flatMap((name, at) =>
      (Number(row.level) >> (breakdown.length - 1 - at)) & 1 ? [] : [[name, row[`d${at}`] as string | null]],
    ),
  )
