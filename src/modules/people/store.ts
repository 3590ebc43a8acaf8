import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import { plain } from '#platform/text/plain.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import { dailyOpenings } from './rules.ts'
import type { Identity, PersonId } from './schema.ts'
import { sealedIdentity } from './store.vault.ts'

export type NewPerson = { id: PersonId; handle: string; listIds: readonly ListId[]; identity?: Identity }

/**
 * Adds people, each once: an id already there is left as it is. Answers with the subject of every person added now.
 * Two statements, however many they are.
 */
export const insertPeople = async (
  tx: Tx,
  { orgId, membershipId }: Pick<Actor, 'orgId' | 'membershipId'>,
  vault: OrgVault,
  people: readonly NewPerson[],
  importId: string | null = null,
): Promise<Map<PersonId, string>> => {
  if (people.length === 0) return new Map()
  const rows = people.map((person) => ({
    ...person,
    subject: randomUUID(),
    lists: `{${person.listIds.join(',')}}`,
  }))
  const { rows: added } = await sql<{ id: PersonId; subjectId: string }>`
    insert into people (org_id, id, handle, search_key, list_ids, subject_id, import_id, created_by)
    select ${orgId}, id, handle, search_key, lists::uuid[], subject, ${importId}, ${membershipId}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ handle }) => handle)}::text[],
      ${rows.map(({ handle }) => plain(handle))}::text[], ${rows.map(({ lists }) => lists)}::text[],
      ${rows.map(({ subject }) => subject)}::uuid[]) as given (id, handle, search_key, lists, subject)
    on conflict (org_id, id) do nothing returning id, subject_id`.execute(tx)
  const subjects = new Map(added.map(({ id, subjectId }) => [id, subjectId]))
  await insertIdentities(
    tx,
    orgId,
    vault,
    rows.filter(({ id, identity }) => identity && subjects.has(id)),
  )
  return subjects
}

const insertIdentities = async (
  tx: Tx,
  orgId: string,
  vault: OrgVault,
  people: readonly (NewPerson & { lists: string })[],
) => {
  if (people.length === 0) return
  const rows = people.map(({ id, identity }) => sealedIdentity(vault, id, identity!))
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name])
  await sql`insert into person_vault (org_id, person_id, list_ids, name, phone, address, identifier, name_blind, name_block, phone_blind, identifier_blind)
    select ${orgId}, person_id, lists::uuid[], name, phone, address, identifier, name_blind, name_block, phone_blind, identifier_blind
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ lists }) => lists)}::text[],
      ${column('name')}::bytea[], ${column('phone')}::bytea[], ${column('address')}::bytea[], ${column('identifier')}::bytea[],
      ${column('nameBlind')}::bytea[], ${column('nameBlock')}::bytea[], ${column('phoneBlind')}::bytea[],
      ${column('identifierBlind')}::bytea[])
      as given (person_id, lists, name, phone, address, identifier, name_blind, name_block, phone_blind, identifier_blind)`.execute(
    tx,
  )
}

const personColumns = ['id', 'handle', 'listIds', 'sex', 'ageBand', 'version'] as const

export const findPerson = (tx: Tx, { orgId }: Actor, id: PersonId) =>
  tx
    .selectFrom('people')
    .select(personColumns)
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The person and everybody merged into them: whose conversations are read as one. */
export const idsOf = async (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, id: PersonId): Promise<PersonId[]> => {
  const rows = await tx
    .selectFrom('people')
    .select('id')
    .where('orgId', '=', orgId)
    .where((where) => where.or([where('id', '=', id), where('mergedInto', '=', id)]))
    .execute()
  return rows.map((row) => row.id as PersonId)
}

export type PersonChange = {
  handle: string
  sex: 'woman' | 'man' | 'other' | null
  ageBand: '15-29' | '30-44' | '45-59' | '60+' | null
}

