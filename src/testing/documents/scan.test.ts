import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvOf } from '#platform/documents/csv.ts'
import { Document, type DocumentInput } from '#platform/documents/document.ts'
import { docxOf } from '#platform/documents/docx.ts'
import { htmlOf } from '#platform/documents/html.ts'
import { lay } from '#platform/documents/lay/lay.ts'
import { setPdf } from '#platform/documents/pdf.ts'
import { hiddenNote, publishedCell } from '#platform/documents/published.ts'
import { xlsxOf } from '#platform/documents/xlsx.ts'
import { scan } from './scan.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const forms = {
  pdf: (document: Document) => {
    const made = setPdf(lay(document))
    if ('misfit' in made) throw new Error('misfit')
    return made.bytes
  },
  docx: docxOf,
  xlsx: xlsxOf,
  html: (document: Document) => utf8(htmlOf(document)),
  csv: (document: Document) => csvOf(document)[0]!.bytes,
} as const

const alt = 'Barras por turno; un valor está oculto.'
const report = (
  more: Partial<DocumentInput> = {},
  cell: unknown = publishedCell({ kind: 'hidden' }),
): Document =>
  Document.parse({
    language: 'es',
    title: 'Informe',
    day: '2026-10-15',
    opening: { opening: 'none' },
    sections: [
      {
        layout: 'flow',
        blocks: [
          {
            block: 'table',
            caption: 'Personas por turno',
            columns: [
              { as: 'text', header: 'Turno', rowHeader: true },
              { as: 'number', header: 'Personas' },
            ],
            rows: [{ cells: ['Noche', cell] }, { cells: ['Día', 48_611] }],
            notes: typeof cell === 'number' ? [] : [hiddenNote('es')],
          },
          {
            block: 'figure',
            alt,
            caption: 'Por turno',
            show: {
              chart: {
                chart: 'bars',
                format: { as: 'number' },
                items: [
                  { label: 'Noche', value: cell as never },
                  { label: 'Día', value: 48_611 },
                ],
              },
            },
          },
        ],
      },
    ],
    ...more,
  })
const forbidden = ['48613', 'Adela Montúfar Cid']

describe.for(Object.entries(forms))('%s', ([form, make]) => {
  test('a value in a cell or a chart is found', async () => {
    const found = await scan(await make(report({}, 48_613)), forbidden)
    expect(found.map(({ forbidden }) => forbidden)).toContain('48613')
  })
  test('a hidden value is not there', async () => {
    expect(await scan(await make(report()), forbidden)).toEqual([])
  })
  test.skipIf(form === 'csv')('a name that only the file itself bears is found', async () => {
    const found = await scan(await make(report({ by: 'ADELA MONTUFAR CID' })), forbidden)
    expect(found.map(({ forbidden }) => forbidden)).toContain('Adela Montúfar Cid')
  })
})

describe('where a value may hide', () => {
  const cases: Record<string, Uint8Array> = {
    'cut over two runs': zipSync({ 'word/document.xml': utf8('<w:t>48</w:t><w:t>613</w:t>') }),
    'a field of a CSV file': utf8('1,48613,2'),
    'a comment': utf8('<p>Nada</p><!-- 48613 -->'),
    'written with entities': utf8('<p>&#52;8&#x36;13</p>'),
    'an alternative text': utf8('<img alt="son 48,613 personas">'),
    'a picture in the page': utf8(
      `<img src="data:image/svg+xml;base64,${Buffer.from('<text>48 613</text>').toString('base64')}">`,
    ),
    'the text of a PNG': new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n....tEXtComment\x0048613', 'latin1')),
    'a file in a file': zipSync({ 'a.docx': zipSync({ 'docProps/custom.xml': utf8('<v>48613</v>') }) }),
  }
  test.for(Object.entries(cases))('%s', async ([, bytes]) => {
    expect(await scan(bytes, ['48613'])).not.toEqual([])
  })
  test('another number is not it', async () => {
    expect(await scan(utf8('148613 486130 48,613,000 48613.5 0.48613'), ['48613'])).toEqual([])
  })
})
