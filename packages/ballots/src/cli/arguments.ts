import { parseArgs } from 'node:util'
import { type Language, languageOf, languages } from '../text/language.ts'

/** What was asked on the command line. */
export type Command =
  | {
      readonly kind: 'verify'
      readonly file: string
      readonly against?: string
      readonly find?: string
      readonly json: boolean
      readonly workers?: number
      readonly language: Language
    }
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'mistaken'; readonly language: Language }

/** Reads the arguments; `locale` decides the language when they do not. */
export const commandOf = (args: readonly string[], locale: string | undefined): Command => {
  const language = languageOf(locale)
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        against: { type: 'string' },
        find: { type: 'string' },
        lang: { type: 'string' },
        workers: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const chosen = languages.find((known) => known === values.lang)
    const spoken = chosen ?? language
    if (values.help) return { kind: 'help', language: spoken }
    const [file, ...others] = positionals
    const workers = values.workers === undefined ? undefined : Number(values.workers)
    const isMistaken =
      !file ||
      others.length > 0 ||
      (values.lang !== undefined && !chosen) ||
      (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= 256))
    if (isMistaken) return { kind: 'mistaken', language: spoken }
    return {
      kind: 'verify',
      file,
      json: values.json,
      language: spoken,
      ...(values.against === undefined ? {} : { against: values.against }),
      ...(values.find === undefined ? {} : { find: values.find.trim() }),
      ...(workers === undefined ? {} : { workers }),
    }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'mistaken', language }
    throw error
  }
}
