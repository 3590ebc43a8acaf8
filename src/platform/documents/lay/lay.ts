import type { Block, Leaf } from '../blocks.ts'
import { drawChart } from '../charts/draw.ts'
import type { Setting } from '../charts/setting.ts'
import type { Document, Section } from '../document.ts'
import { measure } from '../fonts/family.ts'
import { words } from '../words.ts'
import { chartDocument, dressed } from './chart.ts'
import { type ImageStore, imageStore, qrSvg } from './images.ts'
import type { Laid, LaidBlock, LaidColumns, LaidImage, LaidLeaf, LaidOpening, LaidSection } from './laid.ts'
import { isLandscape, letter, marginsOf, mm, sizeOf, widthOf } from './sheet.ts'
import { layTable } from './table.ts'

/**
 * Decides all that the forms of a document share: what number a table bears, how a value is written, how wide a column is, what a chart looks like.
 * `onFigure` is told after each figure how many are done.
 */
export const lay = (document: Document, onFigure: (done: number) => void = () => {}): Laid => {
  const store = imageStore()
  const counted = { table: 0, figure: 0, anchor: 0, onFigure }
  const { running, page } = document
  return {
    language: document.language,
    title: document.title,
    summary: document.summary ?? document.title,
    by: document.by ?? null,
    day: document.day,
    size: sizeOf(page),
    margins: marginsOf(page),
    running: { head: running.head ?? null, foot: running.foot, numbers: running.numbers },
    opening: layOpening(document.opening, store),
    stamp: document.stamp ?? null,
    sections: document.sections.map((section) => laySection(section, document, store, counted)),
    mostPages: document.mostPages ?? null,
    images: store.files,
  }
}

/** What the blocks of one place know: its width in points, and what a turned sheet would give. */
type Room = {
  document: Document
  store: ImageStore
  counted: Counted
  width: number
  turned: number | undefined
}
type Counted = { table: number; figure: number; anchor: number; onFigure: (done: number) => void }

const layOpening = (opening: Document['opening'], store: ImageStore): LaidOpening => {
  if (opening.opening === 'none') return opening
  const { kicker = null, subtitle = null } = opening
  if (opening.opening === 'title') return { opening: 'title', kicker, subtitle }
  const emblem = opening.emblem ? store.keepPicture(opening.emblem.picture, opening.emblem.alt) : null
  return { opening: 'cover', kicker, subtitle, emblem, details: opening.details, foot: opening.foot ?? null }
}

const laySection = (
  section: Section,
  document: Document,
  store: ImageStore,
  counted: Counted,
): LaidSection => {
  const landscape = isLandscape(document, section)
  const width = widthOf(document, section)
  const side = 2 * marginsOf(document.page).sideMm * mm
  const turned = section.layout === 'flow' && !landscape ? letter.height - side : undefined
  const room: Room = { document, store, counted, width, turned }
  if (section.layout === 'flow')
    return { layout: 'flow', landscape, blocks: section.blocks.flatMap((block) => layBlock(block, room)) }
  const panelsOf = (panels: Block[][]) =>
    panels.map((panel) => panel.flatMap((block) => layBlock(block, room)))
  const { columns, rows, marginMm, cut, duplex } = section
  const slips = section.slips.map(({ front, back }) => ({
    front: panelsOf(front),
    back: back ? panelsOf(back) : null,
  }))
  return { layout: 'slips', landscape, columns, rows, marginMm, cut, duplex, slips }
}

const layBlock = (block: Block, room: Room): LaidBlock[] => {
  const fixed = { ...room, turned: undefined }
  if (block.block === 'columns') return [layColumns(block, fixed)]
  if (block.block !== 'keep') return layLeaf(block, room)
  const blocks = block.blocks.flatMap((inner): (LaidColumns | LaidLeaf)[] =>
    inner.block === 'columns' ? [layColumns(inner, fixed)] : layLeaf(inner, fixed),
  )
  return [{ block: 'keep', blocks }]
}

