import { existsSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { placeFor } from '#platform/db/embedded/place.ts'
import { prepareFolder } from '#platform/db/folder.ts'
import { lockFolder } from '#platform/db/lock.ts'
import { migrationFiles, migrationsIn } from '#platform/db/migrate.ts'
import { openDatabase, runningDatabase } from '#platform/db/open.ts'
import { openPool } from '#platform/db/pool.ts'
import type { Credentials } from '#platform/db/setup.ts'
import { complain } from '#platform/text/complaints.ts'
import type { Say } from '#platform/text/terminal.ts'
import { type FoundOrganization, findOrganizations } from '#platform/upkeep/store.organizations.ts'
import { chooseKey, type Keyring, keyringOf } from '#platform/vault/keyring.ts'
import type { Key } from '#platform/vault/keys.ts'
import { addressIn } from '../address.ts'
import type { Undo } from '../run.ts'
import type { Settings } from '../settings.ts'

/** What every command is given. */
export type Context = { settings: Settings; args: string[]; say: Say; undo: Undo; keyring: Keyring }

/** A database somebody may be serving right now; `running` tells whether they are. */
export type Reached = { owner: pg.Pool; credentials: Credentials; running: boolean }

/**
 * Reaches the database of these settings: the running server's, or one started for this command alone. `alone` asks that no
 * server be running; `fresh` allows a place that holds nothing yet.
 */
export const reach = async (
  { settings, undo }: Context,
  { alone = false, fresh = false }: { alone?: boolean; fresh?: boolean } = {},
): Promise<Reached> => {
  const { database, dataDir } = settings
  const embedded = database.kind === 'embedded'
  if (!fresh && embedded && !existsSync(placeFor(dataDir).data))
    throw complain('no-data', { folder: dataDir })
  prepareFolder(dataDir, embedded, fresh)
  const unlock = await lockFolder(dataDir)
  if (unlock) undo.add(unlock)
  else if (alone) throw complain('stop-first')
  const credentials = await credentialsFor({ settings, undo }, unlock !== undefined)
  const owner = openPool({ max: 4, ...credentials.owner })
  undo.add(() => owner.end())
  return { owner, credentials, running: !unlock }
}

const credentialsFor = async ({ settings, undo }: Pick<Context, 'settings' | 'undo'>, free: boolean) => {
  const { database, dataDir } = settings
  if (!free && database.kind === 'embedded') return runningDatabase(dataDir)
  const opened = await openDatabase(database, dataDir)
  undo.add(opened.stop)
  return opened
}

/** The database with its key, on today's schema: what most commands work on. */
export const reachReady = async (
  context: Context,
  how: { alone?: boolean } = {},
): Promise<Reached & { key: Key }> => {
  const reached = await reach(context, how)
  const there = await migrationsIn(reached.owner)
  if (String(there) !== String(migrationFiles().map(({ name }) => name))) throw complain('start-first')
  return { ...reached, key: (await chooseKey(context.keyring, reached.owner)).key }
}

/** The one organization of this name or id. */
export const organizationNamed = async (
  owner: pg.Pool,
  wanted: string | undefined,
): Promise<FoundOrganization> => {
  const found = (await findOrganizations(owner)).filter(({ id, name }) => id === wanted || name === wanted)
  if (found.length !== 1) throw complain('no-organization', { wanted: wanted ?? '—' })
  return found[0]!
}

export const linkFor = ({ publicUrl, port, dataDir }: Settings, token: string): string =>
  `${publicUrl ?? addressIn(dataDir) ?? `http://localhost:${port}`}/join#${token}`

export const keyringFor = ({ dataDir }: Settings): Keyring => keyringOf(dataDir)

export const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw complain('no-file', { file }, error)
  }
}