/** `false` when somebody changed the record since `version`. */
export const changePerson = async (
  tx: Tx,
  { orgId }: Actor,
  id: PersonId,
  version: number,
  change: PersonChange,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('people')
    .set({ ...change, searchKey: plain(change.handle), version: version + 1 })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const findVaulted = (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, ids: readonly PersonId[]) =>
  tx
    .selectFrom('personVault')
    .select(['personId', 'name', 'phone', 'address', 'identifier'])
    .where('orgId', '=', orgId)
    .where('personId', 'in', [...ids])
    .execute()

export const keepIdentity = async (
  tx: Tx,
  { orgId }: Actor,
  vault: OrgVault,
  person: { id: PersonId; listIds: readonly string[] },
  identity: Identity,
) => {
  const sealed = sealedIdentity(vault, person.id, identity)
  await tx
    .insertInto('personVault')
    .values({ orgId, personId: person.id, listIds: [...person.listIds], ...sealed })
    .onConflict((conflict) => conflict.columns(['orgId', 'personId']).doUpdateSet(sealed))
    .execute()
}

/** Counts `opened` more openings on a day; `false`, and nothing counted, when that would pass `cap`. */
export const countOpenings = async (
  tx: Tx,
  { orgId, membershipId }: Actor,
  day: string,
  opened: number,
  cap: number,
) => {
  if (opened > cap) return false
  const { rows } = await sql`insert into openings (org_id, membership_id, day, opened)
    values (${orgId}, ${membershipId}, ${day}, ${opened})
    on conflict (org_id, membership_id, day) do update set opened = openings.opened + excluded.opened
    where openings.opened + excluded.opened <= ${cap} returning opened`.execute(tx)
  return rows.length > 0
}

/** Counts openings within the day's cap of whoever opens; `false`, and nothing counted, when they would pass it. */
export const countWithinCap = (tx: Tx, actor: Actor, day: string, opened: number) =>
  countOpenings(tx, actor, day, opened, dailyOpenings(actor.role))

/** Moves people to these lists, in every table that speaks of them. */
export const assignPeople = (
  tx: Tx,
  { orgId }: Pick<Actor, 'orgId'>,
  ids: readonly PersonId[],
  listIds: readonly ListId[],
) => sql`select assign_lists(${orgId}, ${[...ids]}::uuid[], ${[...listIds]}::uuid[])`.execute(tx)

/**
 * Erases somebody, and every record that was merged into one with the one named: row, identity, conversations. Facts keep a
 * subject that no longer leads anywhere. `false` when there is nobody within reach.
 */
export const erasePerson = async (tx: Tx, { orgId }: Actor, id: PersonId) => {
  const { rows } = await sql<{ id: string }>`
    with named as (select coalesce(merged_into, id) as root from people where org_id = ${orgId} and id = ${id})
    delete from people p using named
    where p.org_id = ${orgId} and (p.id = named.root or p.merged_into = named.root)
    returning p.id`.execute(tx)
  return rows.length > 0
}

export const handlesOf = async (tx: Tx, { orgId }: Pick<Actor, 'orgId'>, ids: readonly PersonId[]) => {
  if (ids.length === 0) return new Map<PersonId, string>()
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'handle'])
    .where('orgId', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, handle }) => [id as PersonId, handle]))
}

/** Somebody looked at both and says that they are two people; they are not asked about again. */
export const markDistinct = (tx: Tx, { orgId }: Actor, one: PersonId, other: PersonId) => {
  const [oneId, otherId] = one < other ? [one, other] : [other, one]
  return tx
    .insertInto('notDuplicates')
    .values({ orgId, oneId, otherId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Those of these people whom the actor reaches, with what facts may say of them. */
export const findReached = async (tx: Tx, { orgId }: Actor, ids: readonly PersonId[]) => {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'listIds', 'subjectId', 'sex', 'ageBand'])
    .where('orgId', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map(({ id, ...row }) => ({ id: id as PersonId, ...row }))
}

/** The people of a list with what identifies them, still sealed; one merged into another is left out. */
export const findListed = async (tx: Tx, { orgId }: Actor, listId: ListId) => {
  const rows = await tx
    .selectFrom('people as p')
    .leftJoin('personVault as v', (join) =>
      join.onRef('v.orgId', '=', 'p.orgId').onRef('v.personId', '=', 'p.id'),
    )
    .select(['p.id', 'p.sex', 'v.personId', 'v.name', 'v.phone', 'v.address', 'v.identifier'])
    .where('p.orgId', '=', orgId)
    .where('p.listIds', '@>', sql<string[]>`array[${listId}::uuid]`)
    .where('p.mergedInto', 'is', null)
    .execute()
  return rows.map(({ id, sex, personId, ...fields }) => ({
    id: id as PersonId,
    sex,
    identity: personId === null ? null : { personId, ...fields },
  }))
}
