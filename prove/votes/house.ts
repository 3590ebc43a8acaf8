import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createORPCClient } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import pg from 'pg'
import { contract } from '../../src/contract.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import type { Enrolled } from '../../src/platform/access/schema.ts'
import type { OrgId } from '../../src/platform/db/brand.ts'
import { scratchCluster } from '../../src/platform/db/embedded/scratch.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { setUp } from '../../src/platform/db/setup.ts'
import { declareKinds } from '../../src/platform/facts/sync.ts'
import { newToken } from '../../src/platform/http/session.ts'
import { newKey } from '../../src/platform/vault/keys.ts'
import { newOrgKey } from '../../src/platform/vault/vault.ts'
import { kinds } from '../../src/server.ts'
import type { Client, Person, World } from '../../src/testing/world.ts'

/**
 * A union with a database that waits for the disk as in production, and the application in a process of its own, reached
 * over HTTP: what is killed is the real thing.
 */
export const openHouse = async (port: number) => {
  const cluster = await scratchCluster()
  const credentials = await setUp(cluster.superuser, cluster.folder)
  const owner = new pg.Pool(credentials.owner)
  owner.on('error', () => {})
  await migrate(owner)
  await declareKinds(owner, kinds)
  const master = newKey()
  const orgId = randomUUID() as OrgId
  const { sealed, sealedWith } = newOrgKey(master, orgId)
  await owner.query(
    `insert into organizations (id, name, kind, time_zone) values ($1, 'Sindicato Alba', 'union', 'America/Mexico_City')`,
    [orgId],
  )
  await owner.query('insert into org_keys (org_id, sealed, sealed_with) values ($1, $2, $3)', [
    orgId,
    sealed,
    sealedWith,
  ])
  const base = `http://localhost:${port}`
  const house = JSON.stringify({
    app: credentials.app,
    owner: credentials.owner,
    master: master.toString('hex'),
    port,
  })
  let server: ChildProcess | undefined
  /** What the server wrote to its log, all its lives together. */
  const log: string[] = []
  const start = () =>
    new Promise<void>((resolve, reject) => {
      server = spawn(process.execPath, ['--conditions=source', 'prove/votes/server.ts'], {
        // What one life of the server compiled, the next one reads: between two kills it works instead of starting.
        env: { ...process.env, NODE_COMPILE_CACHE: `${tmpdir()}/asamblea-compiled`, HOUSE: house },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      server.stdout!.on('data', (part) => String(part).includes('listening') && resolve())
      server.stderr!.on('data', (part) => log.push(String(part)))
      server.on('exit', (code) => code && reject(new Error(`the server ended: ${log.join('')}`)))
    })
  const kill = () =>
    new Promise<void>((resolve) => {
      server!.removeAllListeners('exit')
      server!.on('exit', () => resolve())
      server!.kill('SIGKILL')
    })
  const client = (headers: Record<string, string>): Client =>
    createORPCClient(
      new OpenAPILink(contract, {
        url: `${base}/api`,
        headers: () => headers,
        // A connection that was idle may be closed just as it is used again.
        fetch: (request, init) => fetch(request.clone(), init).catch(() => fetch(request, init)),
      }),
    )
  const join = async (name: string, role: Role): Promise<Person> => {
    const token = await invite(name, role)
    const response = await fetch(`${base}/api/door/phone`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, label: name }),
    })
    const enrolled = (await response.json()) as Enrolled
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
    const headers = { cookie, 'asamblea-organization': orgId }
    return { ...enrolled, name, role, headers, api: client(headers) }
  }
  const invite = async (name: string, role: Role): Promise<string> => {
    const { token, hash } = newToken()
    await owner.query(
      `insert into invitations (org_id, id, token_hash, role, alias, list_ids, expires_at)
       values ($1, $2, $3, $4, $5, '{}', now() + interval '1 day')`,
      [orgId, randomUUID(), hash, role, name],
    )
    return token
  }
  const end = async () => {
    await kill()
    await owner.end()
    await cluster.end()
  }
  /** Processor seconds the server has used since it started, all its threads together (Linux). */
  const cpuSeconds = (): number => {
    const [user, system] = readFileSync(`/proc/${server!.pid}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) / 100
  }
  const app = { request: (path: string) => fetch(base + path) } as unknown as World['app']
  await start()
  return { base, master, cpuSeconds, orgId, owner, cluster, log, app, client, join, invite, start, kill, end }
}
export type House = Awaited<ReturnType<typeof openHouse>>
