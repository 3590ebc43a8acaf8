import * as z from 'zod'
import { Block, leavesOf } from './blocks.ts'
import { Picture } from './picture.ts'
import { Day, Text, Words } from './texts.ts'

const Margins = z.strictObject({
  topMm: z.number().min(5).max(80),
  sideMm: z.number().min(5).max(80),
  bottomMm: z.number().min(5).max(80),
})

/** A letter sheet. `type` is the size of its text: 9, 10.5, 16 or 22 points. */
export const Page = z.strictObject({
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  margins: Margins.optional(),
  type: z.enum(['small', 'normal', 'large', 'poster']).default('normal'),
})
export type Page = z.infer<typeof Page>

/** What stands at the head and foot of each page but the cover; pages count as "n of m". */
export const Running = z.strictObject({
  head: z.strictObject({ start: Text.default(''), end: Text.default('') }).optional(),
  foot: Text.default(''),
  numbers: z.boolean().default(true),
})

/** How it begins: with a cover of its own, with the title over the text, or at once. */
export const Opening = z.discriminatedUnion('opening', [
  z.strictObject({
    opening: z.literal('cover'),
    kicker: Words.optional(),
    subtitle: Words.optional(),
    emblem: z.strictObject({ picture: Picture, alt: Words }).optional(),
    details: z
      .array(z.strictObject({ term: Words, text: Words }))
      .max(8)
      .default([]),
    foot: Words.optional(),
  }),
  z.strictObject({ opening: z.literal('title'), kicker: Words.optional(), subtitle: Words.optional() }),
  z.strictObject({ opening: z.literal('none') }),
])

/** Blocks one after another over as many pages as they take. */
export const Flow = z.strictObject({
  layout: z.literal('flow'),
  orientation: z.enum(['portrait', 'landscape']).optional(),
  blocks: z.array(Block).max(20_000),
})

const Panel = z.array(Block).max(40)

/**
 * Slips in a grid on each sheet, with marks to cut along. A slip has one to three panels with fold lines between them, and may have a back, which lies
 * behind it when the sheets are printed on both sides, turned along `duplex`.
 */
export const Slips = z
  .strictObject({
    layout: z.literal('slips'),
    columns: z.int().min(1).max(6),
    rows: z.int().min(1).max(12),
    marginMm: z.number().min(0).max(30).default(8),
    cut: z.boolean().default(true),
    duplex: z.enum(['long-edge', 'short-edge']).default('long-edge'),
    slips: z
      .array(
        z.strictObject({
          front: z.array(Panel).min(1).max(3),
          back: z.array(Panel).min(1).max(3).optional(),
        }),
      )
      .min(1)
      .max(20_000),
  })
  .refine(
    ({ slips }) => slips.every(({ front, back }) => !back || back.length === front.length),
    'a slip has not as many panels behind as in front',
  )
export type Slips = z.infer<typeof Slips>

export const Section = z.discriminatedUnion('layout', [Flow, Slips])
export type Section = z.infer<typeof Section>

/**
 * A document: all that any of its forms shows, and nothing that is not shown. It is plain JSON, so that it can be kept and printed again, the same bytes
 * from the same document. `day` is the date that its files bear; no clock, person or machine enters them. `by` is the organization that issues it.
 */
export const Document = z
  .strictObject({
    language: z.enum(['es', 'en']),
    title: Words.max(300),
    summary: Words.max(1000).optional(),
    by: Words.max(200).optional(),
    day: Day,
    page: Page.prefault({}),
    running: Running.prefault({}),
    opening: Opening,
    /** Tables and figures are numbered and named so: "Tabla 3". */
    numbered: z.boolean().default(false),
    /** Stands pale across each page: "Borrador", "Simulacro". */
    stamp: Words.max(40).optional(),
    /** It is refused when it takes more. */
    mostPages: z.int().min(1).optional(),
    sections: z.array(Section).min(1).max(400),
  })
  .superRefine((document, context) => {
    for (const message of headingProblems(document.sections)) context.addIssue({ code: 'custom', message })
  })
export type Document = z.infer<typeof Document>
export type DocumentInput = z.input<typeof Document>

/** Headings go down one level at a time, so that whoever moves from heading to heading misses none (PDF/UA-1 §7.4.2). */
const headingProblems = (sections: readonly Section[]): string[] => {
  const levels = headingsOf(sections).map(({ level }) => level)
  return levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1) ? ['a heading skips a level'] : []
}

export const headingsOf = (sections: readonly Section[]) =>
  sections.flatMap((section) => leavesOf(blocksOf(section))).filter((leaf) => leaf.block === 'heading')

/** All blocks of a section in the order of reading. */
export const blocksOf = (section: Section): Block[] =>
  section.layout === 'flow'
    ? section.blocks
    : section.slips.flatMap(({ front, back = [] }) => [...front, ...back].flat())
