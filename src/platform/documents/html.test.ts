import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { everyPlace } from '../../testing/documents/every.ts'
import { payloads } from '../../testing/documents/payloads.ts'
import { progressReport } from '../../testing/documents/report.ts'
import { Document } from './document.ts'
import { htmlOf } from './html.ts'

const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('a text is a text', () => {
  test.for(Object.entries(payloads))('%s', ([, payload]) => {
    const page = htmlOf(Document.parse(everyPlace(payload)))
    const { document } = parseHTML(page)
    expect(document.querySelectorAll('script, iframe, object, link, base, form, foreignObject')).toHaveLength(
      0,
    )
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toHaveLength(0)
    const fetched = attributes.filter(({ name }) => ['src', 'href', 'srcset', 'xlink:href'].includes(name))
    expect(fetched.every(({ value }) => /^(data:image\/|#)/.test(value))).toBe(true)
    expect(bare(document.body.textContent).split(bare(payload)).length - 1).toBeGreaterThan(30)
  })
})

test('it fetches nothing and runs nothing, even where a browser would', () => {
  const page = htmlOf(Document.parse(progressReport()))
  expect(page).toContain(
    `content="default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;"`,
  )
  expect(page).not.toMatch(/(src|href)="https?:/)
})

test('headings, tables and figures say what they are', () => {
  const { document } = parseHTML(htmlOf(Document.parse(progressReport())))
  expect(document.documentElement.getAttribute('lang')).toBe('es-MX')
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.querySelectorAll('table caption').length).toBe(document.querySelectorAll('table').length)
  expect([...document.querySelectorAll('thead th')].every((head) => head.hasAttribute('scope'))).toBe(true)
  const charts = [...document.querySelectorAll('svg')]
  expect(charts.length).toBeGreaterThanOrEqual(12)
  for (const chart of charts) expect(chart.querySelector('desc')!.textContent.length).toBeGreaterThan(20)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the same document is the same page', () => {
  expect(htmlOf(Document.parse(progressReport()))).toBe(htmlOf(Document.parse(progressReport())))
})
