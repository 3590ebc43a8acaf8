import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import { findActivities } from './store.ts'

/** What support offers to reports: the activities that the reporting organization itself held. */
export const supportEvidence: EvidenceOffers = {
  activities: {
    title: { es: 'Actividades propias', en: 'Our own activities' },
    gather: async ({ tx, actor }, { since, until }) => {
      const held = (await findActivities(tx, actor, 'counts'))
        .filter(({ heldOn, closedAt }) => closedAt !== null && heldOn >= since && heldOn <= until)
        .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
      const table = (caption: string, headers: [string, string, string]) => ({
        block: 'table' as const,
        caption,
        columns: [
          { as: 'day' as const, header: headers[0] },
          { as: 'text' as const, header: headers[1], rowHeader: true as const },
          { as: 'text' as const, header: headers[2] },
        ],
        rows: held.map(({ heldOn, title, place }) => ({ cells: [heldOn, title, place] })),
      })
      if (held.length === 0) return { es: [], en: [] }
      return {
        es: [table('Actividades realizadas por el programa', ['Día', 'Actividad', 'Lugar'])],
        en: [table('Activities held by the program', ['Day', 'Activity', 'Place'])],
      }
    },
  },
}
