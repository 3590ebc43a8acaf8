import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../testing/database.ts'
import { asVersion14, overTcp } from '../../testing/relay.ts'
import { complaintIn } from '../text/complaints.ts'
import { openPool } from './pool.ts'
import { refuseMissingRoles, tryAddress } from './roles.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let superuser: pg.Client
let owner: pg.Pool

beforeAll(async () => {
  database = await freshDatabase(inject('server'))
  superuser = new pg.Client({ ...inject('server').superuser, database: database.owner.database! })
  await superuser.connect()
  owner = openPool(database.owner)
})
afterAll(async () => {
  await owner.end()
  await superuser.end()
  await database.drop()
})

const sentence = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => undefined,
    (error) => complaintIn(error)?.en ?? String(error),
  )

describe('an address of a database', () => {
  test('that cannot be used says what is wrong in one sentence, and never the password', async () => {
    const tried = (config: pg.ClientConfig) =>
      sentence(tryAddress('DATABASE_URL', { ...database.app, ...config }))
    expect(await tried({ host: '127.0.0.1', port: 1 })).toMatch(/nobody answers at 127\.0\.0\.1:1/)
    expect(await tried({ host: 'no-such-host.invalid' })).toMatch(/nobody answers at no-such-host/)
    expect(await tried({ password: 'hunter2' })).toMatch(/does not accept asamblea_app/)
    expect(await tried({ user: 'nobody_here', password: 'hunter2' })).toMatch(/does not accept nobody_here/)
    expect(await tried({ database: 'no_such_base' })).toMatch(/there is no database no_such_base/)
    for (const password of ['hunter2', '']) expect(await tried({ password })).not.toMatch(/hunter2/)
    expect(await tried({})).toBeUndefined()
  })
})

describe('a server of before PostgreSQL 15', () => {
  test('is refused with its version in the sentence', async () => {
    const { config, end } = await overTcp(database.owner, asVersion14)
    expect(await sentence(tryAddress('DATABASE_OWNER_URL', config))).toMatch(/is PostgreSQL 14\.\d/)
    end()
  })
})

describe('the role of the application', () => {
  /** A role of its own that signs in as the application would. */
  const role = async (options: string, more: string[] = []) => {
    const name = `app_${crypto.randomUUID().slice(0, 8)}`
    await superuser.query(`create role ${name} login noinherit password 'x' ${options}`)
    for (const statement of more) await superuser.query(statement.replaceAll('$app', name))
    const app = openPool({ ...database.app, user: name, password: 'x' })
    const said = await sentence(refuseMissingRoles(owner, app))
    await app.end()
    await superuser.query(`drop owned by ${name}`)
    await superuser.query(`drop role ${name}`)
    return said
  }

  test('may be no superuser, see past no policy, own nothing, become no owner and reach no table', async () => {
    expect(await role('superuser')).toMatch(/superuser/)
    expect(await role('bypassrls')).toMatch(/BYPASSRLS/)
    expect(await role('createrole')).toMatch(/CREATEROLE/)
    expect(await role('', ['grant asamblea_owner to $app'])).toMatch(/may become the owner/)
    expect(
      await role('', ['create table mine_$app (id int)', 'alter table mine_$app owner to $app']),
    ).toMatch(/owner of tables/)
    expect(await role('', ['grant select on people to $app'])).toMatch(/rights on tables/)
    expect(await role('', ['create role strong_$app bypassrls', 'grant strong_$app to $app'])).toMatch(
      /BYPASSRLS/,
    )
  })

  test('must be the one that bootstrap.sql makes, as the owner’s must', async () => {
    expect(await role('')).toMatch(/must sign in as asamblea_app/)
    const app = openPool(database.app)
    expect(await sentence(refuseMissingRoles(app, app))).toMatch(/must sign in as asamblea_owner/)
    expect(await sentence(refuseMissingRoles(owner, owner))).toMatch(/owner of tables/)
    expect(await sentence(refuseMissingRoles(owner, app))).toBeUndefined()
    await app.end()
  })
})
