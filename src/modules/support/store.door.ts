import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { ActivityId, SelfAnswers } from './schema.ts'

const table = 'sign_ups'

export type NewSignUp = { id: string; handle: string; phone: string | null }

/** Keeps what somebody left at the door, sealed; nothing of it is read again here. */
export const insertSignUp = (
  tx: Tx,
  orgId: OrgId,
  vault: OrgVault,
  activityId: ActivityId,
  { id, handle, phone }: NewSignUp,
) =>
  tx
    .insertInto('signUps')
    .values({
      orgId,
      id,
      activityId,
      handle: vault.seal({ table, column: 'handle', id }, handle),
      phone: phone ? vault.seal({ table, column: 'phone', id }, phone) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findSignUps = async (tx: Tx, { orgId }: Actor, vault: OrgVault, activityId: ActivityId) => {
  const rows = await tx
    .selectFrom('signUps')
    .select(['id', 'handle', 'phone'])
    .where('orgId', '=', orgId)
    .where('activityId', '=', activityId)
    .execute()
  return rows.map(({ id, handle, phone }) => ({
    id,
    handle: vault.open({ table, column: 'handle', id }, handle),
    phone: phone && vault.open({ table, column: 'phone', id }, phone),
  }))
}

export const lockSignUp = async (tx: Tx, { orgId }: Actor, vault: OrgVault, id: string) => {
  const row = await tx
    .selectFrom('signUps')
    .select(['activityId', 'handle', 'phone'])
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    activityId: row.activityId as ActivityId,
    handle: vault.open({ table, column: 'handle', id }, row.handle),
    phone: row.phone && vault.open({ table, column: 'phone', id }, row.phone),
  }
}

/** Taken up or dismissed: nothing of what was left at the door stays here. */
export const removeSignUp = (tx: Tx, { orgId }: Actor, id: string) =>
  tx.deleteFrom('signUps').where('orgId', '=', orgId).where('id', '=', id).execute()

export const insertEvaluation = (
  tx: Tx,
  orgId: OrgId,
  activityId: ActivityId,
  evaluation: { id: string; useful: number; clear: number; willUse: boolean },
) =>
  tx
    .insertInto('evaluations')
    .values({ orgId, activityId, ...evaluation })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findEvaluations = (tx: Tx, { orgId }: Actor, activityId: ActivityId) =>
  tx
    .selectFrom('evaluations')
    .select(['useful', 'clear', 'willUse'])
    .where('orgId', '=', orgId)
    .where('activityId', '=', activityId)
    .execute()

/** Adds one to each answer given, once for each page that was answered on; who gave them, and when, is nowhere. */
export const addAnswers = async (
  tx: Tx,
  orgId: OrgId,
  activityId: ActivityId,
  pageId: string,
  answers: SelfAnswers,
) => {
  const given = Object.entries(answers)
  if (given.length === 0) return
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('answeredPages')
    .values({ orgId, id: pageId, activityId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return
  await sql`insert into self_tallies (org_id, occasion_id, question, answer, people)
    select ${orgId}, ${activityId}, question, answer, 1 from unnest(${given.map(([question]) => question)}::text[], ${given.map(([, answer]) => answer)}::text[])
      as given (question, answer) order by question, answer
    on conflict (org_id, occasion_id, question, answer) do update set people = self_tallies.people + 1`.execute(
    tx,
  )
}

export const findAnswers = (tx: Tx, { orgId }: Actor, occasionId: string) =>
  tx
    .selectFrom('selfTallies')
    .select(['question', 'answer', 'people', 'lift'])
    .where('orgId', '=', orgId)
    .where('occasionId', '=', occasionId)
    .execute()
