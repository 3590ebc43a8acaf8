import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { Count, TableId, Tally, UrnEvent, VoteFileId, VoteId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>
type At = { id: string; voteId: VoteId; tableId: TableId; at: Date }

const place = (column: 'custodian' | 'note', id: string) => ({ table: 'vote_urn_events', column, id })

/** Adds something to the life of an urn, once for each id. */
export const insertUrnEvent = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  { id, voteId, tableId, at }: At,
  { custodian, note, seals, ...event }: UrnEvent,
) =>
  tx
    .insertInto('voteUrnEvents')
    .values({
      orgId,
      id,
      voteId,
      tableId,
      happenedAt: at,
      notedBy: membershipId,
      ...event,
      seals: [...seals],
      custodian: custodian ? vault.seal(place('custodian', id), custodian) : null,
      note: note ? vault.seal(place('note', id), note) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findUrnEvents = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteUrnEvents as e')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.orgId', '=', 'e.orgId').onRef('m.id', '=', 'e.notedBy'),
    )
    .select([
      'e.id',
      'e.tableId',
      'e.kind',
      'e.seals',
      'e.ballots',
      'e.custodian',
      'e.note',
      'e.fileId',
      'e.digest',
      'e.happenedAt',
      'm.alias as by',
    ])
    .where('e.orgId', '=', orgId)
    .where('e.voteId', '=', voteId)
    .orderBy('e.happenedAt')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    tableId: row.tableId as TableId,
    fileId: row.fileId as VoteFileId | null,
    custodian: row.custodian && vault.open(place('custodian', row.id), row.custodian),
    note: row.note && vault.open(place('note', row.id), row.note),
  }))
}

export const insertCount = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  { id, voteId, tableId, at }: At,
  { tallies, ...count }: Count,
) =>
  tx
    .insertInto('voteCounts')
    .values({
      orgId,
      id,
      voteId,
      tableId,
      countedAt: at,
      countedBy: membershipId,
      ...count,
      tallies: JSON.stringify(tallies),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Every count of a vote, oldest first. */
export const findCounts = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteCounts')
    .select(['tableId', 'countedBy', 'signed', 'received', 'unused', 'ballots', 'tallies'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('countedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ tableId, countedBy, tallies, ...counted }) => ({
    tableId: tableId as TableId,
    countedBy,
    count: { ...counted, tallies: tallies as unknown as Tally[] } satisfies Count,
  }))
}

export type ElectronicTotals = { archiveDigest: string; voted: number; tallies: Tally[]; verifiedAt: Date }

/** What the electronic box gave, written once, after the close, by whoever decrypted and verified the archive. */
export const insertElectronicTotals = (
  tx: Tx,
  orgId: Actor['orgId'],
  voteId: VoteId,
  totals: ElectronicTotals,
) =>
  tx
    .insertInto('voteElectronicTotals')
    .values({ orgId, voteId, ...totals, tallies: JSON.stringify(totals.tallies) })
    .execute()

export const findElectronicTotals = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const row = await tx
    .selectFrom('voteElectronicTotals')
    .select(['archiveDigest', 'voted', 'tallies', 'verifiedAt'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .executeTakeFirst()
  return row && { ...row, tallies: row.tallies as unknown as Tally[] }
}
