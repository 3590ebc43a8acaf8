import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { emptyDatabase } from '../../testing/database.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import { migrate, migrateTo, migrationFiles, migrationsIn } from '../db/migrate.ts'
import { tablesOf } from '../db/tables.ts'
import { newKey } from '../vault/keys.ts'
import { readSheet, rebuilt, sheetsOf } from '../vault/sheets.ts'
import { summaryOf } from './archive.ts'
import { backUp, fileStream } from './backup.ts'
import { restore } from './restore.ts'
import { plainText, rowsOf } from './store.rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'asamblea-backup-'))
const file = join(folder, 'all.age')
let world: World
let carla: Person
const guera = randomUUID()
const identity = {
  name: 'Lucía «Güera» Núñez Ávila',
  phone: '472 011 2233',
  address: null,
  identifier: 'NSS\\{"x",NULL}',
}

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato "Alba", \\ {comillas} ñ')
  const list = await world.list(alba, 'Lista')
  await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  const twin = randomUUID()
  for (const id of [guera, twin]) {
    await world.owner.query(
      `insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
       values ($1, $2, 'la güera', 'la guera', array[$3]::uuid[], gen_random_uuid(), $4)`,
      [alba, id, list, carla.membershipId],
    )
  }
  // A row of its own table that comes after it in the order of the key, whichever way the dice fell.
  await world.owner.query('update people set merged_into = $2 where id = $1', [
    [guera, twin].sort()[0],
    [guera, twin].sort()[1],
  ])
  await carla.api.people.keepIdentity({ id: guera as never, ...identity })
  await backUp(world.owner, world.master, file)
})
afterAll(async () => {
  await world.end()
  rmSync(folder, { recursive: true })
})

const emptyPlace = async () => {
  const database = await emptyDatabase(inject('server'))
  const owner = new pg.Pool({ ...database.owner, max: 2 })
  const end = async () => {
    await owner.end()
    await database.drop()
  }
  return { database, owner, end }
}

/** What keeps organizations apart and who may do what, as the database states it. */
const rulesOf = async (owner: pg.Pool) => {
  const ask = async (sql: string) => (await owner.query(sql)).rows
  return {
    policies: await ask('select * from pg_policies order by tablename, policyname'),
    forced:
      await ask(`select relname, relrowsecurity, relforcerowsecurity, relacl::text, pg_get_userbyid(relowner) as owner
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`),
    columns: await ask(
      `select attrelid::regclass::text, attname, attacl::text from pg_attribute where attacl is not null order by 1, 2`,
    ),
    functions:
      await ask(`select proname, proacl::text, prosecdef, pg_get_userbyid(proowner) as owner from pg_proc
      where pronamespace in ('door'::regnamespace, 'public'::regnamespace) order by 1`),
  }
}

const digestsOf = async (owner: pg.Pool) => {
  const client = await owner.connect()
  await client.query('begin')
  await plainText(client)
  const digests: Record<string, string> = {}
  for (const table of await tablesOf(client)) {
    const { rows, sha256 } = await summaryOf(table.name, rowsOf(client, table))
    digests[table.name] = `${rows} ${sha256}`
  }
  await client.query('rollback')
  client.release()
  return digests
}

