import type { Language } from '../text/language.ts'
import { type Comparison, readingOf } from '../text/report.ts'
import type { Finding, Progress } from '../verify/report.ts'
import type { Receipt } from '../verify/verified.ts'
import { chooser } from './chooser.ts'
import { button, element } from './element.ts'
import { finder } from './finder.ts'
import { type PageText, pageTexts } from './texts.ts'

export type State =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'working'; readonly file: File; readonly progress: Progress }
  | Done
  | { readonly kind: 'failed'; readonly message: string }

type Done = {
  readonly kind: 'done'
  readonly file: File
  readonly finding: Finding
  readonly comparison: Comparison | undefined
  readonly receipts: readonly Receipt[]
  readonly at: Date
}

export type Actions = {
  readonly onLanguage: () => void
  readonly onFiles: (file: File, earlier: File | undefined) => void
  readonly onAgain: () => void
}

/** Draws the whole page anew. Everything from an archive goes in as text, never as markup. */
export const show = (state: State, language: Language, actions: Actions) => {
  const says = (name: PageText) => pageTexts[name][language]
  document.documentElement.lang = language === 'es' ? 'es-MX' : 'en'
  document.title = says('title')
  const switcher = button(says('language'), actions.onLanguage)
  switcher.className = 'language'
  document.body.replaceChildren(
    switcher,
    element('h1', {}, says('title')),
    ...contentOf(state, language, actions, says),
  )
}

const contentOf = (
  state: State,
  language: Language,
  { onFiles, onAgain }: Actions,
  says: (name: PageText) => string,
): HTMLElement[] => {
  switch (state.kind) {
    case 'choosing':
      return [element('p', {}, says('intro')), chooser(says, onFiles)]
    case 'working':
      return working(state.file, state.progress, language, says)
    case 'failed':
      return [
        element(
          'section',
          { className: 'verdict unreadable', role: 'alert' },
          element('p', {}, says('fault')),
        ),
        element('p', { className: 'small' }, state.message),
        button(says('again'), onAgain),
      ]
    case 'done':
      return [
        ...findingOf(state, language, says),
        button(says('print'), () => window.print()),
        button(says('again'), onAgain),
      ]
  }
}

const working = (
  file: File,
  { credentials, ballots, bytes }: Progress,
  language: Language,
  says: (name: PageText) => string,
): HTMLElement[] => {
  const count = new Intl.NumberFormat(language === 'es' ? 'es-MX' : 'en')
  const bar = element('progress', {})
  bar.max = file.size
  bar.value = bytes
  const done = `${count.format(credentials)} ${says('credentials')} · ${count.format(ballots)} ${says('ballots')}`
  return [element('p', { role: 'status' }, `${says('working')} ${file.name}`), bar, element('p', {}, done)]
}

const marks = { sound: '✔', refused: '✘', unreadable: '?' } as const

const findingOf = (
  { file, finding, comparison, receipts, at }: Done,
  language: Language,
  says: (name: PageText) => string,
): HTMLElement[] => {
  const { outcome, title, summary, sections } = readingOf(finding, language, comparison)
  const when = at.toLocaleString(language === 'es' ? 'es-MX' : 'en', {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  return [
    element(
      'section',
      { className: `verdict ${outcome}`, role: 'alert' },
      element('h2', {}, `${marks[outcome]} ${title}`),
      element('p', {}, summary),
    ),
    element('p', { className: 'small' }, `${says('file')}: ${file.name} · ${says('checkedOn')} ${when}`),
    ...(outcome === 'sound' ? [finder(receipts, language, says)] : []),
    ...sections.map((section) =>
      element(
        'section',
        {},
        element('h3', {}, section.title),
        element('ul', {}, ...section.lines.map((line) => element('li', {}, line))),
      ),
    ),
  ]
}
