import { sealFor } from '../seal.ts'
import { forgetRoomless } from './cache.ts'
import { openValue, sealValue } from './crypto.ts'
import { phoneDatabase, type Waiting } from './database.ts'
import type { UnlockedPhone } from './phone.ts'

/** What was written on this phone, as its author can read it again. */
export type Draft = { id: string; kind: string; version: number; writtenAt: string; input: unknown }

export type NewOperation = {
  kind: string
  input: unknown
  /** 1 unless said. */
  version?: number
  /** The refused operation that this one corrects: it leaves the phone as this one comes, never before. */
  replaces?: string | undefined
  /** The kept form it was filled in with: gone as the operation is there, so that nobody saves it twice. */
  clears?: string
}

/**
 * Writes one operation: sealed for the server, and once more for its author, in one transaction with the phone's counter.
 * Resolves when it is safely on this phone; throws when it is not (no room left), so that the form keeps what was typed.
 */
export const writeOperation = async (
  phone: UnlockedPhone,
  { kind, input, version = 1, replaces, clears }: NewOperation,
): Promise<Draft> => {
  const id = crypto.randomUUID()
  const draft: Draft = { id, kind, version, writtenAt: new Date().toISOString(), input }
  const sealed = sealFor(phone.courierKey)(draft)
  const readable = await sealValue(phone.key, `outbox/${id}`, draft)
  const db = await phoneDatabase()
  const tx = db.transaction(['phone', 'outbox', 'cache'], 'readwrite', { durability: 'strict' })
  const record = await tx.objectStore('phone').get('phone')
  if (!record) throw new Error('This phone is not enrolled.')
  const { sequence } = record
  await tx.objectStore('phone').put({ ...record, sequence: sequence + 1 })
  const waiting: Waiting = {
    id,
    sequence,
    sealed,
    draft: readable,
    state: 'waiting',
    sentence: null,
    writtenAt: draft.writtenAt,
  }
  await tx.objectStore('outbox').put(waiting)
  if (clears) await tx.objectStore('cache').delete(clears)
  if (replaces) await tx.objectStore('outbox').delete(replaces)
  await tx.done
  if (clears) forgetRoomless(clears)
  return draft
}

export const findWaiting = async (): Promise<Waiting[]> =>
  (await phoneDatabase()).getAllFromIndex('outbox', 'sequence')

/** What waits on this phone as its author wrote it, in the order it was written. */
export const findDrafts = async (
  phone: UnlockedPhone,
): Promise<(Waiting & { readable: Draft | undefined })[]> => {
  const waiting = await findWaiting()
  return Promise.all(
    waiting.map(async (one) => ({
      ...one,
      readable: one.draft ? await openValue<Draft>(phone.key, `outbox/${one.id}`, one.draft) : undefined,
    })),
  )
}

/** Lets go of something refused, after its author said so. */
export const discardOperation = async (id: string) => (await phoneDatabase()).delete('outbox', id)
