import { type OutOfForce, type RuleBook, ruleBook, thresholdAt } from './book.ts'
import type { ThresholdId } from './data/thresholds.ts'
import { approvalSentence, thresholdSentence, winnerSentence } from './messages/thresholds.ts'
import type { Refused, Text, Threshold } from './rule.ts'
import { marked } from './say.ts'

/** A threshold applied to a count: `need` is the least number that meets it (or the most, for a ceiling). */
export type Test = {
  readonly rule: ThresholdId
  readonly have: number
  readonly of: number
  readonly need: number
  readonly met: boolean
  readonly threshold: Threshold
  readonly says: Text
}

export type BadCount = Refused<'bad-count', { field: string; value: number }>

/**
 * Whether a count meets a threshold, in exact integers: 30 % (LFT 390 Bis, 371 Bis), 33 % and 51 % (371 VIII), two thirds
 * (371 VII, VIII), majority (390 Ter, 451 II), twenty (364). `of` is the whole the share is taken of.
 */
export const testThreshold = (
  rule: ThresholdId,
  { have, of }: { readonly have: number; readonly of: number },
  on: string,
  book: RuleBook = ruleBook,
): Test | BadCount | OutOfForce => {
  const bad = badCount({ have, of })
  if (bad) return bad
  const threshold = thresholdAt(book, rule, on)
  if ('refusal' in threshold) return threshold
  if (threshold.share && have > of) return { refusal: 'bad-count', field: 'have', value: have }
  const need = needOf(threshold, of)
  const met = threshold.compare === 'at_most' ? have <= need : have >= need
  return {
    rule,
    have,
    of,
    need,
    met,
    threshold,
    says: marked(thresholdSentence(threshold, { have, of, need, met }), [threshold]),
  }
}

/** The votes of a consultation on a contract: the whole roll, and the ballots counted. */
export type Count = {
  readonly roll: number
  readonly yes: number
  readonly no: number
  readonly blankOrNull: number
}

/** `covered`: more than half of everyone covered (the text). `cast`: more than half of the ballots cast (to be confirmed). */
export type MajorityRule = 'covered' | 'cast'

export type Approval = {
  readonly turnout: number
  readonly ofCovered: Test
  /** The other count, which practice is said to use: shown beside, never the default. */
  readonly ofCast: {
    readonly have: number
    readonly of: number
    readonly need: number
    readonly met: boolean
  }
  readonly by: MajorityRule
  readonly approved: boolean
  readonly says: readonly Text[]
}

/** Whether workers approved a contract or its revision, by both counts; the strict one rules unless told (LFT 390 Ter, 400 Bis). */
export const testApproval = (
  count: Count,
  on: string,
  { by = 'covered', book = ruleBook }: { readonly by?: MajorityRule; readonly book?: RuleBook } = {},
): Approval | BadCount | OutOfForce => {
  const bad = badCount(count)
  if (bad) return bad
  const turnout = count.yes + count.no + count.blankOrNull
  if (turnout > count.roll) return { refusal: 'bad-count', field: 'roll', value: count.roll }
  const ofCovered = testThreshold('CBA-08', { have: count.yes, of: count.roll }, on, book)
  if ('refusal' in ofCovered) return ofCovered
  const need = Math.floor(turnout / 2) + 1
  const ofCast = { have: count.yes, of: turnout, need, met: turnout > 0 && count.yes >= need }
  const approved = by === 'covered' ? ofCovered.met : ofCast.met
  const { threshold } = ofCovered
  return {
    turnout,
    ofCovered,
    ofCast,
    by,
    approved,
    says: [
      ofCovered.says,
      ...approvalSentence(ofCast, { by, approved, differ: ofCovered.met !== ofCast.met }).map((sentence) =>
        marked(sentence, [{ ...threshold, basis: 'knowledge' }]),
      ),
    ],
  }
}

export type Winner = {
  readonly turnout: Test
  /** The name given to the union with most votes; null on a tie or without the turnout. */
  readonly winner: string | null
  readonly tied: readonly string[]
  readonly says: readonly Text[]
}

/** Who wins a vote between unions: most votes, and a turnout of 30 % of those covered (LFT 388, 390 Bis III). */
export const testRepresentation = (
  {
    roll,
    votes,
    blankOrNull,
  }: {
    readonly roll: number
    readonly votes: Readonly<Record<string, number>>
    readonly blankOrNull: number
  },
  on: string,
  book: RuleBook = ruleBook,
): Winner | BadCount | OutOfForce => {
  const bad = badCount({ roll, blankOrNull, ...votes })
  if (bad) return bad
  const cast = Object.values(votes).reduce((sum, count) => sum + count, blankOrNull)
  const turnout = testThreshold('CRE-10', { have: cast, of: roll }, on, book)
  if ('refusal' in turnout) return turnout
  const most = Math.max(...Object.values(votes), 0)
  const first = most > 0 ? Object.keys(votes).filter((union) => votes[union] === most) : []
  const winner = turnout.met && first.length === 1 ? first[0]! : null
  return {
    turnout,
    winner,
    tied: first.length > 1 ? first : [],
    says: [turnout.says, marked(winnerSentence(winner, first), [turnout.threshold])],
  }
}

const needOf = ({ share, count, compare }: Threshold, of: number): number => {
  if (!share) return compare === 'more_than' ? count! + 1 : count!
  const product = of * share.n
  return compare === 'more_than' ? Math.floor(product / share.d) + 1 : Math.ceil(product / share.d)
}

const badCount = (counts: Readonly<Record<string, number>>): BadCount | null => {
  for (const [field, value] of Object.entries(counts))
    if (!Number.isSafeInteger(value) || value < 0) return { refusal: 'bad-count', field, value }
  return null
}
