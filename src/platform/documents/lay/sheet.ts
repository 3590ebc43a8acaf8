import type { Document, Page, Section } from '../document.ts'

/** A letter sheet in points. */
export const letter = { width: 612, height: 792 } as const

/** Points in a millimeter. */
export const mm = 72 / 25.4

const sizes: Readonly<Record<Page['type'], number>> = { small: 9, normal: 10.5, large: 16, poster: 22 }

/** The size of a document's text in points. */
export const sizeOf = ({ type }: Page): number => sizes[type]

export const marginsOf = ({ margins, type }: Page) =>
  margins ??
  (type === 'normal' ? { topMm: 27, sideMm: 25.4, bottomMm: 25 } : { topMm: 20, sideMm: 18, bottomMm: 18 })

export const isLandscape = ({ page }: Document, section: Section): boolean =>
  ((section.layout === 'flow' ? section.orientation : undefined) ?? page.orientation) === 'landscape'

/** The width in points that the text of a section has. */
export const widthOf = (document: Document, section: Section): number => {
  const whole = isLandscape(document, section) ? letter.height : letter.width
  if (section.layout === 'flow') return whole - 2 * marginsOf(document.page).sideMm * mm
  return (whole - 2 * section.marginMm * mm) / section.columns - 10 * mm
}
