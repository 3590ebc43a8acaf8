import type { Due, Retention } from '#platform/upkeep/retention.ts'

/**
 * A concluded vote is kept five years (LFT 390 Ter II g); a cancelled one a year, the general term to claim (LFT 516). Then
 * every name goes: roll, objections, officers, candidates, custodians, folios, photographs. What is left names nobody: the
 * result, the fingerprint of the roll, the totals and the public archive, which others may hold copies of. While a challenge
 * is not settled nothing goes.
 */
export const voteRetention: Retention = {
  target: 'vote roll',
  due: async (owner, now) => {
    const { rows } = await owner.query<Due>(
      `select v.org_id as "orgId", v.id from votes v join organizations o on o.id = v.org_id where ${isDue}`,
      [now],
    )
    return rows
  },
  destroy: async (client, { orgId, id }, now) => {
    const { rows } = await client.query(
      `select v.id from votes v join organizations o on o.id = v.org_id
       where ${isDue} and v.org_id = $2 and v.id = $3 for update of v`,
      [now, orgId, id],
    )
    if (rows.length === 0) return false
    for (const statement of destructions) await client.query(statement, [orgId, id])
    await client.query(
      `update votes set destroyed_on = ($1::timestamptz at time zone o.time_zone)::date from organizations o
       where o.id = org_id and org_id = $2 and votes.id = $3`,
      [now, orgId, id],
    )
    return true
  },
}

const isDue = `v.destroyed_on is null
  and case v.state
    when 'concluded' then v.keep_until < ($1::timestamptz at time zone o.time_zone)::date
    when 'cancelled' then v.cancelled_at + interval '1 year' < $1::timestamptz
    else false end
  and not exists (select from vote_disputes d where d.org_id = v.org_id and d.vote_id = v.id and d.settled_on is null)`

const destructions = [
  ...[
    'vote_roll',
    'vote_openings',
    'vote_objections',
    'vote_officers',
    'vote_candidates',
    'vote_disputes',
    'vote_files',
  ].map((table) => `delete from ${table} where org_id = $1 and vote_id = $2`),
  'update vote_urn_events set custodian = null, note = null, file_id = null where org_id = $1 and vote_id = $2',
  'update vote_happenings set folio = null, file_id = null where org_id = $1 and vote_id = $2',
  'update votes set text_file_id = null where org_id = $1 and id = $2',
  'update vote_slates set emblem_file_id = null where org_id = $1 and vote_id = $2',
  `update vote_trustees set name = number::text, token_hash = sha256(gen_random_uuid()::text::bytea) where org_id = $1
    and box_id in (select id from vote_boxes where org_id = $1 and vote_id = $2)`,
]
