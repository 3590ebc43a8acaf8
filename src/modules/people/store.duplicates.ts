import { sql } from 'kysely'
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
  const digests = (name: 'phoneBlind' | 'identifierBlind' | 'nameBlind' | 'nameBlock') =>
    wanted.flatMap((entry) => entry[name] ?? [])
  const { rows: found } = await sql<Candidate>`
    select v.person_id, v.name, v.phone_blind, v.identifier_blind, v.name_blind, v.name_block
    from person_vault v join people p on p.org_id = v.org_id and p.id = v.person_id and p.merged_into is null
    where v.org_id = ${orgId} and v.person_id in (
      select person_id from person_vault where org_id = ${orgId} and phone_blind = any(${digests('phoneBlind')}::bytea[])
      union select person_id from person_vault where org_id = ${orgId} and identifier_blind = any(${digests('identifierBlind')}::bytea[])
      union select person_id from person_vault where org_id = ${orgId} and name_blind = any(${digests('nameBlind')}::bytea[])
      union select person_id from person_vault where org_id = ${orgId} and name_block = any(${digests('nameBlock')}::bytea[]))`.execute(
    tx,
  )
  const by = (name: 'phoneBlind' | 'identifierBlind' | 'nameBlind' | 'nameBlock') => grouped(found, name)
  const [phones, identifiers, names, blocks] = [
    by('phoneBlind'),
    by('identifierBlind'),
    by('nameBlind'),
    by('nameBlock'),
  ]
  const nameOf = openedNames(vault)
  return wanted.flatMap(({ row, phoneBlind, identifierBlind, nameBlind, nameBlock }) => {
    const answer = (candidates: Candidate[] | undefined, reason: DuplicateReason) => {
      const other = candidates?.find(({ personId }) => personId !== row.id)
      return other && { row: row.id, personId: other.personId, reason }
    }
    // The first one like enough answers, and only who nothing stronger tells is compared at all.
    const alike = () => {
      const other = at(blocks, nameBlock)?.find(
        (one) => one.personId !== row.id && nameLikeness(nameOf(one), row.name ?? '') >= likeEnough,
      )
      return other && { row: row.id, personId: other.personId, reason: 'similar_name' as const }
    }
    return (
      answer(at(phones, phoneBlind), 'phone') ??
      answer(at(identifiers, identifierBlind), 'identifier') ??
      answer(at(names, nameBlind), 'name') ??
      alike() ??
      []
    )
  })
}

type Candidate = {
  personId: PersonId
  name: Buffer | null
  phoneBlind: Buffer | null
  identifierBlind: Buffer | null
  nameBlind: Buffer | null
  nameBlock: Buffer | null
}

const grouped = (
  candidates: Candidate[],
  name: 'phoneBlind' | 'identifierBlind' | 'nameBlind' | 'nameBlock',
) =>
  Map.groupBy(
    candidates.filter((candidate) => candidate[name]),
    (candidate) => candidate[name]!.toString('base64'),
  )

const at = (groups: Map<string, Candidate[]>, digest: Buffer | null) =>
  digest ? groups.get(digest.toString('base64')) : undefined

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

/** Pairs within the organization that may be one person, at most `limit`, and that nobody has decided on. */
export const findDuplicatePairs = async (tx: Tx, { orgId }: Actor, limit: number) => {
  const { rows } = await sql<{
    one: PersonId
    other: PersonId
    reason: DuplicateReason
    oneHandle: string
    otherHandle: string
  }>`
    select a.person_id as one, b.person_id as other, p.handle as one_handle, q.handle as other_handle,
      case when a.phone_blind = b.phone_blind then 'phone' when a.identifier_blind = b.identifier_blind then 'identifier'
        when a.name_blind = b.name_blind then 'name' else 'similar_name' end as reason
    from person_vault a
    join person_vault b on b.org_id = a.org_id and b.person_id > a.person_id
      and (b.phone_blind = a.phone_blind or b.identifier_blind = a.identifier_blind or b.name_blind = a.name_blind)
    join people p on p.org_id = a.org_id and p.id = a.person_id and p.merged_into is null
    join people q on q.org_id = b.org_id and q.id = b.person_id and q.merged_into is null
    where a.org_id = ${orgId} and not exists (
      select from not_duplicates n where n.org_id = a.org_id and n.one_id = a.person_id and n.other_id = b.person_id)
    limit ${limit}`.execute(tx)
  return rows
}
