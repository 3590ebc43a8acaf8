import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startCluster } from './embedded/cluster.ts'
import { placeFor } from './embedded/place.ts'
import { folderComplaint, refuseFullDisk } from './folder.ts'
import { migrationsIn } from './migrate.ts'
import { openPool } from './pool.ts'
import { refuseMissingRoles, tryAddress } from './roles.ts'
import { type Credentials, credentialsIn, setUp } from './setup.ts'

/** Where the database is: ours, in the data folder, or somebody's PostgreSQL. */
export type Where = { kind: 'embedded' } | { kind: 'server'; app: string; owner: string }

/** A database that is there and whose roles are right. `stop` ends the embedded one, and leaves another's alone. */
export type OpenDatabase = Credentials & {
  stop: () => Promise<void>
  /** Throws away the embedded database and makes an empty one. */
  empty: () => Promise<void>
  /** Settles only when the embedded database cannot be kept running. */
  failed: Promise<Error>
}

/** Starts the embedded database or signs in to a server's, and complains in one sentence when either cannot be used. */
export const openDatabase = async (where: Where, dataDir: string): Promise<OpenDatabase> => {
  if (where.kind === 'server') {
    const credentials = { app: { connectionString: where.app }, owner: { connectionString: where.owner } }
    await tryAddress('DATABASE_OWNER_URL', credentials.owner)
    await tryAddress('DATABASE_URL', credentials.app)
    await checked(credentials)
    const nothing = async () => {}
    return { ...credentials, stop: nothing, empty: nothing, failed: new Promise(() => {}) }
  }
  const { data } = placeFor(dataDir)
  if (!data.startsWith(dataDir) && existsSync('/var/lib')) refuseFullDisk('/var/lib')
  const cluster = await startCluster(dataDir).catch((error: Error) => {
    // What initdb says when it is the one that meets the end of the disk.
    const full = /No space left on device/.test(error.message)
    throw (full ? folderComplaint({ code: 'ENOSPC' }, dataDir) : folderComplaint(error, dataDir)) ?? error
  })
  try {
    const credentials = await setUp(cluster.superuser, dataDir)
    await checked(credentials)
    const empty = () => dropDatabase(cluster.superuser, dataDir)
    return { ...credentials, stop: cluster.stop, empty, failed: cluster.failed }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** The embedded database of a server that is running now: through its socket, without starting anything. */
export const runningDatabase = (dataDir: string): Credentials => {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8')
  const superuser = { host: placeFor(dataDir).socket, user: 'postgres', password, database: 'postgres' }
  return credentialsIn(superuser, dataDir)
}

/** Whether a database is as it was made: nothing was ever put into it. */
export const neverMigrated = async (config: pg.ClientConfig): Promise<boolean> => {
  const owner = openPool({ max: 1, ...config })
  try {
    return (await migrationsIn(owner)).length === 0
  } finally {
    await owner.end()
  }
}

/** The version of the server, as it calls itself. */
export const versionOf = async (owner: pg.Pool): Promise<string> => {
  const { rows } = await owner.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return rows[0]!.version
}

const checked = async ({ app, owner }: Credentials) => {
  const pools = [openPool({ max: 1, ...owner }), openPool({ max: 1, ...app })] as const
  try {
    await refuseMissingRoles(...pools)
  } finally {
    for (const pool of pools) await pool.end()
  }
}

/** Begins anew: only for a demo world that was cut short before anybody saw it. */
const dropDatabase = async (superuser: pg.ClientConfig, dataDir: string) => {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query('drop database if exists asamblea with (force)')
  await client.end()
  await setUp(superuser, dataDir)
}
