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
  await migrate(pool)
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
        '{kysely_*,pgboss.*}',
        '--default-schema',
        'public',
      ],
      ...['--type-mapping', JSON.stringify({ int8: 'number' })],
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  )
} finally {
  await cluster.end()
}
