import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Role } from '../access/roles.ts'
import type { ListId, MembershipId, OrgId } from '../db/brand.ts'
import type { Tx } from '../db/doors.ts'
import { newToken } from '../http/session.ts'
import type { SealedKey } from '../vault/vault.ts'

type Owner = pg.Pool | pg.ClientBase

export type OrganizationKind = 'union' | 'program' | 'funder' | 'center'
export type NewOrganization = {
  id: OrgId
  name: string
  kind: OrganizationKind
  timeZone: string
} & SealedKey

/** Another organization on this server, with a key of its own and nobody in it yet. */
export const addOrganization = async (owner: Owner, organization: NewOrganization) => {
  const { id, name, kind, timeZone, sealed, sealedWith } = organization
  await owner.query(
    `with added as (insert into organizations (id, name, kind, time_zone) values ($1, $2, $3, $4))
     insert into org_keys (org_id, sealed, sealed_with) values ($1, $5, $6)`,
    [id, name, kind, timeZone, sealed, sealedWith],
  )
}

/** The organizations the server's timers go through, one after another. */
export const organizationIds = async (tx: Tx): Promise<OrgId[]> => {
  const { rows } = await sql<{ id: OrgId }>`select id from door.organizations() as id`.execute(tx)
  return rows.map(({ id }) => id)
}

export type FoundOrganization = {
  id: OrgId
  name: string
  kind: OrganizationKind
  members: number
  closing: boolean
}

export const findOrganizations = async (owner: Owner): Promise<FoundOrganization[]> => {
  const { rows } = await owner.query<FoundOrganization>(
    `select o.id, o.name, o.kind, o.closing_at is not null as closing,
       (select count(*)::int from memberships m where m.org_id = o.id and m.ended_at is null) as members
     from organizations o order by o.name collate "C", o.id`,
  )
  return rows
}

export type Invited = {
  role: Role
  alias: string
  listIds?: readonly ListId[]
  /** Set when a member comes back as themselves, with new keys. */
  membershipId?: MembershipId
}

const days = 7

/**
 * A single-use invitation made by whoever runs the server, and written into the organization's access log as such: without a
 * member's name, because none of them did it. Answers with its token.
 */
export const inviteByServer = async (
  owner: Owner,
  orgId: OrgId,
  verb: 'invite' | 'rescue',
  { role, alias, listIds = [], membershipId }: Invited,
): Promise<string> => {
  const { token, hash } = newToken()
  const id = randomUUID()
  await owner.query(
    `with invited as (
       insert into invitations (org_id, id, token_hash, role, alias, list_ids, membership_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => ${days})))
     insert into access_log (org_id, verb, target, target_id) values ($1, $8, $4, $2)`,
    [orgId, id, hash, role, alias, listIds, membershipId ?? null, verb],
  )
  return token
}

/** The owners an organization has now: who comes back first after it moved here. */
export const ownersOf = async (
  owner: Owner,
  orgId: OrgId,
): Promise<{ id: MembershipId; alias: string }[]> => {
  const { rows } = await owner.query<{ id: MembershipId; alias: string }>(
    `select id, alias from memberships where org_id = $1 and role = 'owner' and ended_at is null order by joined_at, id`,
    [orgId],
  )
  return rows
}

export const listsOf = async (owner: Owner, orgId: OrgId): Promise<{ id: ListId; name: string }[]> => {
  const { rows } = await owner.query<{ id: ListId; name: string }>(
    'select id, name from lists where org_id = $1',
    [orgId],
  )
  return rows
}

/** Writes down what whoever runs the server did to the organization: took its copy, erased somebody. */
export const logByServer = (
  owner: Owner,
  orgId: OrgId,
  verb: string,
  { target, id }: { target: string; id?: string } = { target: 'organization' },
) =>
  owner.query(`insert into access_log (org_id, verb, target, target_id) values ($1, $2, $3, $4)`, [
    orgId,
    verb,
    target,
    id ?? null,
  ])
