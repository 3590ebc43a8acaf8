import {
  BorderStyle,
  type IBorderOptions,
  type ITableCellBorders,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { gap, ink } from './text.ts'

export type Child = Paragraph | Table

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const line = (size: number, color = ink, style: IBorderOptions['style'] = BorderStyle.SINGLE) => ({
  style,
  size,
  color,
})
export const noBorders = { top: none, bottom: none, left: none, right: none }
export const allBorders = (border: IBorderOptions) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
})

export type GridCell = { children: readonly Child[]; borders?: ITableCellBorders } & Pick<
  ITableCellOptions,
  'verticalAlign' | 'margins' | 'columnSpan' | 'shading'
>

/** Things side by side: a table without lines but those its cells ask for. `widths` are in twentieths of a point. */
export const grid = (
  widths: readonly number[],
  rows: readonly { cells: readonly GridCell[]; height?: number; exact?: boolean }[],
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      ({ cells, height, exact }) =>
        new TableRow({
          cantSplit: true,
          ...(height
            ? { height: { value: height, rule: exact ? ('exact' as const) : ('atLeast' as const) } }
            : {}),
          children: cells.map(
            ({ children, borders = noBorders, ...rest }) =>
              new TableCell({ borders, ...rest, children: ended(children) }),
          ),
        }),
    ),
  })

/** What a cell holds ends with a paragraph (ECMA-376-1 §17.4.65). */
export const ended = (children: readonly Child[]): Child[] =>
  children.at(-1) instanceof Paragraph ? [...children] : [...children, gap(2)]
