import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  type CataloguedTable,
  expectedPolicies,
  has,
  isListed,
  keyOf,
  ownPolicies,
  tablesIn,
} from '../../testing/catalogue.ts'
import { freshDatabase } from '../../testing/database.ts'

/** Tables that hold no organization's rows, each with the reason. A new one is added here only after review. */
const reviewed: Record<string, string> = {
  accounts: 'one person may serve several organizations; only door_keeper reaches it',
  catalogue_plants: 'public catalogue, the same for everybody; tenants only read it',
  deployment_keys: 'secrets of the server itself, encrypted; only door_keeper reaches it',
  fact_kinds: 'the kinds of fact that modules declare, the same for everybody',
  listed_tables: 'names of our own tables',
  passkeys: 'belong to an account; only door_keeper reaches it',
  recovery_codes: 'belong to an account; only door_keeper reaches it',
  sessions: 'belong to an account; only door_keeper reaches it',
}

/** What the sign-in role may see or write of each organization, each with the reason. */
const keeper: Record<string, string> = {
  access_log: 'writes that somebody joined',
  activities: 'knows an activity by the code at its door, and by the code another organization joins with',
  approvals: 'sets aside what was asked or granted with keys that somebody lost',
  assignments: 'reads the lists of whoever enters; writes those of an invitation',
  connections: 'knows whom a code belongs to, and spends it',
  devices: 'knows a phone by its secret; adds one that joins; revokes those of somebody who lost them',
  invitations: 'knows an invitation by its token and spends it',
  memberships: 'knows what an account is in an organization; adds whoever was invited',
  org_keys: 'stores the key of the first organization',
  organizations: 'founds the first organization; its name stands on an invitation',
  vote_booths: 'knows a booth by what its tablet carries',
  vote_boxes: 'knows a box by its public name',
  vote_roll: 'takes whoever is erased off the rolls that bind nobody',
  vote_trustees: 'knows a trustee by their link',
  votes: 'tells a roll that binds nobody: its vote was cancelled',
}

/** What the counting role may see of every organization: only its own functions run as it, and they check who shares what. */
const counter = ['facts', 'sharings', 'subject_aliases']

/** The door's functions that somebody already inside an organization may call. */
const insideToo = ['door.use_connection(bytea)', 'door.find_activity_to_join(bytea)']

let client: pg.Client
let tables: CataloguedTable[]
let drop: () => Promise<void>

beforeAll(async () => {
  const database = await freshDatabase(inject('server'))
  client = new pg.Client(database.owner)
  drop = database.drop
  await client.connect()
  tables = await tablesIn(client)
})
afterAll(async () => {
  await client.end()
  await drop()
})

const tenants = () => tables.filter(({ name }) => !reviewed[name])
const all = async <Row>(text: string): Promise<Row[]> => (await client.query(text)).rows

describe('every table', () => {
  test('is one organization’s, or several’s, or stands on the reviewed list', () => {
    const homeless = tenants().filter(
      (table) => !has(table, 'org_id') && !has(table, 'parties') && table.name !== 'organizations',
    )
    expect(homeless.map(({ name }) => name)).toEqual([])
    expect(Object.keys(reviewed).filter((name) => !tables.some((table) => table.name === name))).toEqual([])
  })

  test('has row-level security enabled and forced, with exactly its policies', () => {
    for (const table of tenants()) {
      expect(ownPolicies(table), `${table.name}: call protect or protect_listed`).toEqual(
        expectedPolicies(table),
      )
      expect(table).toMatchObject({ secured: true, forced: true })
    }
  })

  test('is seen across organizations only by the two keepers, and only as reviewed', () => {
    const open = (role: string) =>
      tenants()
        .filter(({ policies }) => policies.some(({ roles }) => roles.includes(role)))
        .map(({ name }) => name)
    expect(open('door_keeper')).toEqual(Object.keys(keeper))
    expect(open('fact_counter')).toEqual(counter)
  })

  test('compartments people wherever it has lists', () => {
    const person = tenants().filter((table) => has(table, 'list_ids') && has(table, 'person_id'))
    expect(person.filter((table) => !isListed(table)).map(({ name }) => name)).toEqual([])
    expect(person.length).toBeGreaterThan(5)
  })

  test('begins every key and every reference with org_id', () => {
    const ofSeveral = tenants().filter((one) => has(one, 'parties'))
    const shared = new Set([...Object.keys(reviewed), 'organizations', ...ofSeveral.map(({ name }) => name)])
    for (const table of tenants().filter((one) => has(one, 'org_id'))) {
      expect(keyOf(table)[0], table.name).toBe('org_id')
      for (const key of table.keys) expect(key[0], `${table.name} (${key})`).toBe('org_id')
      for (const { columns, table: target, foreign } of table.references) {
        if (shared.has(target)) continue
        expect([columns[0], foreign[0]], `${table.name} → ${target}`).toEqual(['org_id', 'org_id'])
      }
    }
  })

  test('is never referred to through an index that begins as its key does', () => {
    const targets = new Set(tables.flatMap(({ references }) => references.map(({ table }) => table)))
    const slow = tables
      .filter(({ name }) => targets.has(name))
      .flatMap((table) =>
        table.indexes
          .filter((columns) => columns[0] === keyOf(table)[0] && columns.join() !== keyOf(table).join())
          .map((columns) => `${table.name} (${columns})`),
      )
    expect(slow, 'make it partial, or begin it with another column: see ARCHITECTURE.md, Tenancy').toEqual([])
  })
})

