import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { everyPlace } from '../../testing/documents/every.ts'
import { payloads } from '../../testing/documents/payloads.ts'
import { progressReport } from '../../testing/documents/report.ts'
import { xmlFault } from '../../testing/documents/xml.ts'
import { csvOf } from './csv.ts'
import { Document, type DocumentInput } from './document.ts'
import { xlsxOf } from './xlsx.ts'

const fieldsOf = (input: DocumentInput) =>
  csvOf(Document.parse(input)).map(
    ({ bytes }) =>
      Papa.parse<string[]>(
        strFromU8(bytes)
          .replace(/^\ufeff/, '')
          .trimEnd(),
      ).data,
  )
const partsOf = async (input: DocumentInput) =>
  Object.entries(unzipSync(await xlsxOf(Document.parse(input)))).map(
    ([path, bytes]) => [path, strFromU8(bytes)] as const,
  )

describe('no text becomes a formula', () => {
  test.for(Object.entries(payloads))('%s', async ([, payload]) => {
    const fields = fieldsOf(everyPlace(payload)).flat(2)
    expect(fields.filter((field) => /^[\s]*[=+\-@＝＋－＠]/.test(field))).toEqual([])
    expect(fields.some((field) => field.endsWith(payload))).toBe(true)
    for (const [path, xml] of await partsOf(everyPlace(payload))) {
      expect([path, xmlFault(xml)]).toEqual([path, undefined])
      expect(xml).not.toMatch(/<f[ >/]|<hyperlink|externalReference|ddeLink/)
    }
  })
})

const table = (columns: object[], cells: unknown[]): DocumentInput => ({
  language: 'es',
  title: 'Datos',
  day: '2026-10-15',
  opening: { opening: 'none' },
  sections: [
    {
      layout: 'flow',
      blocks: [{ block: 'table', caption: 'Gasto: [2026]/T3?', columns, rows: [{ cells }] } as never],
    },
  ],
})
const money = [
  { as: 'text', header: 'Concepto', rowHeader: true },
  { as: 'money', currency: 'MXN', header: 'Gasto' },
  { as: 'percent', header: 'Avance', decimals: 1 },
  { as: 'day', header: 'Corte' },
]

test('numbers stay numbers, in units, and tell no more than the page shows', async () => {
  const input = table(money, ['Transporte', 133_079_19, 0.7219703546, '2026-09-30'])
  expect(fieldsOf(input)[0]![1]).toEqual(['Transporte', '133079.19', '0.722', '2026-09-30'])
  const sheet = (await partsOf(input)).find(([path]) => path.endsWith('sheet2.xml'))![1]
  expect([...sheet.matchAll(/<v>([\d.]+)<\/v>/g)].map(([, value]) => value)).toEqual(
    expect.arrayContaining(['133079.19', '0.722', '46295']),
  )
})

test('sheets and files bear names that Excel and systems take', async () => {
  const workbook = (await partsOf(table(money, ['', null, null, '']))).find(
    ([path]) => path === 'xl/workbook.xml',
  )![1]
  expect([...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Contenido',
    '1 Gasto 2026 T3',
  ])
  const names = (await partsOf(progressReport()))
    .find(([path]) => path === 'xl/workbook.xml')![1]
    .matchAll(/<sheet [^>]*?name="([^"]*)"/g)
  for (const [, name] of names) expect(name!.length).toBeLessThanOrEqual(31)
})

test('every row of a CSV file has as many fields as its head', () => {
  for (const rows of fieldsOf(progressReport())) expect(new Set(rows.map((row) => row.length)).size).toBe(1)
})

test('the same document is the same bytes', async () => {
  const [first, second] = [
    await xlsxOf(Document.parse(progressReport())),
    await xlsxOf(Document.parse(progressReport())),
  ]
  expect(Buffer.compare(first, second)).toBe(0)
})
