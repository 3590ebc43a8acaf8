/** HTML that is safe as it stands. Only `html` makes it, and `trusted` from what our own code drew. */
export type Markup = { readonly markup: string }

type Part = string | number | Markup | null | undefined | false | readonly Part[]

/** A template whose every text is escaped, wherever it stands: between tags or in a quoted attribute. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.reduce((whole, string, at) => whole + textOf(parts[at - 1]) + string),
})

const textOf = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(textOf).join('')
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => names[letter]!)

/** Markup that our own code drew, such as a chart. */
export const trusted = (markup: string): Markup => ({ markup })
