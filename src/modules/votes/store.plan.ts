import { randomUUID } from 'node:crypto'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import type { ElectronicMode } from './rules.modes.ts'
import type { Opinion } from './rules.plan.ts'
import type { Officer, VoteFileId, VoteId, VoteKind } from './schema.ts'

type Of = Pick<Actor, 'orgId'>

export type Happening = {
  id: string
  event: string
  on: string | null
  folio: string | null
  fileId: VoteFileId | null
}

export const insertHappening = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  { id, event, on, folio, fileId }: Happening,
) =>
  tx
    .insertInto('voteHappenings')
    .values({
      orgId,
      id,
      voteId,
      event,
      happenedOn: on,
      folio: folio ? vault.seal({ table: 'vote_happenings', column: 'folio', id }, folio) : null,
      fileId,
      notedBy: membershipId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** What is known of each event now: its day and folio; what was taken back is left out. */
export const findHappenings = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteHappenings')
    .select(['id', 'event', 'happenedOn', 'folio', 'fileId'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('number')
    .execute()
  const latest = new Map(rows.map((row) => [row.event, row]))
  return [...latest.values()].flatMap(({ id, event, happenedOn, folio, fileId }) =>
    happenedOn === null
      ? []
      : [
          {
            event,
            on: happenedOn,
            fileId: fileId as VoteFileId | null,
            folio: folio && vault.open({ table: 'vote_happenings', column: 'folio', id }, folio),
          },
        ],
  )
}

export const insertCheck = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  voteId: VoteId,
  requirement: string,
  present: boolean | null,
) =>
  tx
    .insertInto('voteChecks')
    .values({ orgId, id: randomUUID(), voteId, requirement, present, notedBy: membershipId })
    .execute()

export const findChecks = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteChecks')
    .select(['requirement', 'present'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('number')
    .execute()
  return Object.fromEntries(rows.map(({ requirement, present }) => [requirement, present]))
}

export const insertOpinion = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  opinion: Opinion & { id: string; fileId: VoteFileId | null },
) =>
  tx
    .insertInto('voteOpinions')
    .values({ orgId, notedBy: membershipId, ...opinion, modes: [...opinion.modes] })
    .execute()

/** The opinions recorded, newest first; the first of a kind is the one that counts. */
export const findOpinions = async (tx: Tx, { orgId }: Of) => {
  const rows = await tx
    .selectFrom('voteOpinions')
    .select(['kind', 'counsel', 'givenOn', 'modes', 'notedAt'])
    .where('orgId', '=', orgId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as VoteKind,
    modes: row.modes as ElectronicMode[],
  }))
}

export const findOpinion = async (tx: Tx, actor: Of, kind: VoteKind): Promise<Opinion | null> =>
  (await findOpinions(tx, actor)).find((opinion) => opinion.kind === kind) ?? null

const officerPlace = (id: string) => ({ table: 'vote_officers', column: 'name', id })

export const findOfficers = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteOfficers')
    .select(['id', 'role', 'tableId', 'name', 'forWhom'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .execute()
  return rows
    .map((row) => ({ ...row, name: vault.open(officerPlace(row.id), row.name) }) as Officer)
    .toSorted((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name, 'es'))
}

export const keepOfficer = (
  tx: Tx,
  { orgId }: Actor,
  vault: OrgVault,
  voteId: VoteId,
  { id, ...officer }: Officer,
) => {
  const values = { ...officer, name: vault.seal(officerPlace(id), officer.name) }
  return tx
    .insertInto('voteOfficers')
    .values({ orgId, id, voteId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet(values).where('voteOfficers.voteId', '=', voteId),
    )
    .execute()
}

export const removeOfficer = (tx: Tx, { orgId }: Of, voteId: VoteId, id: string) =>
  tx
    .deleteFrom('voteOfficers')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .execute()

export const countObservers = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const { observers } = await tx
    .selectFrom('voteOfficers')
    .select((count) => count.fn.countAll<number>().as('observers'))
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('role', '=', 'observer')
    .executeTakeFirstOrThrow()
  return observers
}
