import { spendApproval } from '#platform/access/team/store.approvals.ts'
import type { Call } from '#platform/http/call.ts'
import { countWithinCap } from '../people/store.ts'
import { refuse } from './refusals.ts'
import type { TableId, VoteId } from './schema.ts'
import { findOpened, keepOpened } from './store.openings.ts'

type Asked = {
  /** How many names are opened now, and how many stand on the whole roll. */
  readonly names: number
  readonly of: number
  /** The one table they are of; the whole roll without it. */
  readonly tableId?: TableId | null
  /** What two people agreed to, with the vote as its subject; spent only when it is needed. */
  readonly approvalId: string | undefined
}

/**
 * Counts names of a roll that are opened at once as single ones are: within the day's cap of whoever opens, beyond it by what
 * two people agreed to. The same names again on the same day are no new opening. Refuses with `votes.many-names`.
 */
export const openNames = async (call: Call, voteId: VoteId, { names, of, tableId, approvalId }: Asked) => {
  if (names === 0) return
  const { tx, actor, today } = call
  const opened = await findOpened(tx, actor, voteId, today)
  const scope = tableId ?? voteId
  const known = (opened.get(voteId) ?? 0) >= of ? names : (opened.get(scope) ?? 0)
  await allow(call, voteId, names - known, approvalId)
  await keepOpened(tx, actor, voteId, { scope, day: today, names })
}

/** Counts names that were copied to a roll now: whoever copied them may then see them on it that day. */
export const openMoreNames = async (
  call: Call,
  voteId: VoteId,
  added: number,
  approvalId: string | undefined,
) => {
  if (added === 0) return
  const { tx, actor, today } = call
  const before = (await findOpened(tx, actor, voteId, today)).get(voteId) ?? 0
  await allow(call, voteId, added, approvalId)
  await keepOpened(tx, actor, voteId, { scope: voteId, day: today, names: before + added })
}

const allow = async (
  { tx, actor, today, now }: Call,
  voteId: VoteId,
  fresh: number,
  approvalId: string | undefined,
) => {
  if (fresh <= 0 || (await countWithinCap(tx, actor, today, fresh))) return
  if (!approvalId) throw refuse('votes.many-names', { names: fresh })
  await spendApproval(tx, actor, { id: approvalId, kind: 'names', subject: voteId }, now)
}
