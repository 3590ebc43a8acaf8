import { type RawBuilder, sql } from 'kysely'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { plain } from '#platform/text/plain.ts'
import type { PersonId } from './schema.ts'

/** The words of what somebody looks for, without accents or case. */
export const wordsIn = (text: string): readonly string[] => plain(text).split(' ').filter(Boolean)

/**
 * The ids of those whose handle holds every word of `text`, anywhere in it, as far as the reader's policy goes. A pattern is no
 * leakproof condition, so that no index of patterns serves under row-level security (PostgreSQL, Rules and Privileges); what
 * bounds it is the narrow index that holds an organization's handles and nothing else, read once.
 */
export const idsByHandle = (orgId: string, text: string): RawBuilder<{ id: string }> => sql`
  select h.id from people h where h.org_id = ${orgId} and h.merged_into is null ${sql.join(holds(text), sql` `)}`

const holds = (text: string) => wordsIn(text).map((word) => sql`and h.search_key like ${`%${word}%`}`)

/** Twenty people whose handle holds what was typed, as the actor reaches them; those that begin with it first. */
export const findByHandle = async (tx: Tx, { orgId }: Actor, text: string) => {
  if (wordsIn(text).length === 0) return []
  const { rows } = await sql<{ id: PersonId; handle: string }>`
    select h.id, h.handle from people h
    where h.org_id = ${orgId} and h.merged_into is null ${sql.join(holds(text), sql` `)}
    order by h.search_key not like ${`${plain(text)}%`}, h.search_key, h.id limit 20`.execute(tx)
  return rows
}
