import { readSheet } from 'read-excel-file/web-worker'
import { decoded, readCells, readText, type Table } from './rows.ts'

export type TableFile = { source: 'csv' | 'xlsx'; table: Table }

const mostBytes = 60_000_000

/** The rows of a file that somebody chose, CSV in any encoding or Excel: in a worker, so that the screen never freezes. */
export const readTableFile = async (file: File): Promise<TableFile | 'too_large'> => {
  if (file.size > mostBytes) return 'too_large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A spreadsheet is a zip archive: its first two bytes are PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { source: 'xlsx', table: readCells(await readSheet(file)) }
  return { source: 'csv', table: readText(decoded(bytes)) }
}
