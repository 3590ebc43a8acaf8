import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleBook } from '../src/book.ts'
import { checkList } from '../src/checklists.ts'
import { reforms } from '../src/data/changelog.ts'
import { segmentsOf, termOfArt, termsOfArt } from '../src/glossary.ts'
import { plan } from '../src/plan.ts'
import { procedures } from '../src/procedures.ts'
import type { Lang, Term } from '../src/rule.ts'
import { sayStep } from '../src/step-text.ts'
import { everySentence } from './sentences.ts'
import { textsIn } from './texts-in.ts'

const sentences = everySentence()
const LANGS: readonly Lang[] = ['es', 'en']

describe('every sentence', () => {
  it('is there in both languages, whole', () => {
    expect(sentences.length).toBeGreaterThan(5000)
    const broken = sentences.filter(({ text: { es, en } }) =>
      [es, en].some((words) => words.trim() === '' || /undefined|NaN|\[object|\{\w+\}|=>/.test(words)),
    )
    expect(broken).toEqual([])
  })

  it('is not the same in both, but for names and figures', () => {
    const same = new Set(sentences.filter(({ text: { es, en } }) => es === en).map(({ text }) => text.es))
    expect([...same].sort()).toEqual(['%', '', '—'].filter((text) => same.has(text)))
  })

  it('carries the same figures and articles in both', () => {
    const unlike = sentences.filter(({ text: { es, en } }) => figures(es) !== figures(en))
    expect(unlike.slice(0, 5)).toEqual([])
  })

  it('made from a rule says that no lawyer reviewed it', () => {
    const ruled = sentences.filter(({ ruled }) => ruled)
    expect(ruled.length).toBeGreaterThan(3000)
    const silent = ruled.filter(
      ({ text: { es, en } }) =>
        !es.includes('sin revisión de abogado') || !en.includes('not reviewed by a lawyer'),
    )
    expect(silent.slice(0, 5)).toEqual([])
  })

  it('has no Spanish word left in English, nor the other way', () => {
    const spanish = /\b(el(?! Economista| Financiero)|los|las|del|una|según|abogado|plazo|patrón)\b/i
    const english = /\b(the|of|and|with|lawyer|union|employer)\b/i
    const wrong = sentences.filter(
      ({ from, text: { es, en } }) =>
        !from.startsWith('labels') && (english.test(es) || (spanish.test(en) && !/asamblea-law/.test(en))),
    )
    expect([...new Set(wrong.map(({ text }) => `${text.es} | ${text.en}`))].slice(0, 5)).toEqual([])
  })
})

describe('a signed rule', () => {
  const signed = (rule: Term): Term => ({ ...rule, signedBy: 'Lic. Rosa Núñez', signedOn: '2026-12-01' })

  it('stops saying that nobody reviewed it; one from hearsay still says where it comes from', () => {
    const book = { ...ruleBook, terms: ruleBook.terms.map(signed) }
    const said = (procedure: 'leadership_election' | 'rapid_response') => {
      const events = procedure === 'rapid_response' ? { request: '2026-11-23' } : { election: '2026-12-14' }
      const made = plan({ procedure, today: '2026-11-22', events } as Parameters<typeof plan>[0], { book })
      if ('refusal' in made) throw new Error(made.refusal)
      return textsIn(
        '',
        made.steps.map((step) => sayStep(made, step)),
        true,
      )
    }
    for (const { text } of said('leadership_election')) expect(text.es).not.toContain('sin revisión')
    const hearsay = said('rapid_response')
    for (const { text } of hearsay) expect(text.es).not.toContain('sin revisión')
    expect(hearsay.some(({ text }) => text.es.includes('(de fuente secundaria)'))).toBe(true)
    expect(hearsay.some(({ text }) => text.es.includes('(por confirmar)'))).toBe(true)
  })
})

describe('marks beside the sentences', () => {
  it('are said once for a step and for an item, and its sentences are the same without them', () => {
    const made = plan({
      procedure: 'leadership_election',
      today: '2026-11-22',
      events: { election: '2026-12-14' },
    })
    if ('refusal' in made) throw new Error(made.refusal)
    for (const step of made.steps) {
      const [within, beside] = [sayStep(made, step), sayStep(made, step, 'beside')]
      expect(beside.mark.es).toBe('sin revisión de abogado')
      const without = JSON.stringify(within).replaceAll(` (${within.mark.es})`, '')
      expect(JSON.stringify(beside)).toBe(without.replaceAll(` (${within.mark.en})`, ''))
      expect(JSON.stringify(beside)).not.toBe(JSON.stringify(within))
    }
    const { items } = checkList('leadership_election', {}, '2026-11-22', { marks: 'beside' })
    for (const { mark, says, todo, absence } of items) {
      expect(mark).toEqual({ es: 'sin revisión de abogado', en: 'not reviewed by a lawyer' })
      expect(JSON.stringify([says, todo, absence])).not.toMatch(/sin revisión|not reviewed/)
    }
  })
})

describe('the glossary', () => {
  it('has each word once, whole in both languages', () => {
    expect(new Set(termsOfArt.map(({ id }) => id)).size).toBe(termsOfArt.length)
    for (const { term, means, article } of termsOfArt)
      for (const words of [term.es, term.en, means.es, means.en, article]) expect(words.trim()).not.toBe('')
  })

  it('finds a word of the trade in a sentence, longest first, plural or not', () => {
    const found = (text: string, lang: Lang) =>
      segmentsOf(text, lang).flatMap(({ text: part, term }) => (term ? [`${part}:${term}`] : []))
    expect(found('Anexe la Constancia de Representatividad y las boletas.', 'es')).toEqual([
      'Constancia de Representatividad:constancia_de_representatividad',
      'boletas:boleta',
    ])
    expect(found('the notice of call and the ballots', 'en')).toEqual([
      'notice of call:convocatoria',
      'ballots:boleta',
    ])
    expect(found('nada que enlazar', 'es')).toEqual([])
    expect(termOfArt('padron').term.en).toContain('roll')
  })

  it('puts a sentence back together from its pieces', () => {
    for (const { text } of sentences.slice(0, 500))
      for (const lang of LANGS)
        expect(
          segmentsOf(text[lang], lang)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text[lang])
  })

  it.each(LANGS)('explains every word that is not plain (%s)', (lang) => {
    const plain = new Set(
      readFileSync(join(import.meta.dirname, 'data', `plain-words.${lang}.txt`), 'utf8')
        .split(/\s+/)
        .filter(Boolean),
    )
    const unknown = new Set<string>()
    for (const { text } of sentences)
      for (const { text: part, term } of segmentsOf(text[lang], lang))
        if (!term)
          for (const word of wordsOf(part)) if (!plain.has(word) && !CODES.has(word)) unknown.add(word)
    // A word that is neither plain nor explained: add it to rules/glossary.toml, or to the plain words if a worker knows it.
    expect([...unknown].sort()).toEqual([])
  })
})

/** Articles, amounts and years, in order of size: what both languages must carry alike. */
const figures = (text: string) =>
  (text.match(/\d+/g) ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .join(' ')

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/** Names of events, procedures and rules that usage and refusals list. */
const CODES = new Set(
  [
    ...Object.values(procedures).flatMap(({ id, events, answers }) => [
      id,
      ...Object.keys(events),
      ...Object.keys(answers),
    ]),
    ...reforms.flatMap(({ affects }) => affects),
    ...ruleBook.terms.map(({ id }) => id),
  ].flatMap((code) => wordsOf(code)),
)
