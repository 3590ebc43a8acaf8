import { reachOf } from '#platform/access/roles.ts'
import type { RecordLine, RecordViews } from '#platform/facts/record.ts'
import { findAttended, findHeld } from './store.records.ts'

const activityAt = (id: string) => `/support/${id}`

/** Activities by their title and day; who came, by handle, for whoever sees people at all. */
export const supportRecords: RecordViews = {
  activities: async ({ tx, actor }, facts) => {
    const held = await findHeld(
      tx,
      actor,
      facts.map(({ recordId }) => recordId),
    )
    return new Map(facts.flatMap(({ id, recordId }) => lineOf(id, held.get(recordId))))
  },
  attendance: async ({ tx, actor }, facts) => {
    const held = await findHeld(
      tx,
      actor,
      facts.map(({ recordId }) => recordId),
    )
    const people =
      reachOf(actor.role) === 'reach_org'
        ? await findAttended(
            tx,
            actor,
            facts.map(({ id }) => id),
          )
        : new Map<string, string>()
    return new Map(facts.flatMap(({ id, recordId }) => lineOf(id, held.get(recordId), people.get(id))))
  },
}

const lineOf = (
  factId: string,
  activity: { id: string; title: string } | undefined,
  handle?: string,
): [string, RecordLine][] =>
  activity
    ? [
        [
          factId,
          {
            line: handle ? `${handle} · ${activity.title}` : activity.title,
            opensAt: activityAt(activity.id),
          },
        ],
      ]
    : []
