import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Doors, Tx } from '#platform/db/doors.ts'
import type { Question, TableId, VoteId, VoteStateName } from '../schema.ts'
import { anywhere, type Lots } from './rules.ts'
import type { BoxId, ElectionUuid, Phase } from './schema.ts'

export type Box = {
  readonly orgId: OrgId
  readonly id: BoxId
  readonly voteId: VoteId
  readonly uuid: ElectionUuid
  readonly rehearsal: boolean
  readonly threshold: number
  readonly size: number
  readonly election: string | null
  readonly trustees: string | null
  readonly discarded: boolean
  readonly organization: string
  readonly title: string
  readonly questions: readonly Question[]
  readonly voteState: VoteStateName
  readonly opensAt: Date
  readonly closesAt: Date
  readonly phase: Phase | null
  readonly parent: string | null
  readonly height: number
  readonly bytes: number
  readonly timestampSeconds: number
  readonly counted: number | null
  readonly counts: number[][] | null
}

const boxes = (tx: Tx, where: ReturnType<typeof sql>) =>
  sql<Box>`select b.org_id, b.id, b.vote_id, b.uuid, b.rehearsal, b.threshold, b.size, b.election, b.trustees, b.discarded,
      o.name as organization, v.title, v.questions, v.state as vote_state, v.opens_at, v.closes_at,
      h.phase, h.parent, coalesce(h.height, 0) as height, coalesce(h.bytes, 0) as bytes,
      coalesce(h.timestamp_seconds, 0) as timestamp_seconds, h.counted, h.counts
    from vote_boxes b
    join votes v on v.org_id = b.org_id and v.id = b.vote_id
    join organizations o on o.id = b.org_id
    left join vote_box_heads h on h.org_id = b.org_id and h.box_id = b.id
    where ${where}`.execute(tx)

export const findBox = async (tx: Tx, orgId: OrgId, id: BoxId): Promise<Box | undefined> =>
  (await boxes(tx, sql`b.org_id = ${orgId} and b.id = ${id}`)).rows[0]

/** The boxes of a vote, the real one first. */
export const findBoxes = async (tx: Tx, orgId: OrgId, voteId: VoteId): Promise<readonly Box[]> =>
  (
    await boxes(
      tx,
      sql`b.org_id = ${orgId} and b.vote_id = ${voteId} and not b.discarded order by b.rehearsal, b.id`,
    )
  ).rows

type Public = { readonly orgId: OrgId; readonly id: BoxId }
/** A public name never changes hands: who asks often is answered from here. */
const known = new WeakMap<Doors, Map<ElectionUuid, Public>>()

/** The organization and the box that have this public name. */
export const findPublic = async (doors: Doors, uuid: ElectionUuid): Promise<Public | undefined> => {
  const names = known.get(doors) ?? new Map<ElectionUuid, Public>()
  known.set(doors, names)
  const kept = names.get(uuid)
  if (kept) return kept
  const found = await doors.asDoor(async (tx) => {
    const { rows } = await sql<Public>`select * from door.find_vote_box(${uuid})`.execute(tx)
    return rows[0]
  })
  if (found) names.set(uuid, found)
  return found
}

export type NewBox = Pick<Box, 'orgId' | 'id' | 'voteId' | 'uuid' | 'rehearsal' | 'threshold' | 'size'>

export const insertBox = (tx: Tx, box: NewBox) => tx.insertInto('voteBoxes').values(box).execute()

export const setDiscarded = (tx: Tx, { orgId, id }: Box) =>
  tx
    .updateTable('voteBoxes')
    .set({ discarded: true })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()

/** Fixes the documents of the election; they are never written twice. */
export const setDocuments = (tx: Tx, { orgId, id }: Box, documents: { election: string; trustees: string }) =>
  tx
    .updateTable('voteBoxes')
    .set(documents)
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .where('election', 'is', null)
    .executeTakeFirst()

export type VoteStanding = { readonly state: VoteStateName; readonly modes: readonly string[] }

export const findVoteStanding = async (
  tx: Tx,
  orgId: OrgId,
  voteId: VoteId,
): Promise<VoteStanding | undefined> =>
  tx
    .selectFrom('votes')
    .select(['state', 'modes'])
    .where('orgId', '=', orgId)
    .where('id', '=', voteId)
    .executeTakeFirst()

/** How many voters of the frozen roll vote from anywhere and at each booth. Says nothing of who. */
export const countLots = async (tx: Tx, { orgId, voteId }: Box): Promise<Lots> => {
  const { rows } = await sql<{ tableId: TableId | null; voters: number }>`
    select case mode when 'booth' then table_id end as table_id, count(*)::int as voters from vote_roll
    where org_id = ${orgId} and vote_id = ${voteId} and frozen and mode <> 'paper' group by 1`.execute(tx)
  return new Map(rows.map(({ tableId, voters }) => [tableId ?? anywhere, voters]))
}

export const countCredentials = async (tx: Tx, { orgId, id }: Box): Promise<Lots> => {
  const { rows } = await sql<{ tableId: TableId | null; made: number }>`
    select table_id, count(*)::int as made from vote_credentials where org_id = ${orgId} and box_id = ${id} group by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ tableId, made }) => [tableId ?? anywhere, made]))
}

export type Credential = {
  readonly hash: Buffer
  readonly publicText: string
  readonly tableId: TableId | null
}

/** Puts a whole list in the place of the one before. `credentials` come sorted by their digits. */
export const replaceCredentials = async (tx: Tx, { orgId, id }: Box, credentials: readonly Credential[]) => {
  await tx.deleteFrom('voteCredentials').where('orgId', '=', orgId).where('boxId', '=', id).execute()
  const column = <Value>(read: (credential: Credential) => Value) => credentials.map(read)
  await sql`insert into vote_credentials (org_id, box_id, hash, public_text, table_id)
    select ${orgId}, ${id}, * from unnest(${column(({ hash }) => hash)}::bytea[],
      ${column(({ publicText }) => publicText)}::text[], ${column(({ tableId }) => tableId)}::uuid[])`.execute(
    tx,
  )
}

/** Every public credential of a box, sorted by its digits. */
export const findCredentials = async (
  tx: Tx,
  { orgId, id }: Pick<Box, 'orgId' | 'id'>,
  tableId?: TableId,
) => {
  const { rows } = await sql<{ publicText: string }>`
    select public_text from vote_credentials where org_id = ${orgId} and box_id = ${id}
      and (${tableId ?? null}::uuid is null or table_id = ${tableId ?? null}) order by public_text collate "C"`.execute(
    tx,
  )
  return rows.map(({ publicText }) => publicText)
}

export const tablesOf = async (tx: Tx, { orgId, voteId }: Box): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('voteTables')
    .select('id')
    .where('orgId', '=', orgId)
    .where('voteId', '=', voteId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether the electronic box of a vote is ready to receive ballots. */
export const isBoxReady = async (tx: Tx, orgId: OrgId, voteId: VoteId): Promise<boolean> =>
  (await findBoxes(tx, orgId, voteId)).some(({ rehearsal, phase }) => !rehearsal && phase === 'open')

/** The public name of a vote's electronic box, once it is set up. */
export const findArchive = async (tx: Tx, orgId: OrgId, voteId: VoteId): Promise<ElectionUuid | null> =>
  (await findBoxes(tx, orgId, voteId)).find(({ rehearsal, phase }) => !rehearsal && phase !== null)?.uuid ??
  null
