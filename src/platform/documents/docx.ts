import {
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  Document as Word,
} from 'docx'
import type { Document } from './document.ts'
import { blocksDocx, detailsDocx, type Piece } from './docx/blocks.ts'
import { line } from './docx/grid.ts'
import { imageRun } from './docx/image.ts'
import { slipsDocx } from './docx/slips.ts'
import { numbering, stylesOf } from './docx/style.ts'
import { faint, gap, marigold, type Place, paragraph, runs, soft, twips, twipsOfMm } from './docx/text.ts'
import type { Laid, LaidBlock, LaidSection } from './lay/laid.ts'
import { lay } from './lay/lay.ts'
import { letter, mm } from './lay/sheet.ts'
import { words } from './words.ts'
import { settled } from './zip.ts'

/**
 * A document for Word and LibreOffice (ECMA-376), for those who must edit it: real styles, headings and repeating heads, alternative texts, letter
 * sheets. It is set in Arial, which editors have; where pages break is theirs to decide.
 */
export const docxOf = async (document: Document): Promise<Uint8Array> => {
  const laid = lay(document)
  const lists = { count: 0 }
  const made = await Packer.toBuffer(
    new Word({
      title: laid.title,
      description: laid.summary,
      creator: laid.by ?? '',
      lastModifiedBy: laid.by ?? '',
      styles: stylesOf(laid),
      numbering,
      sections: [
        ...coverOf(laid),
        ...laid.sections.flatMap((section, at) => sectionsOf(section, laid, at === 0, lists)),
      ],
    }),
  )
  return settled(new Uint8Array(made), laid.day, (path, text) => {
    if (path === 'docProps/core.xml') return dated(text, laid.day)
    return path === 'word/document.xml' ? counted(text) : text
  })
}

/** The library writes the clock into the file; a document bears its own day. */
const dated = (core: string, day: string) =>
  core.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)

/** The library counts pictures on through all documents; here each document counts its own. */
const counted = (body: string) => {
  let count = 0
  return body.replaceAll(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++count}"`)
}

const placeOf = (laid: Laid, width: number, lists: Place['lists']): Place => ({
  laid,
  words: words[laid.language],
  width: Math.floor(width),
  keepNext: false,
  lists,
})

const page = (landscape: boolean, sides: { top: number; bottom: number; left: number; right: number }) => ({
  page: {
    size: {
      width: twips(letter.width),
      height: twips(letter.height),
      orientation: landscape ? ('landscape' as const) : ('portrait' as const),
    },
    margin: { ...sides, header: 500, footer: 500 },
  },
})

const coverOf = (laid: Laid): ISectionOptions[] => {
  const { opening, title } = laid
  if (opening.opening !== 'cover') return []
  const side = twipsOfMm(26)
  const place = placeOf(laid, twips(letter.width) - 2 * side, { count: 0 })
  const { kicker, subtitle, emblem, details, foot } = opening
  return [
    {
      properties: page(false, { top: twipsOfMm(30), bottom: twipsOfMm(24), left: side, right: side }),
      headers: { default: new Header({ children: stampOf(laid) }) },
      footers: { default: new Footer({ children: [gap()] }) },
      children: [
        ...(emblem
          ? [
              new Paragraph({
                children: [imageRun(emblem, laid, Math.min(160, (24 * mm * emblem.width) / emblem.height))],
              }),
            ]
          : []),
        gap(150),
        new Paragraph({
          border: { bottom: line(40, marigold) },
          indent: { right: place.width - twipsOfMm(34) },
          children: [],
        }),
        ...(kicker ? [paragraph(place, kicker, {}, { bold: true, color: soft })] : []),
        new Paragraph({ style: 'Title', children: runs(title, { size: 64 }) }),
        ...(subtitle ? [paragraph(place, subtitle, {}, { size: 30 })] : []),
        gap(150),
        ...(details.length > 0 ? detailsDocx(details, place) : []),
        ...(foot ? [paragraph(place, foot, {}, { color: soft, size: 18 })] : []),
      ],
    },
  ]
}

