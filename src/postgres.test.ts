import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, freePort, type Program, runProgram, startServer, stopServer } from './testing/program.ts'

// Somebody's own PostgreSQL, of the oldest version that will do: Debian's 15.
const binaries = '/usr/lib/postgresql/15/bin'
const found = spawnSync(join(binaries, 'postgres'), ['--version']).status === 0
const reason = 'there is no PostgreSQL 15 here: apt-get install postgresql-15'

// Each is a row of whole programs, one after another, on a machine that may be busy.
const patient = { timeout: 120_000 }

/** As root the server runs as `postgres`, who came with it. */
const user = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const [, , uid, gid] = /^postgres:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))![0].split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

describe.skipIf(!found)(`somebody's own PostgreSQL 15${found ? '' : ` (${reason})`}`, () => {
  const { folder, drop } = dataFolder()
  const cluster = mkdtempSync(join(tmpdir(), 'asamblea-pg15-'))
  let postgres: ReturnType<typeof spawn>
  let superuser: pg.Client
  let port: number
  let server: (Program & { url: string }) | undefined
  const as = { env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...user() }
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/asamblea`
  const env = () => ({
    DATA_DIR: folder,
    DATABASE_URL: url('asamblea_app', 'app-secret'),
    DATABASE_OWNER_URL: url('asamblea_owner', 'owner-secret'),
  })
  const said = async (changed: Record<string, string> = {}) => {
    const program = runProgram('src/main.ts', { PORT: '0', ...env(), ...changed })
    expect(await program.ended).toBe(1)
    return program.output()
  }

  beforeAll(async () => {
    const owner = user()
    if (owner) chownSync(cluster, owner.uid, owner.gid)
    const data = join(cluster, 'data')
    const made = spawnSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', '--auth-local=trust', '--locale=C.UTF-8'],
      as,
    )
    if (made.status !== 0) throw new Error(String(made.stderr))
    port = await freePort()
    postgres = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-k', cluster, '-p', String(port), '-c', 'fsync=off'],
      { ...as, stdio: 'ignore' },
    )
    for (let tries = 0; tries < 100; tries++) {
      superuser = new pg.Client({ host: cluster, port, user: 'postgres', database: 'postgres' })
      if (
        await superuser.connect().then(
          () => true,
          () => false,
        )
      )
        return
      await sleep(50)
    }
    throw new Error('PostgreSQL 15 did not start.')
  })
  afterAll(async () => {
    if (server) await stopServer(server)
    await superuser.end()
    postgres.kill('SIGINT')
    await new Promise((resolve) => postgres.once('exit', resolve))
    rmSync(cluster, { recursive: true, force: true })
    drop()
  })

  test(
    'is told what it lacks: roles, a database, the right roles, the right passwords',
    patient,
    async () => {
      await superuser.query(`create role asamblea_owner login password 'owner-secret'`)
      expect(await said()).toMatch(/there is no database asamblea\. Create it/)
      await superuser.query('create database asamblea owner asamblea_owner')
      expect(await said()).toMatch(/DATABASE_URL: PostgreSQL does not accept asamblea_app/)
      await superuser.query(`create role asamblea_app login noinherit password 'app-secret'`)
      expect(await said()).toMatch(/Roles are missing in PostgreSQL \(door_keeper, fact_counter, reach_org/)
      await superuser.query(readFileSync(join(import.meta.dirname, 'platform/db/bootstrap.sql'), 'utf8'))
      const wrong = await said({ DATABASE_URL: url('asamblea_app', 'hunter2') })
      expect(wrong).toMatch(/does not accept asamblea_app with that password/)
      expect(wrong).not.toMatch(/hunter2/)
      expect(await said({ DATABASE_URL: url('asamblea_owner', 'owner-secret') })).toMatch(
        /may do more than it should \(may become the owner\)/,
      )
      await superuser.query('alter role asamblea_app bypassrls')
      expect(await said()).toMatch(/may do more than it should \(BYPASSRLS\)/)
      await superuser.query('alter role asamblea_app nobypassrls')
    },
  )

  test(
    'runs the same migrations, serves, is looked after, and moves to the embedded one by a backup',
    patient,
    async () => {
      server = await startServer(env())
      const post = (path: string, body: object) =>
        fetch(`${server!.url}/api${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      const founding = {
        name: 'Sindicato Alba',
        kind: 'union',
        timeZone: 'America/Mexico_City',
        owners: ['Ana', 'Beto'],
      }
      const { invitations } = (await (await post('/door/organization', founding)).json()) as {
        invitations: string[]
      }
      const { secret } = (await (
        await post('/door/phone', { token: invitations[0], label: 'Android' })
      ).json()) as { secret: string }
      const admin = async (settings: Record<string, string>, ...args: string[]) => {
        const program = runProgram('src/admin.ts', settings, args)
        await program.ended
        return program.output()
      }
      expect(await admin(env(), 'check')).toMatch(
        /PostgreSQL 15\.\d+.*; the server is running[\s\S]*Sindicato Alba \(union, 1 people\): access log sound/,
      )
      const file = join(folder, 'copy.age')
      expect(await admin(env(), 'backup', file)).toMatch(/^Backup: /)
      await stopServer(server)
      // With the same key on the disk no sheets are asked for.
      const moved = { DATA_DIR: folder }
      expect(await admin(moved, 'restore', file)).toMatch(/Restored and equal to the backup/)
      server = await startServer(moved)
      expect((await post('/door/phone-session', { secret })).status).toBe(200)
    },
  )
})
