import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../testing/database.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import { complaintIn } from '../text/complaints.ts'
import { chooseKey, type Keyring, readKey, writeKey } from './keyring.ts'
import { fingerprint, newKey } from './keys.ts'
import { confirmRotation, rotate } from './rotate.ts'
import { openVault } from './vault.ts'

let folder: string
let keyring: Keyring
let world: World
let ana: Person
let database: Awaited<ReturnType<typeof freshDatabase>>
const guera = randomUUID()
const identity = { name: 'Lucía Núñez', phone: null, address: null, identifier: null }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asamblea-keys-'))
  keyring = { folder: join(folder, 'keys'), credential: undefined }
  database = await freshDatabase(inject('server'))
  world = await newWorld(inject('server'), { database })
  writeKey(keyring, 'master', world.master)
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Lista')
  ana = await world.join(alba, 'Ana', 'owner', [list])
  await world.owner.query(
    `insert into people (org_id, id, handle, search_key, list_ids, subject_id, created_by)
     values ($1, $2, 'la güera', 'la guera', array[$3]::uuid[], gen_random_uuid(), $4)`,
    [alba, guera, list, ana.membershipId],
  )
  await ana.api.people.keepIdentity({ id: guera as never, ...identity })
})
afterEach(async () => {
  await world.end()
  rmSync(folder, { recursive: true })
})

const nameUnder = (key = readKey(keyring, 'master')!) =>
  world.deployment.doors.asJob(ana.orgId, async (tx) => {
    const vault = await openVault(key).of(tx, ana.orgId)
    const { rows } = await world.owner.query('select name from person_vault where person_id = $1', [guera])
    return vault.open({ table: 'person_vault', column: 'name', id: guera }, rows[0].name)
  })

/** What the start says of the key it found. */
const sentence = (): Promise<string | undefined> =>
  chooseKey(keyring, world.owner).then(
    () => undefined,
    (error) => complaintIn(error)?.en,
  )

describe('the key of a database', () => {
  test('that is another, damaged, or gone stops the start with one sentence, and none is made in its place', async () => {
    const print = fingerprint(world.master)
    writeKey(keyring, 'master', newKey())
    expect(await sentence()).toMatch(
      new RegExp(`is key [0-9a-f]{12}, but this database was sealed with key ${print}`),
    )
    writeFileSync(join(keyring.folder, 'master'), 'hunter2')
    expect(await sentence()).toMatch(/does not hold a key/)
    rmSync(join(keyring.folder, 'master'))
    expect(await sentence()).toMatch(new RegExp(`is missing: this database was sealed with key ${print}`))
    expect(existsSync(join(keyring.folder, 'master'))).toBe(false)
  })
})

describe('rotating the key', () => {
  test('the old key opens nothing any more, and every name opens with the new one', async () => {
    const old = world.master
    const next = await rotate(world.owner, keyring, old)
    expect(readKey(keyring, 'master')).toEqual(next)
    expect(readKey(keyring, 'previous')).toEqual(old)
    await expect(nameUnder(old)).rejects.toThrow()
    expect(await nameUnder(next)).toBe(identity.name)
    expect(await chooseKey(keyring, world.owner)).toEqual({ key: next, fresh: false })
    expect(confirmRotation(keyring)).toBe(true)
    expect(readKey(keyring, 'previous')).toBeUndefined()
    expect(confirmRotation(keyring)).toBe(false)
  })

  test('cut short before it is in the database, the old key stays', async () => {
    writeKey(keyring, 'next', newKey())
    expect(await chooseKey(keyring, world.owner)).toEqual({ key: world.master, fresh: false })
    expect(await nameUnder()).toBe(identity.name)
  })

  test('cut short after it is in the database, the next start takes the new key', async () => {
    const elsewhere = { folder: join(folder, 'elsewhere'), credential: undefined }
    writeKey(elsewhere, 'master', world.master)
    const next = await rotate(world.owner, elsewhere, world.master)
    // As the files stood between the commit and the first rename, and between the two.
    for (const half of [['master', world.master] as const, undefined]) {
      rmSync(keyring.folder, { recursive: true })
      writeKey(keyring, 'next', next)
      if (half) writeKey(keyring, ...half)
      expect(await chooseKey(keyring, world.owner)).toEqual({ key: next, fresh: false })
      expect(readKey(keyring, 'master')).toEqual(next)
      expect(await nameUnder()).toBe(identity.name)
    }
  })

  test('of a systemd credential leaves the new one to be put in its place', async () => {
    const credential = join(folder, 'asamblea-key')
    writeFileSync(credential, world.master.toString('hex'))
    const service: Keyring = { folder: join(folder, 'service'), credential }
    const next = await rotate(world.owner, service, (await chooseKey(service, world.owner)).key)
    const refused = await chooseKey(service, world.owner).catch((error) => complaintIn(error)?.en)
    expect(refused).toMatch(/asamblea-key is key [0-9a-f]{12}, but this database was sealed with key/)
    writeFileSync(credential, next.toString('hex'))
    expect(await chooseKey(service, world.owner)).toEqual({ key: next, fresh: false })
    expect(confirmRotation(service)).toBe(true)
    expect(readKey(service, 'next')).toBeUndefined()
  })

  test('a fault in the middle changes nothing', async () => {
    await world.owner.query(`update deployment_keys set sealed = '\\x01' where name = 'courier'`)
    await expect(rotate(world.owner, keyring, world.master)).rejects.toThrow()
    expect(await nameUnder(world.master)).toBe(identity.name)
    expect(readKey(keyring, 'master')).toEqual(world.master)
  })
})
