import { glossary, type TermOfArtId } from './data/glossary.ts'
import type { Lang, TermOfArt } from './rule.ts'

export type { TermOfArtId } from './data/glossary.ts'

/** Every word of the trade these sentences use, in both languages, with its meaning and where the law uses it (LFT). */
export const termsOfArt: readonly TermOfArt[] = glossary

/** A word of the trade by its id; each names the article of the LFT or treaty that uses it. */
export const termOfArt = (id: TermOfArtId): TermOfArt => glossary.find((term) => term.id === id)!

export type Segment = { readonly text: string; readonly term: TermOfArtId | null }

/** A sentence cut where a word of the trade appears, longest first, so that a screen can link it (LFT words, both languages). */
export const segmentsOf = (sentence: string, lang: Lang): Segment[] => {
  const { pattern, ids } = matcherOf(lang)
  const segments: Segment[] = []
  let from = 0
  for (const match of sentence.matchAll(pattern)) {
    if (match.index > from) segments.push({ text: sentence.slice(from, match.index), term: null })
    segments.push({ text: match[0], term: idOf(ids, match[0]) })
    from = match.index + match[0].length
  }
  if (from < sentence.length) segments.push({ text: sentence.slice(from), term: null })
  return segments
}

type Matcher = { readonly pattern: RegExp; readonly ids: ReadonlyMap<string, TermOfArtId> }

const matchers = new Map<Lang, Matcher>()

const matcherOf = (lang: Lang): Matcher => {
  const known = matchers.get(lang)
  if (known) return known
  const ids = new Map<string, TermOfArtId>()
  for (const term of glossary)
    for (const form of lang === 'es' ? term.formsEs : term.formsEn)
      if (!ids.has(form.toLowerCase())) ids.set(form.toLowerCase(), term.id as TermOfArtId)
  const forms = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const made = {
    ids,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu'),
  }
  matchers.set(lang, made)
  return made
}

const escaped = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const idOf = (ids: Matcher['ids'], found: string): TermOfArtId => {
  const word = found.toLowerCase()
  const id = ids.get(word) ?? ids.get(word.replace(/s$/, '')) ?? ids.get(word.replace(/es$/, ''))
  if (!id) throw new RangeError(`no term for ${found}`)
  return id
}
