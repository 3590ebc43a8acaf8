// One process of the application on a database that already stands, as `npm start` would run it: the proofs kill it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { openSecrets } from '../../src/platform/access/secrets.ts'
import { openDoors } from '../../src/platform/db/doors.ts'
import { createApp } from '../../src/platform/http/app.ts'
import { openUpkeep } from '../../src/platform/upkeep/upkeep.ts'
import type { Key } from '../../src/platform/vault/keys.ts'
import { openVault } from '../../src/platform/vault/vault.ts'
import { refusals, router } from '../../src/server.ts'

const {
  app: config,
  owner: ownerConfig,
  master,
  port,
} = JSON.parse(process.env.HOUSE!) as {
  app: object
  owner: object
  master: string
  port: number
}
const key = Buffer.from(master, 'hex') as Key
const doors = openDoors(config)
const owner = new pg.Pool({ ...ownerConfig, max: 1 })
const vault = openVault(key)
const site = async (request: Request) => {
  const path = join('dist/client', new URL(request.url).pathname)
  const file = path !== 'dist/client/' && existsSync(path) ? path : 'dist/client/index.html'
  const type = types[file.split('.').at(-1)!] ?? 'application/octet-stream'
  return new Response(readFileSync(file), { headers: { 'content-type': type } })
}
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
}
const deployment = {
  doors,
  vault,
  publicUrl: `http://localhost:${port}`,
  upkeep: openUpkeep(owner, key, vault),
  secrets: await openSecrets(doors, key),
  clock: () => new Date(),
  demo: false,
  report: (fault: object, cause: unknown) => console.error(fault, cause),
}
const { fetch } = createApp({ deployment, router, refusals, site })
serve({ fetch, port, hostname: '127.0.0.1' }, () => console.log('listening'))
