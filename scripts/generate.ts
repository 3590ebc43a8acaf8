// `npm run generate`: writes src/platform/db/schema.gen.ts from a freshly migrated database. `--verify` fails on drift.
import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { scratchCluster } from '../src/platform/db/embedded/scratch.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { setUp } from '../src/platform/db/setup.ts'

const cluster = await scratchCluster(['fsync=off'])
try {
  const { owner } = await setUp(cluster.superuser, cluster.folder)
  const pool = new pg.Pool(owner)
  // When a migration fails, its connections are still open as the server stops.
  pool.on('error', () => {})
  await migrate(pool)
  const columns = await closedColumns(pool)
  await pool.end()
  const { host, user, password, database } = owner
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host!)}`
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [
      ...[
        '--dialect',
        'postgres',
        '--url',
        url,
        '--out-file',
        'src/platform/db/schema.gen.ts',
        '--camel-case',
      ],
      ...[
        '--date-parser',
        'string',
        '--exclude-pattern',
        '{kysely_*,pgboss.*,door.*}',
        '--default-schema',
        'public',
      ],
      ...['--type-mapping', JSON.stringify({ int8: 'number' }), '--overrides', JSON.stringify({ columns })],
      ...process.argv.slice(2),
    ],
    // It complains that TypeScript 7 brings no parser of its own, and then writes our unions as they are.
    { stdio: ['inherit', 'inherit', 'ignore'] },
  )
} finally {
  await cluster.end()
}

/** A column that a CHECK limits to some words is a union of those words in TypeScript. */
async function closedColumns(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{
    column: string
    definition: string
    optional: boolean
    defaulted: boolean
  }>(
    `select c.relname || '.' || a.attname as column, pg_get_constraintdef(k.oid) as definition,
       not a.attnotnull as optional, a.atthasdef as defaulted
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'c' and cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY'`,
  )
  const union = (definition: string) =>
    [...definition.matchAll(/'([^']+)'::text/g)].map(([, word]) => `"${word}"`).join(' | ')
  const typed = ({ definition, optional, defaulted }: (typeof rows)[number]) => {
    const words = optional ? `${union(definition)} | null` : union(definition)
    return defaulted ? `Generated<${words}>` : words
  }
  return Object.fromEntries(rows.map((row) => [row.column, typed(row)]))
}
