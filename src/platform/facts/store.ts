import { sql } from 'kysely'
import type { Tx } from '../db/doors.ts'
import type { Counted, Definition, Measure } from './definition.ts'

/** A period, both days included, and the last fact that counts: a report freezes it, `null` counts all there is now. */
export type Span = { since: string; until: string; asOf: number | null }

/** One cell of a figure: its value, the base of a ratio, and how many persons and organizations stand behind it. */
export type Cell = {
  key: Readonly<Record<string, string | null>>
  value: number
  base: number | null
  persons: number
  organizations: number
}

type Row = { cell: Record<string, string | null>; value: string; persons: number; organizations: number }

const beginning = '-infinity'

/** The cells of a definition over what the organization in context may count. Raw: nothing of it leaves unprotected. */
export const countCells = async (tx: Tx, definition: Definition, span: Span): Promise<Cell[]> => {
  const { measure, breakdown } = definition
  if (measure.measure === 'ratio') return ratioCells(tx, measure, breakdown, span)
  if (measure.measure === 'duration') return durationCells(tx, measure, breakdown, span)
  return countedCells(tx, measure, breakdown, span)
}

const countedCells = async (
  tx: Tx,
  counted: Counted,
  breakdown: readonly string[],
  span: Span,
): Promise<Cell[]> => {
  if (counted.measure !== 'stock') return asCells(await part(tx, counted, breakdown, span))
  const whole = { ...span, since: beginning }
  const began = asCells(await part(tx, { ...counted.began, of: 'facts' }, breakdown, whole))
  const ended = counted.ended
    ? asCells(await part(tx, { ...counted.ended, of: 'facts' }, breakdown, whole))
    : []
  const gone = new Map(ended.map((cell) => [keyOf(cell), cell.value]))
  return began.map((cell) => {
    const value = cell.value - (gone.get(keyOf(cell)) ?? 0)
    return { ...cell, value, persons: Math.min(cell.persons, Math.max(0, value)) }
  })
}

const ratioCells = async (
  tx: Tx,
  ratio: Extract<Measure, { measure: 'ratio' }>,
  breakdown: readonly string[],
  span: Span,
) => {
  const parts = new Map(
    (await countedCells(tx, ratio.part, breakdown, span)).map((cell) => [keyOf(cell), cell]),
  )
  const wholes = await countedCells(tx, ratio.whole, breakdown, span)
  return wholes.map((whole) => ({ ...whole, value: parts.get(keyOf(whole))?.value ?? 0, base: whole.value }))
}

const durationCells = async (
  tx: Tx,
  { from, to, thread, statistic }: Extract<Measure, { measure: 'duration' }>,
  breakdown: readonly string[],
  { since, until, asOf }: Span,
): Promise<Cell[]> => {
  const { rows } = await sql<Row & { median: string | null; mean: string | null; threads: number }>`
    select * from counting.durations(${from}::text[], ${to}::text[], ${thread}, ${[...breakdown]}::text[], ${since}::date, ${until}::date, ${asOf}::bigint)`.execute(
    tx,
  )
  return rows
    .filter((row) => row.threads > 0)
    .map(({ cell, persons, organizations, threads, ...row }) => ({
      key: cell,
      value: Number(row[statistic]),
      base: threads,
      persons,
      organizations,
    }))
}

type Part = {
  kinds: readonly string[]
  where: readonly { dimension: string; in: readonly string[] }[]
  of: string
}

const part = async (
  tx: Tx,
  { kinds, where, of }: Part,
  breakdown: readonly string[],
  { since, until, asOf }: Span,
) => {
  const { rows } =
    await sql<Row>`select * from counting.cells(${JSON.stringify({ kinds, where, of })}::jsonb, ${[...breakdown]}::text[],
    ${since}::date, ${until}::date, ${asOf}::bigint)`.execute(tx)
  return rows
}

const asCells = (rows: readonly Row[]): Cell[] =>
  rows.map(({ cell, value, persons, organizations }) => ({
    key: cell,
    value: Number(value),
    base: null,
    persons,
    organizations,
  }))

/** The same text for the same cell, whatever the order of its dimensions. */
export const keyOf = ({ key }: Pick<Cell, 'key'>): string =>
  JSON.stringify(Object.entries(key).toSorted(([a], [b]) => a.localeCompare(b)))

/** Waits for facts on their way and answers the number of the last: what arrives after it is not in a report frozen now. */
export const freezeFacts = async (tx: Tx): Promise<number> => {
  await sql`lock table facts in share mode`.execute(tx)
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from facts`.execute(tx)
  return rows[0]?.last ?? 0
}
