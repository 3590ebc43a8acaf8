import { recordFacts } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { voteFacts } from './facts.ts'
import type { Result } from './schema.ts'
import { countObservers } from './store.plan.ts'
import type { StoredVote } from './store.ts'

/** A concluded vote as facts: that it was held, how many were entitled, how many voted, how many observed. Totals only. */
export const recordVote = async (
  { tx, actor }: Call,
  { id, kind, modes, stateCode, sector }: StoredVote,
  { covered, paperVoted, electronicVoted, outcomes }: Result,
  heldOn: string,
) => {
  const observers = await countObservers(tx, actor, id)
  const common = {
    happenedOn: heldOn,
    source: 'votes',
    recordId: id,
    dimensions: {
      state: stateCode,
      sector,
      vote: kind,
      modes: modes.toSorted().join('+'),
      outcome: outcomes[0]?.outcome ?? 'counted',
      observed: observers > 0 ? 'yes' : 'no',
    },
  }
  await recordFacts(tx, actor, voteFacts, [
    { kind: 'vote.held', ...common },
    { kind: 'vote.covered', ...common, quantity: covered },
    { kind: 'vote.cast', ...common, quantity: paperVoted + electronicVoted },
    ...(observers > 0 ? [{ kind: 'vote.observed' as const, ...common, quantity: observers }] : []),
  ])
}
