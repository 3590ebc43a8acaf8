import { join, resolve } from 'node:path'
import * as z from 'zod'
import type { Where } from '#platform/db/open.ts'
import { isLoopback, type Proxies, proxiesIn } from '#platform/http/address.ts'
import { complain } from '#platform/text/complaints.ts'

export type Settings = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Without a trailing slash; `undefined` means this machine, at whatever port we get. */
  readonly publicUrl: string | undefined
  /** Besides loopback, the proxies that say for whom a request comes. */
  readonly proxies: Proxies | undefined
  readonly database: Where
  /** `first`: a demo world when an empty embedded database is started for the first time. */
  readonly demo: 'first' | 'off'
}

const Port = z.coerce.number().int().min(0).max(65_535)
const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).optional(),
  PUBLIC_URL: z.string().optional(),
  TRUSTED_PROXY: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DEMO: z.enum(['on', 'off']).optional(),
})

const musts: Record<string, string> = {
  PORT: '0–65535',
  HOST: '127.0.0.1, 0.0.0.0, ::1 …',
  DATA_DIR: '/srv/asamblea',
  DEMO: 'on | off',
}

const project = join(import.meta.dirname, '../..')

/** Reads every setting in this one place. Throws a complaint that names the setting; an empty variable counts as not set. */
export const readSettings = (env: NodeJS.ProcessEnv, args: readonly string[] = []): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw complain('setting', { name, must: musts[name] ?? '' })
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, TRUSTED_PROXY, DEMO } = parsed.data
  const database = databaseIn(parsed.data)
  if (DEMO === 'on' && database.kind === 'server') throw complain('demo-elsewhere')
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR ?? join(project, '.data')),
    publicUrl: PUBLIC_URL === undefined ? undefined : publicUrlIn(PUBLIC_URL),
    proxies: TRUSTED_PROXY === undefined ? undefined : trustedIn(TRUSTED_PROXY),
    database,
    demo: DEMO === 'off' || args.includes('--empty') || database.kind === 'server' ? 'off' : 'first',
  }
}

const databaseIn = ({ DATABASE_URL, DATABASE_OWNER_URL }: z.infer<typeof Environment>): Where => {
  if (!DATABASE_URL && !DATABASE_OWNER_URL) return { kind: 'embedded' }
  if (!DATABASE_URL || !DATABASE_OWNER_URL) throw complain('one-url')
  for (const [name, url] of Object.entries({ DATABASE_URL, DATABASE_OWNER_URL })) {
    if (!/^postgres(ql)?:\/\/./.test(url)) throw complain('setting', { name, must: 'postgres://…' })
  }
  return { kind: 'server', app: DATABASE_URL, owner: DATABASE_OWNER_URL }
}

const trustedIn = (written: string): Proxies => {
  const proxies = proxiesIn(written)
  if (!proxies) throw complain('setting', { name: 'TRUSTED_PROXY', must: '10.89.7.0/24, 10.0.0.5 …' })
  return proxies
}

const publicUrlIn = (written: string): string => {
  const url = URL.parse(written)
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!bare || !safe) throw complain('public-url', { url: written })
  return url.origin
}
