import type { Text } from './dimension.ts'
import type { WithheldReason } from './disclosure.ts'

/** What a person reads when a table is withheld. */
export const withheldText: Readonly<Record<WithheldReason, Text>> = {
  infeasible: {
    es: 'No se publica: ninguna forma de ocultar datos protege a todas las personas, ni con categorías más amplias.',
    en: 'Not published: no way of hiding figures protects everybody, not even with broader categories.',
  },
  time: {
    es: 'No se publica: no se pudo comprobar a tiempo que la tabla protege a las personas. Pida una tabla más pequeña.',
    en: 'Not published: it could not be proved in time that the table protects people. Ask for a smaller table.',
  },
  'too-large': {
    es: 'No se publica: la tabla, junto con las ya publicadas, cruza demasiadas categorías para revisarla.',
    en: 'Not published: together with those already published, the table crosses too many categories to be checked.',
  },
  inconsistent: {
    es: 'No se publica: los números no cuadran entre sí o con lo ya publicado. Revise los totales.',
    en: 'Not published: the figures do not add up, or contradict what was published before. Check the totals.',
  },
  'changed-figure': {
    es: 'No se publica: un dato ya publicado ahora es otro. Publíquelo como una corrección, con una edición nueva.',
    en: 'Not published: a figure published before is different now. Publish it as a correction, in a new edition.',
  },
  'changed-dimension': {
    es: 'No se publica: una clasificación ya no es la de antes. Use un nombre nuevo para la clasificación nueva.',
    en: 'Not published: a classification is not what it was before. Use a new name for the new classification.',
  },
  'nothing-left': {
    es: 'No se publica: estos datos solo pueden darse en totales más amplios.',
    en: 'Not published: this information may only be given in broader totals.',
  },
  'audit-failed': {
    es: 'No se publica: la revisión final encontró una forma de deducir un dato oculto. Avise a quien mantiene el sistema.',
    en: 'Not published: the final check found a way to work out a hidden figure. Tell whoever maintains the system.',
  },
}
