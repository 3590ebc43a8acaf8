import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

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
  const as = (user: keyof typeof passwords) => ({ ...superuser, database, user, password: passwords[user] })
  return { app: as('asamblea_app'), owner: as('asamblea_owner') }
}

const passwordsIn = (dataDir: string): { asamblea_owner: string; asamblea_app: string } => {
  const file = join(dataDir, 'roles.json')
  if (!existsSync(file)) {
    const random = () => randomBytes(24).toString('base64url')
    writeFileSync(file, JSON.stringify({ asamblea_owner: random(), asamblea_app: random() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
