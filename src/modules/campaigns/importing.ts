import type * as z from 'zod'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import type { ImportId } from '../people/schema.ts'
import * as imports from '../people/store.imports.ts'
import type { campaignsContract } from './contract.ts'
import { findSettings, insertPlacements } from './store.field.ts'
import { findTouched } from './store.people.ts'
import { addUnits } from './store.ts'

type Input<Operation extends keyof typeof campaignsContract> = z.infer<
  NonNullable<(typeof campaignsContract)[Operation]['~orpc']['inputSchema']>
>

/** Opens an import and adds the departments, shifts and routes that the list names and the map lacked. */
export const beginImport = async (
  { tx, actor }: Call,
  { id, importId, source, expected, units }: Input<'openImport'>,
) => {
  await imports.openImport(tx, actor, importId, source, expected)
  await addUnits(tx, actor, id, units)
}

/** Adds one part of a list and places its people, in the transaction that counts the part. */
export const importPart = async ({ tx, actor, vault }: Call, { id, ...part }: Input<'importPart'>) => {
  if (!(await findSettings(tx, actor, [id])).has(id)) throw common.refuse('missing')
  const added = await imports.addPart(tx, actor, vault, part)
  const placed = part.rows.filter((row) => added.has(row.id))
  const listIds = [part.listId]
  await insertPlacements(
    tx,
    actor,
    placed.map((row) => ({ ...row, campaignId: id, personId: row.id, listIds })),
  )
  return { added: added.size }
}

export const endImport = async ({ tx, actor, now, log }: Call, importId: ImportId) => {
  if (!(await imports.endImport(tx, actor, importId, 'done', now))) throw common.refuse('missing')
  await log('import', 'people', importId)
  return {}
}

/** Takes the whole list away again in one action; whoever was already talked to stays, and is counted. */
export const undoImport = async ({ tx, actor, now, log }: Call, importId: ImportId) => {
  if (!(await imports.endImport(tx, actor, importId, 'undone', now))) throw common.refuse('missing')
  const touched = await findTouched(tx, actor, importId)
  const removed = await imports.removeImported(tx, actor, importId, touched)
  await log('undo import', 'people', importId)
  return { removed, kept: touched.length }
}
