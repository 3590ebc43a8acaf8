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