const sectionsOf = (
  section: LaidSection,
  laid: Laid,
  first: boolean,
  lists: Place['lists'],
): ISectionOptions[] => {
  if (section.layout === 'slips') {
    const margin = twipsOfMm(section.marginMm)
    const whole = section.landscape ? letter.height : letter.width
    return [
      {
        properties: page(section.landscape, { top: margin, bottom: margin, left: margin, right: margin }),
        headers: { default: new Header({ children: [gap(1)] }) },
        footers: { default: new Footer({ children: [gap(1)] }) },
        children: slipsDocx(section, placeOf(laid, twips(whole) - 2 * margin, lists)),
      },
    ]
  }
  return turns(section.blocks, section.landscape).map(({ landscape, blocks }, at) => {
    const { topMm, sideMm, bottomMm } = laid.margins
    const width = twips(landscape ? letter.height : letter.width) - 2 * twipsOfMm(sideMm)
    const place = placeOf(laid, width, lists)
    const side = twipsOfMm(sideMm)
    return {
      properties: page(landscape, {
        top: twipsOfMm(topMm),
        bottom: twipsOfMm(bottomMm),
        left: side,
        right: side,
      }),
      headers: { default: headOf(laid, width) },
      footers: { default: footOf(laid, width) },
      children: [...(first && at === 0 ? titleOf(laid, place) : []), ...blocksDocx(blocks, place)],
    }
  })
}

/** A table too wide for its sheet has a turned one of its own. */
const turns = (blocks: readonly LaidBlock[], landscape: boolean) => {
  const parts: { landscape: boolean; blocks: LaidBlock[] }[] = []
  for (const block of blocks) {
    const turned = landscape || (block.block === 'table' && block.landscape)
    const last = parts.at(-1)
    if (last?.landscape === turned) last.blocks.push(block)
    else parts.push({ landscape: turned, blocks: [block] })
  }
  return parts.length > 0 ? parts : [{ landscape, blocks: [] }]
}

const titleOf = ({ opening, title }: Laid, place: Place): Piece[] => {
  if (opening.opening !== 'title') return []
  const { kicker, subtitle } = opening
  return [
    ...(kicker ? [paragraph(place, kicker, {}, { bold: true, color: soft })] : []),
    new Paragraph({ style: 'Title', children: runs(title) }),
    ...(subtitle
      ? [paragraph(place, subtitle, {}, { color: soft, size: Math.round(place.laid.size * 2.3) })]
      : []),
  ]
}

const stampOf = ({ stamp }: Laid): Paragraph[] =>
  stamp
    ? [
        new Paragraph({
          alignment: 'center',
          children: [new TextRun({ text: stamp, bold: true, size: 56, color: 'C4C0B8' })],
        }),
      ]
    : [gap()]

const tabStops = (width: number) => [{ type: TabStopType.RIGHT, position: width }]

const headOf = (laid: Laid, width: number): Header => {
  const { head } = laid.running
  const written = head
    ? [
        new Paragraph({
          style: 'Running',
          tabStops: tabStops(width),
          border: { bottom: { ...line(4, faint), space: 4 } },
          children: [...runs(head.start), new TextRun({ text: '\t' }), ...runs(head.end)],
        }),
      ]
    : []
  return new Header({ children: [...(laid.stamp || !head ? stampOf(laid) : []), ...written] })
}

const footOf = ({ running: { foot, numbers }, language }: Laid, width: number): Footer => {
  const own = words[language]
  const number = [
    new TextRun({ text: `\t${own.page} ` }),
    new TextRun({ children: [PageNumber.CURRENT] }),
    new TextRun({ text: ` ${own.of} ` }),
    new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
  ]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: tabStops(width),
        children: [...runs(foot), ...(numbers ? number : [])],
      }),
    ],
  })
}
