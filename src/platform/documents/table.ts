import * as z from 'zod'
import { Day, Rich, Text, Words } from './texts.ts'

const decimals = z.int().min(0).max(6).default(0)
const shape = {
  header: Words,
  rowHeader: z.literal(true).optional(),
  align: z.enum(['start', 'center', 'end']).optional(),
  widthMm: z.number().min(4).max(200).optional(),
}

/**
 * A column and what its values are: numbers; shares of one, shown as percent; whole cents; calendar days; or text.
 * A text may stand in any column. Columns with `rowHeader` name their row; `widthMm` is the least width of a column to write in.
 */
export const Column = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('text'), ...shape }),
  z.strictObject({ as: z.literal('number'), decimals, ...shape }),
  z.strictObject({ as: z.literal('percent'), decimals, ...shape }),
  z.strictObject({
    as: z.literal('money'),
    currency: z.enum(['MXN', 'USD']),
    decimals: z.union([z.literal(0), z.literal(2)]).default(2),
    ...shape,
  }),
  z.strictObject({ as: z.literal('day'), ...shape }),
])
export type Column = z.infer<typeof Column>

const Mark = Words.max(6)

/** `null` is no datum, an empty text a cell to fill by hand, `hidden` a value that may not be shown and its note's mark in its place. */
export const Cell = z.union([
  z.null(),
  z.number(),
  Text,
  z.strictObject({ rich: Rich }),
  z.strictObject({ hidden: Mark }),
  z.strictObject({ value: z.union([z.null(), z.number(), Text]), note: Mark }),
])
export type Cell = z.infer<typeof Cell>

export const Row = z.union([
  z.strictObject({ cells: z.array(Cell), total: z.literal(true).optional() }),
  z.strictObject({ group: Words }),
])
export type Row = z.infer<typeof Row>

export const mostRows = 20_000

/**
 * A table of data, or a sheet to fill by hand (`grid`, `rowHeightMm`). `groups` are headings over several columns; they must add
 * up to all of them. Every mark that a cell bears must have its note, and every note its cell.
 */
export const Table = z
  .strictObject({
    block: z.literal('table'),
    caption: Words,
    columns: z.array(Column).min(1).max(120),
    groups: z.array(z.strictObject({ text: Text, columns: z.int().min(1) })).optional(),
    rows: z.array(Row).max(mostRows),
    notes: z.array(z.strictObject({ mark: Mark, text: Words })).default([]),
    source: Words.optional(),
    grid: z.literal(true).optional(),
    rowHeightMm: z.number().min(4).max(60).optional(),
  })
  .superRefine((table, context) => {
    for (const message of tableProblems(table)) context.addIssue({ code: 'custom', message })
  })
export type Table = z.infer<typeof Table>

const tableProblems = ({ columns, groups, rows, notes }: Omit<Table, 'block'>): string[] => {
  const cells = rows.flatMap((row) => ('cells' in row ? row.cells : []))
  const borne = new Set(cells.flatMap(markOf))
  const known = new Set(notes.map(({ mark }) => mark))
  const uneven = rows.some((row) => 'cells' in row && row.cells.length !== columns.length)
  const covered = groups?.reduce((sum, group) => sum + group.columns, 0) ?? columns.length
  return [
    ...(uneven ? ['a row has more or fewer cells than there are columns'] : []),
    ...(covered === columns.length ? [] : ['the groups do not add up to the columns']),
    ...(known.size === notes.length ? [] : ['two notes bear the same mark']),
    ...[...borne].filter((mark) => !known.has(mark)).map((mark) => `no note explains ${mark}`),
    ...[...known].filter((mark) => !borne.has(mark)).map((mark) => `no cell bears ${mark}`),
    ...rows.flatMap((row) =>
      'cells' in row ? row.cells.flatMap((cell, at) => cellProblem(cell, columns[at])) : [],
    ),
  ]
}

/** What a cell's mark points to, if it bears one. */
export const markOf = (cell: Cell): string[] => {
  if (cell === null || typeof cell !== 'object') return []
  if ('hidden' in cell) return [cell.hidden]
  return 'note' in cell ? [cell.note] : []
}

/** What a cell holds, whatever stands beside it; a hidden value is never there. */
export const contentOf = (cell: Cell): number | string | Rich | null => {
  if (cell === null || typeof cell !== 'object') return cell
  if ('hidden' in cell) return cell.hidden
  return 'rich' in cell ? cell.rich : cell.value
}

const cellProblem = (cell: Cell, column: Column | undefined): string[] => {
  const value = contentOf(cell)
  if (typeof value !== 'number') {
    const day = column?.as === 'day' && typeof value === 'string' && /^\d{4}-/.test(value)
    return day && !Day.safeParse(value).success ? ['a day is not one of the calendar'] : []
  }
  if (column?.as === 'money' && !Number.isSafeInteger(value)) return ['money is not in whole cents']
  return column?.as === 'day' || column?.as === 'text' ? ['a number stands in a column of texts or days'] : []
}
