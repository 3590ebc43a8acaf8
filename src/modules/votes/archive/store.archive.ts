import type { Head, Piece } from '@asamblea/ballots/archive'
import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Tx } from '#platform/db/doors.ts'
import type { BoxId, Phase } from './schema.ts'
import type { Box } from './store.ts'

type Of = { readonly orgId: OrgId; readonly id: BoxId }
type Row = { phase: Phase; timestampSeconds: number; parent: string; height: number; bytes: number }

export const insertHead = (tx: Tx, { orgId, id }: Of, { phase, ...head }: Head) =>
  tx
    .insertInto('voteBoxHeads')
    .values({ ...head, phase: phase as Phase, parent: head.parent!, orgId, boxId: id })
    .execute()

/** The end of an archive, held until the transaction ends: nobody else appends meanwhile. */
export const lockHead = async (tx: Tx, { orgId, id }: Of): Promise<Head | undefined> => {
  const { rows } = await sql<Row>`select phase, timestamp_seconds, parent, height, bytes from vote_box_heads
    where org_id = ${orgId} and box_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** A piece, and for a ballot what finds it again. */
export type Entry = {
  readonly piece: Piece
  readonly ballot?: {
    readonly hash: string
    readonly seal: string
    readonly credential: Buffer
    readonly mark: Buffer
  }
}

/** Appends pieces after the locked head, and makes the transaction wait for the disk, whatever the database is set to. */
export const append = async (
  tx: Tx,
  of: Of,
  before: Head,
  entries: readonly Entry[],
  totals: Totals = {},
) => {
  const last = entries.at(-1)?.piece.head
  if (!last) return
  await insertPieces(tx, of, entries)
  await moveHead(tx, of, before, last, totals)
}

/** What is known once the ballots are counted, and once the totals are opened. */
export type Totals = { readonly counted?: number; readonly counts?: readonly (readonly number[])[] }

export const insertPieces = async (tx: Tx, { orgId, id }: Of, entries: readonly Entry[]) => {
  const column = <Value>(read: (entry: Entry) => Value) => entries.map(read)
  await sql`set local synchronous_commit to on`.execute(tx)
  await sql`insert into vote_archive (org_id, box_id, height, starts_at, piece, ballot_hash, credential_hash, seal, mark)
    select ${orgId}, ${id}, * from unnest(${column(({ piece }) => piece.head.height - 1)}::int[],
      ${column(({ piece }) => piece.head.bytes - piece.bytes.length)}::bigint[], ${column(({ piece }) => Buffer.from(piece.bytes))}::bytea[],
      ${column(({ ballot }) => (ballot ? Buffer.from(ballot.hash, 'hex') : null))}::bytea[],
      ${column(({ ballot }) => ballot?.credential ?? null)}::bytea[], ${column(({ ballot }) => ballot?.seal ?? null)}::text[],
      ${column(({ ballot }) => ballot?.mark ?? null)}::bytea[])`.execute(tx)
}

const moveHead = async (tx: Tx, { orgId, id }: Of, before: Head, last: Head, { counted, counts }: Totals) => {
  const { numAffectedRows } =
    await sql`update vote_box_heads set phase = ${last.phase}, parent = ${last.parent},
      height = ${last.height}, bytes = ${last.bytes}, counted = coalesce(${counted ?? null}, counted),
      counts = coalesce(${counts ? JSON.stringify(counts) : null}::jsonb, counts)
    where org_id = ${orgId} and box_id = ${id} and height = ${before.height}`.execute(tx)
  if (numAffectedRows !== 1n) throw new Error('the head of the archive moved under its lock')
}

/** Pieces from a height on, as many as one page holds. */
export const findPieces = async (tx: Tx, { orgId, id }: Of, from: number, most: number) => {
  const rows = await tx
    .selectFrom('voteArchive')
    .select(['height', 'startsAt', 'piece'])
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .where('height', '>=', from)
    .orderBy('height')
    .limit(most)
    .execute()
  return rows
}

/** The height of the piece in which a byte of the archive lies. */
export const heightAt = async (tx: Tx, { orgId, id }: Of, byte: number): Promise<number> => {
  const { rows } = await sql<{ height: number | null }>`select max(height) as height from vote_archive
    where org_id = ${orgId} and box_id = ${id} and starts_at <= ${byte}`.execute(tx)
  return rows[0]?.height ?? 0
}

export type Found = { readonly event: number; readonly hash: Buffer; readonly counts: boolean }

const found = (tx: Tx, { orgId, id }: Of, where: ReturnType<typeof sql>) =>
  sql<Found>`select a.height as event, a.ballot_hash as hash, not exists (select from vote_archive later
      where later.org_id = a.org_id and later.box_id = a.box_id and later.credential_hash = a.credential_hash and later.height > a.height) as counts
    from vote_archive a where a.org_id = ${orgId} and a.box_id = ${id} and ${where}`.execute(tx)

/** Ballots after an event, in the order of the archive, and whether each is the last of its credential. */
export const findBallots = async (tx: Tx, of: Of, after: number, most: number) =>
  (
    await found(
      tx,
      of,
      sql`a.ballot_hash is not null and a.height > ${after} order by a.height limit ${most}`,
    )
  ).rows

export const findBallot = async (tx: Tx, of: Of, hash: Buffer): Promise<Found | undefined> =>
  (await found(tx, of, sql`a.ballot_hash = ${hash}`)).rows[0]

export const countBallots = async (tx: Tx, { orgId, id }: Pick<Box, 'orgId' | 'id'>): Promise<number> => {
  const { rows } = await sql<{ ballots: number }>`select count(*)::int as ballots from vote_archive
    where org_id = ${orgId} and box_id = ${id} and ballot_hash is not null`.execute(tx)
  return rows[0]!.ballots
}

/** The marks of a box's ballots, by the hash that the row states; whether they hold is asked of the text itself. */
export const findMarks = async (tx: Tx, { orgId, id }: Of): Promise<ReadonlyMap<string, Buffer>> => {
  const { rows } = await sql<{ hash: string; mark: Buffer }>`
    select encode(ballot_hash, 'hex') as hash, mark from vote_archive
    where org_id = ${orgId} and box_id = ${id} and mark is not null`.execute(tx)
  return new Map(rows.map(({ hash, mark }) => [hash, mark]))
}
