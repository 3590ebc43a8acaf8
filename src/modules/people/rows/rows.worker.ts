import { nationalNumber } from '#platform/text/phone.ts'
import { readTableFile } from '#platform/text/rows.file.ts'
import { readPasted, type Table } from '#platform/text/rows.ts'
import type { ImportRow } from '../schema.ts'
import type { ColumnMapping } from './columns.ts'
import { namedUnits, type PreparedRow, prepareRows } from './prepare.ts'

/** What the wizard asks of the worker; the file's rows stay here, so that the screen never freezes. */
export type RowsRequest =
  | { ask: 'file'; file: File }
  | { ask: 'text'; text: string }
  | { ask: 'prepare'; mapping: ColumnMapping }
  | { ask: 'rows'; from: number; count: number }

export type RowsAnswer =
  | {
      answer: 'table'
      source: 'csv' | 'xlsx' | 'pasted'
      headers: string[]
      count: number
      sample: string[][]
    }
  | {
      answer: 'prepared'
      good: number
      bad: PreparedRow[]
      badCount: number
      units: Record<'department' | 'shift' | 'route', string[]>
    }
  | { answer: 'rows'; rows: ImportRow[] }
  | { answer: 'failed'; reason: 'too_large' | 'unreadable' | 'empty' }

const mostShown = 200

let table: Table = { headers: [], rows: [] }
let good: ImportRow[] = []

const read = async (request: Extract<RowsRequest, { ask: 'file' | 'text' }>): Promise<RowsAnswer> => {
  if (request.ask === 'text') {
    table = readPasted(request.text)
    return shown('pasted')
  }
  const found = await readTableFile(request.file)
  if (found === 'too_large') return { answer: 'failed', reason: found }
  table = found.table
  return shown(found.source)
}

const shown = (source: 'csv' | 'xlsx' | 'pasted'): RowsAnswer => {
  const { headers, rows } = table
  if (rows.length === 0) return { answer: 'failed', reason: 'empty' }
  return { answer: 'table', source, headers, count: rows.length, sample: rows.slice(0, 4) }
}

const prepare = (mapping: ColumnMapping): RowsAnswer => {
  const prepared = prepareRows(table, mapping, () => crypto.randomUUID())
  const bad = prepared.filter(({ problem }) => problem)
  good = prepared
    .filter(({ problem }) => !problem)
    .map(({ row }) => ({ ...row, phone: row.phone && (nationalNumber(row.phone) ?? row.phone) }))
  const units = {
    department: namedUnits(good, 'department'),
    shift: namedUnits(good, 'shift'),
    route: namedUnits(good, 'route'),
  }
  return { answer: 'prepared', good: good.length, bad: bad.slice(0, mostShown), badCount: bad.length, units }
}

const answerTo = (request: RowsRequest): RowsAnswer | Promise<RowsAnswer> => {
  if (request.ask === 'prepare') return prepare(request.mapping)
  if (request.ask === 'rows')
    return { answer: 'rows', rows: good.slice(request.from, request.from + request.count) }
  return read(request)
}

addEventListener('message', async ({ data }: MessageEvent<RowsRequest>) => {
  try {
    postMessage(await answerTo(data))
  } catch {
    postMessage({ answer: 'failed', reason: 'unreadable' } satisfies RowsAnswer)
  }
})
