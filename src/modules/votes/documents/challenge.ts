import { printable } from '#platform/documents/texts.ts'
import type { Dispute, Settlement } from '../schema.ts'
import {
  commission,
  heading,
  letterhead,
  type PaperFacts,
  paper,
  paragraph,
  teller,
  unreviewed,
} from './facts.ts'

/** One file of the challenge file: its name, what it is, and its SHA-256. */
export type Piece = { readonly file: string; readonly what: string; readonly digest: string }
type Archive = { address: string; rehearsal: boolean; head: string; events: number }
type Known = Dispute & { settled: Settlement | null }

type Contents = { pieces: readonly Piece[]; archives: readonly Archive[]; disputes: readonly Known[] }

/** The first page of a challenge file: what it holds, and how each piece is told from another. */
export const challengeIndex = (facts: PaperFacts, { pieces, archives, disputes }: Contents) => {
  const { language, vote } = facts
  const t = teller(language)
  const title = t('Expediente de la votación', 'File of the vote')
  const forums = {
    commission: t('la comisión electoral', 'the electoral commission'),
    authority: t('la autoridad registral', 'the registry authority'),
    conciliation: t('un centro de conciliación', 'a conciliation center'),
    court: t('un tribunal', 'a court'),
  }
  const outcomes = {
    stands: t('la votación se sostiene', 'the vote stands'),
    annulled: t('se anuló', 'it was annulled'),
    withdrawn: t('se desistieron', 'it was withdrawn'),
  }
  const rollHash = 'rollHash' in vote.state ? vote.state.rollHash : '—'
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(
      t(
        'Cada archivo de esta carpeta se compara con su huella (SHA-256): si es la misma, nadie lo cambió.',
        'Each file of this folder is compared with its fingerprint (SHA-256): if it is the same, nobody changed it.',
      ),
    ),
    {
      block: 'details',
      items: [
        { term: t('Votación', 'Vote'), text: printable(vote.title) },
        { term: t('Huella del padrón congelado', 'Fingerprint of the frozen roll'), text: rollHash },
      ],
    },
    {
      block: 'table',
      caption: t('Lo que contiene', 'What it holds'),
      columns: [
        { as: 'text', header: t('Archivo', 'File'), rowHeader: true },
        { as: 'text', header: t('Qué es', 'What it is') },
        { as: 'text', header: 'SHA-256' },
      ],
      rows: pieces.map(({ file, what, digest }) => ({
        cells: [printable(file), printable(what), digest.replace(/(.{16})(?=.)/g, '$1 ')],
      })),
      grid: true,
    },
    ...archives.flatMap(({ address, rehearsal, head, events }) => [
      heading(
        rehearsal
          ? t('Ensayo de la urna electrónica', 'Rehearsal of the electronic box')
          : t('Urna electrónica', 'Electronic box'),
        2,
      ),
      paragraph(
        t(
          `Es pública y no va aquí por su tamaño: ${address}. Tiene ${events} asientos y termina en ${head}.`,
          `It is public and not here because of its size: ${address}. It has ${events} entries and ends in ${head}.`,
        ),
      ),
    ]),
    ...disputes.flatMap(({ broughtOn, forum, folio, says, settled }) => [
      heading(t(`Impugnación del ${broughtOn}`, `Challenge of ${broughtOn}`), 2),
      paragraph(`${t('Ante', 'Before')} ${forums[forum]}${folio ? ` (${folio})` : ''}. ${says}`),
      ...(settled ? [paragraph(`${settled.on}: ${outcomes[settled.outcome]}. ${settled.says}`)] : []),
    ]),
    unreviewed(facts),
    commission(facts),
  ])
}
