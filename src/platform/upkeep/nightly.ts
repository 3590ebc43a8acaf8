import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { fingerprint, type Key } from '../vault/keys.ts'
import { backUp } from './backup.ts'

/** Backups made by themselves, and before which migration when that was the reason. */
export type Reason = 'nightly' | 'before-migration'

const dayMs = 24 * 3600_000
const kept = 7

/** `2026-11-22-030000-nightly-1a2b3c4d5e6f.age`: when (UTC), why, and the key whose sheets open it. Sorts by time. */
const nameFor = (now: Date, reason: Reason, key: Key) => {
  const [day, time] = now.toISOString().split('T')
  return `${day}-${time!.slice(0, 8).replaceAll(':', '')}-${reason}-${fingerprint(key)}.age`
}

const ours = /^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)-(nightly|before-migration)-[0-9a-f]{12}\.age$/

export type Kept = { file: string; at: Date; reason: Reason }

/** The automatic backups in a folder, newest first. Files of other names are somebody's own and never touched. */
export const keptBackups = (folder: string): Kept[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((file) => {
      const [, day, hour, minute, second, reason] = ours.exec(file) ?? []
      return day
        ? [{ file, at: new Date(`${day}T${hour}:${minute}:${second}Z`), reason: reason as Reason }]
        : []
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.file.localeCompare(a.file))

export const isDue = (backups: readonly Kept[], now: Date): boolean => {
  const last = backups.find(({ reason }) => reason === 'nightly')
  return !last || now.getTime() - last.at.getTime() >= dayMs
}

/** The seven newest nightly backups stay; whatever is older than the oldest of them goes, so that what was erased is gone too. */
export const outdated = (backups: readonly Kept[]): readonly Kept[] => {
  const oldest = backups.filter(({ reason }) => reason === 'nightly')[kept - 1]
  return oldest ? backups.filter(({ at }) => at < oldest.at) : []
}

/** Makes an automatic backup and lets the outdated ones go. Answers with its path. */
export const backUpInto = async (
  folder: string,
  owner: pg.Pool,
  key: Key,
  reason: Reason,
  now: Date,
): Promise<string> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A backup that was cut short by a crash.
  for (const file of readdirSync(folder)) if (file.endsWith('.partial')) rmSync(join(folder, file))
  const file = join(folder, nameFor(now, reason, key))
  await backUp(owner, key, file)
  for (const old of outdated(keptBackups(folder))) rmSync(join(folder, old.file))
  return file
}
