import { BorderStyle } from 'docx'
import type { LaidSlips } from '../lay/laid.ts'
import { letter } from '../lay/sheet.ts'
import { blocksDocx, type Piece } from './blocks.ts'
import { type GridCell, grid, line } from './grid.ts'
import { faint, gap, type Place, soft, twips, twipsOfMm } from './text.ts'

type Side = LaidSlips['slips'][number]['back']

/** Sheets of slips as tables with lines to cut along; each sheet's backs follow it, placed to lie behind their fronts. */
export const slipsDocx = (section: LaidSlips, place: Place): Piece[] => {
  const per = section.columns * section.rows
  const sheets = Array.from({ length: Math.ceil(section.slips.length / per) }, (_, at) =>
    section.slips.slice(at * per, (at + 1) * per),
  )
  return sheets.flatMap((slips) => [
    ...sheetDocx(
      slips.map(({ front }) => front),
      section,
      place,
      (column, row) => [column, row],
    ),
    ...(slips.some(({ back }) => back)
      ? sheetDocx(
          slips.map(({ back }) => back),
          section,
          place,
          behind(section),
        )
      : []),
  ])
}

const behind =
  ({ duplex, columns, rows }: LaidSlips) =>
  (column: number, row: number): [number, number] =>
    duplex === 'long-edge' ? [columns - 1 - column, row] : [column, rows - 1 - row]

const sheetDocx = (
  sides: readonly Side[],
  { columns, rows, marginMm, landscape, cut }: LaidSlips,
  place: Place,
  from: (column: number, row: number) => [number, number],
): Piece[] => {
  const width = Math.floor(place.width / columns)
  const whole = landscape ? letter.width : letter.height
  // Word needs a line under a table: a sheet's table leaves it room.
  const height = Math.floor((twips(whole) - 2 * twipsOfMm(marginMm) - 120) / rows)
  const panels = Math.max(1, ...sides.map((side) => side?.length ?? 0))
  const marked = cut ? line(4, soft, BorderStyle.DASHED) : line(0, 'auto', BorderStyle.NONE)
  const fold = line(4, faint, BorderStyle.DOTTED)
  const cellOf = (column: number, row: number, panel: number): GridCell => {
    const [x, y] = from(column, row)
    const blocks = sides[y * columns + x]?.[panel] ?? []
    return {
      borders: {
        left: marked,
        right: marked,
        top: panel === 0 ? marked : fold,
        bottom: panel === panels - 1 ? marked : fold,
      },
      margins: { top: twipsOfMm(4), left: twipsOfMm(5), right: twipsOfMm(5), bottom: 0 },
      children: blocksDocx(blocks, { ...place, width: width - 2 * twipsOfMm(5) }).filter(
        (piece) => !('beginDirty' in piece),
      ) as GridCell['children'],
    }
  }
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: panels }, (_, panel) => ({
      cells: Array.from({ length: columns }, (_, column) => cellOf(column, row, panel)),
      height: Math.floor(height / panels),
      exact: true,
    })),
  ).flat()
  return [
    grid(
      Array.from({ length: columns }, () => width),
      lines,
    ),
    gap(1),
  ]
}
