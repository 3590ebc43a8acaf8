import { openValue, sealValue } from './crypto.ts'
import { type Cached, phoneDatabase } from './database.ts'
import type { UnlockedPhone } from './phone.ts'

// What found no room on this phone: sealed all the same, in memory, so that a phone that locks while its owner frees some does
// not lose it.
const roomless = new Map<string, Cached>()

/** A value kept on this phone under the PIN; gone once it expires, or when the clock was set back. `undefined`: not here. */
export const readCached = async <Value>(
  phone: UnlockedPhone,
  name: string,
  { whateverTheClock = false } = {},
): Promise<{ value: Value; digest: string } | undefined> => {
  const db = await phoneDatabase()
  const entry = roomless.get(name) ?? (await db.get('cache', name))
  if (!entry) return undefined
  const now = new Date().toISOString()
  const setBack = now < entry.seenAt && !whateverTheClock
  if (entry.expiresAt < now || setBack) {
    await db.delete('cache', name)
    return undefined
  }
  // Without room the time it was last seen cannot be noted; what is there may still be read.
  if (!roomless.has(name)) await db.put('cache', { ...entry, seenAt: now }).catch(() => {})
  const value = await openValue<Value>(phone.key, `cache/${name}`, entry.sealed)
  return value === undefined ? undefined : { value, digest: entry.digest }
}

export const keepCached = async (
  phone: UnlockedPhone,
  name: string,
  value: unknown,
  digest: string,
  expiresAt: string,
) => {
  const sealed = await sealValue(phone.key, `cache/${name}`, value)
  const entry = { name, sealed, digest, expiresAt, seenAt: new Date().toISOString() }
  roomless.set(name, entry)
  const tx = (await phoneDatabase()).transaction('cache', 'readwrite', { durability: 'strict' })
  await tx.store.put(entry)
  await tx.done
  if (roomless.get(name) === entry) roomless.delete(name)
}

/** Moves the expiry on, when the server says that nothing changed. */
export const renewCached = async (name: string, expiresAt: string) => {
  const db = await phoneDatabase()
  const entry = await db.get('cache', name)
  if (entry) await db.put('cache', { ...entry, expiresAt, seenAt: new Date().toISOString() })
}

export const dropCached = async (name: string) => {
  roomless.delete(name)
  await (await phoneDatabase()).delete('cache', name)
}

/** The names of what is kept on this phone, in no order. */
export const keptNames = async (): Promise<string[]> => [
  ...new Set([...(await (await phoneDatabase()).getAllKeys('cache')), ...roomless.keys()]),
]

/** Whether something is only in memory: then the page must not be loaded anew. */
export const isRoomless = () => roomless.size > 0

/** Forgets what is kept in memory only: after a form was saved, or the phone was wiped. */
export const forgetRoomless = (name?: string) => (name ? roomless.delete(name) : roomless.clear())
