import { totalOf, writeCiphertexts } from '../ballot/encrypt.ts'
import type { Election } from '../election/election.ts'
import { slotsOf } from '../election/question.ts'
import type { Group } from '../group/group.ts'
import type { Ciphertext } from '../proof/disjunction.ts'
import { tallyShape } from './wire.ts'

/** The answers of one accepted ballot, as ciphertexts per question and slot. */
export type CountedBallot = { readonly weight: number; readonly answers: readonly (readonly Ciphertext[])[] }

/** The encrypted totals of an election: what trustees decrypt, and nothing else ever. */
export type Tally = {
  /** The exact text that goes into the archive. */
  readonly text: string
  readonly totals: readonly (readonly Ciphertext[])[]
  readonly ballots: number
  readonly weight: number
}

/**
 * Multiplies, slot by slot, the last ballot of every credential: the product of encryptions is an encryption of
 * the sum. `ballots` must hold only verified ballots, one per credential.
 */
export const tallyBallots = (election: Election, ballots: Iterable<CountedBallot>): Tally => {
  const { key, questions } = election
  const empty = { alpha: key.group.one, beta: key.group.one }
  const totals: Ciphertext[][] = questions.map((question) => Array(slotsOf(question)).fill(empty))
  let [counted, weight] = [0, 0]
  for (const ballot of ballots) {
    counted++
    weight += ballot.weight
    for (const [question, slots] of ballot.answers.entries()) {
      totals[question] = totals[question]!.map((sum, slot) =>
        totalOf(key, [sum, weighted(key.group, slots[slot]!, ballot.weight)]),
      )
    }
  }
  const text = tallyShape.write(totals.map((slots) => writeCiphertexts(key, slots)))
  return { text, totals, ballots: counted, weight }
}

const weighted = (group: Group, { alpha, beta }: Ciphertext, weight: number): Ciphertext =>
  weight === 1
    ? { alpha, beta }
    : { alpha: group.pow(alpha, BigInt(weight)), beta: group.pow(beta, BigInt(weight)) }
