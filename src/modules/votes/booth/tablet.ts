import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { firstLink, nextLink } from './chain.ts'
import type { BoothKit } from './contract.ts'
import type { Medium } from './medium.ts'

/** One ballot of this tablet's box, its place and the link that ties it to all before it. No time, no code, no choice. */
export type Entry = { number: number; ballot: string; credential: string; link: string }

type Schema = DBSchema & {
  booth: { key: 'booth'; value: { kit: BoothKit; token: string; pin: string | null; medium: Medium | null } }
  box: { key: number; value: Entry; indexes: { credential: string } }
  openings: { key: string; value: { seal: string; opening: string } }
}
type Tablet = IDBPDatabase<Schema>

let opened: Promise<Tablet> | undefined

const tablet = (): Promise<Tablet> => {
  opened ??= openDB<Schema>('booth', 1, {
    upgrade: (db) => {
      db.createObjectStore('booth')
      db.createObjectStore('box', { keyPath: 'number' }).createIndex('credential', 'credential', {
        unique: true,
      })
      db.createObjectStore('openings', { keyPath: 'seal' })
    },
  })
  return opened
}

export const findBooth = async () => (await tablet()).get('booth', 'booth')

/** Registers this tablet. A tablet that already holds ballots of another booth is not overwritten. */
export const keepBooth = async (kit: BoothKit, token: string): Promise<boolean> => {
  const db = await tablet()
  const before = await db.get('booth', 'booth')
  if (before && before.kit.boothId !== kit.boothId && (await db.count('box')) > 0) return false
  const same = before?.kit.boothId === kit.boothId
  await db.put(
    'booth',
    { kit, token, pin: same ? before.pin : null, medium: same ? before.medium : null },
    'booth',
  )
  return true
}

export const setBooth = async (changes: { pin?: string; medium?: Medium }) => {
  const db = await tablet()
  const before = await db.get('booth', 'booth')
  if (before) await db.put('booth', { ...before, ...changes }, 'booth')
}

export const entries = async (): Promise<Entry[]> => (await tablet()).getAll('box')

export const isUsed = async (credential: string): Promise<boolean> =>
  (await (await tablet()).getKeyFromIndex('box', 'credential', credential)) !== undefined

/**
 * Adds a ballot after the last one, in one transaction that waits for the disk. Refused by the index when its credential
 * was used on this tablet.
 */
export const addEntry = async (kit: BoothKit, ballot: string, credential: string): Promise<Entry> => {
  const db = await tablet()
  const tx = db.transaction('box', 'readwrite', { durability: 'strict' })
  const cursor = await tx.store.openCursor(null, 'prev')
  const last = cursor?.value
  const entry = {
    number: (last?.number ?? 0) + 1,
    ballot,
    credential,
    link: nextLink(last?.link ?? firstLink(kit.uuid, kit.boothId), ballot),
  }
  await tx.store.add(entry)
  await tx.done
  return entry
}

export const addOpening = async (seal: string, opening: string) =>
  (await tablet()).put('openings', { seal, opening })

export const openings = async () => (await tablet()).getAll('openings')
