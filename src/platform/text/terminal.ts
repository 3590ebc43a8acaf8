import type { Sentence } from './complaints.ts'

/** The language of whoever reads the terminal, as the system says it: Spanish or, for everybody else, English. */
export const terminalLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): keyof Sentence =>
  (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('es') ? 'es' : 'en'

/** Writes one line in the reader's language. */
export type Say = (sentence: Sentence) => void

export const sayIn =
  (language: keyof Sentence): Say =>
  (sentence) =>
    console.log(sentence[language])
