import { sql } from 'kysely'
import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { common } from '#platform/http/refusal.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import { handleFrom } from './names.ts'
import { refuse } from './refusals.ts'
import { rowProblem } from './rules.ts'
import type { ImportId, ImportRow, PersonId } from './schema.ts'
import { insertPeople } from './store.ts'

export type ImportSource = 'csv' | 'xlsx' | 'pasted'

/** Opens a list to import; sent twice, it is opened once. */
export const openImport = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  id: ImportId,
  source: ImportSource,
  expected: number,
) =>
  tx
    .insertInto('imports')
    .values({ orgId, id, status: 'open', source, expected, createdBy: membershipId })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .execute()

/** One part of a list: its rows already mapped, and how many of it the person chose to leave out. */
export type ImportPart = {
  importId: ImportId
  number: number
  listId: ListId
  leftOut: number
  rows: readonly Omit<ImportRow, 'department' | 'shift' | 'route'>[]
}

/**
 * Adds the people of one part, once; answers with the ids added now. A bad row refuses the whole part: leaving it out is the
 * person's decision.
 */
export const addPart = async (
  tx: Tx,
  actor: Actor,
  vault: OrgVault,
  part: ImportPart,
): Promise<Set<PersonId>> => {
  const { importId, rows, listId } = part
  if (rows.some((row) => rowProblem(row))) throw refuse('people.bad-rows')
  if (!(await claimPart(tx, actor, part))) return new Set()
  const people = rows.map(({ id, handle, name, phone, address, identifier }) => ({
    id,
    handle: handle || handleFrom(name ?? ''),
    listIds: [listId],
    identity: { name, phone, address, identifier },
  }))
  return new Set((await insertPeople(tx, actor, vault, people, importId)).keys())
}

/** `false` when this part was already counted. */
const claimPart = async (tx: Tx, { orgId }: Actor, { importId, number, leftOut, rows }: ImportPart) => {
  const { rows: found } = await sql<{ status: string }>`select status from imports
    where org_id = ${orgId} and id = ${importId} for update`.execute(tx)
  if (!found[0]) throw common.refuse('missing')
  const inserted = await tx
    .insertInto('importParts')
    .values({ orgId, importId, number, added: rows.length })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (found[0].status !== 'open') throw refuse('people.import-closed')
  await tx
    .updateTable('imports')
    .set((column) => ({
      added: sql`${column.ref('added')} + ${rows.length}`,
      leftOut: sql`${column.ref('leftOut')} + ${leftOut}`,
    }))
    .where('orgId', '=', orgId)
    .where('id', '=', importId)
    .execute()
  return true
}

export const endImport = async (
  tx: Tx,
  { orgId }: Actor,
  id: ImportId,
  status: 'done' | 'undone',
  now: Date,
) => {
  const from = status === 'done' ? (['open'] as const) : (['open', 'done'] as const)
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ status, endedAt: now })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const findImports = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('imports')
    .select(['id', 'status', 'source', 'expected', 'added', 'leftOut', 'createdAt'])
    .where('orgId', '=', orgId)
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()

/** Takes an import's people away again, but for those in `touched`: somebody already talked to them. */
export const removeImported = async (
  tx: Tx,
  { orgId }: Actor,
  importId: ImportId,
  touched: readonly PersonId[],
) => {
  const { numDeletedRows } = await tx
    .deleteFrom('people')
    .where('orgId', '=', orgId)
    .where('importId', '=', importId)
    .where('mergedInto', 'is', null)
    .$if(touched.length > 0, (query) => query.where('id', 'not in', [...touched]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const findMapping = async (tx: Tx, { orgId }: Actor, digest: string) => {
  const row = await tx
    .selectFrom('importMappings')
    .select('columns')
    .where('orgId', '=', orgId)
    .where('headersDigest', '=', digest)
    .executeTakeFirst()
  return (row?.columns ?? null) as Record<string, string> | null
}

export const keepMapping = (
  tx: Tx,
  { orgId }: Actor,
  headersDigest: string,
  columns: Record<string, string>,
  usedAt: Date,
) => {
  const row = { columns: JSON.stringify(columns), usedAt }
  return tx
    .insertInto('importMappings')
    .values({ orgId, headersDigest, ...row })
    .onConflict((conflict) => conflict.columns(['orgId', 'headersDigest']).doUpdateSet(row))
    .execute()
}