describe('roles', () => {
  test('what the application signs in as owns nothing, inherits nothing and reaches no table by itself', async () => {
    expect(
      await all(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit
        from pg_roles where rolname = 'asamblea_app'`),
    ).toEqual([
      {
        rolname: 'asamblea_app',
        ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        ...{ rolreplication: false, rolinherit: false },
      },
    ])
    expect(
      await all(`select d.classid::regclass::text as kind, d.objid from pg_shdepend d join pg_roles r on r.oid = d.refobjid
        where d.deptype = 'o' and (r.rolname = 'asamblea_app' or r.rolname like 'reach%')`),
    ).toEqual([])
    expect(
      await all(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'door') and c.relkind in ('r', 'p', 'v', 'm') and (
          has_any_column_privilege('asamblea_app', c.oid, 'select, insert, update, references')
          or has_table_privilege('asamblea_app', c.oid, 'delete, truncate, trigger'))`),
    ).toEqual([])
  })

  test('no role of the application signs in, passes row-level security by, or does more than read and write rows', async () => {
    expect(
      await all(`select rolname from pg_roles where (rolname like 'reach%' or rolname in ('door_keeper', 'fact_counter'))
        and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`),
    ).toEqual([])
    expect(
      await all(`select grantee, table_name, privilege_type from information_schema.role_table_grants
        where privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') and grantee <> 'asamblea_owner' and table_schema = 'public'`),
    ).toEqual([])
  })

  test('what each may do to each table is as reviewed', async () => {
    const rows = await all<{ table: string; role: string; privileges: string; columns: string | null }>(`
      select table_name as table, grantee as role,
        string_agg(distinct lower(privilege_type), ' ' order by lower(privilege_type)) as privileges, null as columns
      from information_schema.role_table_grants where table_schema = 'public' and grantee <> 'asamblea_owner' and table_name not like 'kysely%'
      group by 1, 2
      union all
      select c.table_name, c.grantee, lower(c.privilege_type), string_agg(c.column_name, ' ' order by c.column_name)
      from information_schema.role_column_grants c where c.table_schema = 'public' and c.grantee <> 'asamblea_owner'
        and not exists (select from information_schema.role_table_grants t where t.table_schema = c.table_schema
          and t.table_name = c.table_name and t.grantee = c.grantee and t.privilege_type = c.privilege_type)
      group by 1, 2, 3 order by 1, 2, 3`)
    const lines = rows.map(({ table, role, privileges, columns }) =>
      [table, role, privileges + (columns ? ` of ${columns}` : '')].join(' | '),
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('grants.txt')
  })
})

describe('code in the database', () => {
  test('every view runs with its reader’s rights, and nothing is materialized', async () => {
    expect(
      await all(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'door') and (c.relkind = 'm' or c.relkind = 'v'
          and not coalesce('security_invoker=true' = any(c.reloptions), false))`),
    ).toEqual([])
  })

  test('a function with its owner’s rights fixes its search path, belongs to a keeper, and is not for everybody', async () => {
    const definers = await all<{ name: string; owner: string; settings: string[]; open: boolean }>(
      `select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.proconfig as settings,
        has_function_privilege('reach_org', p.oid, 'execute') or has_function_privilege('reach_public', p.oid, 'execute') as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(definers.length).toBeGreaterThan(20)
    for (const { name, owner, settings, open } of definers) {
      expect(['door_keeper', 'fact_counter'], name).toContain(owner)
      expect(settings, name).toContain('search_path=public, pg_temp')
      if (owner === 'door_keeper' && !insideToo.includes(name))
        expect(open, `${name}: only asamblea_app knocks at the door`).toBe(false)
    }
  })
})
