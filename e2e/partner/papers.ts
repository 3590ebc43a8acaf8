import writeXlsx from 'write-excel-file/node'
import { addDays, type Day } from '../../src/platform/text/day.ts'

/** A document that is short, and is what it says. */
export const paper = (text: string) => ({
  name: `${text}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`),
})

/** Twelve rows that read, and four that do not: a day that is none, a place that is none, a formula, and a merged cell. */
export const workbook = async (since: Day) => {
  const cell = (value: string) => ({ value, type: String })
  const day = (at: number) => cell(addDays(since, at).split('-').toReversed().join('/'))
  const good = Array.from({ length: 12 }, (_, at) => [
    day(at),
    cell(at % 2 ? 'Jalisco' : 'Baja, California'),
    cell(at < 4 ? 'En pláticas' : 'Concluida'),
  ])
  const rows = [
    [cell('Fecha'), cell('Estado'), cell('Etapa')],
    ...good,
    [cell('31/02/2026'), cell('Jalisco'), cell('Concluida')],
    [day(20), cell('Atlántida'), cell('Concluida')],
    [day(21), cell('Jalisco'), { value: '=1+1', type: 'Formula' }],
    [day(22), { ...cell('Jalisco'), columnSpan: 2 }, null],
  ]
  return {
    name: 'negociaciones.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeXlsx(rows as never).toBuffer(),
  }
}
