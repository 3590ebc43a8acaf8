import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Count, Question, Tally, VoteKind } from './schema.ts'

/** In the vote between unions a blank ballot is null (LFT 390 Bis III); elsewhere blank and null are told apart. */
export const blankIsNull = (kind: VoteKind) => kind === 'representation_vote'

export const sumOf = ({ votes, blank, nulled }: Tally) =>
  votes.reduce((sum, one) => sum + one.votes, blank + nulled)

export type CountFault =
  | { fault: 'questions' }
  | { fault: 'choices'; questionId: string }
  | { fault: 'sum'; questionId: string; sum: number; ballots: number }
  | { fault: 'blank'; questionId: string }

/** Why a count cannot be right in itself: every question must add up to the ballots taken from the urn. */
export const faultsOf = (kind: VoteKind, questions: readonly Question[], count: Count): CountFault[] => {
  const asked = questions.map(({ id }) => id).toSorted()
  const answered = count.tallies.map(({ questionId }) => questionId).toSorted()
  if (asked.join() !== answered.join()) return [{ fault: 'questions' }]
  return count.tallies.flatMap((tally): CountFault[] => {
    const { questionId, votes, blank } = tally
    const choices = questions.find(({ id }) => id === questionId)!.choices.map(({ id }) => id)
    if (
      choices.toSorted().join() !==
      votes
        .map(({ choiceId }) => choiceId)
        .toSorted()
        .join()
    )
      return [{ fault: 'choices', questionId }]
    if (blankIsNull(kind) && blank > 0) return [{ fault: 'blank', questionId }]
    const sum = sumOf(tally)
    return sum === count.ballots ? [] : [{ fault: 'sum', questionId, sum, ballots: count.ballots }]
  })
}

export const doubtKinds = ['more_than_signed', 'fewer_than_signed', 'material', 'more_than_roll'] as const
export type Doubt = { kind: (typeof doubtKinds)[number]; difference: number }

/** What does not agree with the turnout and the ballots handed out: written in the acta, and never corrected by itself. */
export const doubtsOf = (
  { signed, received, unused, ballots }: Pick<Count, 'signed' | 'received' | 'unused' | 'ballots'>,
  onRoll: number,
): Doubt[] => [
  ...(ballots > signed ? [{ kind: 'more_than_signed' as const, difference: ballots - signed }] : []),
  ...(ballots < signed ? [{ kind: 'fewer_than_signed' as const, difference: signed - ballots }] : []),
  ...(unused + ballots !== received
    ? [{ kind: 'material' as const, difference: unused + ballots - received }]
    : []),
  ...(signed > onRoll ? [{ kind: 'more_than_roll' as const, difference: signed - onRoll }] : []),
]

/** The same for equal counts, in whatever order their questions and choices were written. */
export const canonical = ({ signed, received, unused, ballots, tallies }: Count): string =>
  JSON.stringify([
    signed,
    received,
    unused,
    ballots,
    tallies
      .map(({ questionId, votes, blank, nulled }) => [
        questionId,
        votes.map(({ choiceId, votes }) => [choiceId, votes]).toSorted(),
        blank,
        nulled,
      ])
      .toSorted(),
  ])

/** Six digits that two counters read to each other, without a signal: equal when their counts are. */
export const checkCode = (tableId: string, count: Count): string => {
  const digest = bytesToHex(sha256(utf8ToBytes(`${tableId}\n${canonical(count)}`)))
  return String(Number.parseInt(digest.slice(0, 12), 16) % 1_000_000).padStart(6, '0')
}

export type Agreement =
  | { state: 'uncounted' }
  | { state: 'one_counter' }
  | { state: 'differ'; fields: string[] }
  | { state: 'agreed'; count: Count }

type OfCounter = { readonly tableId: string; readonly countedBy: string }
type SetAside = { readonly tableId: string; readonly counter: string; readonly reason: string }

