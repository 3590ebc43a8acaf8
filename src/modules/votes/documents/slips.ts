import type { DocumentInput } from '#platform/documents/document.ts'
import { printable } from '#platform/documents/texts.ts'
import { teller } from './facts.ts'

/** One credential as it is printed: what its QR opens, and the same to type by hand. It is never stored by who prints it. */
export type Slip = { content: string; typed: string; where: string }

/**
 * Sealed slips for booth and remote credentials: the QR is on the inner panel, so that it cannot be read once folded and
 * sealed. No name and no number stands on a slip, and they are handed out at random.
 */
export const credentialSlips = (
  { language, day, union, title }: { language: 'es' | 'en'; day: string; union: string; title: string },
  slips: readonly Slip[],
): DocumentInput => {
  const t = teller(language)
  return {
    language,
    title: printable(t(`Credenciales: ${title}`, `Credentials: ${title}`)),
    by: printable(union),
    day,
    opening: { opening: 'none' },
    sections: [
      {
        layout: 'slips',
        columns: 2,
        rows: 2,
        slips: slips.map(({ content, typed, where }) => ({
          front: [
            [
              { block: 'paragraph', text: [{ strong: printable(title) }, `\n${printable(union)}`] },
              {
                block: 'paragraph',
                size: 'small',
                text: t(
                  'Ábrela solo tú. Si el sello está roto, pide otra. No la enseñes ni la prestes.',
                  'Open it yourself. If the seal is broken, ask for another. Do not show or lend it.',
                ),
              },
            ],
            [
              { block: 'qr', content, alt: t('Código para votar', 'Code to vote'), sizeMm: 34 },
              { block: 'paragraph', size: 'small', align: 'center', text: printable(typed) },
              { block: 'paragraph', size: 'small', text: printable(where) },
            ],
          ],
        })),
      },
    ],
  }
}
