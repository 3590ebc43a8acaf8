import { sql } from 'kysely'
import type { Tx } from '#platform/db/doors.ts'
import type { Box } from '../archive/store.ts'
import type { TableId } from '../schema.ts'

type Of = Pick<Box, 'orgId' | 'id'>

export type Entry = { readonly tableId: TableId | null; readonly ballots: number }

/** Where a credential may vote and how many of its ballots are in the box; undefined when it is not listed. */
export const findCredential = async (tx: Tx, { orgId, id }: Of, hash: Buffer): Promise<Entry | undefined> => {
  const { rows } =
    await sql<Entry>`select c.table_id, (select count(*)::int from vote_archive a where a.org_id = c.org_id
      and a.box_id = c.box_id and a.credential_hash = c.hash) as ballots
    from vote_credentials c where c.org_id = ${orgId} and c.box_id = ${id} and c.hash = ${hash}`.execute(tx)
  return rows[0]
}

/** Which of these ballots, by hash, are in the archive already, and where. */
export const findPresent = async (
  tx: Tx,
  { orgId, id }: Of,
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{
    hash: string
    height: number
  }>`select encode(ballot_hash, 'hex') as hash, height
    from vote_archive where org_id = ${orgId} and box_id = ${id} and ballot_hash = any(${hashes}::bytea[])`.execute(
    tx,
  )
  return new Map(rows.map(({ hash, height }) => [hash, height]))
}

/** Which of these credentials, by hash, have a ballot in the archive. */
export const findVoted = async (
  tx: Tx,
  { orgId, id }: Of,
  hashes: readonly Buffer[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ hash: string }>`select distinct encode(credential_hash, 'hex') as hash
    from vote_archive where org_id = ${orgId} and box_id = ${id} and credential_hash = any(${hashes}::bytea[])`.execute(
    tx,
  )
  return new Set(rows.map(({ hash }) => hash))
}

export const findChallenged = async (
  tx: Tx,
  { orgId, id }: Of,
  seals: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ seal: string }>`select seal from vote_challenges
    where org_id = ${orgId} and box_id = ${id} and seal = any(${seals}::text[])`.execute(tx)
  return new Set(rows.map(({ seal }) => seal))
}

export const isCast = async (tx: Tx, { orgId, id }: Of, seal: string): Promise<boolean> => {
  const { rows } =
    await sql`select from vote_archive where org_id = ${orgId} and box_id = ${id} and seal = ${seal}`.execute(
      tx,
    )
  return rows.length > 0
}

export const insertChallenge = (tx: Tx, { orgId, id }: Of, seal: string, opening: string) =>
  tx
    .insertInto('voteChallenges')
    .values({ orgId, boxId: id, seal, opening })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findOpening = (tx: Tx, { orgId, id }: Of, seal: string) =>
  tx
    .selectFrom('voteChallenges')
    .select('opening')
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .where('seal', '=', seal)
    .executeTakeFirst()
