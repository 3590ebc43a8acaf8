import { leavesOf } from './blocks.ts'
import type { Document } from './document.ts'
import { blocksOf } from './document.ts'
import { shownValue } from './format.ts'
import { tableNames } from './names.ts'
import { type Cell, type Column, contentOf, markOf, type Table } from './table.ts'
import { plainText } from './texts.ts'

export type CsvFile = { name: string; bytes: Uint8Array }

/**
 * Each table of a document as a CSV file (RFC 4180): UTF-8 with its mark, which Excel needs to read accents; numbers plain and no finer than the page shows them, money in units, shares of one
 * as such, days as `YYYY-MM-DD`; the mark of a note in a column of its own. No text becomes a formula in whatever opens it.
 */
export const csvOf = (document: Document): CsvFile[] => {
  const tables = document.sections.flatMap((section) => leavesOf(blocksOf(section))).filter(isTable)
  const names = tableNames(tables, 60)
  return tables.map((table, at) => ({ name: `${names[at]!}.csv`, bytes: encoded(csvRows(table)) }))
}

const isTable = (leaf: { block: string }): leaf is Table => leaf.block === 'table'

const encoded = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.join(',')}\r\n`).join('')}`)

const csvRows = (table: Table): string[][] => {
  const noted = table.columns.map((_, at) =>
    table.rows.some((row) => 'cells' in row && noteOf(row.cells[at]!) !== ''),
  )
  const spread = (values: readonly string[], notes: readonly string[]) =>
    values.flatMap((value, at) => (noted[at] ? [value, notes[at]!] : [value]))
  const heads = headsOf(table)
  const head = spread(
    heads.map(quoted),
    heads.map((text) => quoted(`${text} *`)),
  )
  // Every row has as many fields as the first, so that whatever reads it finds its columns.
  const alone = (text: string) => [quoted(text), ...Array<string>(head.length - 1).fill('')]
  return [
    head,
    ...table.rows.map((row) =>
      'group' in row
        ? alone(row.group)
        : spread(
            row.cells.map((cell, at) => fieldOf(cell, table.columns[at]!)),
            row.cells.map((cell) => quoted(noteOf(cell))),
          ),
    ),
    ...table.notes.map(({ mark, text }) => alone(`${mark} ${text}`)),
  ]
}

const noteOf = (cell: Cell): string =>
  cell !== null && typeof cell === 'object' && 'note' in cell ? markOf(cell)[0]! : ''

/** A head with the heading over it, and the currency of its money: a file of rows has no other place for them. */
export const headsOf = ({ columns, groups }: Table): string[] => {
  const over = groups?.flatMap(({ text, columns }) => Array<string>(columns).fill(text)) ?? []
  return columns.map((column, at) => {
    const head = over[at] ? `${over[at]} · ${column.header}` : column.header
    return column.as === 'money' && !head.includes(column.currency) ? `${head} (${column.currency})` : head
  })
}

const fieldOf = (cell: Cell, column: Column): string => {
  const content = contentOf(cell)
  if (content === null) return ''
  if (typeof content !== 'number') return quoted(plainText(content))
  return String(shownValue(content, column))
}

/**
 * Quoted, and with an apostrophe before what a spreadsheet would run: `=`, `+`, `-`, `@`, a tab or a line's start, also behind blanks and in their
 * full-width forms (OWASP, CSV injection).
 */
const quoted = (text: string): string => {
  const safe =
    /^[\s\p{Cf}]*[=+\-−@|%＝＋－＠\t\r\n]/u.test(text) && !/^-?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text
  return safe === '' ? '' : `"${safe.replaceAll('"', '""')}"`
}
