import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { everyPlace } from '../../testing/documents/every.ts'
import { payloads } from '../../testing/documents/payloads.ts'
import { progressReport } from '../../testing/documents/report.ts'
import { ballots, roll } from '../../testing/documents/votes.ts'
import { xmlFault } from '../../testing/documents/xml.ts'
import { Document, type DocumentInput } from './document.ts'
import { docxOf } from './docx.ts'

const report = docxOf(Document.parse(progressReport()))

const partsOf = async (input: DocumentInput) => partsIn(await docxOf(Document.parse(input)))
const partsIn = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes)
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*|<w:tab\/>/g)]
    .map(([run]) => (run === '<w:tab/>' ? '\t' : run.slice(run.indexOf('>') + 1)))
    .join('')
    .replaceAll(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
    )
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('a text is a text', () => {
  test.for(Object.entries(payloads))('%s', async ([, payload]) => {
    const parts = await partsOf(everyPlace(payload))
    for (const [path, xml] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(path)) expect([path, xmlFault(xml)]).toEqual([path, undefined])
    }
    const body = parts['word/document.xml']!
    expect(bare(textOf(body)).split(bare(payload)).length - 1).toBeGreaterThan(30)
    const fields = [...body.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(
      ([, code]) => code!.trim().split(' ')[0],
    )
    expect(new Set(fields)).toEqual(new Set(['TOC']))
    expect(body).not.toContain('<w:fldSimple')
  })
})

test('Word finds every part it is told of, and nothing points outside', async () => {
  const parts = partsIn(await report)
  const targets = Object.entries(parts).filter(([path]) => path.endsWith('.rels'))
  for (const [path, xml] of targets) {
    expect(xml).not.toContain('TargetMode="External"')
    const folder = path.replace(/_rels\/[^/]*$/, '')
    for (const [, target] of xml.matchAll(/Target="([^"]*)"/g))
      expect(Object.keys(parts)).toContain(target!.startsWith('/') ? target!.slice(1) : folder + target)
  }
  const types = parts['[Content_Types].xml']!
  for (const path of Object.keys(parts).filter((path) => path !== '[Content_Types].xml')) {
    const known =
      types.includes(`PartName="/${path}"`) || types.includes(`Extension="${path.split('.').at(-1)}"`)
    expect([path, known]).toEqual([path, true])
  }
})

test('headings are headings, heads repeat, and each picture has its alternative text', async () => {
  const body = partsIn(await report)['word/document.xml']!
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)!.length).toBeGreaterThan(5)
  expect(body.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(20)
  const pictures = [...body.matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag)
  expect(pictures.length).toBeGreaterThanOrEqual(14)
  expect(pictures.every((tag) => /descr="[^"]{20,}"/.test(tag))).toBe(true)
  expect(new Set(pictures.map((tag) => / id="(\d+)"/.exec(tag)![1])).size).toBe(pictures.length)
  expect(body).toContain('w:orient="landscape"')
})

test('a cell ends with a paragraph, as Word demands', async () => {
  for (const made of [await partsOf(ballots()), await partsOf(roll(3)), partsIn(await report)]) {
    const body = made['word/document.xml']!
    expect(body).not.toMatch(/<\/w:tbl><\/w:tc>/)
    expect(body).not.toMatch(/<\/w:tbl><w:tbl>/)
  }
})

test('the same document is the same bytes, and bears its own day', async () => {
  const first = await report
  const second = await docxOf(Document.parse(progressReport()))
  expect(Buffer.compare(first, second)).toBe(0)
  const core = partsIn(await report)['docProps/core.xml']!
  expect([...core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g)].map(([stamp]) => stamp)).toEqual([
    '2026-10-15T00:00:00Z',
    '2026-10-15T00:00:00Z',
  ])
})
