import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { TableId, VoteId } from './schema.ts'

/** The whole roll of a vote, by the vote's id, or one of its tables. */
type Scope = VoteId | TableId

/** How many names of a vote the actor opened on a day, by scope. */
export const findOpened = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  voteId: VoteId,
  day: string,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('voteOpenings')
    .select(['scope', 'names'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('membershipId', '=', membershipId)
    .where('day', '=', day)
    .execute()
  return new Map(rows.map(({ scope, names }) => [scope, names]))
}

export const keepOpened = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  voteId: VoteId,
  { scope, day, names }: { scope: Scope; day: string; names: number },
) =>
  tx
    .insertInto('voteOpenings')
    .values({ orgId, voteId, membershipId, scope, day, names })
    .onConflict((conflict) =>
      conflict
        .columns(['orgId', 'voteId', 'membershipId', 'scope', 'day'])
        .doUpdateSet({ names: sql<number>`greatest(vote_openings.names, excluded.names)` }),
    )
    .execute()
