import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node'
import { leavesOf } from './blocks.ts'
import { blocksOf, type Document } from './document.ts'
import { shownValue } from './format.ts'
import { tableNames } from './names.ts'
import { type Cell, type Column, contentOf, markOf, type Table } from './table.ts'
import { Day, plainText } from './texts.ts'
import { words } from './words.ts'
import { settled } from './zip.ts'

/**
 * The tables of a document as a workbook: the first sheet says what it is, each other holds one table, its numbers as numbers, money in units, days as
 * days. A text is a text, whatever it begins with: no cell holds a formula.
 */
export const xlsxOf = async (document: Document): Promise<Uint8Array> => {
  const tables = document.sections
    .flatMap((section) => leavesOf(blocksOf(section)))
    .filter((leaf) => leaf.block === 'table')
  // Excel gives the name of a sheet 31 characters.
  const names = tableNames(tables, 31)
  const sheets = [
    frontSheet(document, tables),
    ...tables.map((table, at) => tableSheet(table, names[at]!, document)),
  ]
  const made = await writeXlsxFile(sheets, { fontFamily: 'Arial', fontSize: 10 }).toBuffer()
  return settled(new Uint8Array(made), document.day)
}

type Styled = Omit<CellObject, 'value' | 'type'>

const textCell = (value: string, style: Styled = {}): CellObject => ({ value, type: String, ...style })
const bold = { fontWeight: 'bold' } as const

const frontSheet = (
  { language, title, summary, by, day }: Document,
  tables: readonly Table[],
): Sheet<never> => ({
  sheet: words[language].contents,
  showGridLines: false,
  columns: [{ width: 8 }, { width: 90 }],
  data: [
    [textCell(title, { ...bold, fontSize: 16, columnSpan: 2 })],
    ...[by, summary, day]
      .filter((text) => text !== undefined)
      .map((text) => [textCell(text, { columnSpan: 2 })]),
    [],
    ...tables.map(
      ({ caption }, at): Row => [{ value: at + 1, type: Number }, textCell(caption, { wrap: true })],
    ),
  ],
})

const tableSheet = (table: Table, sheet: string, { language }: Document): Sheet<never> => {
  const heads: Row[] = [
    ...(table.groups ? [groupRow(table.groups)] : []),
    table.columns.map((column) =>
      textCell(headOf(column), {
        ...bold,
        wrap: true,
        align: column.as === 'text' ? 'left' : 'right',
        bottomBorderStyle: 'thin',
      }),
    ),
  ]
  const below = [
    ...table.notes.map(({ mark, text }) => `${mark} ${text}`),
    ...(table.source ? [`${words[language].source} ${table.source}`] : []),
  ]
  return {
    sheet,
    stickyRowsCount: 1 + heads.length,
    columns: table.columns.map(({ as, rowHeader }) => ({ width: rowHeader ? 36 : as === 'text' ? 24 : 15 })),
    data: [
      [textCell(table.caption, bold)],
      ...heads,
      ...table.rows.map((row): Row => {
        if ('group' in row) return [textCell(row.group, { ...bold, columnSpan: table.columns.length })]
        const style = row.total ? ({ ...bold, topBorderStyle: 'thin' } as const) : {}
        return row.cells.map((cell, at) => cellOf(cell, table.columns[at]!, style))
      }),
      ...(below.length > 0 ? [[]] : []),
      ...below.map((text) => [textCell(text)]),
    ],
  }
}

const headOf = (column: Column) =>
  column.as === 'money' && !column.header.includes(column.currency)
    ? `${column.header} (${column.currency})`
    : column.header

const groupRow = (groups: readonly { text: string; columns: number }[]): Row =>
  groups.flatMap(({ text, columns }) => [
    textCell(text, { ...bold, columnSpan: columns, align: 'center' }),
    ...Array<null>(columns - 1).fill(null),
  ])

const cellOf = (cell: Cell, column: Column, style: Styled): CellObject => {
  const content = contentOf(cell)
  if (content === null) return style
  if (typeof content === 'number') return numberCell(content, cell, column, style)
  const text = plainText(content)
  if (column.as === 'day' && Day.safeParse(text).success)
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style }
  return textCell(text, {
    wrap: text.length > 40,
    ...style,
    ...(column.as === 'text' ? {} : { align: 'right' }),
  })
}

/** A number that bears a note's mark shows it in its format, and stays a number. */
const numberCell = (value: number, cell: Cell, column: Column, style: Styled): CellObject => {
  const mark = markOf(cell)[0]
  const format = formatOf(column) + (mark ? ` "${mark.replaceAll(/["\\]/g, '')}"` : '')
  return { value: shownValue(value, column), type: Number, format, ...style }
}

const formatOf = (column: Column): string => {
  if (column.as !== 'number' && column.as !== 'percent' && column.as !== 'money') return '0'
  const decimals = column.decimals > 0 ? `.${'0'.repeat(column.decimals)}` : ''
  return column.as === 'percent' ? `0${decimals}%` : `#,##0${decimals}`
}
