import { formatter, type Language, shortDay } from '../format.ts'
import { type Cell, type Column, contentOf, type Row, type Table } from '../table.ts'
import { Day } from '../texts.ts'
import { words } from '../words.ts'
import type { LaidCell, LaidColumn, LaidRow, LaidTable } from './laid.ts'
import { mm } from './sheet.ts'
import { leastOf, type Need, needsOf, shared } from './widths.ts'

/** Where a table stands: how wide the place is, whether its sheet may be turned for it, and how wide a turned sheet is. */
export type Place = { width: number; turned: number | undefined; size: number; language: Language }

/**
 * A table as it is shown. One too wide for its place turns its sheet; one too wide for that is shown in parts, each with the columns that name
 * the rows.
 */
export const layTable = (table: Table, label: string | null, place: Place): LaidTable[] => {
  const heads = table.columns.map(headOf)
  const scale = table.columns.length > 9 ? 0.76 : 0.86
  const rows = table.rows.map((row) => layRow(row, table.columns, place.language))
  const needs = needsOf(heads, rows, place.size * scale).map((need, at) => wide(need, table.columns[at]!))
  const landscape = place.turned !== undefined && leastOf(needs) > place.width
  const width = landscape ? place.turned! : place.width
  const parts = landscape ? partsOf(table.columns, needs, width) : [table.columns.map((_, at) => at)]
  const whole = { table, label, heads, rows, needs, scale, landscape, width }
  return parts.map((columns, part) => layPart(whole, columns, suffix(part, parts.length, place.language)))
}

/** A column to write in is as wide as it asks to be. */
const wide = ({ least, most }: Need, { widthMm = 0 }: Column): Need => ({
  least: Math.max(least, widthMm * mm),
  most: Math.max(most, widthMm * mm),
})

type Whole = {
  table: Table
  label: string | null
  heads: string[]
  rows: LaidRow[]
  needs: Need[]
  scale: number
  landscape: boolean
  width: number
}

const layPart = (whole: Whole, columns: readonly number[], suffix: string): LaidTable => {
  const { table, label, heads, rows, needs, scale, landscape, width } = whole
  const shares = shared(
    columns.map((at) => needs[at]!),
    width,
  )
  const laid = columns.map((at, index): LaidColumn => {
    const column = table.columns[at]!
    return {
      align: alignOf(column),
      share: Math.round(shares[index]! * 100) / 100,
      rowHeader: column.rowHeader ?? false,
      as: column.as,
    }
  })
  return {
    block: 'table',
    label,
    caption: table.caption + suffix,
    columns: laid,
    head: [
      ...(table.groups ? [groupsOf(table.groups, columns)] : []),
      columns.map((at, index) => ({ text: heads[at]!, span: 1, align: laid[index]!.align })),
    ],
    rows: rows.map((row) =>
      row.kind === 'group' ? row : { ...row, cells: columns.map((at) => row.cells[at]!) },
    ),
    notes: table.notes,
    source: table.source ?? null,
    grid: table.grid ?? false,
    rowHeightMm: table.rowHeightMm ?? null,
    landscape,
    keep: rows.length <= 16 && (table.rowHeightMm ?? 0) * rows.length < 120,
    breakable: rows.some((row) => row.kind !== 'group' && row.cells.some(({ text }) => text.length > 900)),
    size: scale,
  }
}

/** A column of money names its currency once, in its head. */
const headOf = (column: Column): string =>
  column.as === 'money' && !column.header.includes(column.currency)
    ? `${column.header} (${column.currency})`
    : column.header

const alignOf = ({ as, align }: Column) => align ?? (as === 'text' || as === 'day' ? 'start' : 'end')

const suffix = (part: number, of: number, language: Language) =>
  of === 1 ? '' : ` (${words[language].part} ${part + 1} ${words[language].of} ${of})`

const layRow = (row: Row, columns: readonly Column[], language: Language): LaidRow => {
  if ('group' in row) return { kind: 'group', text: row.group }
  return {
    kind: row.total ? 'total' : 'row',
    cells: row.cells.map((cell, at) => layCell(cell, columns[at]!, language)),
  }
}

const layCell = (cell: Cell, column: Column, language: Language): LaidCell => {
  const content = contentOf(cell)
  const special = cell !== null && typeof cell === 'object'
  return {
    text:
      typeof content === 'number'
        ? writer(column, language)(content)
        : (dayOf(content, column, language) ?? content ?? '–'),
    note: special && 'note' in cell ? cell.note : null,
    hidden: special && 'hidden' in cell,
  }
}

const dayOf = (content: unknown, { as }: Column, language: Language): string | undefined =>
  as === 'day' && Day.safeParse(content).success ? shortDay(content as string, language) : undefined

const writers = new WeakMap<Column, (value: number) => string>()

const writer = (column: Column, language: Language) => {
  const known = writers.get(column)
  if (known) return known
  // The head has named the currency.
  const { as } = column
  const made = as === 'money' ? cents(column.decimals, language) : formatter(column, language)
  writers.set(column, made)
  return made
}

const cents = (decimals: number, language: Language) => {
  const write = formatter({ as: 'number', decimals }, language)
  return (value: number) => write(value / 100)
}

/** Which columns stand together: those that name the rows with as many others as fit, as many in each part. */
const partsOf = (columns: readonly Column[], needs: readonly Need[], width: number): number[][] => {
  const naming = columns.flatMap((column, at) => (column.rowHeader ? [at] : []))
  const others = columns.flatMap((column, at) => (column.rowHeader ? [] : [at]))
  const room = width - leastOf(naming.map((at) => needs[at]!))
  for (let parts = 1; parts < others.length; parts++) {
    const even = split(others, parts)
    if (even.every((part) => leastOf(part.map((at) => needs[at]!)) <= room))
      return even.map((part) => [...naming, ...part])
  }
  return others.length === 0 ? [naming] : others.map((at) => [...naming, at])
}

const split = (columns: readonly number[], parts: number): number[][] =>
  Array.from({ length: parts }, (_, part) => {
    const from = Math.round((part * columns.length) / parts)
    return columns.slice(from, Math.round(((part + 1) * columns.length) / parts))
  })

/** The headings over several columns, for those columns that are here. */
const groupsOf = (groups: readonly { text: string; columns: number }[], columns: readonly number[]) => {
  const owners = groups.flatMap((group, at) => Array<number>(group.columns).fill(at))
  const spans: { text: string; span: number; align: 'center'; owner: number }[] = []
  for (const column of columns) {
    const owner = owners[column]!
    const last = spans.at(-1)
    if (last?.owner === owner) last.span += 1
    else spans.push({ text: groups[owner]!.text, span: 1, align: 'center', owner })
  }
  return spans.map(({ text, span, align }) => ({ text, span, align }))
}
