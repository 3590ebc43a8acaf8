import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type pg from 'pg'
import type { Source } from './inputs.ts'
import type { Union } from './union.ts'

/** Where the records stand that an id of each kind names; about people: only those on a list. */
const records: Record<string, { table: string; listed?: true }> = {
  PersonId: { table: 'people', listed: true },
  NextStepId: { table: 'next_steps', listed: true },
  PromiseId: { table: 'promises', listed: true },
  CampaignId: { table: 'campaigns' },
  UnitId: { table: 'units' },
  PlantId: { table: 'plants' },
  ListId: { table: 'lists' },
  MembershipId: { table: 'memberships' },
  DeviceId: { table: 'devices' },
  InvitationId: { table: 'invitations' },
  ApprovalId: { table: 'approvals' },
  ImportId: { table: 'imports' },
  MergeId: { table: 'merges' },
  TallyId: { table: 'tallies' },
  SheetId: { table: 'sheets' },
  OperationId: { table: 'operations' },
  CommitteeId: { table: 'committees' },
  LeaderId: { table: 'leaders' },
  ActivityId: { table: 'activities' },
  SignUpId: { table: 'sign_ups' },
  VoteId: { table: 'votes' },
  TableId: { table: 'vote_tables' },
  ChoiceId: { table: 'vote_slates' },
  VoterId: { table: 'vote_roll' },
  OfficerId: { table: 'vote_officers' },
  ObjectionId: { table: 'vote_objections' },
  VoteFileId: { table: 'vote_files' },
}

/** Ids by kind, in an order that does not change. */
export type Ids = ReadonlyMap<string, readonly string[]>

export const idsOf = async (owner: pg.Pool, { org, lists }: Union, list: 0 | 1): Promise<Ids> => {
  const found = new Map<string, string[]>()
  for (const [title, { table, listed }] of Object.entries(records)) {
    const where = listed ? ' and $2 = any(list_ids)' : ''
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${table} where org_id = $1${where} order by id`,
      listed ? [org, lists[list]] : [org],
    )
    found.set(
      title,
      rows.map(({ id }) => id),
    )
  }
  return found
}

/** One more id of each kind, the last, that names nothing yet: for what is made anew. */
export const withNew = (ids: Ids): Ids =>
  new Map([...ids].map(([title, known]) => [title, [...known, randomUUID() as string]]))

/** As many ids of each kind that name nothing; with `listed`, only in place of those about people. */
export const invented = (ids: Ids, only?: 'listed'): Ids =>
  new Map(
    [...ids].map(([title, known]) => [
      title,
      only && !records[title]!.listed ? known : known.map(() => randomUUID() as string),
    ]),
  )

/** The same seed takes the same places of every collection: two inputs then differ in nothing but their ids. */
export const sourceOf =
  (ids: Ids): Source =>
  (title) => {
    const known = ids.get(title)
    if (known?.length)
      return fc.nat(999).map((at) => known[at % 4 === 3 ? known.length - 1 : at % known.length])
    return title === 'TimeZone' ? fc.constant('America/Mexico_City') : undefined
  }

/** A text in which every id is replaced by its kind and its place. */
export const withoutIds = (text: string, ids: Ids): string => {
  let plain = text
  for (const [title, known] of ids)
    for (const [at, id] of known.entries()) plain = plain.replaceAll(id, `<${title} ${at}>`)
  return plain
}
