import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx'
import type { Laid } from '../lay/laid.ts'
import { inlines, inlineText, type Rich } from '../texts.ts'
import type { DocumentWords } from '../words.ts'

/** Where blocks stand: their document, the width there in twentieths of a point, whether what stands there stays together, and how many lists came before. */
export type Place = {
  laid: Laid
  words: DocumentWords
  width: number
  keepNext: boolean
  lists: { count: number }
}

/** Twentieths of a point, which Word counts in, of points and of millimeters. */
export const twips = (points: number) => Math.round(points * 20)
export const twipsOfMm = (mm: number) => Math.round((mm * 1440) / 25.4)

export const ink = '111111'
export const soft = '55514A'
export const faint = 'B9B3A8'
export const tint = 'F1EDE4'
export const marigold = 'F0A500'

/** A text in runs; a line's end breaks the line, and nothing in it is a field or a mark. */
export const runs = (text: Rich, style: IRunOptions = {}): TextRun[] =>
  inlines(text).flatMap((inline) => {
    const own = typeof inline === 'string' ? {} : 'strong' in inline ? { bold: true } : { italics: true }
    return inlineText(inline)
      .split('\n')
      .map((line, at) => new TextRun({ ...style, ...own, text: line, ...(at > 0 ? { break: 1 } : {}) }))
  })

export const paragraph = (
  place: Pick<Place, 'keepNext'>,
  text: Rich,
  options: IParagraphOptions = {},
  style: IRunOptions = {},
): Paragraph => new Paragraph({ keepNext: place.keepNext, ...options, children: runs(text, style) })

/** A line of no height: Word joins two tables that touch, and wants a paragraph at the end of a cell. */
export const gap = (points = 4): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: twips(points), lineRule: 'exact' }, children: [] })
