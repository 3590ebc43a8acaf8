import * as z from 'zod'
import {
  done,
  type FieldCall,
  type Outcome,
  operationKind,
  refused,
  type Written,
} from '#platform/offline/operation.ts'
import { faultsOf } from './rules.count.ts'
import { Count, FilePart, TableId, UrnEvent, VoteId } from './schema.ts'
import { keepPart } from './store.files.ts'
import { findTables } from './store.slates.ts'
import { findVote } from './store.ts'
import { insertCount, insertUrnEvent } from './store.urns.ts'

const At = { voteId: VoteId, tableId: TableId }

const NoteUrn = z.strictObject({ ...At, ...UrnEvent.shape })
export type NoteUrn = z.infer<typeof NoteUrn>
const CountUrn = z.strictObject({ ...At, ...Count.shape })
export type CountUrn = z.infer<typeof CountUrn>
const SendPart = z.strictObject({ voteId: VoteId, ...FilePart.shape })
export type SendPart = z.infer<typeof SendPart>

const one =
  <Input>(apply: (call: FieldCall, written: Written<Input>) => Promise<Outcome>) =>
  async (call: FieldCall, written: readonly Written<Input>[]) => {
    const outcomes: Outcome[] = []
    for (const each of written) outcomes.push(await apply(call, each))
    return outcomes
  }

/** The vote a table is of, while its urn may be written about. */
const voteOfTable = async (
  { tx, actor }: FieldCall,
  { voteId, tableId }: { voteId: VoteId; tableId: TableId },
) => {
  const vote = await findVote(tx, actor, voteId)
  const tables = vote ? await findTables(tx, actor, voteId) : []
  return tables.some(({ id }) => id === tableId) ? vote : undefined
}

const noteUrn = async (call: FieldCall, { id, input, writtenAt }: Written<NoteUrn>): Promise<Outcome> => {
  const vote = await voteOfTable(call, input)
  if (!vote) return refused('offline.out-of-reach')
  if (!['frozen', 'open', 'closed'].includes(vote.state.name)) return refused('votes.not-now')
  const { voteId, tableId, ...event } = input
  await insertUrnEvent(call.tx, call.actor, call.vault, { id, voteId, tableId, at: writtenAt }, event)
  return done
}

/** A count stands only from the hour of the close on, whenever it arrives, and only if it adds up. */
const countUrn = async (call: FieldCall, { id, input, writtenAt }: Written<CountUrn>): Promise<Outcome> => {
  const vote = await voteOfTable(call, input)
  if (!vote) return refused('offline.out-of-reach')
  if (vote.state.name !== 'open' && vote.state.name !== 'closed') return refused('votes.not-now')
  if (writtenAt < vote.closesAt) return refused('votes.too-early')
  const { voteId, tableId, ...count } = input
  if (faultsOf(vote.kind, vote.questions, count).length > 0) return refused('votes.sums-differ')
  await insertCount(call.tx, call.actor, { id, voteId, tableId, at: writtenAt }, count)
  return done
}

const sendPart = async (call: FieldCall, { input }: Written<SendPart>): Promise<Outcome> => {
  const { voteId, ...part } = input
  if (!(await findVote(call.tx, call.actor, voteId))) return refused('offline.out-of-reach')
  const kept = await keepPart(call.tx, call.actor, call.vault, voteId, part)
  return kept ? done : refused('votes.file-changed')
}

/** What those at a table may write without a signal. */
export const voteOperations = {
  'urn.note': operationKind({ version: 1, input: NoteUrn, apply: one(noteUrn) }),
  'urn.count': operationKind({ version: 1, input: CountUrn, apply: one(countUrn) }),
  'vote-file.part': operationKind({ version: 1, input: SendPart, apply: one(sendPart) }),
}
