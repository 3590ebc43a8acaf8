import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { openDeploymentKey } from '../access/secrets.ts'
import { replaceText } from '../db/keep.ts'
import { complain } from '../text/complaints.ts'
import { asKey, fingerprint, type Key, newKey } from './keys.ts'

/** Where the key-encryption key lives: a systemd credential when the service is given one, else a file in the data folder. */
export type Keyring = { readonly folder: string; readonly credential: string | undefined }

export const keyringOf = (dataDir: string, env: NodeJS.ProcessEnv = process.env): Keyring => {
  const credential = env.CREDENTIALS_DIRECTORY && join(env.CREDENTIALS_DIRECTORY, 'asamblea-key')
  return {
    folder: join(dataDir, 'keys'),
    credential: credential && existsSync(credential) ? credential : undefined,
  }
}

/** `next` exists while a rotation is under way, `previous` until somebody confirms it. */
export type KeyName = 'master' | 'next' | 'previous'

export const readKey = (keyring: Keyring, name: KeyName): Key | undefined => {
  const file = name === 'master' && keyring.credential ? keyring.credential : join(keyring.folder, name)
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw complain('bad-key', { file })
  return asKey(Buffer.from(text, 'hex'))
}

/** On the disk before it is used for anything: what it seals can be opened by nothing else. */
export const writeKey = ({ folder }: Keyring, name: KeyName, key: Key) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  replaceText(join(folder, name), `${key.toString('hex')}\n`)
}

export const dropKey = ({ folder }: Keyring, name: KeyName) => rmSync(join(folder, name), { force: true })

const moveKey = (folder: string, from: KeyName, to: KeyName) =>
  renameSync(join(folder, from), join(folder, to))

/** The key that opens this database, and whether it was made now: its paper sheets are then still to be printed. */
export type Chosen = { key: Key; fresh: boolean }

/**
 * The key that this database was sealed with. A new one is made only for a database that holds none; a rotation that was cut
 * short is finished or forgotten, whichever the database says.
 */
export const chooseKey = async (keyring: Keyring, owner: pg.Pool): Promise<Chosen> => {
  const stored = await sealedKeys(owner)
  const master = readKey(keyring, 'master')
  if (stored.length === 0)
    return master ? { key: master, fresh: false } : { key: madeIn(keyring), fresh: true }
  if (master && opensAll(master, stored)) return { key: master, fresh: false }
  const next = readKey(keyring, 'next')
  if (next && opensAll(next, stored) && !keyring.credential) {
    adoptNext(keyring)
    return { key: next, fresh: false }
  }
  const wanted = stored.find((one) => one.kind === 'organization')?.sealedWith ?? '?'
  throw complain(master ? 'wrong-key' : 'no-key', {
    file: keyring.credential ?? join(keyring.folder, 'master'),
    wanted,
    found: master ? fingerprint(master) : '',
  })
}

const madeIn = (keyring: Keyring): Key => {
  const key = newKey()
  writeKey(keyring, 'master', key)
  return key
}

/** The rotation is in the database: the new key takes the old one's place, which stays until somebody confirms. */
export const adoptNext = (keyring: Keyring) => {
  if (keyring.credential) return
  const { folder } = keyring
  if (existsSync(join(folder, 'master'))) moveKey(folder, 'master', 'previous')
  moveKey(folder, 'next', 'master')
}

export type StoredKey =
  | { kind: 'organization'; name: string; sealed: Buffer; sealedWith: string }
  | { kind: 'server'; name: string; sealed: Buffer }

/** Every key in the database as it is sealed; none before the first start. */
export const sealedKeys = async (owner: pg.Pool | pg.ClientBase): Promise<StoredKey[]> => {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('public.org_keys') is not null as there`,
  )
  if (!rows[0]!.there) return []
  const organizations = await owner.query<{ name: string; sealed: Buffer; sealedWith: string }>(
    'select org_id as name, sealed, sealed_with as "sealedWith" from org_keys',
  )
  const server = await owner.query<{ name: string; sealed: Buffer }>(
    'select name, sealed from deployment_keys',
  )
  return [
    ...organizations.rows.map((row) => ({ kind: 'organization' as const, ...row })),
    ...server.rows.map((row) => ({ kind: 'server' as const, ...row })),
  ]
}

/** Compared by fingerprint where there is one; the few keys of the server are tried. */
const opensAll = (key: Key, stored: readonly StoredKey[]): boolean => {
  const print = fingerprint(key)
  return stored.every((one) => (one.kind === 'organization' ? one.sealedWith === print : openable(key, one)))
}

const openable = (key: Key, { name, sealed }: StoredKey): boolean => {
  try {
    openDeploymentKey(key, name, sealed)
    return true
  } catch {
    return false
  }
}
