import type { BlockInput } from '#platform/documents/blocks.ts'
import { formatter, type Language, shortDay } from '#platform/documents/format.ts'
import { type Cell, type Column, contentOf, Table } from '#platform/documents/table.ts'
import type { ReportContent } from './content.ts'
import { evidenceBlocks } from './paper.ts'

/** What a block will hold, for the screen on which the report is written: the same tables and numbers as on paper. */
export type Preview =
  | { shows: 'table'; caption: string; headers: string[]; ends: boolean[]; rows: string[][]; more: number }
  | { shows: 'numbers'; items: { value: string; label: string; detail: string }[] }

const mostRows = 12

export const previewOf = (content: ReportContent, block: string, language: Language): Preview[] =>
  evidenceBlocks(content, block, language).flatMap((one) => shown(one, language))

const shown = (block: BlockInput, language: Language): Preview[] => {
  if (block.block === 'numbers')
    return [
      {
        shows: 'numbers',
        items: block.items.map(({ value, label, detail = '' }) => ({ value, label, detail })),
      },
    ]
  if (block.block !== 'table') return []
  const { caption, columns, rows } = Table.parse(block)
  const cells = rows.flatMap((row) => ('cells' in row ? [row.cells] : []))
  return [
    {
      shows: 'table',
      caption,
      headers: columns.map(({ header }) => header),
      ends: columns.map(({ as }) => as !== 'text' && as !== 'day'),
      rows: cells
        .slice(0, mostRows)
        .map((row) => row.map((cell, at) => written(cell, columns[at]!, language))),
      more: Math.max(0, cells.length - mostRows),
    },
  ]
}

const written = (cell: Cell, column: Column, language: Language): string => {
  const value = contentOf(cell)
  if (value === null) return ''
  if (typeof value === 'number') return formatter(column, language)(value)
  if (typeof value !== 'string') return ''
  return column.as === 'day' ? shortDay(value, language) : value
}
