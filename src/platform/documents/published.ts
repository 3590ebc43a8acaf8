import type { Language } from './format.ts'

/** What `packages/disclosure` releases of one figure: its value, or that it is hidden. */
export type Released = { readonly kind: 'shown'; readonly value: number } | { readonly kind: 'hidden' }

const mark = '[r]'

/** A released figure as a cell of a table or a value of a chart. */
export const publishedCell = (released: Released): number | { hidden: string } =>
  released.kind === 'shown' ? released.value : { hidden: mark }

/** The note that a table with a hidden figure must bear. */
export const hiddenNote = (language: Language): { mark: string; text: string } => ({
  mark,
  text:
    language === 'es'
      ? 'Oculto para que nadie pueda ser reconocido.'
      : 'Hidden so that nobody can be recognized.',
})
