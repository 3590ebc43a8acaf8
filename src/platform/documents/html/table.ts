import type { LaidCell, LaidColumn, LaidRow, LaidTable } from '../lay/laid.ts'
import type { DocumentWords } from '../words.ts'
import { html, type Markup } from './markup.ts'
import { rich } from './text.ts'

/** A table whose heads name their columns and rows for whoever hears it read. */
export const tableHtml = (table: LaidTable, words: DocumentWords): Markup => html`
<div class="wide" tabindex="0" role="region" aria-label="${table.caption}"><table${table.grid ? html` class="grid"` : ''}>
<caption>${table.label ? html`<span class="label">${table.label}</span>` : ''}${table.caption}</caption>
<thead>${table.head.map((row) => html`<tr>${row.map(headHtml)}</tr>`)}</thead>
<tbody>${table.rows.map((row) => rowHtml(row, table))}</tbody>
</table>${table.notes.map(({ mark, text }) => html`<p class="note"><b>${mark}</b> ${text}</p>`)}${
  table.source ? html`<p class="source">${words.source} ${table.source}</p>` : ''
}</div>`

const headHtml = ({ text, span, align }: LaidTable['head'][number][number]): Markup =>
  text === ''
    ? html`<td colspan="${span}"></td>`
    : html`<th scope="${span > 1 ? 'colgroup' : 'col'}" colspan="${span}" class="${align}">${text}</th>`

const rowHtml = (row: LaidRow, { columns, rowHeightMm }: LaidTable): Markup => {
  if (row.kind === 'group')
    return html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${row.text}</th></tr>`
  const height = rowHeightMm ? html` style="height: ${rowHeightMm}mm"` : ''
  const cells = row.cells.map((cell, at) => cellHtml(cell, columns[at]!))
  return html`<tr class="${row.kind}"${height}>${cells}</tr>`
}

const cellHtml = (cell: LaidCell, { align, rowHeader }: LaidColumn): Markup => {
  const content = html`${rich(cell.text)}${cell.note ? html`<sup>${cell.note}</sup>` : ''}`
  return rowHeader
    ? html`<th scope="row" class="${align}">${content}</th>`
    : html`<td class="${align}">${content}</td>`
}
