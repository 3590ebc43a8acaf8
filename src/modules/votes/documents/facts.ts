import type { BlockInput } from '#platform/documents/blocks.ts'
import type { DocumentInput } from '#platform/documents/document.ts'
import { printable } from '#platform/documents/texts.ts'
import type { Officer, Slate, Voter, VoteTable, Words } from '../schema.ts'
import type { StoredVote } from '../store.ts'

export type Emblems = ReadonlyMap<string, { base64: string }>

/** What the papers of a vote are made from. `voters` only for those papers that name them. */
export type PaperFacts = {
  language: 'es' | 'en'
  today: string
  timeZone: string
  union: string
  vote: StoredVote
  tables: readonly VoteTable[]
  slates: readonly Slate[]
  emblems: Emblems
  officers: readonly Officer[]
  voters: readonly Voter[]
  table: VoteTable | null
  onPaper: ReadonlyMap<string, number>
  papers: readonly { title: Words; article: string; papers: readonly Words[]; on: string | null }[]
}

/** Says one thing in the language of the paper. */
export const teller = (language: 'es' | 'en') => (es: string, en: string) => (language === 'es' ? es : en)

const locale = { es: 'es-MX', en: 'en-US' } as const

export const longDayOf = ({ language, timeZone }: PaperFacts, at: Date) =>
  new Intl.DateTimeFormat(locale[language], { timeZone, dateStyle: 'full' }).format(at)

export const hourOf = ({ language, timeZone }: PaperFacts, at: Date) =>
  new Intl.DateTimeFormat(locale[language], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

export const hoursOf = (facts: PaperFacts) => {
  const [from, until] = [hourOf(facts, facts.vote.opensAt), hourOf(facts, facts.vote.closesAt)]
  return teller(facts.language)(`De ${from} a ${until} horas`, `From ${from} to ${until}`)
}

export const paper = (
  { language, today, union }: PaperFacts,
  title: string,
  blocks: BlockInput[],
  more: Partial<DocumentInput> = {},
): DocumentInput => ({
  language,
  title: printable(title),
  by: printable(union),
  day: today,
  opening: { opening: 'none' },
  sections: [{ layout: 'flow', blocks }],
  ...more,
})

export const letterhead = ({ union, vote, language }: PaperFacts): BlockInput => ({
  block: 'letterhead',
  name: printable(union),
  lines: [
    printable([vote.municipality, vote.title].filter(Boolean).join(' · ')),
    teller(language)('Comisión electoral', 'Electoral commission'),
  ],
})

/** Lines for those of the commission, or empty ones to sign on: never fewer than two (LFT 371 IX e). */
export const commission = ({ officers, language }: PaperFacts): BlockInput => {
  const t = teller(language)
  const named = officers
    .filter(({ role }) => role === 'commission')
    .map(({ name }) => ({ name: printable(name) }))
  const lines =
    named.length >= 2 ? named : [...named, ...Array.from({ length: 2 - named.length }, () => ({}))]
  const role = t('Comisión electoral', 'Electoral commission')
  return { block: 'signatures', lines: lines.map((one) => ({ role, ...one })) }
}

export const unreviewed = ({ language }: PaperFacts): BlockInput => {
  const t = teller(language)
  return {
    block: 'notice',
    tone: 'warning',
    title: t('Sin revisión de abogado', 'Not reviewed by a lawyer'),
    text: [
      t(
        'Este papel sigue las reglas que conoce el programa. Pide a una persona abogada que lo revise antes de usarlo.',
        'This paper follows the rules the program knows. Ask a lawyer to review it before it is used.',
      ),
    ],
  }
}

export const heading = (text: string, level: 1 | 2 = 1): BlockInput => ({
  block: 'heading',
  level,
  text: printable(text),
})
export const paragraph = (text: string): BlockInput => ({ block: 'paragraph', text: printable(text) })
