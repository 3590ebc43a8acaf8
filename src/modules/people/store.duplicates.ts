import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import { nameLikeness } from './names.ts'
import { likeEnough } from './rules.ts'
import type { DuplicateReason, ImportRow, PersonId } from './schema.ts'
import { blindIndexes, openedIdentity } from './store.vault.ts'

export type Duplicate = { row: PersonId; personId: PersonId; reason: DuplicateReason }

/**
 * Who of the organization each row may already be: by phone, identifier or whole name through the blind indexes, and by a
 * similar name among those that share its rough key, which are opened in memory for the comparison. One answer a row, the
 * strongest reason first.
 */
export const findDuplicates = async (
  tx: Tx,
  { orgId }: Actor,
  vault: OrgVault,
  rows: readonly ImportRow[],
): Promise<Duplicate[]> => {
  const wanted = rows.map((row) => ({ row, ...blindIndexes(vault, row) }))
  const digests = (name: BlindIndex) => wanted.flatMap((entry) => entry[name] ?? [])
  const shared = {
    phoneBlind: await findSharing(tx, orgId, 'phone_blind', digests('phoneBlind')),
    identifierBlind: await findSharing(tx, orgId, 'identifier_blind', digests('identifierBlind')),
    nameBlind: await findSharing(tx, orgId, 'name_blind', digests('nameBlind')),
    nameBlock: await findSharing(tx, orgId, 'name_block', digests('nameBlock')),
  }
  const nameOf = openedNames(vault)
  return wanted.flatMap(({ row, ...blind }) => {
    const others = (name: BlindIndex) =>
      blind[name] ? shared[name].get(blind[name].toString('base64')) : undefined
    const answer = (
      name: BlindIndex,
      reason: DuplicateReason,
      same: (one: Candidate) => boolean = () => true,
    ) => {
      const other = others(name)?.find((one) => one.personId !== row.id && same(one))
      return other && { row: row.id, personId: other.personId, reason }
    }
    // The first one like enough answers, and only who nothing stronger tells is compared at all.
    return (
      answer('phoneBlind', 'phone') ??
      answer('identifierBlind', 'identifier') ??
      answer('nameBlind', 'name') ??
      answer('nameBlock', 'similar_name', (one) => nameLikeness(nameOf(one), row.name ?? '') >= likeEnough) ??
      []
    )
  })
}

type BlindIndex = keyof ReturnType<typeof blindIndexes>
type BlindColumn = 'phone_blind' | 'identifier_blind' | 'name_blind' | 'name_block'
type Candidate = { digest: Buffer; personId: PersonId; name: Buffer | null }

/**
 * Who shares each digest, by that digest. Looked up one digest after another (`offset 0` keeps the planner from turning it
 * round): while a list comes in, the statistics still speak of an empty table, and a plan made for that one reads all of it.
 */
const findSharing = async (
  tx: Tx,
  orgId: OrgId,
  column: BlindColumn,
  digests: readonly Buffer[],
): Promise<Map<string, Candidate[]>> => {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<Candidate>`
    select given.digest, v.person_id, v.name from (select distinct digest from unnest(${digests}::bytea[]) as every (digest)) as given
    cross join lateral (
      select person_id, name from person_vault where org_id = ${orgId} and ${sql.ref(column)} = given.digest offset 0) as v
    where (select merged_into from people p where p.org_id = ${orgId} and p.id = v.person_id) is null`.execute(
    tx,
  )
  return Map.groupBy(rows, ({ digest }) => digest.toString('base64'))
}

const openedNames = (vault: OrgVault) => {
  const opened = new Map<PersonId, string>()
  return ({ personId, name }: Candidate): string => {
    const known = opened.get(personId)
    if (known !== undefined) return known
    const empty = { phone: null, address: null, identifier: null }
    const made = openedIdentity(vault, { personId, name, ...empty }).name ?? ''
    opened.set(personId, made)
    return made
  }
}

/**
 * Pairs within the organization that may be one person, at most `limit`, the strongest reason first, and that nobody has
 * decided on. What more than one person shares is looked for first: only for that are pairs made, one after another, until
 * there are enough.
 */
export const findDuplicatePairs = async (tx: Tx, { orgId }: Actor, limit: number) => {
  const pairs = (reason: DuplicateReason, column: BlindColumn, stronger: readonly BlindColumn[]) => sql`
    select a.person_id as one, b.person_id as other, ${reason} as reason from (
      select ${sql.ref(column)} as digest from person_vault where org_id = ${orgId} and ${sql.ref(column)} is not null
      group by 1 having count(*) > 1 offset 0) as shared
    cross join lateral (select * from person_vault where org_id = ${orgId} and ${sql.ref(column)} = digest offset 0) as a
    cross join lateral (select * from person_vault where org_id = ${orgId} and ${sql.ref(column)} = digest
      and person_id > a.person_id offset 0) as b
    where true ${sql.join(
      stronger.map((other) => sql`and (a.${sql.ref(other)} = b.${sql.ref(other)}) is not true`),
      sql` `,
    )}`
  const { rows } = await sql<{
    one: PersonId
    other: PersonId
    reason: DuplicateReason
    oneHandle: string
    otherHandle: string
  }>`
    select pairs.*, p.handle as one_handle, q.handle as other_handle from (
      ${pairs('phone', 'phone_blind', [])}
      union all ${pairs('identifier', 'identifier_blind', ['phone_blind'])}
      union all ${pairs('name', 'name_blind', ['phone_blind', 'identifier_blind'])}) as pairs
    cross join lateral (select handle from people where org_id = ${orgId} and id = one and merged_into is null offset 0) as p
    cross join lateral (select handle from people where org_id = ${orgId} and id = other and merged_into is null offset 0) as q
    where (select true from not_duplicates n where n.org_id = ${orgId} and n.one_id = one and n.other_id = other) is null
    limit ${limit}`.execute(tx)
  return rows
}
