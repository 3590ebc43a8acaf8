import type { DocumentInput } from '#platform/documents/document.ts'
import { day, union } from './votes.ts'

/** A poster that everybody understands from three steps away. */
export const poster = (): DocumentInput => ({
  language: 'es',
  title: 'El domingo se vota',
  by: union,
  day,
  page: { type: 'poster' },
  running: { numbers: false },
  opening: { opening: 'none' },
  mostPages: 1,
  sections: [
    {
      layout: 'flow',
      blocks: [
        { block: 'heading', level: 1, text: 'El domingo se vota' },
        {
          block: 'paragraph',
          text: 'Elegimos al comité del sindicato. Tu voto es secreto: nadie puede pedirte que lo enseñes.',
        },
        { block: 'space', height: 'rest' },
        {
          block: 'details',
          items: [
            { term: 'Cuándo', text: 'Domingo 22 de noviembre, de 6 de la mañana a 6 de la tarde' },
            { term: 'Dónde', text: 'Salón sindical, Pípila 118' },
            { term: 'Lleva', text: 'Tu credencial de elector' },
          ],
        },
        { block: 'space', height: 'rest' },
        {
          block: 'columns',
          columns: [
            {
              blocks: [
                {
                  block: 'qr',
                  content: 'https://votos.ejemplo.mx/comite',
                  alt: 'Código con la página de la elección',
                  sizeMm: 45,
                },
              ],
            },
            {
              share: 2,
              blocks: [
                { block: 'paragraph', text: 'Las planillas, el padrón y las reglas están en esta página.' },
              ],
            },
          ],
        },
      ],
    },
  ],
})

/** The one-page sheet for an assembly. */
export const assemblySheet = (): DocumentInput => ({
  language: 'es',
  title: 'Qué se logró de julio a septiembre',
  by: union,
  day,
  page: { type: 'large' },
  running: {
    numbers: false,
    foot: 'Cifras de hechos registrados por el sindicato. Nadie aparece con su nombre.',
  },
  opening: { opening: 'title', kicker: 'Hoja para la asamblea' },
  mostPages: 1,
  sections: [
    {
      layout: 'flow',
      blocks: [
        {
          block: 'numbers',
          items: [
            { value: '3', label: 'grupos nuevos con comité' },
            { value: '4 de 10', label: 'dirigentes son mujeres', detail: 'la meta era 1 de 4' },
          ],
        },
        { block: 'heading', level: 1, text: 'Lo que sigue' },
        {
          block: 'list',
          items: [
            'Votar el contrato: domingo 22 de noviembre.',
            'Rendir cuentas: asamblea del 6 de diciembre.',
            'Falta alguien en la ruta de la noche. ¿Conoces a alguien?',
          ],
        },
        {
          block: 'notice',
          tone: 'note',
          title: 'Tu voto es secreto',
          text: ['Nadie puede pedirte que lo enseñes, ni la empresa ni el sindicato.'],
        },
      ],
    },
  ],
})