const layColumns = ({ columns }: Extract<Block, { block: 'columns' }>, room: Room): LaidColumns => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = room.width - (columns.length - 1) * 2 * sizeOf(room.document.page)
  return {
    block: 'columns',
    columns: columns.map(({ share, blocks }) => ({
      share,
      blocks: blocks.flatMap((leaf) => layLeaf(leaf, { ...room, width: (free * share) / shares })),
    })),
  }
}

const layLeaf = (leaf: Leaf, room: Room): LaidLeaf[] => {
  switch (leaf.block) {
    case 'table': {
      const { language, page } = room.document
      const label = numbered(room, 'table')
      return layTable(leaf, label, { width: room.width, turned: room.turned, size: sizeOf(page), language })
    }
    case 'figure':
      return [layFigure(leaf, room)]
    case 'heading':
      room.counted.anchor += 1
      return [{ ...leaf, opens: leaf.opens ?? false, anchor: `s${room.counted.anchor}` }]
    case 'notice':
      return [{ ...leaf, title: leaf.title ?? null }]
    case 'numbers':
      return [{ ...leaf, items: leaf.items.map((item) => ({ ...item, detail: item.detail ?? null })) }]
    case 'quote':
      return [{ ...leaf, attribution: attributionOf(leaf.attribution) }]
    case 'signatures':
      return [{ ...leaf, lines: leaf.lines.map(({ role, name = null }) => ({ role, name })) }]
    case 'options':
      return [
        {
          ...leaf,
          options: leaf.options.map((option) => ({
            ...option,
            emblem: emblemOf(option.emblem, room),
            color: option.color ?? null,
          })),
        },
      ]
    case 'letterhead':
      return [{ ...leaf, emblem: emblemOf(leaf.emblem, room) }]
    case 'qr': {
      const { svg, modules } = qrSvg(leaf.content)
      return [
        { ...leaf, caption: leaf.caption ?? null, ...room.store.keepSvg(svg, leaf.alt, modules, modules) },
      ]
    }
    default:
      return [leaf]
  }
}

const attributionOf = (given: Extract<Leaf, { block: 'quote' }>['attribution']) => ({
  level: given.level,
  name: given.level === 'named' ? given.name : null,
  role: given.level === 'anonymous' ? null : (given.role ?? null),
})

const emblemOf = (
  emblem: Extract<Leaf, { block: 'letterhead' }>['emblem'],
  { store }: Room,
): LaidImage | null => (emblem ? store.keepPicture(emblem.picture, emblem.alt) : null)

const numbered = ({ document, counted }: Room, kind: 'table' | 'figure'): string | null => {
  counted[kind] += 1
  return document.numbered ? `${words[document.language][kind]} ${counted[kind]}` : null
}

const layFigure = (figure: Extract<Leaf, { block: 'figure' }>, room: Room): LaidLeaf => {
  const label = numbered(room, 'figure')
  const { caption, alt, source = null, show } = figure
  const rest = { block: 'figure' as const, label, caption, source }
  if ('picture' in show) {
    const image = room.store.keepPicture(show.picture, alt)
    const tall =
      (image.height / image.width) * room.width > 420 ? (420 * image.width) / image.height / room.width : 1
    const wanted = show.widthMm ? (show.widthMm * mm) / room.width : tall
    return { ...rest, ...image, share: Math.round(Math.min(1, wanted) * 1000) / 10 }
  }
  const { language } = room.document
  const setting: Setting = {
    document: chartDocument(),
    id: `f${room.counted.figure}`,
    width: Math.round(room.width),
    language,
    measure,
  }
  const svg = dressed(drawChart(show.chart, setting, { title: caption, alt }))
  const height = Number(/ height="([\d.]+)"/.exec(svg)![1])
  room.counted.onFigure(room.counted.figure)
  return { ...rest, ...room.store.keepSvg(svg, alt, setting.width, height), share: 100 }
}
