import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import type pg from 'pg'
import { complain } from '../text/complaints.ts'

const source = join(import.meta.dirname, '../..')

/** Every slice's `migrations/NNNN_name.sql`, ordered by their one global number. Throws on a number used twice. */
export const migrationFiles = (): { name: string; path: string }[] => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)migrations\/\d{4}_[a-z_]+\.sql$/.test(file))
    .map((file) => ({ name: file.split('/').at(-1)!.replace('.sql', ''), path: join(source, file) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  const numbers = files.map(({ name }) => name.slice(0, 4))
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at)
  if (twice)
    throw new Error(
      `Two migrations carry the number ${twice}: ${files.map(({ path }) => relative(source, path))}`,
    )
  return files
}

/** What a migration run did: the names applied now, in order. */
export type Migrated = { applied: string[] }

/**
 * Brings the schema up to date as its owner, under Kysely's advisory lock. `before` runs first when there is something to
 * apply on a database that already holds migrations: the automatic backup.
 */
export const migrate = async (
  owner: pg.Pool,
  before: () => Promise<void> = async () => {},
): Promise<Migrated> => {
  await refuseNewer(owner)
  const migrator = migratorOf(owner)
  const known = await migrator.getMigrations()
  const waiting = known.filter((migration) => !migration.executedAt)
  if (waiting.length > 0 && waiting.length < known.length) await before()
  return outcomeOf(await migrator.migrateToLatest())
}

/** Brings the schema to these migrations and no others: what a backup of an older version fits. */
export const migrateTo = async (owner: pg.Pool, names: readonly string[]): Promise<Migrated> =>
  outcomeOf(await migratorOf(owner, (name) => names.includes(name)).migrateToLatest())

/** The migrations a database holds, in order; none when it was never migrated. */
export const migrationsIn = async (client: pg.ClientBase | pg.Pool): Promise<string[]> => {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as there`,
  )
  if (!rows[0]!.there) return []
  const found = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return found.rows.map(({ name }) => name)
}

/** Complains of a database that a newer version has already migrated: this one would not know what it holds. */
const refuseNewer = async (owner: pg.Pool) => {
  const known = migrationFiles().map(({ name }) => name)
  const migration = (await migrationsIn(owner)).find((name) => !known.includes(name))
  if (migration) throw complain('database-newer', { migration })
}

const migratorOf = (owner: pg.Pool, wanted: (name: string) => boolean = () => true) =>
  new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) }),
    provider: { getMigrations: async () => asMigrations(wanted) },
    // A module's numbers lie together, so that a new one of a lower module comes before the last one applied.
    allowUnorderedMigrations: true,
  })

const outcomeOf = ({ error, results = [] }: MigrationResultSet): Migrated => {
  const failed = results.find(({ status }) => status === 'Error')?.migrationName
  if (error) throw new Error(`Migration ${failed} failed`, { cause: error })
  return { applied: results.map(({ migrationName }) => migrationName) }
}

const asMigrations = (wanted: (name: string) => boolean): Record<string, Migration> =>
  Object.fromEntries(
    migrationFiles()
      .filter(({ name }) => wanted(name))
      .map(({ name, path }) => [
        name,
        { up: async (db: Kysely<unknown>) => void (await sql.raw(readFileSync(path, 'utf8')).execute(db)) },
      ]),
  )
