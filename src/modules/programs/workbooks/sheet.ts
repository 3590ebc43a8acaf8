import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { decoded, readText } from '#platform/text/rows.ts'

/** A workbook's first sheet as text: its headings, its rows, and what in it cannot be trusted. */
export type Sheet = {
  name: string
  headings: string[]
  /** `row` is the number that the spreadsheet shows. */
  rows: { row: number; cells: string[] }[]
  /** Cells that a formula computed, and cells that are merged with others, as `row:column` from zero. */
  formulas: ReadonlySet<string>
  merged: ReadonlySet<string>
}

export type SheetProblem = 'unreadable' | 'too_wide'

const mostColumns = 200
const mostRows = 20_000
const mostUnpacked = 80_000_000

/**
 * Reads XLSX or comma separated text. A file that unpacks to far more than it weighs, or with more columns or rows than anybody
 * reads, is refused before it is parsed.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Sheet | SheetProblem> => {
  try {
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? await readXlsx(bytes) : readCsv(bytes)
  } catch {
    return 'unreadable'
  }
}

const readCsv = (bytes: Uint8Array): Sheet | SheetProblem => {
  if (bytes.includes(0)) return 'unreadable'
  const { headers, rows } = readText(decoded(bytes))
  if (headers.length > mostColumns || rows.length > mostRows) return 'too_wide'
  const formulas = rows.flatMap((cells, row) =>
    cells.flatMap((cell, at) => (/^[=@]/.test(cell) ? [`${row + 1}:${at}`] : [])),
  )
  return {
    name: 'CSV',
    headings: headers,
    rows: rows.map((cells, at) => ({ row: at + 2, cells })),
    formulas: new Set(formulas),
    merged: new Set(),
  }
}

const readXlsx = async (bytes: Uint8Array): Promise<Sheet | SheetProblem> => {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize
      if (unpacked > mostUnpacked) throw new Error('It unpacks to too much.')
      return /^xl\/worksheets\/sheet1\.xml$/.test(name)
    },
  })
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const places = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"/g)]
  const widest = Math.max(0, ...places.map(([, letters]) => columnOf(letters!) + 1))
  const longest = Math.max(0, ...places.map(([, , row]) => Number(row)))
  if (widest > mostColumns || longest > mostRows) return 'too_wide'
  const data = (await readSheet(Buffer.from(bytes))) as unknown[][]
  const cells = data.map((row) => row.map(textOf))
  const first = cells.findIndex((row) => row.some((cell) => cell !== ''))
  if (first < 0) return 'unreadable'
  const headings = cells[first]!.map((cell, at) => cell || `${at + 1}`)
  return {
    name: '1',
    headings,
    rows: cells
      .map((row, at) => ({ row: at + 1, cells: row }))
      .slice(first + 1)
      .filter(({ cells: row }) => row.some((cell) => cell !== '')),
    formulas: new Set(
      [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*>(?:(?!<\/c>).)*?<f[ >/]/gs)].map(([, letters, row]) =>
        place(letters!, row!),
      ),
    ),
    merged: new Set([...xml.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].flatMap(spanned)),
  }
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
const place = (letters: string, row: string) => `${Number(row) - 1}:${columnOf(letters)}`

const spanned = ([, from, top, to, bottom]: RegExpMatchArray): string[] => {
  const rows = Math.min(Number(bottom) - Number(top) + 1, mostRows)
  const columns = Math.min(columnOf(to!) - columnOf(from!) + 1, mostColumns)
  return Array.from({ length: rows * columns }, (_, at) => {
    const row = Number(top) - 1 + Math.floor(at / columns)
    return `${row}:${columnOf(from!) + (at % columns)}`
  })
}
