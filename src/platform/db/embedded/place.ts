import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The system user the database runs as: `undefined` means the user we are. */
export type SystemUser = { uid: number; gid: number } | undefined

/** Where one embedded database lives. `elsewhere` is set when the chosen folder is closed to its user. */
export type Place = { data: string; socket: string; user: SystemUser; elsewhere: boolean }

const rootHome = '/var/lib/asamblea'

/**
 * PostgreSQL refuses to run as root, and its user must be able to enter every folder above its data.
 * As root, a data folder under a home nobody else may enter therefore moves to `/var/lib/asamblea/<hash>`.
 */
export const placeFor = (dataDir: string): Place => {
  const user = process.getuid?.() === 0 ? databaseUser() : undefined
  const wanted = resolve(dataDir, 'postgres')
  const elsewhere = user !== undefined && !openToOthers(resolve(dataDir))
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const data = elsewhere ? join(rootHome, hash, 'postgres') : wanted
  const beside = join(dirname(data), 'run')
  // A socket's path may have 107 bytes in all.
  const socket = beside.length < 85 ? beside : join('/tmp', `asamblea-${hash}`)
  return { data, socket, user, elsewhere }
}

/** Whether users other than the owner may pass through `folder` and every folder above it. */
export const openToOthers = (folder: string): boolean => {
  if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || openToOthers(parent)
}

/** `nobody` exists on every machine; initdb needs a user that /etc/passwd names. */
const databaseUser = (): SystemUser => {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!found)
    throw new Error('No user “postgres” or “nobody” in /etc/passwd: the database cannot run as root.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}