describe('a backup', () => {
  test('opens with no other key, and says so before anything is touched', async () => {
    const { owner, end } = await emptyPlace()
    await expect(restore(owner, fileStream(file), { master: newKey() })).rejects.toMatchObject({
      damage: 'wrong-key',
    })
    expect((await owner.query(`select to_regclass('organizations') as there`)).rows[0]).toEqual({
      there: null,
    })
    await end()
  })

  test('with a bit changed, cut short, or not one at all leaves the place empty', async () => {
    const { owner, end } = await emptyPlace()
    const whole = readFileSync(file)
    const master = { master: world.master }
    const broken = async (bytes: Buffer) => {
      const path = join(folder, 'broken.age')
      writeFileSync(path, bytes)
      return restore(owner, fileStream(path), master).then(
        () => 'restored',
        (error) => error.damage ?? String(error),
      )
    }
    const changed = Buffer.from(whole)
    changed[Math.floor(whole.length / 2)]! ^= 1
    expect(await broken(changed)).toBe('damaged')
    expect(await broken(whole.subarray(0, whole.length - 1))).toBe('damaged')
    expect(await broken(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('damaged')
    expect(await broken(Buffer.from('organization,name\n'))).toBe('not-an-archive')
    const { rows } = await owner.query(`select to_regclass('organizations') is null as untouched`)
    if (!rows[0].untouched) expect((await owner.query('select from organizations')).rowCount).toBe(0)
    await end()
  })

  test('is refused where somebody is already', async () => {
    const refused = restore(world.owner, fileStream(file), { master: world.master })
    await expect(refused).rejects.toMatchObject({ unfit: 'not-empty' })
  })

  test('comes back from two sheets alone, equal to the last bit and under the same rules', async () => {
    const { database, owner, end } = await emptyPlace()
    const sheets = await sheetsOf(world.master)
    const [one, three] = [readSheet(sheets[0]!.join('\n')), readSheet(sheets[2]!.join(' ').toLowerCase())]
    if (!one.readable || !three.readable) throw new Error('The sheets cannot be read.')
    const result = await rebuilt(one, three)
    if (!('key' in result)) throw new Error(result.problem)
    await restore(owner, fileStream(file), { master: result.key })
    expect(await digestsOf(owner)).toEqual(await digestsOf(world.owner))
    await migrate(owner)
    expect(await rulesOf(owner)).toEqual(await rulesOf(world.owner))

    const again = await newWorld(inject('server'), {
      database: { ...database, drop: async () => {} },
      master: result.key,
    })
    const phone = await again.app.request('/api/door/phone-session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: carla.secret }),
    })
    const cookie = phone.headers.getSetCookie()[0]!.split(';')[0]!
    const back = again.client({ cookie, 'asamblea-organization': carla.orgId })
    expect(await back.people.open({ id: guera as never })).toEqual(identity)
    await again.end()
    await end()
  })

  test('is made before a migration changes anything, and comes back into the schema it was made of', async () => {
    const [old, fresh] = [await emptyPlace(), await emptyPlace()]
    const before = join(folder, 'before.age')
    let made = 0
    const backedUp = async () => {
      made += 1
      await backUp(old.owner, world.master, before)
    }
    const all = migrationFiles().map(({ name }) => name)
    // A module that came later took lower numbers than one that was there.
    const early = all.filter((name) => name <= '0006_operations' || name.startsWith('0040'))
    await migrateTo(old.owner, early)
    await old.owner.query(
      `insert into organizations (id, name, kind, time_zone) values (gen_random_uuid(), 'De antes', 'union', 'UTC')`,
    )
    const then = await migrationsIn(old.owner)
    await migrate(old.owner, backedUp)
    await migrate(old.owner, backedUp)
    expect(made).toBe(1)
    expect((await migrationsIn(old.owner)).length).toBeGreaterThan(then.length)
    await restore(fresh.owner, fileStream(before), { master: world.master })
    expect(await migrationsIn(fresh.owner)).toEqual(then)
    await migrate(fresh.owner)
    expect((await fresh.owner.query('select name from organizations')).rows).toEqual([{ name: 'De antes' }])
    expect(await rulesOf(fresh.owner)).toEqual(await rulesOf(world.owner))
    await old.end()
    await fresh.end()
  })

  test('of a newer version is not guessed at', async () => {
    const { owner, end } = await emptyPlace()
    await migrate(owner)
    await owner.query(`insert into kysely_migration (name, timestamp) values ('9999_tomorrow', '')`)
    const tomorrow = join(folder, 'tomorrow.age')
    await backUp(owner, world.master, tomorrow)
    await expect(migrate(owner)).rejects.toMatchObject({
      complaint: { en: expect.stringMatching(/newer version than this program \(9999_tomorrow\)/) },
    })
    await end()
    const place = await emptyPlace()
    await expect(restore(place.owner, fileStream(tomorrow), { master: world.master })).rejects.toMatchObject({
      unfit: 'newer-software',
    })
    await place.end()
  })

  test('of 60,000 people is made and read in 56 MB of heap', async () => {
    const { database, owner, end } = await emptyPlace()
    await migrate(owner)
    await owner.query(
      `insert into organizations (id, name, kind, time_zone) values (gen_random_uuid(), 'Grande', 'union', 'UTC')`,
    )
    await owner.query(`insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
      select o.id, gen_random_uuid(), 'persona ' || n, 'persona', '{}', gen_random_uuid(), o.id
      from organizations o, generate_series(1, 60000) n`)
    const measured = spawnSync(
      process.execPath,
      [
        '--conditions=source',
        '--max-old-space-size=56',
        join(import.meta.dirname, '../../testing/backup.child.ts'),
      ],
      { input: JSON.stringify({ owner: database.owner, file: join(folder, 'large.age') }), encoding: 'utf8' },
    )
    expect(measured.stderr).toBe('')
    expect(JSON.parse(measured.stdout)).toMatchObject({ rows: 60_000 })
    await end()
  }, 60_000)
})
