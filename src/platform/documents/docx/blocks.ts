import { AlignmentType, HeadingLevel, Paragraph, TableOfContents } from 'docx'
import { headingsOf } from '../lay/headings.ts'
import type { LaidBlock, LaidOf } from '../lay/laid.ts'
import { formDocx } from './form.ts'
import { type Child, type GridCell, grid, line, noBorders } from './grid.ts'
import { imageRun } from './image.ts'
import { captionOf, small, tableDocx } from './table.ts'
import { faint, gap, marigold, type Place, paragraph, soft, tint, twips, twipsOfMm } from './text.ts'

export type Piece = Child | TableOfContents

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
]
const aligned = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END }
const scales = { small: 0.84, normal: 1, lead: 1.18, display: 2 }

export const blocksDocx = (blocks: readonly LaidBlock[], place: Place): Piece[] =>
  blocks.flatMap((block) => blockDocx(block, place))

const blockDocx = (block: LaidBlock, place: Place): Piece[] => {
  switch (block.block) {
    case 'heading':
      return [
        paragraph({ keepNext: true }, block.text, {
          heading: levels[block.level - 1]!,
          keepNext: true,
          pageBreakBefore: block.opens,
        }),
      ]
    case 'paragraph':
      return [
        paragraph(
          place,
          block.text,
          { alignment: aligned[block.align] },
          {
            size: Math.round(place.laid.size * 2 * scales[block.size]),
            ...(block.size === 'display' ? { bold: true } : {}),
          },
        ),
      ]
    case 'list':
      return listDocx(block, place)
    case 'details':
      return detailsDocx(block.items, place)
    case 'table':
      return tableDocx(block, place)
    case 'figure':
      return figureDocx(block, place)
    case 'quote':
      return quoteDocx(block, place)
    case 'numbers':
      return numbersDocx(block, place)
    case 'notice':
      return noticeDocx(block, place)
    case 'letterhead':
      return letterheadDocx(block, place)
    case 'contents':
      return contentsDocx(block, place)
    case 'columns':
      return columnsDocx(block, place)
    case 'keep':
      return [
        ...blocksDocx(block.blocks.slice(0, -1), { ...place, keepNext: true }),
        ...blocksDocx(block.blocks.slice(-1), place),
      ]
    case 'rule':
      return [new Paragraph({ border: { bottom: line(5, faint) }, children: [] })]
    case 'space':
      return [
        new Paragraph({
          spacing: { before: twipsOfMm(block.height === 'rest' ? 24 : block.height), after: 0 },
          children: [],
        }),
      ]
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0 }, children: [] })]
    default:
      return formDocx(block, place)
  }
}

/** The name of the numbering of the list at this place: each ordered list begins at one. */
export const orderedLists = { reference: 'ordered' }

const listDocx = ({ ordered, items }: LaidOf<'list'>, place: Place): Child[] => {
  place.lists.count += 1
  const instance = place.lists.count
  const marked = (level: number) =>
    ordered && level === 0
      ? { numbering: { reference: orderedLists.reference, level, instance } }
      : { bullet: { level } }
  return items.flatMap((item) =>
    typeof item === 'object' && 'items' in item
      ? [
          paragraph(place, item.text, marked(0)),
          ...item.items.map((inner) => paragraph(place, inner, marked(1))),
        ]
      : [paragraph(place, item, marked(0))],
  )
}

export const detailsDocx = (items: LaidOf<'details'>['items'], place: Place): Child[] => {
  const first = Math.floor(place.width * 0.3)
  const tight = { spacing: { before: 60, after: 60 } }
  const rows = items.map(({ term, text }) => ({
    cells: [paragraph(place, term, tight, { bold: true }), paragraph(place, text, tight)].map(
      (child): GridCell => ({
        children: [child],
        borders: { ...noBorders, top: line(4, faint), bottom: line(4, faint) },
      }),
    ),
  }))
  return [grid([first, place.width - first], rows), gap(8)]
}

const figureDocx = (figure: LaidOf<'figure'>, place: Place): Child[] => [
  new Paragraph({
    keepNext: true,
    alignment: figure.share < 99.5 ? AlignmentType.CENTER : AlignmentType.START,
    children: [imageRun(figure, place.laid, ((place.width / 20) * figure.share) / 100)],
  }),
  captionOf(figure, place, figure.source !== null),
  ...(figure.source ? [small(place, `${place.words.source} ${figure.source}`)] : []),
]

