import * as z from 'zod'
import { Chart } from './charts/chart.ts'
import { Picture } from './picture.ts'
import { Table } from './table.ts'
import { Rich, Text, Words } from './texts.ts'

/** `opens` begins the heading's part on a new page, as a chapter does. */
export const Heading = z.strictObject({
  block: z.literal('heading'),
  level: z.int().min(1).max(4),
  text: Words.max(300),
  opens: z.literal(true).optional(),
})

export const Paragraph = z.strictObject({
  block: z.literal('paragraph'),
  text: Rich,
  size: z.enum(['small', 'normal', 'lead', 'display']).default('normal'),
  align: z.enum(['start', 'center', 'end']).default('start'),
})

export const List = z.strictObject({
  block: z.literal('list'),
  ordered: z.boolean().default(false),
  items: z
    .array(z.union([Rich, z.strictObject({ text: Rich, items: z.array(Rich) })]))
    .min(1)
    .max(400),
})

/** Terms and what each is: date, place, object. */
export const Details = z.strictObject({
  block: z.literal('details'),
  items: z
    .array(z.strictObject({ term: Words, text: Rich }))
    .min(1)
    .max(60),
})

/**
 * A figure: a chart or a picture. `alt` tells somebody who cannot see it what it shows; `caption` is what everybody reads under it; one never
 * stands for the other.
 */
export const Figure = z
  .strictObject({
    block: z.literal('figure'),
    alt: Words.max(2000),
    caption: Words.max(600),
    source: Words.optional(),
    show: z.union([
      z.strictObject({ chart: Chart }),
      z.strictObject({ picture: Picture, widthMm: z.number().min(10).max(260).optional() }),
    ]),
  })
  .refine(({ alt, caption }) => alt.trim() !== caption.trim(), 'the caption stands for the alternative text')
export type Figure = z.infer<typeof Figure>

/** What somebody said, under their name, under what they are, or under neither. */
export const Quote = z.strictObject({
  block: z.literal('quote'),
  text: Rich,
  attribution: z.discriminatedUnion('level', [
    z.strictObject({ level: z.literal('named'), name: Words, role: Words.optional() }),
    z.strictObject({ level: z.literal('role'), role: Words }),
    z.strictObject({ level: z.literal('anonymous') }),
  ]),
})

/** A row of one to four great numbers, each written as it is to be read. */
export const Numbers = z.strictObject({
  block: z.literal('numbers'),
  items: z
    .array(z.strictObject({ value: Words.max(24), label: Words.max(200), detail: Words.max(200).optional() }))
    .min(1)
    .max(4),
})

export const Notice = z.strictObject({
  block: z.literal('notice'),
  tone: z.enum(['note', 'warning']),
  title: Words.optional(),
  text: z.array(Rich).min(1).max(20),
})

/** Lines to sign on, each with what the signer is. */
export const Signatures = z.strictObject({
  block: z.literal('signatures'),
  lines: z
    .array(z.strictObject({ role: Words, name: Words.optional() }))
    .min(1)
    .max(40),
  columns: z.int().min(1).max(3).default(2),
  spaceMm: z.number().min(5).max(60).default(16),
})

/** Places to write by hand: lines, boxes to tick, and one box a letter. */
export const Fields = z.strictObject({
  block: z.literal('fields'),
  fields: z
    .array(
      z.discriminatedUnion('field', [
        z.strictObject({ field: z.literal('line'), label: Words, lines: z.int().min(1).max(30).default(1) }),
        z.strictObject({ field: z.literal('boxes'), label: Words, options: z.array(Words).min(1).max(20) }),
        z.strictObject({ field: z.literal('comb'), label: Words, cells: z.int().min(1).max(30) }),
      ]),
    )
    .min(1)
    .max(60),
})

/** What a paper lets its reader mark, each with its emblem and with its color, named in words because paper is often black and white. */
export const Options = z.strictObject({
  block: z.literal('options'),
  options: z
    .array(
      z.strictObject({
        title: Words,
        lines: z.array(Rich).max(60).default([]),
        emblem: z.strictObject({ picture: Picture, alt: Words }).optional(),
        color: z.strictObject({ hex: z.string().regex(/^#[0-9a-f]{6}$/i), name: Words.max(40) }).optional(),
      }),
    )
    .min(1)
    .max(24),
  columns: z.int().min(1).max(3).default(1),
})

export const Qr = z.strictObject({
  block: z.literal('qr'),
  content: Text.min(1).max(1000),
  alt: Words,
  caption: Rich.optional(),
  sizeMm: z.number().min(15).max(120).default(32),
})

/** Whose paper this is: an emblem, a name, and lines under it. */
export const Letterhead = z.strictObject({
  block: z.literal('letterhead'),
  name: Words,
  lines: z.array(Words).max(6).default([]),
  emblem: z.strictObject({ picture: Picture, alt: Words }).optional(),
})

/** The headings down to a level, with their pages. */
export const Contents = z.strictObject({
  block: z.literal('contents'),
  title: Words,
  depth: z.int().min(1).max(3).default(2),
})

/** An empty height; `rest` takes all that the page has left. */
export const Space = z.strictObject({
  block: z.literal('space'),
  height: z.union([z.number().min(1).max(200), z.literal('rest')]),
})
export const Rule = z.strictObject({ block: z.literal('rule') })
export const PageBreak = z.strictObject({ block: z.literal('pageBreak') })

const leaves = [
  Heading,
  Paragraph,
  List,
  Details,
  Table,
  Figure,
  Quote,
  Numbers,
  Notice,
  Signatures,
  Fields,
  Options,
  Qr,
  Letterhead,
  Contents,
  Space,
  Rule,
  PageBreak,
] as const

export const Leaf = z.discriminatedUnion('block', leaves)
export type Leaf = z.infer<typeof Leaf>

/** Blocks side by side; `share` is how much of the width each takes. */
export const Columns = z.strictObject({
  block: z.literal('columns'),
  columns: z
    .array(z.strictObject({ share: z.number().min(0.1).max(10).default(1), blocks: z.array(Leaf).max(60) }))
    .min(2)
    .max(4),
})

/** Blocks that stay on one page. */
export const Keep = z.strictObject({
  block: z.literal('keep'),
  blocks: z
    .array(z.discriminatedUnion('block', [...leaves, Columns]))
    .min(1)
    .max(60),
})

export const Block = z.discriminatedUnion('block', [...leaves, Columns, Keep])
export type Block = z.infer<typeof Block>
export type BlockInput = z.input<typeof Block>
export type BlockOf<Name extends Block['block']> = Extract<Block, { block: Name }>

/** Every leaf of these blocks, in the order of reading. */
export const leavesOf = (blocks: readonly Block[]): Leaf[] =>
  blocks.flatMap((block) => {
    if (block.block === 'keep') return leavesOf(block.blocks)
    return block.block === 'columns' ? block.columns.flatMap((column) => column.blocks) : [block]
  })
