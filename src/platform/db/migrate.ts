import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type pg from 'pg'

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
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) })
  // A module's numbers lie together, so that a new one of a lower module comes before the last one applied.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => asMigrations() },
    allowUnorderedMigrations: true,
  })
  const known = await migrator.getMigrations()
  const waiting = known.filter((migration) => !migration.executedAt)
  if (waiting.length > 0 && waiting.length < known.length) await before()
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error)
    throw new Error(`Migration ${results.find((r) => r.status === 'Error')?.migrationName} failed`, {
      cause: error,
    })
  return { applied: results.map((result) => result.migrationName) }
}

const asMigrations = (): Record<string, Migration> =>
  Object.fromEntries(
    migrationFiles().map(({ name, path }) => [
      name,
      { up: async (db: Kysely<unknown>) => void (await sql.raw(readFileSync(path, 'utf8')).execute(db)) },
    ]),
  )
