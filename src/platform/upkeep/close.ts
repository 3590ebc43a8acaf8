import type pg from 'pg'
import type { OrgId } from '../db/brand.ts'
import { asOwner } from '../db/owner.ts'
import { type Table, tablesOf } from '../db/tables.ts'

/**
 * Deletes everything of an organization in one transaction, table by table as the catalogue knows them, what it agreed with
 * others, and the accounts that served no other. Repeating it changes nothing.
 */
export const closeOrganization = (owner: pg.Pool, orgId: OrgId): Promise<void> =>
  asOwner(owner, async (client) => {
    // Whoever is writing a row of it holds this lock until they are done; whoever comes later finds nothing to write to.
    await client.query('select from organizations where id = $1 for update', [orgId])
    const { rows } = await client.query<{ id: string }>(
      'select account_id as id from memberships where org_id = $1',
      [orgId],
    )
    for (const table of (await tablesOf(client)).toReversed()) {
      for (const statement of deletions(table)) await client.query(statement, [orgId])
    }
    await client.query(
      'delete from accounts a where id = any($1) and not exists (select from memberships m where m.account_id = a.id)',
      [rows.map(({ id }) => id)],
    )
  })

const deletions = ({ name, owner, columns }: Table): string[] => {
  if (owner.kind === 'organization') return [`delete from ${name} where ${owner.column} = $1`]
  if (owner.kind === 'shared') return [`delete from ${name} where parties @> array[$1]::uuid[]`]
  // A row of the server's that was made for this organization: a session of one of its phones.
  return columns
    .filter((column) => column.name.endsWith('org_id') && column.type === 'uuid')
    .map((column) => `delete from ${name} where ${column.name} = $1`)
}

/** The organizations that two people closed and whose deletion is still to be done: after a crash, or a moment ago. */
export const closingOrganizations = async (owner: pg.Pool): Promise<OrgId[]> => {
  const { rows } = await owner.query<{ id: OrgId }>(
    'select id from organizations where closing_at is not null',
  )
  return rows.map(({ id }) => id)
}