const quoteDocx = ({ text, attribution: { name, role } }: LaidOf<'quote'>, place: Place): Child[] => {
  const indent = { left: 360, right: 360 }
  const who = [name, role].filter(Boolean).join(', ') || place.words.anonymous
  const border = { left: { ...line(24, marigold), space: 10 } }
  return [
    paragraph(
      { keepNext: true },
      text,
      { indent, border },
      { italics: true, size: Math.round(place.laid.size * 2.24) },
    ),
    paragraph(place, `— ${who}`, { indent, border }, { color: soft }),
  ]
}

const numbersDocx = ({ items }: LaidOf<'numbers'>, place: Place): Child[] => {
  const each = Math.floor(place.width / items.length)
  const tight = { spacing: { before: 20, after: 20 } }
  const cells = items.map(
    ({ value, label, detail }): GridCell => ({
      borders: { ...noBorders, top: line(20, marigold) },
      children: [
        paragraph(place, value, tight, { bold: true, size: Math.round(place.laid.size * 4.6) }),
        paragraph(place, label, tight, { bold: true }),
        ...(detail ? [small(place, detail)] : []),
      ],
    }),
  )
  return [
    grid(
      items.map(() => each),
      [{ cells }],
    ),
    gap(8),
  ]
}

const noticeDocx = ({ tone, title, text }: LaidOf<'notice'>, place: Place): Child[] => {
  const warning = tone === 'warning'
  const cell: GridCell = {
    borders: warning
      ? { top: line(6), bottom: line(6), right: line(6), left: line(32) }
      : { ...noBorders, left: line(32, faint) },
    margins: { top: 120, bottom: 60, left: 180, right: 180 },
    ...(warning ? {} : { shading: { fill: tint } }),
    children: [
      ...(title ? [paragraph(place, title, { keepNext: true }, { bold: true })] : []),
      ...text.map((part) => paragraph(place, part)),
    ],
  }
  return [grid([place.width], [{ cells: [cell] }]), gap(8)]
}

const letterheadDocx = ({ name, lines, emblem }: LaidOf<'letterhead'>, place: Place): Child[] => {
  const tight = { spacing: { before: 0, after: 20 } }
  const words: GridCell = {
    verticalAlign: 'center',
    borders: { ...noBorders, bottom: line(10) },
    children: [
      paragraph(place, name, tight, { bold: true, size: Math.round(place.laid.size * 2.6) }),
      ...lines.map((text) => paragraph(place, text, tight, { color: soft })),
    ],
  }
  if (!emblem) return [grid([place.width], [{ cells: [words] }]), gap(10)]
  const wide = twips(62)
  const points = Math.min(51, (51 * emblem.width) / emblem.height)
  const picture: GridCell = {
    borders: { ...noBorders, bottom: line(10) },
    children: [new Paragraph({ spacing: { after: 80 }, children: [imageRun(emblem, place.laid, points)] })],
  }
  return [grid([wide, place.width - wide], [{ cells: [picture, words] }]), gap(10)]
}

/** Word writes the pages when it is asked to update the field; until then the headings stand there without them. */
const contentsDocx = ({ title, depth }: LaidOf<'contents'>, { laid }: Place): Piece[] => [
  paragraph({ keepNext: true }, title, {}, { bold: true, size: Math.round(laid.size * 3.2) }),
  new TableOfContents(title, {
    headingStyleRange: `1-${depth}`,
    cachedEntries: headingsOf(laid)
      .filter(({ level }) => level <= depth)
      .map(({ text, level }) => ({ title: text, level })),
  }),
]

const columnsDocx = ({ columns }: LaidOf<'columns'>, place: Place): Child[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((place.width * share) / shares))
  const cells = columns.map(
    ({ blocks }, at): GridCell => ({
      children: blocksDocx(blocks, { ...place, width: widths[at]! - 230 }).filter(
        (piece): piece is Child => !(piece instanceof TableOfContents),
      ),
    }),
  )
  return [grid(widths, [{ cells }]), gap(4)]
}
