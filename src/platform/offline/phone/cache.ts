import { openValue, sealValue } from './crypto.ts'
import { phoneDatabase } from './database.ts'
import type { UnlockedPhone } from './phone.ts'

/** A value kept on this phone under the PIN; gone once it expires, or when the clock was set back. `undefined`: not here. */
export const readCached = async <Value>(
  phone: UnlockedPhone,
  name: string,
): Promise<{ value: Value; digest: string } | undefined> => {
  const db = await phoneDatabase()
  const entry = await db.get('cache', name)
  if (!entry) return undefined
  const now = new Date().toISOString()
  if (entry.expiresAt < now || now < entry.seenAt) {
    await db.delete('cache', name)
    return undefined
  }
  await db.put('cache', { ...entry, seenAt: now })
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
  await (await phoneDatabase()).put('cache', {
    name,
    sealed,
    digest,
    expiresAt,
    seenAt: new Date().toISOString(),
  })
}

/** Moves the expiry on, when the server says that nothing changed. */
export const renewCached = async (name: string, expiresAt: string) => {
  const db = await phoneDatabase()
  const entry = await db.get('cache', name)
  if (entry) await db.put('cache', { ...entry, expiresAt, seenAt: new Date().toISOString() })
}

export const dropCached = async (name: string) => (await phoneDatabase()).delete('cache', name)
