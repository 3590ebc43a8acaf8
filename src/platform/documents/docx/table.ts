import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { LaidCell, LaidColumn, LaidRow, LaidTable } from '../lay/laid.ts'
import { plainText } from '../texts.ts'
import { allBorders, type Child, line, noBorders } from './grid.ts'
import { faint, gap, ink, type Place, paragraph, runs, soft, tint, twipsOfMm } from './text.ts'

const sides = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END }

/** A table with its caption over it, heads that repeat on each page, and its notes and source under it. */
export const tableDocx = (table: LaidTable, place: Place): Child[] => {
  const size = Math.round(place.laid.size * table.size * 2)
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = table.columns.map(({ share }) => Math.floor((place.width * share) / shares))
  const rows = table.rows.map((row, at) =>
    bodyRow(row, table, size, at < table.rows.length - 1 && table.keep),
  )
  return [
    captionOf(table, place, true),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      rows: [
        ...table.head.map((row, at) => headRow(row, at === table.head.length - 1, table, size)),
        ...rows,
      ],
    }),
    ...table.notes.map(({ mark, text }) => small(place, [{ strong: mark }, `  ${text}`])),
    ...(table.source ? [small(place, `${place.words.source} ${table.source}`)] : []),
    gap(10),
  ]
}

export const captionOf = (
  { label, caption }: { label: string | null; caption: string },
  place: Place,
  keepNext: boolean,
): Paragraph =>
  paragraph({ keepNext }, label ? [{ strong: label }, `  ${caption}`] : [{ strong: caption }], {
    style: 'Caption',
    keepNext: keepNext || place.keepNext,
  })

export const small = (place: Place, text: Parameters<typeof paragraph>[1]): Paragraph =>
  paragraph(
    place,
    text,
    { spacing: { before: 40, after: 40 } },
    { color: soft, size: Math.round(place.laid.size * 1.6) },
  )

const headRow = (
  row: LaidTable['head'][number],
  last: boolean,
  { grid }: LaidTable,
  size: number,
): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: row.map(
      ({ text, span, align }) =>
        new TableCell({
          columnSpan: span,
          verticalAlign: 'bottom',
          borders: grid
            ? allBorders(line(5))
            : { ...noBorders, ...(last ? { bottom: line(8) } : span > 1 && text ? { bottom: line(4) } : {}) },
          children: [cellParagraph(text, align, size, { bold: true }, true)],
        }),
    ),
  })

const bodyRow = (row: LaidRow, table: LaidTable, size: number, keepNext: boolean): TableRow => {
  const { columns, grid, rowHeightMm, breakable } = table
  const borders = grid ? allBorders(line(5)) : { ...noBorders, bottom: line(4, faint) }
  if (row.kind === 'group')
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          borders,
          shading: { fill: tint },
          children: [cellParagraph(row.text, 'start', size, { bold: true }, true)],
        }),
      ],
    })
  const total = row.kind === 'total'
  return new TableRow({
    cantSplit: !breakable,
    ...(rowHeightMm ? { height: { value: twipsOfMm(rowHeightMm), rule: 'atLeast' as const } } : {}),
    children: row.cells.map(
      (cell, at) =>
        new TableCell({
          ...(rowHeightMm ? { verticalAlign: 'center' as const } : {}),
          borders: total && !grid ? { ...noBorders, top: line(6), bottom: line(6) } : borders,
          children: [cellParagraph(cell, columns[at]!.align, size, total ? { bold: true } : {}, keepNext)],
        }),
    ),
  })
}

const cellParagraph = (
  content: LaidCell | string,
  align: LaidColumn['align'],
  size: number,
  style: { bold?: boolean },
  keepNext: boolean,
): Paragraph => {
  const cell = typeof content === 'string' ? { text: content, note: null } : content
  const numbers = align === 'end' && plainText(cell.text).length < 24
  return new Paragraph({
    keepNext,
    alignment: sides[align],
    spacing: { before: 0, after: 0, line: 252 },
    children: [
      ...runs(cell.text, { ...style, size, color: ink, ...(numbers ? { noProof: true } : {}) }),
      ...(cell.note ? [new TextRun({ text: cell.note, size, superScript: true })] : []),
    ],
  })
}
