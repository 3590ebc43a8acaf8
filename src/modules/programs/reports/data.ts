import type { BlockInput } from '#platform/documents/blocks.ts'
import type { Language } from '#platform/documents/format.ts'
import type { Figure, Value } from '../schema.ts'
import type { ReportContent } from './content.ts'
import { cellOf, notesFor } from './values.ts'
import { paperWords } from './words.ts'

/** Every figure and every row of it in one table: what a spreadsheet takes. Shares have a column of their own. */
export const dataTable = ({ figures }: ReportContent, language: Language): BlockInput => {
  const t = paperWords[language]
  // A column that nothing would stand in is left out.
  const hasShares = figures.some(({ figure }) => figure?.unit === 'percent')
  const hasBases = figures.some(({ figure }) => figure !== null && figure.base.kind !== 'none')
  const lines = figures.flatMap(({ code, title, definition, figure }) => {
    const heads = [code, title[language], definition ? `v${definition.version}` : '']
    const unit = figure?.unit ?? 'records'
    const line = (part: string, value: Value, base: Value) => {
      const shown = cellOf(inUnits(value, unit))
      const isShare = unit === 'percent'
      const shares = hasShares ? [isShare ? shown : null] : []
      const bases = hasBases ? [cellOf(base)] : []
      return { values: [value, base], cells: [...heads, part, isShare ? null : shown, ...shares, ...bases] }
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
      ...(hasShares ? [{ as: 'percent' as const, header: t.percent, decimals: 1 }] : []),
      ...(hasBases ? [{ as: 'number' as const, header: t.base }] : []),
    ],
    rows: lines.map(({ cells }) => ({ cells })),
    notes: notesFor(
      lines.flatMap(({ values: [value, base] }) => (hasBases ? [value!, base!] : [value!])),
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
