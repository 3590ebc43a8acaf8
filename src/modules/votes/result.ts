import type { Call } from '#platform/http/call.ts'
import { localDay } from '#platform/text/day.ts'
import { agreementOf, sorted } from './rules.count.ts'
import { joined, outcomeOf } from './rules.result.ts'
import type { Result } from './schema.ts'
import { findSetAside } from './store.asides.ts'
import * as rolls from './store.roll.ts'
import { findTables } from './store.slates.ts'
import type { StoredVote } from './store.ts'
import { findCounts, findElectronicTotals, findUrnEvents } from './store.urns.ts'

/**
 * The result of a closed vote from its agreed counts and the electronic box, or what it still waits for: the numbers of the
 * tables where two counters do not agree yet, and `electronic`.
 */
export const assembleResult = async (
  { tx, actor, vault }: Call,
  { id, kind, questions, rollTotals, opensAt }: StoredVote,
): Promise<{ waitsFor: string[]; result: Result | null }> => {
  const { standing, aside } = sorted(await findCounts(tx, actor, id), await findSetAside(tx, actor, id))
  const events = await findUrnEvents(tx, actor, vault, id)
  const voters = await rolls.findRollCounts(tx, actor, id)
  const withPaper = new Set(
    voters.flatMap(({ mode, tableId }) => (mode === 'paper' && tableId ? [tableId] : [])),
  )
  const tables = (await findTables(tx, actor, id)).filter((table) => withPaper.has(table.id))
  const urns = tables.map((table) => ({
    table,
    agreement: agreementOf(standing.filter(({ tableId }) => tableId === table.id)),
    setAside: aside.flatMap(({ tableId, reason, count }) =>
      tableId === table.id ? [{ reason, count }] : [],
    ),
    actas: events.flatMap(({ tableId, kind, digest }) =>
      tableId === table.id && kind === 'closing_acta' && digest ? [digest] : [],
    ),
  }))
  const totals = rollTotals!
  const electronic = await findElectronicTotals(tx, actor, id)
  const waitsFor = [
    ...urns.filter(({ agreement }) => agreement.state !== 'agreed').map(({ table }) => String(table.number)),
    ...(totals.booth + totals.remote > 0 && !electronic ? ['electronic'] : []),
  ]
  if (waitsFor.length > 0) return { waitsFor, result: null }

  const agreed = urns.flatMap(({ table, actas, setAside, agreement }) =>
    agreement.state === 'agreed' ? [{ table, actas, setAside, count: agreement.count }] : [],
  )
  const tallies = joined(
    questions,
    agreed.map(({ count }) => count),
    electronic?.tallies ?? [],
  )
  const heldOn = localDay(opensAt, actor.timeZone)
  const { covered } = totals
  return {
    waitsFor,
    result: {
      covered,
      paperVoted: agreed.reduce((sum, { count }) => sum + count.ballots, 0),
      electronicVoted: electronic?.voted ?? 0,
      tallies,
      outcomes: questions.map((question, at) =>
        outcomeOf({ kind, covered, heldOn, question, tally: tallies[at]! }),
      ),
      urns: agreed.map(
        ({ table: { number, place }, actas, setAside, count: { signed, ballots, tallies } }) => ({
          number,
          place,
          signed,
          ballots,
          tallies,
          actas,
          setAside,
        }),
      ),
      archiveDigest: electronic?.archiveDigest ?? null,
    },
  }
}
