import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { scratchCluster } from '#platform/db/embedded/scratch.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type Credentials, setUp } from '#platform/db/setup.ts'
import { declareKinds } from '#platform/facts/sync.ts'
import { kinds } from '../server.ts'

/** How a test reaches the server that vitest's global set-up started; handed over through `inject`. */
export type TestServer = { superuser: pg.ClientConfig; credentials: Credentials }

const template = 'asamblea_template'

/** Nothing a test writes needs to survive a power cut. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts one throw-away server for a whole test run, with a migrated template to copy each test's database from. */
export const startTestServer = async (durability: string[] = careless) => {
  const cluster = await scratchCluster([...durability, 'max_connections=300'])
  const credentials = await setUp(cluster.superuser, cluster.folder, template)
  const owner = new pg.Pool(credentials.owner)
  await migrate(owner)
  await declareKinds(owner, kinds)
  await owner.end()
  const server: TestServer = { superuser: cluster.superuser, credentials }
  return { server, dataDir: cluster.place.data, end: cluster.end }
}

type TestDatabase = Credentials & { drop: () => Promise<void> }

/** A fresh, migrated database of its own, copied in about 0.1 s. */
export const freshDatabase = (server: TestServer): Promise<TestDatabase> => databaseFrom(server, template)

/** A database that was never migrated, as a new server's is. */
export const emptyDatabase = (server: TestServer): Promise<TestDatabase> => databaseFrom(server, 'template0')

const databaseFrom = async ({ superuser, credentials }: TestServer, from: string): Promise<TestDatabase> => {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create database ${database} template ${from} owner asamblea_owner`)
  await client.end()
  const drop = async () => {
    const again = new pg.Client(superuser)
    await again.connect()
    await again.query(`drop database ${database} with (force)`)
    await again.end()
  }
  return { app: { ...credentials.app, database }, owner: { ...credentials.owner, database }, drop }
}
