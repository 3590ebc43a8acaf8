import type { Laid, LaidBlock, LaidOf } from './laid.ts'

/** Every heading of a laid document, in the order of reading. */
export const headingsOf = ({ sections }: Laid): LaidOf<'heading'>[] =>
  sections.flatMap((section) =>
    section.layout === 'flow'
      ? inside(section.blocks)
      : section.slips.flatMap(({ front, back }) => [...front, ...(back ?? [])].flatMap(inside)),
  )

const inside = (blocks: readonly LaidBlock[]): LaidOf<'heading'>[] =>
  blocks.flatMap((block) => {
    if (block.block === 'keep') return inside(block.blocks)
    if (block.block === 'columns') return block.columns.flatMap(({ blocks }) => inside(blocks))
    return block.block === 'heading' ? [block] : []
  })
