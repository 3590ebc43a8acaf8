import type { RecordLine, RecordViews } from '#platform/facts/record.ts'
import { findCommittees, findLeaders } from './store.ts'

const opensAt = '/organization'

/** Committees by name, and who holds a post by what the team calls them. */
export const organizationRecords: RecordViews = {
  committees: async ({ tx, actor }, facts) => {
    const names = new Map<string, string>((await findCommittees(tx, actor)).map(({ id, name }) => [id, name]))
    return lines(facts, names)
  },
  leaders: async ({ tx, actor }, facts) => {
    const committees = new Map<string, string>(
      (await findCommittees(tx, actor)).map(({ id, name }) => [id, name]),
    )
    const names = new Map<string, string>(
      (await findLeaders(tx, actor)).map(({ id, alias, post, committeeId }) => [
        id,
        `${alias} · ${post} · ${committees.get(committeeId) ?? ''}`,
      ]),
    )
    return lines(facts, names)
  },
}

const lines = (
  facts: readonly { id: string; recordId: string }[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, RecordLine> =>
  new Map(
    facts.flatMap(({ id, recordId }): [string, RecordLine][] => {
      const line = names.get(recordId)
      return line ? [[id, { line, opensAt }]] : []
    }),
  )
