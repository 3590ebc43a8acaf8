import * as shape from '../codec/shape.ts'
import type { Election } from '../election/election.ts'
import { type Element, type Group, textOf } from '../group/group.ts'
import { accept, type Result, refuse } from '../result.ts'
import { sameForm } from './decryption.ts'
import type { Tally } from './tally.ts'
import { resultShape } from './wire.ts'

/** Votes for each question and slot; where a blank vote is offered, slot 0 counts those. */
export type Counts = readonly (readonly number[])[]

/** Whether a published result is the one that the decryptions give. `powers` is what `combine` answered. */
export const readCounts = (
  { key: { group } }: Election,
  { weight }: Tally,
  powers: readonly (readonly Element[])[],
  text: string,
): Result<Counts> => {
  const written = shape.readExactly(resultShape, text)
  if (!written || !sameForm(powers, written.result)) return refuse('result-malformed')
  const wrong = powers.findIndex((slots, question) =>
    slots.some((power, slot) => {
      const votes = written.result[question]![slot]!
      return votes > weight || !group.equals(group.gPow(BigInt(votes)), power)
    }),
  )
  return wrong < 0 ? accept(written.result) : refuse('result-wrong', { question: wrong + 1 })
}

/** Finds the numbers and writes the text of the result. Throws when a total is not between 0 and the weight. */
export const writeCounts = (
  { key: { group } }: Election,
  { weight }: Tally,
  powers: readonly (readonly Element[])[],
): { readonly text: string; readonly counts: Counts } => {
  const logarithm = logarithms(group, weight)
  const counts = powers.map((slots) => slots.map(logarithm))
  return { text: resultShape.write({ result: counts }), counts }
}

/** Logarithms from 0 to limit, in about 2·√limit products (Shanks, Proc. Symp. Pure Math. 20, 1971). */
const logarithms = (group: Group, limit: number) => {
  const step = Math.ceil(Math.sqrt(limit + 1))
  const babies = new Map<string, number>()
  let baby = group.one
  for (let n = 0; n < step; n++) {
    babies.set(textOf(group, baby), n)
    baby = group.mul(baby, group.g)
  }
  const giant = group.inv(baby)
  return (power: Element): number => {
    let rest = power
    for (let steps = 0; steps <= step; steps++) {
      const n = babies.get(textOf(group, rest))
      if (n !== undefined && steps * step + n <= limit) return steps * step + n
      rest = group.mul(rest, giant)
    }
    throw new Error('a total is outside the range the proofs allow')
  }
}
