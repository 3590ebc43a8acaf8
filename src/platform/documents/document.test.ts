import { describe, expect, test } from 'vitest'
import { credentials } from '../../testing/documents/credentials.ts'
import { emblem } from '../../testing/documents/emblem.ts'
import { poster } from '../../testing/documents/posters.ts'
import { progressReport } from '../../testing/documents/report.ts'
import * as votes from '../../testing/documents/votes.ts'
import type { BlockInput } from './blocks.ts'
import { Document } from './document.ts'
import { printable } from './texts.ts'

const withBlocks = (...blocks: unknown[]) =>
  Document.safeParse({
    language: 'es',
    title: 'Acta',
    day: '2026-11-03',
    opening: { opening: 'none' },
    sections: [{ layout: 'flow', blocks }],
  })
const refusal = (...blocks: unknown[]) =>
  withBlocks(...blocks)
    .error?.issues.map(({ message }) => message)
    .join('; ') ?? 'taken'
const column = { as: 'text', header: 'Nombre', rowHeader: true } as const
const table = (rows: unknown[], more: object = {}) => ({
  block: 'table',
  caption: 'Lista',
  columns: [column],
  rows,
  ...more,
})
const picture = { picture: emblem('star') }

describe('what cannot be a document is refused with the reason', () => {
  test('a figure whose caption stands for its alternative text', () => {
    expect(
      refusal({ block: 'figure', alt: 'Una estrella', caption: 'Una estrella', show: picture }),
    ).toContain('alternative text')
    expect(refusal({ block: 'figure', alt: ' ', caption: 'Una estrella', show: picture })).toContain(
      'says nothing',
    )
  })
  test('a hidden value without its note, and a note without its value', () => {
    expect(refusal(table([{ cells: [{ hidden: '[r]' }] }]))).toContain('no note explains [r]')
    expect(refusal(table([{ cells: ['Ana'] }], { notes: [{ mark: '[r]', text: 'Oculto' }] }))).toContain(
      'no cell bears',
    )
  })
  test('a row with a cell too many, a number among texts, cents that are not whole, a day that is none', () => {
    expect(refusal(table([{ cells: ['Ana', 'Beto'] }]))).toContain('more or fewer cells')
    expect(refusal(table([{ cells: [3] }]))).toContain('a number stands')
    const columns = [{ as: 'money', currency: 'MXN', header: 'Cuota' }]
    expect(refusal(table([{ cells: [1.5] }], { columns }))).toContain('whole cents')
    expect(
      refusal(table([{ cells: ['2026-02-30'] }], { columns: [{ as: 'day', header: 'Día' }] })),
    ).toContain('calendar')
  })
  test('a heading that skips a level', () => {
    expect(refusal({ block: 'heading', level: 2, text: 'Bases' })).toContain('skips a level')
  })
  test('half a character, a control character, an unknown block, and a picture that is none', () => {
    expect(refusal({ block: 'paragraph', text: 'a\ud800' })).toContain('cannot be printed')
    expect(refusal({ block: 'paragraph', text: 'a\u0000b' })).toContain('cannot be printed')
    expect(refusal({ block: 'video', text: 'a' })).not.toBe('taken')
    expect(
      refusal({ block: 'figure', alt: 'Un punto', caption: 'Punto', show: { picture: { base64: 'AAAA' } } }),
    ).not.toBe('taken')
  })
})

test('what old records hold can be made printable', () => {
  expect(withBlocks({ block: 'paragraph', text: printable('a\u0000b\ud800') }).success).toBe(true)
})

test('every kind of paper parses, and stays the same when it is kept as JSON', () => {
  const made = [
    progressReport,
    votes.convocatoria,
    votes.ballots,
    credentials,
    votes.roll,
    votes.acta,
    poster,
  ]
  for (const make of made) {
    const document = Document.parse(make())
    expect(Document.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  }
})

test('its types take a block written out', () => {
  const block: BlockInput = { block: 'paragraph', text: ['Se aprobó ', { strong: 'por mayoría' }] }
  expect(withBlocks(block).success).toBe(true)
})
