import type * as z from 'zod'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { Objection, ObjectionId, VoteId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>
type Decision = { decision: 'granted' | 'refused'; reason: string; on: string }

const place = (column: 'says' | 'reason', id: string) => ({ table: 'vote_objections', column, id })

export const insertObjection = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  { id, says, ...objection }: Objection,
) =>
  tx
    .insertInto('voteObjections')
    .values({
      orgId,
      voteId,
      id,
      ...objection,
      says: vault.seal(place('says', id), says),
      notedBy: membershipId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Decides an objection, once: what was decided is not decided again. */
export const decideObjection = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  id: z.infer<typeof ObjectionId>,
  { decision, reason, on }: Decision,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('voteObjections')
    .set({
      decision,
      reason: vault.seal(place('reason', id), reason),
      decidedOn: on,
      decidedBy: membershipId,
    })
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const findObjections = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteObjections')
    .select(['id', 'voterId', 'kind', 'says', 'receivedOn', 'decision', 'reason', 'decidedOn'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    says: vault.open(place('says', row.id), row.says),
    reason: row.reason && vault.open(place('reason', row.id), row.reason),
  }))
}

export const countUndecided = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const { open } = await tx
    .selectFrom('voteObjections')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
