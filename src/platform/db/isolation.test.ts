import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type CataloguedTable, ownPolicies, tablesIn } from '../../testing/catalogue.ts'
import { freshDatabase } from '../../testing/database.ts'
import { breachesOf, mutationsOf, tenantTables } from '../../testing/isolation.ts'
import { type Compartment, populate } from '../../testing/rows.ts'

// What the database itself keeps apart, whatever the application asks of it: three organizations, two lists in each. One thing
// it cannot: a transaction that runs an attacker's own SQL may name another organization with set_config. So no text from
// outside ever becomes SQL (`src/architecture.test.ts`), and no role reaches further than a handler's.

let client: pg.Client
let tables: CataloguedTable[]
let alba: Compartment
let brisa: Compartment
let cima: Compartment
let appCredentials: pg.ClientConfig
let drop: () => Promise<void>

beforeAll(async () => {
  const server = inject('server')
  const database = await freshDatabase(server)
  drop = database.drop
  appCredentials = database.app
  const owner = new pg.Client(database.owner)
  await owner.connect()
  const every = await tablesIn(owner)
  ;[alba, brisa, cima] = [
    await populate(owner, every),
    await populate(owner, every),
    await populate(owner, every),
  ]
  await owner.end()
  tables = tenantTables(every)
  client = new pg.Client({ ...server.superuser, database: database.owner.database! })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await drop()
})

const others = (own: Compartment) => [alba, brisa, cima].filter((one) => one !== own)

const breaches = (table: CataloguedTable, own: Compartment) =>
  undone(() => breachesOf(client, table, own, others(own)))

const undone = async <T>(work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

describe('no role reaches another organization’s rows, nor a list it is not assigned', () => {
  test.each(['alba', 'brisa', 'cima'])('from inside %s', async (name) => {
    const own = { alba, brisa, cima }[name]!
    const found: string[] = []
    for (const table of tables) found.push(...(await breaches(table, own)))
    expect(found).toEqual([])
    expect(tables.length).toBeGreaterThan(25)
  })

  test('and each way to weaken a table is noticed: by what a role can do, or at least by the walk', async () => {
    const unnoticed: string[] = []
    const walked: string[] = []
    let tried = 0
    for (const table of tables) {
      for (const mutation of mutationsOf(table)) {
        tried += 1
        await undone(async () => {
          await client.query(mutation)
          if ((await breachesOf(client, table, alba, [brisa])).length > 0) return
          const now = (await tablesIn(client)).find(({ name }) => name === table.name)!
          const same = JSON.stringify(ownPolicies(now)) === JSON.stringify(ownPolicies(table))
          ;(same ? unnoticed : walked).push(mutation)
        })
      }
    }
    expect(unnoticed).toEqual([])
    expect(walked.toSorted()).toEqual(onlyWalked().toSorted())
    expect(tried).toBeGreaterThan(200)
  })
})

describe('what the application signs in as', () => {
  let app: pg.Pool

  beforeAll(async () => {
    app = new pg.Pool({ ...appCredentials, max: 1 })
  })
  afterAll(() => app.end())

  const codeOf = (text: string) =>
    app.query(text).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
  const inside = (text: string) =>
    codeOf(`begin; select set_config('app.org', '${alba.org}', true), set_config('app.lists', '{${alba.lists[0]}}', true),
      set_config('role', 'reach_lists', true); ${text}`).finally(() => app.query('rollback'))

  test.each([
    ['becomes nobody stronger', 'set role asamblea_owner'],
    ['becomes no keeper', 'set role door_keeper'],
    ['becomes no counter', 'set role fact_counter'],
    ['becomes no superuser', 'set session authorization postgres'],
    ['passes no policy by', 'set row_security = off; select * from people'],
    ['disables no policy', 'alter table people disable row level security'],
    ['makes no policy', 'create policy mine on people for select using (true)'],
    ['makes no table', 'create table public.mine (id int)'],
    ['makes no function', 'create function public.mine() returns int language sql as $$ select 1 $$'],
    ['calls no function of the door from a handler’s role', "select door.find_login('ana')"],
    ['reads no file', "select pg_read_file('/etc/passwd')"],
    ['runs no program', "copy (select 1) to program 'id'"],
    ['writes no file', "copy (select 1) to '/tmp/asamblea-proof'"],
    [
      'reads no statistics of what it does not see',
      "select 1 / count(*) from pg_stats where tablename = 'people'",
    ],
  ])('%s', async (_, text) => {
    expect(await inside(text)).not.toBe('done')
  })

  test('keeps no context and no role once a transaction has ended', async () => {
    await app.query(
      `begin; select set_config('app.org', '${alba.org}', true), set_config('role', 'reach_org', true); commit`,
    )
    const { rows } = await app.query(`select current_setting('app.org', true) as org, current_user as role`)
    expect(rows).toEqual([{ org: '', role: 'asamblea_app' }])
    expect(await codeOf('select 1 from people')).toBe('42501')
  })

  test('fails closed on a context that is no organization', async () => {
    expect(
      await inside(`select set_config('app.org', 'nonsense', true); select 1 / count(*) from people`),
    ).toBe('22P02')
    expect(await inside(`select set_config('app.org', '', true); select 1 / count(*) from people`)).toBe(
      '22012',
    )
  })
})

/**
 * What changes nothing that anybody can do today. The owner is a member of door_keeper, whose own policies let it see and add
 * these rows; no role but the keeper writes the keys of organizations.
 */
const onlyWalked = () => [
  ...tables.filter(keeperSeesAndAdds).map(({ name }) => `drop policy upkeep on ${name}`),
  'alter policy own_organization on org_keys with check (true)',
  // Nobody reads which pages were answered on; they are only added to.
  'alter policy own_organization on answered_pages using (true)',
  // What is proposed and settled is held by the two policies of its giver and its receiver.
  'alter policy own_party on sharings with check (true)',
  // Names of many are the leadership's: whoever sees only some lists has no right to the table at all.
  'alter policy own_lists on sheet_people using (true)',
  'alter policy own_lists on sheet_people with check (true)',
  'drop policy own_lists on sheet_people',
]
const keeperSeesAndAdds = ({ policies }: CataloguedTable) => {
  const commands = policies.filter(({ roles }) => roles.includes('door_keeper')).map(({ command }) => command)
  return commands.includes('all') || (commands.includes('select') && commands.includes('insert'))
}
