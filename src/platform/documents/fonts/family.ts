import { readFileSync } from 'node:fs'
import { type Font, readFont } from './font.ts'

const folder = new URL('./files/', import.meta.url)

/** Our type, then the fonts that have what it has not: Indigenous languages of Mexico, Greek, Cyrillic, symbols, Arabic, Hebrew, emoji. */
export const families = [
  'Atkinson Hyperlegible Next',
  'Noto Sans',
  'Noto Sans Symbols',
  'Noto Sans Symbols 2',
  'Noto Sans Hebrew',
  'Noto Sans Arabic',
  'Noto Emoji',
] as const

const regular = families.map((family) => `${family.replaceAll(' ', '')}-Regular.ttf`)
const others = ['Bold', 'ExtraBold', 'Italic'].map((style) => `AtkinsonHyperlegibleNext-${style}.ttf`)

/** Every font file that documents are set in. */
export const fontFiles = [...regular, ...others, 'NotoSans-Bold.ttf'].map((name) => new URL(name, folder))

let fonts: { regular: readonly Font[]; bold: Font } | undefined

const loaded = () => {
  fonts ??= {
    regular: families.map((family, at) => readFont(family, readFileSync(new URL(regular[at]!, folder)))),
    bold: readFont(families[0], readFileSync(new URL(others[0]!, folder))),
  }
  return fonts
}

/** The family that has a character, or `undefined` when none of ours has. What is never drawn (joiners, marks of direction) needs none. */
export const familyOf = (point: number): string | undefined => {
  if (/[\p{Default_Ignorable_Code_Point}\s]/u.test(String.fromCodePoint(point))) return families[0]
  return loaded().regular.find((font) => font.has(point))?.family
}

/** A text with each character that no font of ours has written as its number, `[U+4E2D]`: nothing is left out in silence. */
export const covered = (text: string): string => {
  if (isPlain(text)) return text
  return [...text].map((letter) => (familyOf(letter.codePointAt(0)!) ? letter : named(letter))).join('')
}

const named = (letter: string) => `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

const isPlain = (text: string) => /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u00ff–—‘’“”…•]*$/.test(text)

/** The width of a text in points, when set in `size` points of our type. */
export const measure = (text: string, size: number, bold = false): number => {
  const { regular, bold: heavy } = loaded()
  let width = 0
  for (const letter of text) {
    const point = letter.codePointAt(0)!
    const [first] = regular
    const font = first!.has(point)
      ? bold
        ? heavy
        : first!
      : (regular.find((other) => other.has(point)) ?? first!)
    width += font.width(point)
  }
  return (width * size) / 1000
}
