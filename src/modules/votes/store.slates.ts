import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { ChoiceId, QuestionId, Slate, TableId, VoteFileId, VoteId, VoteTable } from './schema.ts'

type Of = Pick<Actor, 'orgId'>

const place = (id: string) => ({ table: 'vote_candidates', column: 'name', id })

export const findSlates = async (
  tx: Tx,
  { orgId }: Of,
  vault: OrgVault,
  voteId: VoteId,
): Promise<Slate[]> => {
  const slates = await tx
    .selectFrom('voteSlates')
    .select(['id', 'questionId', 'position', 'name', 'color', 'colorName', 'emblemFileId'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('questionId')
    .orderBy('position')
    .execute()
  const candidates = await tx
    .selectFrom('voteCandidates')
    .select(['id', 'slateId', 'post', 'name', 'sex', 'alternate'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('position')
    .execute()
  return slates.map((slate) => ({
    ...slate,
    id: slate.id as ChoiceId,
    questionId: slate.questionId as QuestionId,
    emblemFileId: slate.emblemFileId as VoteFileId | null,
    candidates: candidates
      .filter(({ slateId }) => slateId === slate.id)
      .map(({ slateId: _, name, ...candidate }) => ({
        ...candidate,
        name: vault.open(place(candidate.id), name),
      })),
  }))
}

/** Adds a slate or changes it whole. */
export const keepSlate = async (
  tx: Tx,
  { orgId }: Of,
  vault: OrgVault,
  voteId: VoteId,
  { candidates, ...slate }: Slate,
) => {
  await tx
    .insertInto('voteSlates')
    .values({ orgId, voteId, ...slate })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet(slate).where('voteSlates.voteId', '=', voteId),
    )
    .execute()
  await tx.deleteFrom('voteCandidates').where('orgId', '=', orgId).where('slateId', '=', slate.id).execute()
  const rows = candidates.map((candidate, position) => ({
    orgId,
    voteId,
    slateId: slate.id,
    position,
    ...candidate,
    name: vault.seal(place(candidate.id), candidate.name),
  }))
  await tx.insertInto('voteCandidates').values(rows).execute()
}

/** Takes off the slates of questions that are no longer asked. */
export const removeSlatesBut = (tx: Tx, { orgId }: Of, voteId: VoteId, asked: readonly QuestionId[]) =>
  tx
    .deleteFrom('voteSlates')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .$if(asked.length > 0, (query) => query.where('questionId', 'not in', [...asked]))
    .execute()

export const removeSlate = (tx: Tx, { orgId }: Of, voteId: VoteId, id: ChoiceId) =>
  tx
    .deleteFrom('voteSlates')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .execute()

export const findTables = async (tx: Tx, { orgId }: Of, voteId: VoteId) =>
  (await tx
    .selectFrom('voteTables')
    .select(['id', 'number', 'place'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('number')
    .execute()) as VoteTable[]

export const keepTable = (tx: Tx, { orgId }: Of, voteId: VoteId, table: VoteTable) =>
  tx
    .insertInto('voteTables')
    .values({ orgId, voteId, ...table })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet(table).where('voteTables.voteId', '=', voteId),
    )
    .execute()

export const removeTable = (tx: Tx, { orgId }: Of, voteId: VoteId, id: TableId) =>
  tx
    .deleteFrom('voteTables')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .execute()
