import { describe, expect, test } from 'vitest'
import { everyPlace } from '../../testing/documents/every.ts'
import { payloads } from '../../testing/documents/payloads.ts'
import { nodesOf, readPdf } from '../../testing/documents/pdf.ts'
import { poster } from '../../testing/documents/posters.ts'
import { progressReport } from '../../testing/documents/report.ts'
import { acta, ballots, convocatoria } from '../../testing/documents/votes.ts'
import { Document, type DocumentInput } from './document.ts'
import { covered } from './fonts/family.ts'
import { lay } from './lay/lay.ts'
import { setPdf } from './pdf.ts'
import { pdfOf } from './press.ts'

const set = (input: DocumentInput) => {
  const made = setPdf(lay(Document.parse(input)))
  if ('misfit' in made) throw new Error(JSON.stringify(made))
  return made
}
const bare = (text: string) => text.replaceAll(/[\s\u200b\u00ad]/g, '')

describe('what does not fit is said', () => {
  test('a poster that runs over its one page', () => {
    const long = { block: 'paragraph' as const, text: 'Asamblea. '.repeat(400) }
    const document = Document.parse({ ...poster(), sections: [{ layout: 'flow', blocks: [long] }] })
    expect(setPdf(lay(document))).toMatchObject({ misfit: 'pages', most: 1 })
  })

  test('the second ballot, which holds more than its slip', async () => {
    const slip = { front: [[{ block: 'paragraph' as const, text: 'Planilla Unidad' }]] }
    const full = { front: [[{ block: 'paragraph' as const, text: 'Candidatura. '.repeat(600) }]] }
    const sections = [{ layout: 'slips' as const, columns: 1, rows: 2, slips: [slip, full] }]
    const made = await pdfOf(Document.parse({ ...ballots(), sections }))
    expect(made).toMatchObject({ misfit: 'slip', slip: 2 })
    expect('neededMm' in made && made.neededMm > made.roomMm).toBe(true)
  })
})

describe('a text is a text', () => {
  test.for(Object.entries(payloads))('%s', async ([, payload]) => {
    const { pages } = await readPdf(set(everyPlace(payload)).bytes)
    const text = bare(pages.map((page) => page.text).join(''))
    const times = text.split(bare(covered(payload))).length - 1
    expect(times).toBeGreaterThan(20)
    const alts = pages.flatMap(({ tree }) => nodesOf(tree)).flatMap(({ alt = [] }) => alt)
    expect(alts.some((alt) => bare(alt).includes(bare(covered(payload))))).toBe(true)
  })

  test('a character that no font has is named, not dropped', async () => {
    const made = set(everyPlace('Sección 中 tseltal ʼ ñ'))
    expect(made.unprintable).toEqual(['中'])
    const { pages } = await readPdf(made.bytes)
    expect(pages.some(({ text }) => text.includes('[U+4E2D]'))).toBe(true)
  })
})

describe('a page that everybody can read', () => {
  test('the report is tagged, in its language, with a name for each figure', async () => {
    const { bytes, pages: count } = set(progressReport())
    const { pages, info, xmp, marked } = await readPdf(bytes)
    const raw = Buffer.from(bytes).toString('latin1')
    expect(marked).toBe(true)
    expect(raw).toMatch(/\/MarkInfo|\/StructTreeRoot/)
    expect(xmp).toContain('pdfuaid:part')
    expect(info.Language).toBe('es-MX')
    expect(info.Title).toBe('Informe de avance del tercer trimestre de 2026')
    expect(count).toBe(pages.length)
    const nodes = pages.flatMap(({ tree }) => nodesOf(tree))
    const figures = nodes.filter(({ role }) => role === 'Figure')
    expect(figures.length).toBeGreaterThanOrEqual(14)
    expect(figures.every(({ alt }) => alt && alt.length > 20)).toBe(true)
    const roles = new Set(nodes.map(({ role }) => role))
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'LI', 'Caption'])
      expect(roles).toContain(role)
  })

  test('it is letter, upright or turned', async () => {
    const { pages } = await readPdf(set(progressReport()).bytes)
    expect(new Set(pages.map(({ width, height }) => `${width}x${height}`))).toEqual(
      new Set(['612x792', '792x612']),
    )
  })

  test('its text comes out in the order it is read', async () => {
    const { pages } = await readPdf(set(convocatoria()).bytes)
    const text = bare(pages[0]!.text)
    const order = [
      'Sindicato',
      'Seconvoca',
      'Domingo22',
      'Bases',
      'Elregistrodeplanillas',
      'Sinrevisión',
      'Fausto',
    ].map((words) => text.indexOf(words))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order.every((at) => at >= 0)).toBe(true)
  })

  test('the back of each ballot has the two signatures, on its own sheet side', async () => {
    const { pages } = await readPdf(set(ballots(2)).bytes)
    expect(pages).toHaveLength(2)
    expect(pages[0]!.text).toContain('Guinda')
    expect(pages[1]!.text.split('Secretaría de la comisión electoral')).toHaveLength(3)
  })
})

test('the same document is the same bytes, in this thread and in the press', async () => {
  const here = set(acta()).bytes
  const [first, second] = await Promise.all([pdfOf(Document.parse(acta())), pdfOf(Document.parse(acta()))])
  if ('misfit' in first || 'misfit' in second) throw new Error('misfit')
  expect(Buffer.compare(here, first.bytes)).toBe(0)
  expect(Buffer.compare(here, second.bytes)).toBe(0)
})

test('the press tells how far it is, and goes on after a fault', async () => {
  const told: number[] = []
  const faulty = { ...Document.parse(acta()), day: 'no es un día' } as Document
  await expect(pdfOf(faulty)).rejects.toThrow()
  await pdfOf(Document.parse(progressReport()), ({ done, figures }) => told.push(done / figures))
  expect(told.at(-1)).toBe(1)
})
