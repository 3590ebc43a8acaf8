import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { Dispute, DisputeId, Settlement, VoteFileId, VoteId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>

const place = (column: 'folio' | 'says' | 'settled_says', id: string) => ({
  table: 'vote_disputes',
  column,
  id,
})

export const insertDispute = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  { id, broughtOn, forum, folio, says, fileId }: Dispute,
) =>
  tx
    .insertInto('voteDisputes')
    .values({
      orgId,
      id,
      voteId,
      broughtOn,
      forum,
      fileId,
      folio: folio ? vault.seal(place('folio', id), folio) : null,
      says: vault.seal(place('says', id), says),
      notedBy: membershipId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findDisputes = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteDisputes')
    .select(['id', 'broughtOn', 'forum', 'folio', 'says', 'fileId', 'settledOn', 'outcome', 'settledSays'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('broughtOn')
    .orderBy('id')
    .execute()
  return rows.map(({ id, folio, says, fileId, settledOn, outcome, settledSays, ...row }) => ({
    ...row,
    id: id as DisputeId,
    forum: row.forum as Dispute['forum'],
    fileId: fileId as VoteFileId | null,
    folio: folio && vault.open(place('folio', id), folio),
    says: vault.open(place('says', id), says),
    settled: settledOn
      ? {
          on: settledOn,
          outcome: outcome as Settlement['outcome'],
          says: vault.open(place('settled_says', id), settledSays!),
        }
      : null,
  }))
}

/** Settles a challenge that is not settled yet; `false` when there is none such. */
export const settleDispute = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  id: DisputeId,
  { on, outcome, says }: Settlement,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('voteDisputes')
    .set({
      settledOn: on,
      outcome,
      settledSays: vault.seal(place('settled_says', id), says),
      settledBy: membershipId,
    })
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .where('settledOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many challenges of a vote are not settled: while there is one, nothing of the vote is destroyed. */
export const countOpenDisputes = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const { open } = await tx
    .selectFrom('voteDisputes')
    .select((count) => count.fn.count<number>('id').as('open'))
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('settledOn', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
