import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { keptText } from './keep.ts'

const bootstrap = readFileSync(join(import.meta.dirname, 'bootstrap.sql'), 'utf8')

/** How the application and its owner sign in to one database. */
export type Credentials = { app: pg.ClientConfig; owner: pg.ClientConfig }

/**
 * Makes the roles and the database on a server we are superuser of (the embedded one), with random passwords that stay in
 * `dataDir/roles.json`. Repeating it changes nothing.
 */
export const setUp = async (
  superuser: pg.ClientConfig,
  dataDir: string,
  database = 'asamblea',
): Promise<Credentials> => {
  const passwords = passwordsIn(dataDir)
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query(bootstrap)
    for (const role of ['asamblea_owner', 'asamblea_app'] as const) {
      await client.query(`alter role ${role} password ${client.escapeLiteral(passwords[role])}`)
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner asamblea_owner`)
  } finally {
    await client.end()
  }
  return credentialsIn(superuser, dataDir, database)
}

/** The credentials that `setUp` made, without asking the server. */
export const credentialsIn = (
  superuser: pg.ClientConfig,
  dataDir: string,
  database = 'asamblea',
): Credentials => {
  const passwords = passwordsIn(dataDir)
  const as = (user: keyof typeof passwords) => ({ ...superuser, database, user, password: passwords[user] })
  return { app: as('asamblea_app'), owner: as('asamblea_owner') }
}

const passwordsIn = (dataDir: string): { asamblea_owner: string; asamblea_app: string } => {
  const random = () => randomBytes(24).toString('base64url')
  const made = () => JSON.stringify({ asamblea_owner: random(), asamblea_app: random() })
  return JSON.parse(keptText(join(dataDir, 'roles.json'), made))
}
