import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import { printable } from '#platform/documents/texts.ts'
import type { VoteKind } from './schema.ts'
import { findHeld } from './store.evidence.ts'

const kinds: Record<VoteKind, { es: string; en: string }> = {
  leadership_election: { es: 'Elección de directiva', en: 'Leadership election' },
  first_contract: { es: 'Consulta de contrato inicial', en: 'Consultation on a first contract' },
  full_revision: { es: 'Consulta de revisión', en: 'Consultation on a revision' },
  wage_revision: { es: 'Consulta de revisión salarial', en: 'Consultation on a wage revision' },
  representation_vote: { es: 'Recuento entre sindicatos', en: 'Representation vote' },
  statutes_change: { es: 'Cambio de estatutos', en: 'Change of statutes' },
  internal_consultation: { es: 'Consulta interna', en: 'Internal consultation' },
}

const outcomes: Record<string, { es: string; en: string }> = {
  approved: { es: 'Aprobado', en: 'Approved' },
  rejected: { es: 'No aprobado', en: 'Not approved' },
  elected: { es: 'Hubo planilla ganadora', en: 'A slate won' },
  tied: { es: 'Empate', en: 'Tie' },
  short_turnout: { es: 'Sin la participación que pide la ley', en: 'Without the turnout the law asks' },
  counted: { es: 'Contado', en: 'Counted' },
}

/**
 * What votes offer to reports: the votes that the reporting organization itself concluded. Totals that its acta already
 * posted; no name of a voter, a candidate or an observer, and not who won.
 */
export const voteEvidence: EvidenceOffers = {
  votes: {
    title: { es: 'Votaciones propias', en: 'Our own votes' },
    gather: async ({ tx, actor }, span) => {
      const held = await findHeld(tx, actor, span)
      if (held.length === 0) return { es: [], en: [] }
      const table = (language: 'es' | 'en', caption: string, headers: readonly string[]) => ({
        block: 'table' as const,
        caption,
        columns: [
          { as: 'day' as const, header: headers[0]! },
          { as: 'text' as const, header: headers[1]!, rowHeader: true as const },
          { as: 'number' as const, header: headers[2]! },
          { as: 'number' as const, header: headers[3]! },
          { as: 'text' as const, header: headers[4]! },
          { as: 'number' as const, header: headers[5]! },
        ],
        rows: held.map(({ heldOn, kind, covered, voted, outcome, observers }) => ({
          cells: [
            heldOn,
            printable(kinds[kind][language]),
            covered,
            voted,
            printable((outcomes[outcome] ?? outcomes.counted!)[language]),
            observers,
          ],
        })),
      })
      return {
        es: [
          table('es', 'Votaciones concluidas', [
            'Día',
            'Votación',
            'Podían votar',
            'Votaron',
            'Resultado',
            'Observaron',
          ]),
        ],
        en: [table('en', 'Votes concluded', ['Day', 'Vote', 'Entitled', 'Voted', 'Result', 'Observers'])],
      }
    },
  },
}
