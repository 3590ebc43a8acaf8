import { parseArgs } from 'node:util'
import type { Refused } from './rule.ts'

export type Args = {
  readonly lang: string
  readonly format: string
  readonly today: string | undefined
  readonly state: string | undefined
  readonly municipality: string | undefined
  readonly km: string | undefined
  readonly explain: string | undefined
  readonly yes: readonly string[]
  readonly local: boolean
  readonly help: boolean
  readonly words: readonly string[]
}

/** The options of the command line; an unknown one, or one without its value, is refused by name. */
export const argsOf = (
  args: readonly string[],
): Args | Refused<'bad-option', { option: string; lang: string }> => {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true })
  const one = new Map<string, string>()
  const yes: string[] = []
  const words: string[] = []
  let bad: string | null = null
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(OPTIONS, token.name)
      ? OPTIONS[token.name as keyof typeof OPTIONS]
      : undefined
    const value = option?.type === 'boolean' ? 'true' : token.value
    if (!option || !value || value.startsWith('--')) bad ??= token.rawName
    else if (token.name === 'yes') yes.push(value)
    else one.set(token.name, value)
  }
  const lang = one.get('lang') ?? 'es'
  if (bad !== null) return { refusal: 'bad-option', option: bad, lang }
  return {
    lang,
    format: one.get('format') ?? 'text',
    today: one.get('today'),
    state: one.get('state'),
    municipality: one.get('municipality'),
    km: one.get('km'),
    explain: one.get('explain'),
    yes,
    local: one.has('local'),
    help: one.has('help'),
    words,
  }
}

const OPTIONS = {
  lang: { type: 'string' },
  format: { type: 'string' },
  today: { type: 'string' },
  state: { type: 'string' },
  municipality: { type: 'string' },
  km: { type: 'string' },
  explain: { type: 'string' },
  yes: { type: 'string', multiple: true },
  local: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
