import type { Enrolled } from '../../access/schema.ts'
import { importKey, keyOfPin, openValue, randomBytes, sealValue } from './crypto.ts'
import { type PhoneRecord, phoneDatabase } from './database.ts'

/** An unlocked phone: who it is and the key of what it keeps. Lives in memory only. */
export type UnlockedPhone = {
  readonly orgId: string
  readonly membershipId: string
  readonly deviceId: string
  /** Opens a session with the server. */
  readonly secret: string
  readonly key: CryptoKey
  readonly courierKey: string
}

type Locked = { secret: string; key: number[] }

const mostFailures = 10

export const findPhone = async (): Promise<PhoneRecord | undefined> =>
  (await phoneDatabase()).get('phone', 'phone')

/** Sets this phone up with what the server gave it and the PIN its owner chose. What waits here to be sent stays. */
export const enrollPhone = async (enrolled: Enrolled, pin: string): Promise<UnlockedPhone> => {
  const { orgId, membershipId, deviceId, secret, send, courierKey } = enrolled
  const salt = randomBytes(16)
  const keyBytes = randomBytes(32)
  const locked = await sealValue(await keyOfPin(pin, salt), 'phone', {
    secret,
    key: [...keyBytes],
  } satisfies Locked)
  const db = await phoneDatabase()
  const last = await db.getAllFromIndex('outbox', 'sequence').then((all) => all.at(-1)?.sequence ?? -1)
  const record = {
    id: 'phone',
    orgId,
    membershipId,
    deviceId,
    send,
    courierKey,
    sequence: last + 1,
    failures: 0,
    salt,
    locked,
  } as const
  await db.put('phone', record)
  await db.clear('cache')
  await navigator.storage?.persist?.()
  return { orgId, membershipId, deviceId, secret, courierKey, key: await importKey(keyBytes) }
}

export type Unlocking = { unlocked: true; phone: UnlockedPhone } | { unlocked: false; triesLeft: number }

/** Opens the phone with its PIN. The tenth wrong PIN in a row wipes what it can read; what waits to be sent stays sealed. */
export const unlockPhone = async (pin: string): Promise<Unlocking> => {
  const record = await findPhone()
  if (!record?.locked) return { unlocked: false, triesLeft: 0 }
  const db = await phoneDatabase()
  // Counted before the try, so that killing the browser does not give a free guess.
  await db.put('phone', { ...record, failures: record.failures + 1 })
  const opened = await openValue<Locked>(await keyOfPin(pin, record.salt), 'phone', record.locked)
  if (!opened) {
    const triesLeft = mostFailures - record.failures - 1
    if (triesLeft <= 0) await wipePhone()
    return { unlocked: false, triesLeft }
  }
  await db.put('phone', { ...record, failures: 0 })
  const { orgId, membershipId, deviceId, courierKey } = record
  const key = await importKey(Uint8Array.from(opened.key))
  return { unlocked: true, phone: { orgId, membershipId, deviceId, courierKey, secret: opened.secret, key } }
}

/** Nobody's phone any more. Only once nothing waits to be sent: what sends it goes too. */
export const forgetPhone = async () => {
  await (await phoneDatabase()).delete('phone', 'phone')
}

/** Forgets everything this phone can read. What it wrote and has not sent stays, sealed for the server. */
export const wipePhone = async () => {
  const db = await phoneDatabase()
  const record = await db.get('phone', 'phone')
  await db.clear('cache')
  const waiting = await db.getAll('outbox')
  for (const one of waiting) await db.put('outbox', { ...one, draft: null })
  if (record) await db.put('phone', { ...record, locked: null })
}
