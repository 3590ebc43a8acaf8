import Papa from 'papaparse'

/** A list as it stands in a file: its headings and its rows of text. */
export type Table = { headers: string[]; rows: string[][] }

/** Text in UTF-8, or in the Latin-1 of old payroll systems (read as Windows-1252, its superset) when it is not. */
export const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads comma, semicolon, tab or bar separated text. Empty rows are left out; the first row with anything in it is the heading. */
export const readText = (text: string): Table => {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  return tableOf(data)
}

/** A pasted column of names has no heading: one is made, and no row is lost. */
export const readPasted = (text: string): Table => {
  const table = readText(text)
  const single = table.headers.length === 1
  return single ? { headers: ['Nombre'], rows: [table.headers, ...table.rows] } : table
}

/** Cells as a spreadsheet holds them become text; dates become calendar days. */
export const readCells = (cells: readonly (readonly unknown[])[]): Table =>
  tableOf(cells.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== '')))

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

const tableOf = (rows: readonly string[][]): Table => {
  const [headers = [], ...rest] = rows
  const width = Math.max(headers.length, ...rest.slice(0, 50).map((row) => row.length), 0)
  const named = Array.from({ length: width }, (_, at) => headers[at]?.trim() || `${at + 1}`)
  return { headers: named, rows: rest.map((row) => row.map((cell) => cell.trim())) }
}
