import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { stateOf } from './rules.state.ts'
import type {
  Mode,
  Question,
  Result,
  RollTotals,
  VoteDraft,
  VoteFileId,
  VoteId,
  VoteKind,
  VoteStateName,
} from './schema.ts'

type Of = Pick<Actor, 'orgId'>

const columns = [
  'id',
  'kind',
  'state',
  'title',
  'questions',
  'modes',
  'opensAt',
  'closesAt',
  'place',
  'municipality',
  'stateCode',
  'sector',
  'rounding',
  'textFileId',
  'rollHash',
  'rollTotals',
  'result',
  'calledOn',
  'frozenAt',
  'openedAt',
  'closedAt',
  'concludedAt',
  'keepUntil',
  'destroyedOn',
  'cancelledAt',
  'cancelledBecause',
] as const

const votes = (tx: Tx, { orgId }: Of) => tx.selectFrom('votes').select(columns).where('orgId', '=', orgId)

type Row = Awaited<ReturnType<ReturnType<typeof votes>['executeTakeFirstOrThrow']>>

const asVote = (row: Row) => ({
  id: row.id as VoteId,
  kind: row.kind as VoteKind,
  title: row.title,
  questions: row.questions as unknown as Question[],
  modes: row.modes as Mode[],
  opensAt: row.opensAt,
  closesAt: row.closesAt,
  place: row.place,
  municipality: row.municipality,
  stateCode: row.stateCode,
  sector: row.sector,
  rounding: row.rounding as VoteDraft['rounding'],
  textFileId: row.textFileId as VoteFileId | null,
  destroyedOn: row.destroyedOn,
  rollTotals: row.rollTotals as unknown as RollTotals | null,
  result: row.result as unknown as Result | null,
  state: stateOf(row),
})
export type StoredVote = ReturnType<typeof asVote>

export const findVotes = async (tx: Tx, actor: Of) =>
  (await votes(tx, actor).orderBy('opensAt', 'desc').limit(200).execute()).map(asVote)

export const findVote = async (tx: Tx, actor: Of, id: VoteId) => {
  const row = await votes(tx, actor).where('id', '=', id).executeTakeFirst()
  return row && asVote(row)
}

/** The vote, locked until the end of the transaction, so that what its state allows cannot change meanwhile. */
export const lockVote = async (tx: Tx, actor: Of, id: VoteId) => {
  const row = await votes(tx, actor).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asVote(row)
}

/** Adds a vote, or changes one that is still in preparation. `false` when it no longer is. */
export const keepVote = async (tx: Tx, { orgId, membershipId }: Actor, draft: VoteDraft) => {
  const values = { ...draft, modes: [...draft.modes], questions: JSON.stringify(draft.questions) }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('votes')
    .values({ orgId, createdBy: membershipId, state: 'preparing', ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['orgId', 'id'])
        .doUpdateSet({ ...values, version: sql`votes.version + 1` })
        .where('votes.state', '=', 'preparing'),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type StateChange = {
  to: VoteStateName
  set: Partial<{
    calledOn: string
    frozenAt: Date
    rollHash: string
    rollTotals: RollTotals
    questions: readonly Question[]
    openedAt: Date
    closedAt: Date
    concludedAt: Date
    keepUntil: string
    result: Result
    cancelledAt: Date
    cancelledBecause: string
  }>
}

export const changeState = async (tx: Tx, { orgId }: Of, id: VoteId, { to, set }: StateChange) => {
  const { rollTotals, questions, result, ...plain } = set
  await tx
    .updateTable('votes')
    .set({
      state: to,
      ...plain,
      ...(rollTotals ? { rollTotals: JSON.stringify(rollTotals) } : {}),
      ...(questions ? { questions: JSON.stringify(questions) } : {}),
      ...(result ? { result: JSON.stringify(result) } : {}),
      version: sql`version + 1`,
    })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
}

export const attachText = (tx: Tx, { orgId }: Of, id: VoteId, textFileId: VoteFileId) =>
  tx.updateTable('votes').set({ textFileId }).where('orgId', '=', orgId).where('id', '=', id).execute()

/** A vote as anybody may see it: only from the freeze of its roll on. */
export const findObserved = async (tx: Tx, orgId: OrgId, id: VoteId) => {
  const row = await votes(tx, { orgId })
    .where('id', '=', id)
    .where('state', 'in', ['frozen', 'open', 'closed', 'concluded'])
    .executeTakeFirst()
  return row && asVote(row)
}

export const organizationName = async (tx: Tx, { orgId }: Of) => {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  return name
}
