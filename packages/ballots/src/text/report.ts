import type { Refusal } from '../result.ts'
import type { Finding } from '../verify/report.ts'
import { checkTexts } from './checks.ts'
import { type Language, type Text, texts } from './language.ts'
import { reasonTexts } from './reasons.ts'
import { soundSections } from './sound-report.ts'

/** A report for people: a verdict, one sentence on it, and sections of short lines. */
export type Reading = {
  readonly outcome: Finding['outcome']
  readonly title: string
  readonly summary: string
  readonly sections: readonly Section[]
}
export type Section = { readonly title: string; readonly lines: readonly string[] }

/** What an earlier copy was found to be: the beginning of the archive, which has grown by so many bytes. */
export type Comparison = { readonly added: number }

/** Puts a verdict in words. `comparison` is what `compareCopies` accepted, where an earlier copy was given. */
export const readingOf = (verdict: Finding, language: Language, comparison?: Comparison): Reading =>
  verdict.outcome === 'sound'
    ? {
        outcome: 'sound',
        title: titles.sound[language],
        summary: summaries[verdict.report.stage][language],
        sections: soundSections(verdict.report, language, comparison).map(({ title, lines }) => ({
          title,
          lines: lines.map(harmless),
        })),
      }
    : refusedReading(verdict.outcome, verdict.refusal, language)

/**
 * Names and answers come from whoever made the archive: without this they could move the cursor of a terminal, or
 * turn the direction of the text, and so forge a report.
 */
const harmless = (line: string): string => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')

const refusedReading = (
  outcome: 'refused' | 'unreadable',
  refusal: Refusal,
  language: Language,
): Reading => ({
  outcome,
  title: titles[outcome][language],
  summary: reasonTexts[refusal.reason][language],
  sections: [
    { title: where[language], lines: placesOf(refusal, language) },
    { title: meaning[language], lines: meanings[outcome].map((text) => text[language]) },
  ],
})

const titles = texts({
  sound: { es: 'Todo es correcto', en: 'Everything is correct' },
  refused: { es: 'Rechazado: algo está mal', en: 'Refused: something is wrong' },
  unreadable: { es: 'No se puede juzgar', en: 'Cannot be judged' },
})

const summaries = texts({
  open: {
    es: 'La votación sigue abierta. Lo que hay hasta ahora es correcto.',
    en: 'The vote is still open. What there is so far is correct.',
  },
  closed: {
    es: 'La votación está cerrada y falta contar. Lo que hay hasta ahora es correcto.',
    en: 'The vote is closed and still to be counted. What there is so far is correct.',
  },
  tallied: {
    es: 'Las boletas están sumadas, cifradas, y falta descifrar la suma. Lo que hay hasta ahora es correcto.',
    en: 'The ballots are added up, encrypted, and the sum is still to be decrypted. What there is so far is correct.',
  },
  decided: {
    es: 'El resultado publicado es el de las boletas que hay en el archivo.',
    en: 'The published result is that of the ballots in the archive.',
  },
})

const where: Text = { es: 'Dónde', en: 'Where' }
const meaning: Text = { es: 'Qué significa', en: 'What it means' }

const meanings = {
  refused: [
    {
      es: 'Este archivo no debe tenerse por válido. Puede haberse dañado al copiarse: pida otra copia y compruebe de nuevo.',
      en: 'This archive must not be taken as valid. It may have been damaged in copying: ask for another copy and check again.',
    },
    {
      es: 'Si todas las copias fallan igual, alguien lo cambió o lo hizo mal. Guarde el archivo y esta hoja.',
      en: 'If every copy fails in the same way, someone changed it or made it wrongly. Keep the file and this page.',
    },
    {
      es: 'La comprobación se detuvo en el primer problema: puede haber otros después.',
      en: 'Checking stopped at the first problem: there may be others after it.',
    },
  ],
  unreadable: [
    {
      es: 'Esto no dice nada a favor ni en contra de la elección.',
      en: 'This says nothing for or against the election.',
    },
  ],
} satisfies Record<string, readonly Text[]>

const labels = texts({
  check: { es: 'Comprobación', en: 'Check' },
  ballot: { es: 'Boleta número', en: 'Ballot number' },
  tracker: { es: 'Clave de seguimiento de la boleta', en: 'Tracker of the ballot' },
  question: { es: 'Pregunta', en: 'Question' },
  trustee: { es: 'Custodio número', en: 'Trustee number' },
  record: { es: 'Registro número', en: 'Record number' },
  offset: { es: 'Byte', en: 'Byte' },
})

const placesOf = (refusal: Refusal, language: Language): string[] => {
  const { check, reason, ballot, record, offset, trustee, question } = refusal
  const places: readonly (readonly [keyof typeof labels, string | number | undefined])[] = [
    ['check', `${checkTexts[check][language]} (${reason})`],
    ['ballot', ballot?.position],
    ['tracker', ballot?.tracker],
    ['question', question],
    ['trustee', trustee],
    ['record', record],
    ['offset', offset],
  ]
  return places.flatMap(([label, value]) =>
    value === undefined ? [] : [`${labels[label][language]}: ${value}`],
  )
}
