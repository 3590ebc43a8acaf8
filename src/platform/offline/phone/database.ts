import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Bytes encrypted on this phone: AES-256-GCM with its nonce. */
export type Sealed = { nonce: Uint8Array; bytes: Uint8Array }

/** What this phone is; only `locked` needs the PIN. */
export type PhoneRecord = {
  id: 'phone'
  orgId: string
  membershipId: string
  deviceId: string
  /** May only deliver; usable without the PIN. */
  send: string
  courierKey: string
  /** Next number of what is written here. */
  sequence: number
  failures: number
  salt: Uint8Array
  /** The device secret and the key of the cached list, under the PIN; absent after a wipe. */
  locked: Sealed | null
}

/** One operation still on this phone. The server can open `sealed`, the phone cannot; `draft` needs the PIN. */
export type Waiting = {
  id: string
  sequence: number
  sealed: string
  draft: Sealed | null
  state: 'waiting' | 'refused' | 'held'
  sentence: string | null
  writtenAt: string
}

/** A value kept for a while; `seenAt` tells a clock that was set back. */
export type Cached = { name: string; sealed: Sealed; digest: string; expiresAt: string; seenAt: string }

type Schema = DBSchema & {
  phone: { key: string; value: PhoneRecord }
  outbox: { key: string; value: Waiting; indexes: { sequence: number } }
  cache: { key: string; value: Cached }
}

export type PhoneDatabase = IDBPDatabase<Schema>

let opened: Promise<PhoneDatabase> | undefined

/** The phone's own database. Its name, like the application's, says nothing. */
export const phoneDatabase = (): Promise<PhoneDatabase> => {
  opened ??= openDB<Schema>('agenda', 1, {
    upgrade: (db) => {
      db.createObjectStore('phone', { keyPath: 'id' })
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('sequence', 'sequence')
      db.createObjectStore('cache', { keyPath: 'name' })
    },
    // Another tab opened a newer version: let it.
    blocking: (_current, _blocked, event) => {
      opened = undefined
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

/** Whether a write failed for want of room, as against anything else. */
export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
