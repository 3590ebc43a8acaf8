import * as z from 'zod'
import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import templates from '../data/templates.json' with { type: 'json' }
import { Both } from '../schema.ts'

/** What a report is made of: blocks that people write and blocks that follow from what was recorded. */
export const Template = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  name: Both,
  blocks: z
    .array(
      z.strictObject({
        block: z.string().regex(/^[a-z_]{2,40}$/),
        kind: z.enum(['text', 'evidence']),
        required: z.boolean().optional(),
        title: Both,
        help: Both,
      }),
    )
    .min(1)
    .max(40),
})
export type Template = z.infer<typeof Template>

export const shippedTemplates: readonly Template[] = z.array(Template).parse(templates)

/** The blocks that programs makes itself. */
const ownBlocks = ['progress', 'stories', 'unmet', 'team', 'data']

/** The blocks a template names and nobody offers. */
export const missingBlocks = ({ blocks }: Template, offers: EvidenceOffers): string[] =>
  blocks
    .filter(({ block, kind }) => kind === 'evidence' && !ownBlocks.includes(block) && !offers[block])
    .map(({ block }) => block)
