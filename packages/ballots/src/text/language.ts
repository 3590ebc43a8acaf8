/** Mexican Spanish and English, whole and equal. */
export const languages = ['es', 'en'] as const
export type Language = (typeof languages)[number]
export type Text = Readonly<Record<Language, string>>

/** Spanish, unless the reader's first language is English. */
export const languageOf = (locale: string | undefined): Language =>
  /^en([-_.@]|$)/i.test(locale ?? '') ? 'en' : 'es'

/** Keeps the names of a set of texts. */
export const texts = <K extends string>(all: Readonly<Record<K, Text>>): Readonly<Record<K, Text>> => all
