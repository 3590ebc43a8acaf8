import type { Block, BlockOf, Leaf } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { Language } from '../format.ts'
import type { Column } from '../table.ts'
import type { Rich } from '../texts.ts'

/** A picture of a document: a file, what it is for who cannot see it, and its size in points. */
export type LaidImage = { image: string; alt: string; width: number; height: number }

/** A cell as it is shown. `hidden` says that the text is the mark of a value that may not be shown. */
export type LaidCell = { text: Rich; note: string | null; hidden: boolean }
export type LaidRow = { kind: 'row' | 'total'; cells: LaidCell[] } | { kind: 'group'; text: string }
export type LaidColumn = {
  align: 'start' | 'center' | 'end'
  share: number
  rowHeader: boolean
  as: Column['as']
}

export type LaidTable = {
  block: 'table'
  label: string | null
  caption: string
  columns: LaidColumn[]
  head: { text: string; span: number; align: 'start' | 'center' | 'end' }[][]
  rows: LaidRow[]
  notes: { mark: string; text: string }[]
  source: string | null
  grid: boolean
  rowHeightMm: number | null
  /** Stands on a sheet of its own, turned. */
  landscape: boolean
  /** Short enough to stand on one page. */
  keep: boolean
  /** A row may go over to the next page: one of its cells is long. */
  breakable: boolean
  /** Its type as a part of the text's. */
  size: number
}

export type LaidFigure = {
  block: 'figure'
  label: string | null
  caption: string
  source: string | null
  share: number
} & LaidImage
export type LaidOption = Omit<BlockOf<'options'>['options'][number], 'emblem' | 'color'> & {
  emblem: LaidImage | null
  color: { hex: string; name: string } | null
}
export type LaidLeaf =
  | Exclude<
      Leaf,
      {
        block:
          | 'heading'
          | 'table'
          | 'figure'
          | 'options'
          | 'letterhead'
          | 'qr'
          | 'notice'
          | 'numbers'
          | 'quote'
          | 'signatures'
      }
    >
  | { block: 'heading'; level: number; text: string; opens: boolean; anchor: string }
  | { block: 'notice'; tone: 'note' | 'warning'; title: string | null; text: Rich[] }
  | { block: 'numbers'; items: { value: string; label: string; detail: string | null }[] }
  | {
      block: 'quote'
      text: Rich
      attribution: { level: 'named' | 'role' | 'anonymous'; name: string | null; role: string | null }
    }
  | { block: 'signatures'; lines: { role: string; name: string | null }[]; columns: number; spaceMm: number }
  | LaidTable
  | LaidFigure
  | { block: 'options'; options: LaidOption[]; columns: number }
  | { block: 'letterhead'; name: string; lines: string[]; emblem: LaidImage | null }
  | ({ block: 'qr'; content: string; caption: Rich | null; sizeMm: number } & LaidImage)

export type LaidColumns = { block: 'columns'; columns: { share: number; blocks: LaidLeaf[] }[] }
export type LaidBlock = LaidLeaf | LaidColumns | { block: 'keep'; blocks: (LaidLeaf | LaidColumns)[] }
export type LaidOf<Name extends Block['block']> = Extract<LaidBlock, { block: Name }>

export type LaidSlips = {
  layout: 'slips'
  landscape: boolean
  columns: number
  rows: number
  marginMm: number
  cut: boolean
  duplex: 'long-edge' | 'short-edge'
  slips: { front: LaidBlock[][]; back: LaidBlock[][] | null }[]
}
export type LaidSection = { layout: 'flow'; landscape: boolean; blocks: LaidBlock[] } | LaidSlips

export type LaidOpening =
  | {
      opening: 'cover'
      kicker: string | null
      subtitle: string | null
      emblem: LaidImage | null
      details: { term: string; text: string }[]
      foot: string | null
    }
  | { opening: 'title'; kicker: string | null; subtitle: string | null }
  | { opening: 'none' }

/** A document with everything decided that all its forms share: numbers, formats, widths, pictures. */
export type Laid = {
  language: Language
  title: string
  summary: string
  by: string | null
  day: string
  size: number
  margins: { topMm: number; sideMm: number; bottomMm: number }
  running: { head: { start: string; end: string } | null; foot: string; numbers: boolean }
  opening: LaidOpening
  stamp: string | null
  sections: LaidSection[]
  mostPages: Document['mostPages'] | null
  images: Readonly<Record<string, Uint8Array>>
}
