import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { decoded, readText } from '#platform/text/rows.ts'

/** A workbook's first sheet as text: its headings, its rows, and what in it cannot be trusted. */
export type Sheet = {
  /** Empty where the file has no sheets to tell apart. */
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
const mostCells = 500_000
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
    name: '',
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
      return /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
    },
  })
  const first = firstSheet(parts)
  const xml = withoutPrefix(textIn(parts, first.path))
  const written = cellsOf(xml)
  if (
    written.length > mostCells ||
    written.some(({ row, column }) => column >= mostColumns || row >= mostRows)
  )
    return 'too_wide'
  const merged = mergedIn(xml)
  if (merged === 'too_many') return 'too_wide'
  const data = (await readSheet(Buffer.from(bytes))) as unknown[][]
  const cells = data.map((row) => row.map(textOf))
  const top = cells.findIndex((row) => row.some((cell) => cell !== ''))
  if (top < 0) return 'unreadable'
  const headings = cells[top]!.map((cell, at) => cell || `${at + 1}`)
  return {
    name: first.name,
    headings,
    rows: cells
      .map((row, at) => ({ row: at + 1, cells: row }))
      .slice(top + 1)
      .filter(({ cells: row }) => row.some((cell) => cell !== '')),
    formulas: new Set(
      written.flatMap(({ row, column, isFormula }) => (isFormula ? [`${row}:${column}`] : [])),
    ),
    merged,
  }
}

type Parts = Readonly<Record<string, Uint8Array>>

const textIn = (parts: Parts, path: string): string => {
  const part = parts[path]
  if (!part) throw new Error('A part of the workbook is missing.')
  return new TextDecoder().decode(part)
}

/** Some programs write each name of a sheet with the prefix of its namespace: the same sheet, read the same. */
const withoutPrefix = (xml: string): string => {
  const prefix = /<(\w+):worksheet\s/.exec(xml.slice(0, 2 * mostOpening))?.[1]
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}

/** The sheet that stands first, which a workbook whose sheets were moved need not keep in its first part. */
const firstSheet = (parts: Parts): { name: string; path: string } => {
  const opening = openings(textIn(parts, 'xl/workbook.xml'), 'sheet')[0]!
  const id = attribute(opening, String.raw`\w+:id`)
  const related = openings(textIn(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  const target = attribute(related.find((one) => attribute(one, 'Id') === id)!, 'Target')!
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  return { name: plainXml(attribute(opening, 'name') ?? ''), path }
}

const openings = (xml: string, tag: string): string[] => {
  const opens = new RegExp(String.raw`^(\w+:)?${tag}\s`)
  return xml.split('<').filter((piece) => opens.test(piece.slice(0, mostOpening)))
}

const attribute = (opening: string, name: string): string | undefined =>
  new RegExp(String.raw`\s${name}=["']([^"']*)`).exec(opening)?.[1]

const plainXml = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof named) => named[name])

const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/**
 * Every cell that stands in the sheet, in one pass: each piece between the beginning of one cell and of the next is looked at once,
 * so that a file made to be slow takes no longer than any other of its size.
 */
const cellsOf = (xml: string): Placed[] => {
  const found: Placed[] = []
  let next = 0
  for (let at = xml.indexOf('<c '); at >= 0 && found.length <= mostCells; at = next) {
    next = xml.indexOf('<c ', at + 3)
    const piece = next < 0 ? xml.slice(at) : xml.slice(at, next)
    const [, letters, row] = /\sr="([A-Z]{1,4})(\d{1,8})"/.exec(piece.slice(0, mostOpening)) ?? []
    if (letters === undefined) continue
    const end = piece.indexOf('</c>')
    const isFormula = /<f[ >/]/.test(end < 0 ? piece : piece.slice(0, end))
    found.push({ row: Number(row) - 1, column: columnOf(letters), isFormula })
  }
  return found
}

type Placed = { row: number; column: number; isFormula: boolean }

/** The opening of a cell names its place, a style and a type, and is short. */
const mostOpening = 400

const mergedIn = (xml: string): Set<string> | 'too_many' => {
  const spans = [...xml.matchAll(/<mergeCell ref="([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})"/g)].map(
    ([, from, top, to, bottom]) => ({
      row: Number(top) - 1,
      column: columnOf(from!),
      rows: Math.max(0, Math.min(Number(bottom) - Number(top) + 1, mostRows)),
      columns: Math.max(0, Math.min(columnOf(to!) - columnOf(from!) + 1, mostColumns)),
    }),
  )
  if (spans.reduce((sum, { rows, columns }) => sum + rows * columns, 0) > mostCells) return 'too_many'
  return new Set(
    spans.flatMap(({ row, column, rows, columns }) =>
      Array.from(
        { length: rows * columns },
        (_, at) => `${row + Math.floor(at / columns)}:${column + (at % columns)}`,
      ),
    ),
  )
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
