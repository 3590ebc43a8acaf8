import { AlignmentType, LeaderType, Paragraph, TabStopType, TextRun } from 'docx'
import type { LaidOf } from '../lay/laid.ts'
import { allBorders, type Child, type GridCell, grid, line, noBorders } from './grid.ts'
import { imageRun } from './image.ts'
import { gap, type Place, paragraph, runs, twips, twipsOfMm } from './text.ts'

type Form = LaidOf<'signatures'> | LaidOf<'fields'> | LaidOf<'options'> | LaidOf<'qr'>

/** What is written on or marked by hand. */
export const formDocx = (block: Form, place: Place): Child[] => {
  switch (block.block) {
    case 'signatures':
      return signaturesDocx(block, place)
    case 'fields':
      return block.fields.flatMap((field) => fieldDocx(field, place))
    case 'options':
      return optionsDocx(block, place)
    case 'qr':
      return [
        new Paragraph({
          keepNext: place.keepNext,
          children: [imageRun(block, place.laid, Math.min(place.width / 20, (block.sizeMm * 72) / 25.4))],
        }),
        ...(block.caption
          ? [paragraph(place, block.caption, {}, { size: Math.round(place.laid.size * 1.6) })]
          : []),
      ]
  }
}

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

/** Lines with room between them: every other column is a gap. */
const signaturesDocx = ({ lines, columns, spaceMm }: LaidOf<'signatures'>, place: Place): Child[] => {
  const count = Math.min(columns, lines.length)
  const space = twips(24)
  const each = Math.floor((place.width - (count - 1) * space) / count)
  const widths = Array.from({ length: count * 2 - 1 }, (_, at) => (at % 2 === 0 ? each : space))
  const centered = { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 0 } }
  const rows = chunks(lines, count).flatMap((group) => {
    const signed = Array.from({ length: count }, (_, at): GridCell => {
      const signer = group[at]
      if (!signer) return { children: [gap()] }
      return {
        borders: { ...noBorders, top: line(6) },
        children: [
          ...(signer.name ? [paragraph(place, signer.name, centered, { bold: true })] : []),
          paragraph(place, signer.role, centered),
        ],
      }
    })
    const spread = signed.flatMap((cell, at) => (at === 0 ? [cell] : [{ children: [gap()] }, cell]))
    const empty = widths.map((): GridCell => ({ children: [keptGap()] }))
    return [{ cells: empty, height: twipsOfMm(spaceMm) }, { cells: spread }]
  })
  return [grid(widths, rows), gap(8)]
}

/** The room to sign in stays with its line. */
const keptGap = () => new Paragraph({ keepNext: true, spacing: { before: 0, after: 0 }, children: [] })

const fieldDocx = (field: LaidOf<'fields'>['fields'][number], place: Place): Child[] => {
  if (field.field === 'boxes')
    return [paragraph(place, `${field.label}${field.options.map((option) => `    ☐ ${option}`).join('')}`)]
  if (field.field === 'comb') {
    const cell = twips(17)
    const label = Math.max(twips(80), place.width - field.cells * cell)
    const boxes = Array.from(
      { length: field.cells },
      (): GridCell => ({ borders: allBorders(line(5)), children: [gap()] }),
    )
    const cells = [{ verticalAlign: 'center' as const, children: [paragraph(place, field.label)] }, ...boxes]
    return [grid([label, ...boxes.map(() => cell)], [{ cells, height: twips(20) }]), gap(6)]
  }
  const tabStops = [{ type: TabStopType.RIGHT, position: place.width, leader: LeaderType.UNDERSCORE }]
  const blank = () => new TextRun({ text: '\t' })
  return [
    new Paragraph({ tabStops, keepNext: place.keepNext, children: [...runs(`${field.label} `), blank()] }),
    ...Array.from(
      { length: field.lines - 1 },
      () =>
        new Paragraph({ tabStops, keepNext: place.keepNext, spacing: { before: 120 }, children: [blank()] }),
    ),
  ]
}

const optionsDocx = ({ options, columns }: LaidOf<'options'>, place: Place): Child[] => {
  const each = Math.floor(place.width / columns)
  const rows = chunks(options, columns).map((group) => ({
    cells: Array.from({ length: columns }, (_, at): GridCell => {
      const option = group[at]
      if (!option) return { children: [gap()] }
      return {
        borders: allBorders(line(8)),
        margins: { top: 120, bottom: 120, left: 140, right: 140 },
        children: optionDocx(option, { ...place, width: each - 280 }),
      }
    }),
  }))
  return [
    grid(
      Array.from({ length: columns }, () => each),
      rows,
    ),
    gap(6),
  ]
}

const optionDocx = (
  { title, lines, emblem, color }: LaidOf<'options'>['options'][number],
  place: Place,
): Child[] => {
  const tight = { spacing: { before: 0, after: 40 } }
  return [
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: place.width }],
      children: [
        ...(emblem ? [imageRun(emblem, place.laid, Math.min(44, (44 * emblem.width) / emblem.height))] : []),
        new TextRun({ text: '\t◯', size: 56 }),
      ],
    }),
    paragraph(place, title, tight, { bold: true, size: Math.round(place.laid.size * 2.4) }),
    ...(color
      ? [
          new Paragraph({
            ...tight,
            children: [
              new TextRun({ text: '      ', shading: { fill: color.hex.slice(1) }, border: line(4) }),
              ...runs(`  ${color.name}`),
            ],
          }),
        ]
      : []),
    ...lines.map((text) => paragraph(place, text, tight)),
  ]
}
