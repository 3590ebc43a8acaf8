import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ListId } from '#platform/db/brand.ts'
import type { Actor, Tx } from '#platform/db/doors.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import { findListed } from '../people/store.ts'
import { blindIndexes, openedIdentity } from '../people/store.vault.ts'
import type { Mode, TableId, VoteId, Voter, VoterId } from './schema.ts'

type Of = Pick<Actor, 'orgId'>
export type NewVoter = Omit<Voter, 'number'> & { personId?: string }

const sealedFields = ['name', 'identifier', 'phone'] as const
const place = (column: (typeof sealedFields)[number], id: string) => ({ table: 'vote_roll', column, id })

const sealed = (vault: OrgVault, { id, name, identifier, phone }: NewVoter) => {
  const { nameBlind, identifierBlind, phoneBlind } = blindIndexes(vault, { name, identifier, phone })
  return {
    name: vault.seal(place('name', id), name),
    identifier: identifier ? vault.seal(place('identifier', id), identifier) : null,
    phone: phone ? vault.seal(place('phone', id), phone) : null,
    nameBlind,
    identifierBlind,
    phoneBlind,
  }
}

/** Adds voters, each once, in one statement; a person already on the roll is left as they are. Answers how many were added. */
export const insertVoters = async (
  tx: Tx,
  { orgId }: Of,
  vault: OrgVault,
  voteId: VoteId,
  voters: readonly NewVoter[],
): Promise<number> => {
  if (voters.length === 0) return 0
  const rows = voters.map((voter) => ({ ...voter, ...sealed(vault, voter) }))
  const column = <Value>(read: (row: (typeof rows)[number]) => Value) => rows.map(read)
  const { numAffectedRows } = await sql`
    insert into vote_roll (org_id, vote_id, id, person_id, name, identifier, phone, name_blind, identifier_blind, phone_blind,
      section, sex, mode, table_id, credential_by, category)
    select ${orgId}, ${voteId}, * from unnest(
      ${column(({ id }) => id)}::uuid[], ${column(({ personId }) => personId ?? null)}::uuid[],
      ${column(({ name }) => name)}::bytea[], ${column(({ identifier }) => identifier)}::bytea[],
      ${column(({ phone }) => phone)}::bytea[], ${column(({ nameBlind }) => nameBlind)}::bytea[],
      ${column(({ identifierBlind }) => identifierBlind)}::bytea[], ${column(({ phoneBlind }) => phoneBlind)}::bytea[],
      ${column(({ section }) => section)}::text[], ${column(({ sex }) => sex)}::text[], ${column(({ mode }) => mode)}::text[],
      ${column(({ tableId }) => tableId)}::uuid[], ${column(({ credentialBy }) => credentialBy)}::text[],
      ${column(({ category }) => category)}::text[])
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Who of these stands on the roll already: the same CURP, else the same name; told by blind indexes, no name is opened. */
export const findStanding = async (
  tx: Tx,
  { orgId }: Of,
  vault: OrgVault,
  voteId: VoteId,
  voters: readonly Pick<Voter, 'id' | 'name' | 'identifier'>[],
): Promise<{ id: VoterId; by: 'identifier' | 'name' }[]> => {
  const blinds = voters.map(({ name, identifier }) => blindIndexes(vault, { name, identifier, phone: null }))
  const { rows } = await sql<{ id: VoterId; by: 'identifier' | 'name' }>`
    select given.id, case when r.identifier_blind = given.identifier_blind then 'identifier' else 'name' end as by
    from unnest(${voters.map(({ id }) => id)}::uuid[], ${blinds.map(({ identifierBlind }) => identifierBlind)}::bytea[],
      ${blinds.map(({ nameBlind }) => nameBlind)}::bytea[]) as given (id, identifier_blind, name_blind)
    join lateral (select identifier_blind from vote_roll r where r.org_id = ${orgId} and r.vote_id = ${voteId}
      and (r.identifier_blind = given.identifier_blind or r.name_blind = given.name_blind)
      order by r.identifier_blind is not distinct from given.identifier_blind desc limit 1) r on true`.execute(
    tx,
  )
  return [...rows]
}

/** Copies the people of a list to the roll; who has no name written is left out and counted. */
export const enrolList = async (
  tx: Tx,
  actor: Actor,
  vault: OrgVault,
  voteId: VoteId,
  listId: ListId,
  { mode, tableId }: { mode: Mode; tableId: TableId | null },
) => {
  const listed = await findListed(tx, actor, listId)
  const voters = listed.flatMap(({ sex, identity, id: personId }): NewVoter[] => {
    const { name, phone, identifier } = identity ? openedIdentity(vault, identity) : nobody
    if (!name) return []
    const credentialBy = mode === 'remote' && phone ? ('phone' as const) : ('hand' as const)
    const known = { sex: sex as Voter['sex'], section: '', mode, tableId, credentialBy }
    return [
      { id: randomUUID() as VoterId, personId, name, identifier, phone, ...known, category: 'entitled' },
    ]
  })
  return {
    added: await insertVoters(tx, actor, vault, voteId, voters),
    withoutName: listed.length - voters.length,
  }
}

const nobody = { name: null, phone: null, identifier: null }

export const keepVoter = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId, voter: NewVoter) => {
  const { id, personId: _, ...fields } = voter
  const { numUpdatedRows } = await tx
    .updateTable('voteRoll')
    .set({ ...fields, ...sealed(vault, voter) } as never)
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await insertVoters(tx, { orgId }, vault, voteId, [voter])
}

export const removeVoter = async (tx: Tx, { orgId }: Of, voteId: VoteId, id: VoterId) => {
  const { numDeletedRows } = await tx
    .deleteFrom('voteRoll')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

type Part = {
  section: string | null
  voterIds: readonly VoterId[] | null
  mode: Mode
  tableId: TableId | null
}

/** Moves a section, or these voters, to a mode and a table; answers how many moved. */
export const splitRoll = async (tx: Tx, { orgId }: Of, voteId: VoteId, part: Part) => {
  const { section, voterIds, mode, tableId } = part
  const moved = tx
    .updateTable('voteRoll')
    .set({ mode, tableId })
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .$if(section !== null, (query) => query.where('section', '=', section!))
    .$if(voterIds !== null, (query) =>
      query.where('id', '=', sql<string>`any(${[...(voterIds ?? [])]}::uuid[])`),
    )
  return Number((await moved.executeTakeFirst()).numUpdatedRows)
}

/** The roll with its names, by number once frozen. */
export const findRoll = async (tx: Tx, { orgId }: Of, vault: OrgVault, voteId: VoteId): Promise<Voter[]> => {
  const rows = await tx
    .selectFrom('voteRoll')
    .select([
      'id',
      'number',
      'name',
      'identifier',
      'phone',
      'section',
      'sex',
      'mode',
      'tableId',
      'credentialBy',
      'category',
    ])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .orderBy('number')
    .orderBy('id')
    .execute()
  const open = (column: (typeof sealedFields)[number], id: string, value: Buffer | null) =>
    value && vault.open(place(column, id), value)
  return rows.map(
    ({ name, identifier, phone, ...row }) =>
      ({
        ...row,
        name: open('name', row.id, name),
        identifier: open('identifier', row.id, identifier),
        phone: open('phone', row.id, phone),
      }) as Voter,
  )
}

/** What the check before the freeze compares, with no name opened. */
export const findRollBlind = async (tx: Tx, { orgId }: Of, voteId: VoteId) => {
  const rows = await tx
    .selectFrom('voteRoll')
    .select(['id', 'number', 'section', 'sex', 'mode', 'tableId', 'credentialBy', 'category'])
    .select([
      sql<string>`encode(name_blind, 'hex')`.as('nameBlind'),
      sql<string | null>`encode(identifier_blind, 'hex')`.as('identifierBlind'),
      sql<string | null>`encode(phone_blind, 'hex')`.as('phoneBlind'),
      sql<boolean>`phone is not null`.as('hasPhone'),
    ])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .execute()
  return rows.map(
    (row) => ({ ...row, id: row.id as VoterId, tableId: row.tableId as TableId | null }) as Blind,
  )
}
type Blind = Omit<Voter, 'name' | 'identifier' | 'phone'> & {
  nameBlind: string
  identifierBlind: string | null
  phoneBlind: string | null
  hasPhone: boolean
}

/** How many are on the roll, by mode, sex and table; for whoever may only count. */
export const findRollCounts = (tx: Tx, { orgId }: Of, voteId: VoteId) =>
  tx
    .selectFrom('voteRoll')
    .select(['mode', 'sex', 'category', 'tableId'])
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .execute()

/** Numbers the roll and freezes it; from here on the database refuses every change. Who is not entitled is taken off. */
export const freezeRoll = async (
  tx: Tx,
  { orgId }: Of,
  voteId: VoteId,
  order: readonly { id: string; number: number }[],
) => {
  await tx
    .deleteFrom('voteRoll')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .where('category', '<>', 'entitled')
    .execute()
  await sql`update vote_roll r set number = given.number, frozen = true
    from unnest(${order.map(({ id }) => id)}::uuid[], ${order.map(({ number }) => number)}::int[]) as given (id, number)
    where r.org_id = ${orgId} and r.vote_id = ${voteId} and r.id = given.id`.execute(tx)
}

type Verb = 'added' | 'changed' | 'removed' | 'split' | 'published' | 'frozen'

export const logRoll = (tx: Tx, { orgId, membershipId }: Actor, voteId: VoteId, verb: Verb, people: number) =>
  tx
    .insertInto('voteRollLog')
    .values({ orgId, id: randomUUID(), voteId, verb, people, doneBy: membershipId })
    .execute()

export const findRollLog = (tx: Tx, { orgId }: Of, voteId: VoteId) =>
  tx
    .selectFrom('voteRollLog as l')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.orgId', '=', 'l.orgId').onRef('m.id', '=', 'l.doneBy'),
    )
    .select(['l.verb', 'l.people', 'l.doneAt', 'm.alias as by'])
    .where('l.orgId', '=', orgId)
    .where('l.voteId', '=', voteId)
    .orderBy('l.number')
    .execute()
