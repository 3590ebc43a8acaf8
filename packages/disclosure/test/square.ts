// Two-way tables from a grid of numbers, for tests that want to see the figures.
import type { Dimension } from '../src/dimension.ts'
import type { Cell, PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { tabulate } from '../src/tabulate.ts'
import type { Grid } from './brute.ts'
import { dimension, people, text } from './people.ts'

/** Interior numbers; rows are `row0`…, columns `column0`…, three organizations behind every figure unless told. */
export const square = (
  interior: readonly (readonly number[])[],
  more: Partial<PublicationSpec> & {
    readonly cell?: Partial<Cell>
    readonly rows?: Dimension
    readonly columns?: Dimension
  } = {},
): PublicationSpec => {
  const { cell, rows, columns, ...rest } = more
  const down = rows ?? dimension('row', interior.length, 'place')
  const across = columns ?? dimension('column', interior[0]!.length, 'activity')
  const ends = (each: Dimension) =>
    each.nodes.filter(({ id }) => !each.nodes.some(({ within }) => within === id))
  const records = interior.flatMap((line, row) =>
    line.map((value, column) => ({
      at: { [down.id]: ends(down)[row]!.id, [across.id]: ends(across)[column]!.id },
      value,
      organizations: 3,
      ...cell,
    })),
  )
  return {
    id: 'square',
    population: 'square',
    title: text('square'),
    tier: 1,
    dimensions: [down, across],
    measures: [people],
    cells: tabulate([[down.id, across.id]], records, [down, across], [people]),
    ...rest,
  }
}

/** The published grid, totals last, null where hidden. */
export const gridOf = (table: PublishedTable): Grid => {
  const [down, across] = table.dimensions
  const spots = (each: typeof down) => [...each!.nodes.map(({ id }) => id), undefined]
  return spots(down).map((row) =>
    spots(across).map((column) => {
      const cell = table.cells.find(({ at }) => at[down!.id] === row && at[across!.id] === column)
      return cell?.kind === 'shown' ? cell.value : null
    }),
  )
}
