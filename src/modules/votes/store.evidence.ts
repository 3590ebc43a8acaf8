import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { VoteKind } from './schema.ts'

type Held = {
  heldOn: string
  kind: VoteKind
  covered: number
  voted: number
  outcome: string
  observers: number
}

/** The votes concluded that were held in a span of days, as totals. */
export const findHeld = async (
  tx: Tx,
  { orgId, timeZone }: Pick<Actor, 'orgId' | 'timeZone'>,
  { since, until }: { since: string; until: string },
): Promise<readonly Held[]> => {
  const { rows } = await sql<Held>`
    select held_on::text, kind, (result ->> 'covered')::int as covered,
      (result ->> 'paperVoted')::int + (result ->> 'electronicVoted')::int as voted,
      coalesce(result -> 'outcomes' -> 0 ->> 'outcome', 'counted') as outcome,
      (select count(*)::int from vote_officers f where f.org_id = v.org_id and f.vote_id = v.id and f.role = 'observer') as observers
    from (select *, (opens_at at time zone ${timeZone})::date as held_on from votes where org_id = ${orgId} and state = 'concluded') v
    where held_on between ${since} and ${until} order by held_on, id`.execute(tx)
  return rows
}
