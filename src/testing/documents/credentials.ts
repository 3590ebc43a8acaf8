import type { DocumentInput } from '#platform/documents/document.ts'
import { day, union } from './votes.ts'

/** Credentials as slips to cut out and fold: inside, the code; outside, whose it is. */
export const credentials = (count = 8): DocumentInput => ({
  language: 'es',
  title: 'Credenciales de voto',
  by: union,
  day,
  page: { type: 'small' },
  opening: { opening: 'none' },
  sections: [
    {
      layout: 'slips',
      columns: 2,
      rows: 3,
      slips: Array.from({ length: count }, (_, at) => ({
        front: [
          [
            {
              block: 'paragraph',
              text: [{ strong: 'Tu credencial de voto' }, '\nDobla por la línea. No se la enseñes a nadie.'],
            },
            {
              block: 'paragraph',
              size: 'small',
              text: 'Abre el enlace o escanea el código del 20 al 22 de noviembre.',
            },
          ],
          [
            {
              block: 'columns',
              columns: [
                {
                  blocks: [
                    {
                      block: 'qr',
                      content: `https://votos.ejemplo.mx/v/comite#${String(at).padStart(4, '0')}KX7QPM2ZRT5WB9CD`,
                      alt: 'Código para abrir tu boleta',
                      sizeMm: 28,
                    },
                  ],
                },
                {
                  blocks: [
                    {
                      block: 'paragraph',
                      text: [{ strong: `${String(at).padStart(4, '0')} KX7Q\nPM2Z RT5W\nB9CD` }],
                    },
                  ],
                },
              ],
            },
          ],
        ],
        back: [
          [{ block: 'paragraph', text: [{ strong: `Mesa 3 · Folio ${at + 1}` }] }],
          [{ block: 'paragraph', size: 'small', text: union }],
        ],
      })),
    },
  ],
})