/** The counts that stand, and of each counter who was set aside the last count with the reason. */
export const sorted = <One extends OfCounter & { count: Count }>(
  counts: readonly One[],
  asides: readonly SetAside[],
): { standing: One[]; aside: { tableId: string; reason: string; count: Count }[] } => {
  const asideOf = ({ tableId, countedBy }: OfCounter) =>
    asides.find((one) => one.tableId === tableId && one.counter === countedBy)
  return {
    standing: counts.filter((one) => !asideOf(one)),
    aside: asides.flatMap(({ tableId, counter, reason }) => {
      const last = counts.findLast((one) => one.tableId === tableId && one.countedBy === counter)
      return last ? [{ tableId, reason, count: last.count }] : []
    }),
  }
}

/** Whether two counters agree: the latest count of each must be equal; one person counting twice is one counter. */
export const agreementOf = (counts: readonly { countedBy: string; count: Count }[]): Agreement => {
  const latest = [...new Map(counts.map((one) => [one.countedBy, one.count])).values()]
  const [first, ...others] = latest
  if (!first) return { state: 'uncounted' }
  if (others.length === 0) return { state: 'one_counter' }
  if (others.every((other) => canonical(other) === canonical(first))) return { state: 'agreed', count: first }
  return { state: 'differ', fields: [...new Set(others.flatMap((other) => differing(first, other)))] }
}

const differing = (one: Count, other: Count): string[] => [
  ...(['signed', 'received', 'unused', 'ballots'] as const).filter((field) => one[field] !== other[field]),
  ...one.tallies.flatMap(({ questionId, votes, blank, nulled }) => {
    const theirs = other.tallies.find((tally) => tally.questionId === questionId)
    if (!theirs) return [questionId]
    const votesOf = (choiceId: string) => theirs.votes.find((one) => one.choiceId === choiceId)?.votes
    return [
      ...votes.filter(({ choiceId, votes }) => votesOf(choiceId) !== votes).map(({ choiceId }) => choiceId),
      ...(blank === theirs.blank ? [] : [`${questionId}:blank`]),
      ...(nulled === theirs.nulled ? [] : [`${questionId}:nulled`]),
    ]
  }),
]

type Event = { kind: string; seals: readonly string[]; digest: string | null }
export const gapKinds = [
  'not_shown_empty',
  'not_sealed',
  'not_unsealed',
  'seals_differ',
  'no_opening_acta',
  'no_closing_acta',
] as const
export type Gap = (typeof gapKinds)[number]

/**
 * What an urn's record lacks, in the order in which it should have happened. Seals must be found as they were put on last
 * before, each time: what is noted later mends nothing that was noted before.
 */
export const gapsOf = (events: readonly Event[]): Gap[] => {
  const has = (kind: string) => events.some((event) => event.kind === kind)
  const acta = (kind: string) => events.some((event) => event.kind === kind && event.digest !== null)
  return [
    ...(has('shown_empty') ? [] : ['not_shown_empty' as const]),
    ...(has('sealed') ? [] : ['not_sealed' as const]),
    ...(has('unsealed') ? [] : ['not_unsealed' as const]),
    ...(sealsDiffer(events) ? ['seals_differ' as const] : []),
    ...(acta('opening_acta') ? [] : ['no_opening_acta' as const]),
    ...(acta('closing_acta') ? [] : ['no_closing_acta' as const]),
  ]
}

/** Whether seals were found other than those on the urn, or put on an urn that already bore others. */
const sealsDiffer = (events: readonly Event[]): boolean => {
  let putOn: string | undefined
  let isOpen = true
  for (const { kind, seals } of events) {
    if (kind !== 'sealed' && kind !== 'unsealed') continue
    const these = seals.toSorted().join('\n')
    const compared = kind === 'unsealed' || !isOpen
    if (compared && putOn !== undefined && putOn !== these) return true
    if (kind === 'sealed') putOn = these
    isOpen = kind === 'unsealed'
  }
  return false
}
