import { serve } from '@hono/node-server'
import type pg from 'pg'
import { startTestServer } from '../../src/testing/database.ts'
import { newWorld, type World } from '../../src/testing/world.ts'

/** The whole application on a socket, over a database as durable as in real use: fsync and synchronous_commit stay on. */
export const benchWorld = async (
  settings: readonly string[] = [],
): Promise<World & { port: number; dataDir: string; superuser: pg.ClientConfig }> => {
  const { server, dataDir, end } = await startTestServer([...settings])
  const world = await newWorld(server)
  const { promise: listening, resolve } = Promise.withResolvers<number>()
  const http = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  return {
    ...world,
    port: await listening,
    dataDir,
    superuser: server.superuser,
    end: async () => {
      http.close()
      await world.end()
      await end()
    },
  }
}
