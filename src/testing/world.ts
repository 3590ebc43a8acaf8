import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Hono } from 'hono'
import pg from 'pg'
import { inject } from 'vitest'
import type { Deployment } from '#platform/access/deployment.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Enrolled } from '#platform/access/schema.ts'
import { openSecrets } from '#platform/access/secrets.ts'
import type { ListId, OrgId } from '#platform/db/brand.ts'
import { openDoors } from '#platform/db/doors.ts'
import { createApp } from '#platform/http/app.ts'
import type { FaultReport } from '#platform/http/refusal.ts'
import { newToken } from '#platform/http/session.ts'
import { openUpkeep } from '#platform/upkeep/upkeep.ts'
import { type Key, newKey } from '#platform/vault/keys.ts'
import { newOrgKey, openVault } from '#platform/vault/vault.ts'
import { type Contract, contract } from '../contract.ts'
import { refusals, router } from '../server.ts'
import { freshDatabase, type TestServer } from './database.ts'

export type Client = ContractRouterClient<Contract>

/** Somebody with a name, a role and a session of their own, calling the real HTTP application. */
export type Person = Enrolled & { name: string; role: Role; api: Client; headers: Record<string, string> }

/** What another process needs to serve the same world. */
export type WorldSettings = { app: pg.ClientConfig; owner: pg.ClientConfig; master: Key }

export type World = {
  app: Hono
  settings: WorldSettings
  deployment: Deployment
  /** Opens every key of the deployment. */
  master: Key
  /** Signs in as the schema's owner: to set up and to look behind the scene, never for what is under test. */
  owner: pg.Pool
  faults: FaultReport[]
  /** Moves the server's clock forward. */
  pass: (ms: number) => void
  /** Stops the server's clock where it is. */
  stop: () => void
  organization: (name: string, kind?: string, timeZone?: string) => Promise<OrgId>
  list: (org: OrgId, name: string) => Promise<ListId>
  /** Joins through the door with a phone, as an invited person would. */
  join: (org: OrgId, name: string, role: Role, lists?: ListId[]) => Promise<Person>
  /** Takes an invitation on a phone. */
  accept: (org: OrgId, token: string, name: string, role: Role) => Promise<Person>
  client: (headers: Record<string, string>) => Client
  end: () => Promise<void>
}

const publicUrl = 'http://localhost:3000'

/** A whole application on a database of its own, or on the one given. Ends with `end`. */
export const newWorld = async (
  server: TestServer = inject('server'),
  given: { database?: Awaited<ReturnType<typeof freshDatabase>>; master?: Key } = {},
): Promise<World> => {
  const database = given.database ?? (await freshDatabase(server))
  const owner = new pg.Pool({ ...database.owner, max: 3 })
  const doors = openDoors({ ...database.app, max: 10 })
  const master = given.master ?? newKey()
  const vault = openVault(master)
  const faults: FaultReport[] = []
  let ahead = 0
  let stoppedAt: number | undefined
  const deployment: Deployment = {
    doors,
    vault,
    upkeep: openUpkeep(owner, master, vault),
    publicUrl,
    secrets: await openSecrets(doors, master),
    clock: () => new Date((stoppedAt ?? Date.now()) + ahead),
    demo: false,
    report: (fault, cause) => {
      faults.push(fault)
      console.error(cause)
    },
  }
  const app = createApp({ deployment, router, refusals })
  const client = (headers: Record<string, string>) => clientOf(app, headers)

  const organization = async (name: string, kind = 'union', timeZone = 'America/Mexico_City') => {
    const id = randomUUID() as OrgId
    const { sealed, sealedWith } = newOrgKey(master, id)
    await owner.query('insert into organizations (id, name, kind, time_zone) values ($1, $2, $3, $4)', [
      id,
      name,
      kind,
      timeZone,
    ])
    await owner.query('insert into org_keys (org_id, sealed, sealed_with) values ($1, $2, $3)', [
      id,
      sealed,
      sealedWith,
    ])
    return id
  }
  const list = async (org: OrgId, name: string) => {
    const id = randomUUID() as ListId
    await owner.query('insert into lists (org_id, id, name) values ($1, $2, $3)', [org, id, name])
    return id
  }
  const join = async (org: OrgId, name: string, role: Role, lists: ListId[] = []): Promise<Person> => {
    const { token, hash } = newToken()
    await owner.query(
      `insert into invitations (org_id, id, token_hash, role, alias, list_ids, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + interval '1 year')`,
      [org, randomUUID(), hash, role, name, lists],
    )
    return accept(org, token, name, role)
  }
  const accept = async (org: OrgId, token: string, name: string, role: Role): Promise<Person> => {
    const response = await app.request('/api/door/phone', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, label: `${name}'s phone` }),
    })
    if (response.status !== 200) throw new Error(`${name} could not join: ${await response.text()}`)
    const enrolled = (await response.json()) as Enrolled
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
    const headers = { cookie, 'asamblea-organization': org }
    return { ...enrolled, name, role, headers, api: client(headers) }
  }
  const end = async () => {
    await doors.close()
    await owner.end()
    await database.drop()
  }
  return {
    app,
    settings: { app: database.app, owner: database.owner, master },
    deployment,
    master,
    owner,
    faults,
    pass: (ms) => {
      ahead += ms
    },
    stop: () => {
      stoppedAt = Date.now()
    },
    organization,
    list,
    join,
    accept,
    client,
    end,
  }
}

const clientOf = (app: Hono, headers: Record<string, string>): Client =>
  createORPCClient(
    new OpenAPILink(contract, {
      url: `${publicUrl}/api`,
      headers: () => headers,
      fetch: async (request) => app.request(request),
    }),
  )

/** The code an operation was refused with; fails when it was not refused. */
export const refusalOf = async (operation: Promise<unknown>): Promise<string> => {
  try {
    await operation
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  throw new Error('It was not refused.')
}
