import type { RecordViews } from '#platform/facts/record.ts'
import { findWorkNamed } from './store.awards.ts'
import { findRowsOf } from './store.evidence.ts'

/** What a partner reported, by its file and line; what the program did itself, by its title. */
export const programsRecords: RecordViews = {
  workbook: async ({ tx, actor }, facts) => {
    const rows = await findRowsOf(
      tx,
      actor,
      facts.map(({ id }) => id),
    )
    return new Map(
      rows.map(({ factId, fileName, rowNumber }) => [
        factId,
        { line: `${fileName} · ${rowNumber}`, opensAt: '/programs/workbooks' },
      ]),
    )
  },
  'award work': async ({ tx, actor }, facts) => {
    const work = await findWorkNamed(
      tx,
      actor,
      facts.map(({ recordId }) => recordId),
    )
    return new Map(
      facts.flatMap(({ id, recordId }) => {
        const found = work.get(recordId)
        return found
          ? [[id, { line: found.title, opensAt: `/programs/awards/${found.awardId}` }] as const]
          : []
      }),
    )
  },
}
