import type { BlockInput } from '#platform/documents/blocks.ts'
import type { Language } from '#platform/documents/format.ts'
import type { Figure, Value } from '../schema.ts'
import type { ReportContent } from './content.ts'
import { cellOf, notesFor } from './values.ts'
import { paperWords } from './words.ts'

/** Every figure and every row of it in one table: what a spreadsheet takes. Shares have a column of their own. */
export const dataTable = ({ figures }: ReportContent, language: Language): BlockInput => {
  const t = paperWords[language]
  const lines = figures.flatMap(({ code, title, definition, figure }) => {
    const heads = [code, title[language], definition ? `v${definition.version}` : '']
    const unit = figure?.unit ?? 'records'
    const line = (part: string, value: Value, base: Value) => {
      const shown = cellOf(inUnits(value, unit))
      const numbers = unit === 'percent' ? [null, shown] : [shown, null]
      return { values: [value, base], cells: [...heads, part, ...numbers, cellOf(base)] }
    }
    if (!figure) return [line(t.total, none, none)]
    return [
      line(t.total, figure.value, figure.base),
      ...figure.rows.map((row) =>
        line(row.label.map((one) => one[language]).join(' · '), row.value, row.base),
      ),
    ]
  })
  return {
    block: 'table',
    caption: t.data,
    columns: [
      { as: 'text', header: t.code },
      { as: 'text', header: t.indicator, rowHeader: true },
      { as: 'text', header: t.version },
      { as: 'text', header: t.part },
      { as: 'number', header: t.value, decimals: decimalsOf(figures.map(({ figure }) => figure)) },
      { as: 'percent', header: t.percent, decimals: 1 },
      { as: 'number', header: t.base },
    ],
    rows: lines.map(({ cells }) => ({ cells })),
    notes: notesFor(
      lines.flatMap(({ values }) => values),
      language,
    ),
    source: t.source,
  }
}

const none: Value = { kind: 'none' }

/** Money in its currency rather than in cents. */
const inUnits = (value: Value, unit: Figure['unit']): Value =>
  unit === 'cents' && value.kind === 'shown' ? { kind: 'shown', value: value.value / 100 } : value

/** Counts are whole; a median may fall between two days, and money has cents. */
const decimalsOf = (figures: readonly (Figure | null)[]): number => {
  const known = figures.filter((figure) => figure !== null)
  if (known.some(({ unit }) => unit === 'cents')) return 2
  const values = known
    .filter(({ unit }) => unit !== 'percent')
    .flatMap(({ value, rows }) => [value, ...rows.map((row) => row.value)])
  return values.some((value) => value.kind === 'shown' && !Number.isInteger(value.value)) ? 1 : 0
}
