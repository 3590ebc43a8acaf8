import { type Question, slotsOf } from '../election/question.ts'
import type { Branch, Disjunction } from '../proof/disjunction.ts'
import type { WrittenCiphertext } from './wire.ts'

/** What a ballot's proofs are bound to: its election and its credential. */
export const ballotContext = (fingerprint: string, credential: string): string =>
  `${fingerprint}|${credential}`

/**
 * What an answer must prove, in the order of its written proofs: that each slot holds 0 or 1; where a blank vote
 * is offered, that it is blank or marks nothing; and that the marks number from min to max, or it is blank.
 * Ciphertext number `slots.length` is the product of the slots of the answers, which holds how many are marked.
 */
export const statementsOf = (
  question: Question,
  context: string,
  slots: readonly WrittenCiphertext[],
  total: WrittenCiphertext,
): Statements => {
  const sum = slotsOf(question)
  const everySlot = `${context}|${slots.map(spelled).join(',')}`
  const range = counts(question).map((value) => ({ ciphertext: sum, value }))
  return {
    individual: slots.map((slot, index) => ({
      prefix: `prove|${context}|${spelled(slot)}|`,
      branches: [
        { ciphertext: index, value: 0 },
        { ciphertext: index, value: 1 },
      ],
    })),
    ...(question.blank
      ? {
          blank: { prefix: `bproof0|${everySlot}|`, branches: eitherIsZero(sum) },
          overall: { prefix: `bproof1|${everySlot}|`, branches: [{ ciphertext: 0, value: 1 }, ...range] },
        }
      : { overall: { prefix: `prove|${everySlot}|${spelled(total)}|`, branches: range } }),
  }
}

export type Statements = {
  readonly individual: readonly Disjunction[]
  readonly blank?: Disjunction
  readonly overall: Disjunction
}

/** The numbers of marks that a question allows. */
const counts = ({ min, max }: Question) => Array.from({ length: max - min + 1 }, (_, step) => min + step)

const eitherIsZero = (sum: number): Branch[] => [
  { ciphertext: 0, value: 0 },
  { ciphertext: sum, value: 0 },
]

const spelled = ({ alpha, beta }: WrittenCiphertext) => `${alpha},${beta}`
