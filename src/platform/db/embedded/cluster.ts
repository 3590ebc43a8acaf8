import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { complain } from '../../text/complaints.ts'
import { keptText } from '../keep.ts'
import { binariesFor } from './binaries.ts'
import { type Place, placeFor } from './place.ts'
import { childOptions, endOrphan, runToEnd } from './process.ts'

/** A running embedded PostgreSQL: connects as its superuser through a unix socket; no port is opened. */
export type Cluster = {
  superuser: pg.ClientConfig
  place: Place
  stop: () => Promise<void>
  /** Settles only when the database dies again and again and nobody will start it any more. */
  failed: Promise<Error>
}

const settings = [
  'listen_addresses=',
  'max_connections=80',
  'jit=off',
  // Where a union's server runs, a page out of order costs hardly more than the next one.
  'random_page_cost=1.1',
  // What a worker said must never reach a log, not even in a failing statement.
  'log_min_error_statement=panic',
  'log_min_messages=warning',
  'log_parameter_max_length_on_error=0',
]

/**
 * Starts PostgreSQL in `dataDir/postgres`, making it on the first start; ends a process left by a kill -9; starts it
 * again when it dies while we run. As root it runs as another user (see `place.ts`).
 */
export const startCluster = async (dataDir: string, extra: string[] = []): Promise<Cluster> => {
  const place = placeFor(dataDir)
  const { folder: binaries, major } = binariesFor(place.user)
  refuseOtherVersion(place, major)
  const superuser = {
    host: place.socket,
    user: 'postgres',
    password: passwordIn(dataDir),
    database: 'postgres',
  }
  own(dirname(place.data), place)
  own(place.socket, place)
  await endOrphan(place)
  await initialize(place, binaries, superuser.password)
  const supervised = supervise(place, join(binaries, 'bin/postgres'), extra)
  try {
    await Promise.race([
      answers(superuser),
      supervised.failed.then((error) => {
        throw error
      }),
    ])
  } catch (error) {
    await supervised.stop()
    throw error
  }
  return { superuser, place, ...supervised }
}

const passwordIn = (dataDir: string): string => {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  return keptText(join(dataDir, 'postgres.password'), () => randomBytes(24).toString('base64url'))
}

const refuseOtherVersion = ({ data }: Place, brought: string) => {
  const file = join(data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : brought
  if (found !== brought) throw complain('other-postgres', { found, brought })
}

const own = (folder: string, { user }: Place) => {
  const made = mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (user && (made || folder.endsWith('run'))) chownSync(folder, user.uid, user.gid)
}

const initialize = async (place: Place, binaries: string, password: string) => {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  rmSync(place.data, { recursive: true, force: true })
  const pwfile = join(place.socket, `initdb-${process.pid}`)
  const partial = `${place.data}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(pwfile, password, { mode: 0o600 })
  if (place.user) for (const path of [partial, pwfile]) chownSync(path, place.user.uid, place.user.gid)
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  try {
    await runToEnd(place, join(binaries, 'bin/initdb'), ['-D', partial, `--pwfile=${pwfile}`, ...options])
    renameSync(partial, place.data)
  } finally {
    rmSync(pwfile, { force: true })
  }
}

const mostDeaths = 20

const supervise = (place: Place, program: string, extra: string[]) => {
  let stopping = false
  let child: ChildProcess
  let deaths = 0
  const file = join(dirname(place.data), 'run', 'postgres.log')
  const failure = Promise.withResolvers<Error>()
  const giveUp = (cause?: unknown) => failure.resolve(complain('database-stopped', { log: file }, cause))
  const log = openSync(file, 'a', 0o600)
  const args = [
    '-D',
    place.data,
    '-k',
    place.socket,
    ...[...settings, ...extra].flatMap((setting) => ['-c', setting]),
  ]
  const launch = () => {
    const born = Date.now()
    child = spawn(program, args, { ...childOptions(place), stdio: ['ignore', log, log] })
    child.on('error', giveUp)
    child.on('exit', () => {
      if (stopping) return
      deaths = Date.now() - born > 1_000 ? 1 : deaths + 1
      if (deaths > mostDeaths) giveUp()
      else void again().catch(giveUp)
    })
  }
  const again = async () => {
    await endOrphan(place)
    await sleep(Math.min(200 * deaths, 2_000))
    if (!stopping) launch()
  }
  launch()
  const stop = () =>
    new Promise<void>((resolve) => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      const hung = setTimeout(() => child.kill('SIGQUIT'), 15_000)
      child.once('exit', () => {
        clearTimeout(hung)
        resolve()
      })
      child.kill('SIGINT')
    })
  return { stop, failed: failure.promise }
}

const answers = async (config: pg.ClientConfig) => {
  for (let waited = 0; waited < 60_000; waited += 40) {
    const client = new pg.Client(config)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await sleep(40)
    }
  }
  throw new Error('The database did not answer within a minute; see postgres.log beside its data.')
}
