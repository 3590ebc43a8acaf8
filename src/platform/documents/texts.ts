import * as z from 'zod'

// What no XML file can hold (XML 1.0, production 2), and half a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as a person wrote it: every format shows it letter by letter, and none reads markup or a formula in it. */
export const Text = z
  .string()
  .max(20_000)
  .refine(
    (text) => text.isWellFormed() && text.search(unprintable) < 0,
    'holds a character that cannot be printed',
  )

/** A text that says something. */
export const Words = Text.refine((text) => /[^\s\p{C}]/u.test(text), 'says nothing')

export const Inline = z.union([Text, z.strictObject({ strong: Words }), z.strictObject({ emphasis: Words })])
export type Inline = z.infer<typeof Inline>

/** A text with words in it that stand out. */
export const Rich = z.union([Text, z.array(Inline).max(200)])
export type Rich = z.infer<typeof Rich>

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date()

/** The text without its emphasis. */
export const plainText = (rich: Rich): string => inlines(rich).map(inlineText).join('')

export const inlines = (rich: Rich): readonly Inline[] => (typeof rich === 'string' ? [rich] : rich)

export const inlineText = (inline: Inline): string => {
  if (typeof inline === 'string') return inline
  return 'strong' in inline ? inline.strong : inline.emphasis
}

/** A text from outside, without what cannot be printed: what a caller does to old records before it makes a document of them. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(unprintable, '')
