import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Doors, Tx } from '#platform/db/doors.ts'
import { tokenHash } from '#platform/http/session.ts'
import type { BoxId } from '../archive/schema.ts'
import type { TableId } from '../schema.ts'
import type { BoothId } from './contract.ts'

type Of = { readonly orgId: OrgId; readonly id: BoxId }

export type Booth = {
  readonly orgId: OrgId
  readonly id: BoothId
  readonly boxId: BoxId
  readonly tableId: TableId
}

export const findBooths = (tx: Tx, { orgId, id }: Of) =>
  tx
    .selectFrom('voteBooths')
    .select(['id', 'tableId', 'ballots', 'chainHead', 'lostBecause'])
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .orderBy('tableId')
    .orderBy('id')
    .execute()

export const findBooth = (tx: Tx, { orgId, id }: Of, boothId: BoothId): Promise<Booth | undefined> =>
  tx
    .selectFrom('voteBooths')
    .select(['orgId', 'id', 'boxId', 'tableId'])
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .where('id', '=', boothId)
    .executeTakeFirst() as Promise<Booth | undefined>

/** The booth whose tablet carries this token. */
export const findTablet = (doors: Doors, token: string): Promise<Booth | undefined> =>
  doors.asDoor(async (tx) => {
    const { rows } = await sql<Booth>`select * from door.find_vote_booth(${tokenHash(token)})`.execute(tx)
    return rows[0]
  })

export const insertBooth = (tx: Tx, booth: Booth & { tokenHash: Buffer }) =>
  tx.insertInto('voteBooths').values(booth).execute()

export const findTable = (tx: Tx, { orgId, tableId }: Booth) =>
  tx
    .selectFrom('voteTables')
    .select(['number', 'place'])
    .where('orgId', '=', orgId)
    .where('id', '=', tableId)
    .executeTakeFirstOrThrow()

/** Which of these credentials, by hash, may vote at this table. */
export const findListed = async (
  tx: Tx,
  { orgId, boxId, tableId }: Booth,
  hashes: readonly Buffer[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from vote_credentials
    where org_id = ${orgId} and box_id = ${boxId} and table_id = ${tableId} and hash = any(${hashes}::bytea[])`.execute(
    tx,
  )
  return new Set(rows.map(({ hash }) => hash))
}

export type Received = {
  readonly ballots: number | null
  readonly chainHead: string | null
  readonly lostBecause: string | null
}

const received = (tx: Tx, { orgId, id }: Booth) =>
  tx
    .selectFrom('voteBooths')
    .select(['ballots', 'chainHead', 'lostBecause'])
    .where('orgId', '=', orgId)
    .where('id', '=', id)

export const findReceived = (tx: Tx, booth: Booth): Promise<Received> =>
  received(tx, booth).executeTakeFirstOrThrow()

/** What was received of a booth before, locked until the end of the transaction. */
export const lockReceived = (tx: Tx, booth: Booth): Promise<Received> =>
  received(tx, booth).forUpdate().executeTakeFirstOrThrow()

/** Which of these credentials, by hash, have a ballot in the archive that is none of `ballots`. */
export const findVotedElsewhere = async (
  tx: Tx,
  { orgId, boxId }: Booth,
  credentials: readonly Buffer[],
  ballots: readonly Buffer[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ hash: string }>`select distinct encode(credential_hash, 'hex') as hash
    from vote_archive where org_id = ${orgId} and box_id = ${boxId} and credential_hash = any(${credentials}::bytea[])
      and ballot_hash <> all(${ballots}::bytea[])`.execute(tx)
  return new Set(rows.map(({ hash }) => hash))
}

/** Answers false when its box was received, or it was declared lost. */
export const setEmpty = async (tx: Tx, { orgId, id }: Booth, chainHead: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('voteBooths')
    .set({ chainHead, ballots: 0 })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('ballots', 'is', null)
    .where('lostBecause', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const setDelivered = (
  tx: Tx,
  { orgId, id }: Booth,
  delivered: { chainHead: string; ballots: number },
) => tx.updateTable('voteBooths').set(delivered).where('orgId', '=', orgId).where('id', '=', id).execute()

/** Answers false when the booth's box was received. */
export const setLost = async (tx: Tx, { orgId, id }: Booth, because: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('voteBooths')
    .set({ lostBecause: because })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('ballots', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
