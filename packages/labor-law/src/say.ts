import type { Basis, Lang, Provision, Text } from './rule.ts'

/** What any sentence made from a rule must carry about it: whether a lawyer signed it and how it is known. */
export type Standing = Pick<Provision, 'basis' | 'signedBy'>

/** Where sentences say what stands against their rules: each within itself, or nowhere, because the caller shows `markOf` beside. */
export type Marks = 'within' | 'beside'

/**
 * The same sentence, saying in both languages that no lawyer has reviewed the rules behind it and, where so, that they
 * come from a secondary source or are still to be confirmed. Nothing is added once every rule is signed and was read.
 * Every rule names its own article (LFT, CPEUM, T-MEC).
 */
export const marked = (sentence: Text, rules: readonly Standing[]): Text => {
  const marks = marksOf(rules)
  return { es: withMark(sentence.es, marks.es), en: withMark(sentence.en, marks.en) }
}

/** The marks alone, for a column or a badge; empty strings when there is nothing to say. Each rule names its own article (LFT, T-MEC). */
export const markOf = (rules: readonly Standing[]): Text => {
  const marks = marksOf(rules)
  return { es: marks.es.join('; '), en: marks.en.join('; ') }
}

/** A date or a wall clock in words: «lunes 14 de diciembre de 2026», “Monday, December 14, 2026” (ISO 8601 in). */
export const sayWhen = (when: string): Text => {
  const at = new Date(`${when.slice(0, 10)}T00:00Z`)
  const weekday = at.getUTCDay()
  const month = at.getUTCMonth()
  const [date, year] = [at.getUTCDate(), at.getUTCFullYear()]
  const hour = when.slice(11)
  const ordinal = date === 1 ? '1.º' : date
  return {
    es: `${WEEKDAYS.es[weekday]} ${ordinal} de ${MONTHS.es[month]} de ${year}${hour && ` a las ${hour} h`}`,
    en: `${WEEKDAYS.en[weekday]}, ${MONTHS.en[month]} ${date}, ${year}${hour && ` at ${hour}`}`,
  }
}

/** Centavos as pesos, the same in both languages: $1,234.56 (ISO 4217 MXN). */
export const sayPesos = (cents: number): string => {
  const whole = Math.floor(Math.abs(cents) / 100)
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}$${grouped}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

/** A list in words: «a, b y c», “a, b and c”; for papers, events and articles (LFT). */
export const sayList = (items: readonly Text[]): Text => ({
  es: joined(
    items.map(({ es }) => es),
    'y',
  ),
  en: joined(
    items.map(({ en }) => en),
    'and',
  ),
})

/** The article with its law: «LFT 371 IX b»; articles of the treaty and the Constitution already name theirs. */
export const sayArticle = ({ article, text }: Pick<Provision, 'article' | 'text'>): string =>
  text.startsWith('LFT') ? `LFT ${article}` : text.startsWith('USMCA') ? `T-MEC ${article}` : article

export const languages: readonly Lang[] = ['es', 'en']

const UNSIGNED: Text = { es: 'sin revisión de abogado', en: 'not reviewed by a lawyer' }
const BASIS: Record<Exclude<Basis, 'read'>, Text> = {
  secondary: { es: 'de fuente secundaria', en: 'from a secondary source' },
  knowledge: { es: 'por confirmar', en: 'to be confirmed' },
}

const marksOf = (rules: readonly Standing[]) => {
  const worst = rules.some(({ basis }) => basis === 'knowledge')
    ? BASIS.knowledge
    : rules.some(({ basis }) => basis === 'secondary')
      ? BASIS.secondary
      : null
  const unsigned = rules.some(({ signedBy }) => signedBy === null) ? UNSIGNED : null
  const marks = [worst, unsigned].filter((mark) => mark !== null)
  return { es: marks.map(({ es }) => es), en: marks.map(({ en }) => en) }
}

const withMark = (sentence: string, marks: readonly string[]): string => {
  if (marks.length === 0) return sentence
  const mark = ` (${marks.join('; ')})`
  const end = /[.?!]$/.exec(sentence)
  return end ? `${sentence.slice(0, -1)}${mark}${end[0]}` : `${sentence}${mark}`
}

const joined = (items: readonly string[], and: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

const WEEKDAYS = {
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

const MONTHS = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const
