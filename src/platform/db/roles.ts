import pg from 'pg'
import { complain } from '../text/complaints.ts'

const oldest = 150_000
const [ownerRole, appRole] = ['asamblea_owner', 'asamblea_app'] as const

// The modules are read at the same time, which holds up the answer on a busy machine: five seconds were too few there.
const patienceMs = 20_000

/** Signs in once with an address of the settings, to say in one sentence what is wrong with it. */
export const tryAddress = async (name: string, config: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client({ connectionTimeoutMillis: patienceMs, ...config })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    if (rows[0]!.number < oldest) throw complain('database-old', { found: rows[0]!.version })
  } catch (error) {
    throw addressComplaint(name, client, error)
  } finally {
    await client.end().catch(() => {})
  }
}

const addressComplaint = (name: string, { host, port, user, database }: pg.Client, error: unknown) => {
  const {
    code,
    message = '',
    complaint,
  } = (error ?? {}) as { code?: string; message?: string; complaint?: unknown }
  if (complaint) return error
  if (code === '28P01' || code === '28000')
    return complain('database-password', { name, user: user ?? '' }, error)
  if (code === '3D000') return complain('database-missing', { name, database: database ?? '' }, error)
  // A password is needed and none was given: our side refuses to go on, without a code.
  if (/SASL|password must be a string/.test(message))
    return complain('database-password', { name, user: user ?? '' }, error)
  if (/^[0-9A-Z]{5}$/.test(code ?? '') && !/^[A-Z]{5}$/.test(code!))
    return complain('database-other', { name, code: code! }, error)
  return complain('database-unreachable', { name, where: `${host}:${port}` }, error)
}

/** That the roles of `bootstrap.sql` are there, and each address signs in as its own. */
export const refuseMissingRoles = async (owner: pg.Pool, app: pg.Pool) => {
  const signedIn = async (pool: pg.Pool) =>
    (await pool.query<{ name: string }>('select session_user as name')).rows[0]!.name
  const [ownerIs, appIs] = [await signedIn(owner), await signedIn(app)]
  const { rows } = await owner.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where not exists (select from pg_roles where rolname = name)',
    [
      [
        ownerRole,
        appRole,
        'door_keeper',
        'fact_counter',
        'reach_org',
        'reach_lists',
        'reach_counts',
        'reach_public',
        'reach_job',
      ],
    ],
  )
  if (rows.length > 0) throw complain('roles-missing', { roles: rows.map(({ name }) => name).join(', ') })
  await refuseStrongRole(app, appIs)
  if (ownerIs !== ownerRole)
    throw complain('role-name', { name: 'DATABASE_OWNER_URL', wanted: ownerRole, found: ownerIs })
  if (appIs !== appRole) throw complain('role-name', { name: 'DATABASE_URL', wanted: appRole, found: appIs })
}

/** What the application signs in as must be able to reach a row only through a door. */
const refuseStrongRole = async (app: pg.Pool, user: string) => {
  const { rows } = await app.query<{ why: string }>(strengths, [ownerRole])
  if (rows.length > 0) throw complain('role-too-strong', { user, why: rows.map(({ why }) => why).join(', ') })
}

const strengths = `
  with me as (select * from pg_roles where rolname = session_user),
    mine as (select r.* from pg_roles r, me where pg_has_role(me.oid, r.oid, 'member'))
  select why from (values
    ('superuser', exists (select from mine where rolsuper)),
    ('BYPASSRLS', exists (select from mine where rolbypassrls)),
    ('CREATEROLE', exists (select from mine where rolcreaterole)),
    ('owner of tables', exists (select from pg_class c join mine on mine.oid = c.relowner
      where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace))),
    ('may become the owner', exists (select from mine where rolname = $1)),
    ('rights on tables', exists (select from pg_class c, me
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not me.rolsuper
        and has_table_privilege(me.oid, c.oid, 'select, insert, update, delete')))
  ) as strength (why, so) where so`
