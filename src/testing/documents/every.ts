import type { BlockInput } from '#platform/documents/blocks.ts'
import type { DocumentInput } from '#platform/documents/document.ts'
import { linesOf, mapOf, multiplesOf, stackedOf } from './charts.ts'
import { emblem } from './emblem.ts'

/** A document that holds one text in every place where a text may stand. */
export const everyPlace = (text: string): DocumentInput => {
  const short = text.slice(0, 110)
  const picture = { picture: emblem('star'), alt: text }
  return {
    language: 'es',
    title: short,
    summary: text,
    by: short,
    day: '2026-11-03',
    numbered: true,
    stamp: text.slice(0, 12),
    running: { head: { start: short.slice(0, 40), end: short.slice(0, 40) }, foot: short.slice(0, 60) },
    opening: {
      opening: 'cover',
      kicker: short,
      subtitle: text,
      emblem: picture,
      details: [{ term: short, text }],
      foot: text,
    },
    sections: [
      { layout: 'flow', blocks: everyBlock(text) },
      {
        layout: 'slips',
        columns: 1,
        rows: 1,
        slips: [{ front: [[{ block: 'paragraph', text }], [{ block: 'paragraph', text }]], back: [[], []] }],
      },
    ],
  }
}

const everyBlock = (text: string): BlockInput[] => {
  const short = text.slice(0, 110)
  const picture = { picture: emblem('star'), alt: text }
  const rich = [text, { strong: text }, { emphasis: text }]
  return [
    { block: 'contents', title: short },
    { block: 'letterhead', name: text, lines: [text], emblem: picture },
    { block: 'heading', level: 1, text, opens: true },
    { block: 'heading', level: 2, text },
    { block: 'paragraph', text: rich },
    { block: 'paragraph', text: `dos\n${text}`, size: 'display', align: 'center' },
    { block: 'list', items: [text, { text, items: [rich] }] },
    { block: 'list', ordered: true, items: [rich] },
    { block: 'details', items: [{ term: short, text: rich }] },
    everyCell(text),
    ...charts(short),
    {
      block: 'figure',
      alt: `${text} alt`,
      caption: text,
      source: text,
      show: { picture: emblem('fist'), widthMm: 20 },
    },
    { block: 'quote', text, attribution: { level: 'named', name: short, role: short } },
    { block: 'numbers', items: [{ value: text.slice(0, 24), label: short, detail: short }] },
    { block: 'notice', tone: 'warning', title: short, text: [rich] },
    { block: 'notice', tone: 'note', text: [text] },
    {
      block: 'fields',
      fields: [
        { field: 'line', label: short, lines: 2 },
        { field: 'boxes', label: short, options: [short] },
        { field: 'comb', label: short, cells: 3 },
      ],
    },
    {
      block: 'options',
      options: [
        { title: short, lines: [rich], emblem: picture, color: { hex: '#7a1f2b', name: text.slice(0, 40) } },
      ],
    },
    { block: 'qr', content: text, alt: text, caption: text },
    { block: 'signatures', lines: [{ role: short, name: short }] },
    {
      block: 'columns',
      columns: [{ blocks: [{ block: 'paragraph', text }] }, { blocks: [{ block: 'rule' }] }],
    },
    {
      block: 'keep',
      blocks: [
        { block: 'paragraph', text },
        { block: 'space', height: 4 },
      ],
    },
    { block: 'pageBreak' },
    { block: 'paragraph', text },
  ]
}

const everyCell = (text: string): BlockInput => ({
  block: 'table',
  caption: text,
  columns: [
    { as: 'text', header: text, rowHeader: true },
    { as: 'number', header: text },
    { as: 'day', header: text },
  ],
  groups: [
    { text, columns: 2 },
    { text: '', columns: 1 },
  ],
  rows: [
    { group: text },
    { cells: [text, text, text] },
    { cells: [{ rich: [text, { strong: text }] }, { value: text, note: text.slice(0, 6) }, '2026-11-03'] },
    { cells: ['', { hidden: '[r]' }, null], total: true },
  ],
  notes: [
    { mark: text.slice(0, 6), text },
    { mark: '[r]', text },
  ],
  source: text,
})

const charts = (text: string): BlockInput[] => {
  const told = { block: 'figure' as const, alt: `${text} alt`, caption: text, source: text }
  const format = { as: 'number' as const }
  const items = [{ label: text, value: 3, target: 2, before: 1 }]
  const words = { value: text, target: text, before: text }
  return [
    {
      ...told,
      show: {
        chart: { chart: 'bars', format, items: [{ label: text, value: 3, target: 2 }], targetLabel: text },
      },
    },
    { ...told, show: { chart: { chart: 'dots', format, items, words } } },
    ...[linesOf(1), stackedOf(1), mapOf(1), multiplesOf(1)].map(
      (figure): BlockInput => ({ block: 'figure', ...figure }),
    ),
  ]
}
