import type { Language } from './format.ts'

export type DocumentWords = {
  table: string
  figure: string
  source: string
  note: string
  page: string
  of: string
  anonymous: string
  noDatum: string
  hidden: string
  target: string
  signature: string
  fold: string
  part: string
  contents: string
}

/** The few words that every document brings itself; the rest is its own. */
export const words: Readonly<Record<Language, DocumentWords>> = {
  es: {
    table: 'Tabla',
    figure: 'Figura',
    source: 'Fuente:',
    note: 'Nota:',
    page: 'Página',
    of: 'de',
    anonymous: 'Testimonio sin nombre',
    noDatum: 'sin dato',
    hidden: 'oculto',
    target: 'Meta',
    signature: 'Firma',
    fold: 'doblar',
    part: 'parte',
    contents: 'Contenido',
  },
  en: {
    table: 'Table',
    figure: 'Figure',
    source: 'Source:',
    note: 'Note:',
    page: 'Page',
    of: 'of',
    anonymous: 'Testimony without a name',
    noDatum: 'no data',
    hidden: 'hidden',
    target: 'Target',
    signature: 'Signature',
    fold: 'fold',
    part: 'part',
    contents: 'Contents',
  },
}
