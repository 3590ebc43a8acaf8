import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import { localeOf } from '../format.ts'
import type { Laid } from '../lay/laid.ts'
import { orderedLists } from './blocks.ts'
import { ink, soft } from './text.ts'

/** The document's styles under Word's own names, so that whoever edits it can change them in one place. */
export const stylesOf = ({ size, language }: Laid): IStylesOptions => {
  const half = (scale: number) => Math.round(size * 2 * scale)
  const heading = (scale: number, before: number) => ({
    run: { size: half(scale), bold: true, color: ink, font: 'Arial' },
    paragraph: { spacing: { before, after: Math.round(before / 3) }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { size: half(1), font: 'Arial', color: ink, language: { value: localeOf(language) } },
        paragraph: { spacing: { before: 0, after: 140, line: 300 } },
      },
      title: {
        run: { size: half(2.4), bold: true, color: ink, font: 'Arial' },
        paragraph: { spacing: { after: 160, line: 264 } },
      },
      heading1: heading(1.9, 360),
      heading2: heading(1.36, 320),
      heading3: heading(1.12, 260),
      heading4: heading(1, 240),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: half(0.9), color: ink },
        paragraph: { spacing: { before: 160, after: 100 } },
      },
      {
        id: 'Running',
        name: 'Running',
        basedOn: 'Normal',
        run: { size: half(0.78), color: soft },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    ],
  }
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: orderedLists.reference,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 440, hanging: 440 } } },
        },
      ],
    },
  ],
}
