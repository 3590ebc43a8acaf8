import { serve } from '@hono/node-server'
import pg from 'pg'
import { openSecrets } from '../../src/platform/access/secrets.ts'
import { openDoors } from '../../src/platform/db/doors.ts'
import { createApp } from '../../src/platform/http/app.ts'
import { openUpkeep } from '../../src/platform/upkeep/upkeep.ts'
import type { Key } from '../../src/platform/vault/keys.ts'
import { openVault } from '../../src/platform/vault/vault.ts'
import { refusals, router } from '../../src/server.ts'
import type { WorldSettings } from '../../src/testing/world.ts'

// The application of a world that another process made: told its settings, answers with its port.
process.once('message', async ({ app, owner, master }: WorldSettings) => {
  const doors = openDoors({ ...app, max: 10 })
  const key = Buffer.from(master) as Key
  const vault = openVault(key)
  const deployment = {
    doors,
    vault,
    upkeep: openUpkeep(new pg.Pool({ ...owner, max: 1 }), key, vault),
    publicUrl: 'http://localhost:3000',
    secrets: await openSecrets(doors, key),
    clock: () => new Date(),
    demo: false,
    // A database that is killed is a fault on every request that asks it: the phone sends again.
    report: () => {},
  }
  const http = createApp({ deployment, router, refusals })
  serve({ fetch: http.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send!(port))
})
process.once('disconnect', () => process.exit(0))
