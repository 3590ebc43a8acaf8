import type { Election, ElectionKey } from '../election/election.ts'
import { type Question, slotsOfVote, type Vote } from '../election/question.ts'
import { product } from '../group/group.ts'
import { type Ciphertext, type Disjunction, type Opening, prove } from '../proof/disjunction.ts'
import { type WrittenProof, writeProof } from '../proof/wire.ts'
import { randomBelow } from '../random.ts'
import { accept, placed, type Result, refuse } from '../result.ts'
import { ballotContext, statementsOf } from './statements.ts'
import type { UnsignedBallot, WrittenAnswer, WrittenCiphertext } from './wire.ts'

/** An encrypted ballot that nobody has signed, with the randomness that opens it. */
export type Encrypted = {
  readonly ballot: UnsignedBallot
  /** Secret: for each question and slot, the 0 or 1 it holds. */
  readonly slots: readonly (readonly number[])[]
  /** Secret: for each question and slot, the r of its ciphertext. */
  readonly randomness: readonly (readonly bigint[])[]
}

/**
 * Encrypts one vote per question under a credential's public key and proves that each is one the question
 * offers. Refuses any other vote, so no ballot of this function can hold one.
 */
export const encryptBallot = (
  election: Election,
  credential: string,
  votes: readonly Vote[],
): Result<Encrypted> => {
  if (votes.length !== election.questions.length) return refuse('vote-count')
  const context = ballotContext(election.fingerprint, credential)
  const answers: WrittenAnswer[] = []
  const marks: (readonly number[])[] = []
  const randomness: (readonly bigint[])[] = []
  for (const [index, question] of election.questions.entries()) {
    const slots = slotsOfVote(question, votes[index]!)
    if (!slots.ok) return placed(slots, { question: index + 1 })
    const r = slots.value.map(() => randomBelow(election.key.group.q))
    answers.push(encryptAnswer(election.key, question, context, slots.value, r))
    marks.push(slots.value)
    randomness.push(r)
  }
  const { uuid: election_uuid, fingerprint: election_hash } = election
  const ballot = { election_uuid, election_hash, credential, answers }
  return accept({ ballot, slots: marks, randomness })
}

const encryptAnswer = (
  key: ElectionKey,
  question: Question,
  context: string,
  marks: readonly number[],
  randomness: readonly bigint[],
): WrittenAnswer => {
  const openings = marks.map((mark, slot) => ({ r: randomness[slot]!, m: BigInt(mark) }))
  const slots = openings.map((opening) => encrypt(key, opening))
  const answered = question.blank ? 1 : 0
  const choices = writeCiphertexts(key, [...slots, totalOf(key, slots.slice(answered))])
  const total = choices.pop()!
  const statements = statementsOf(question, context, choices, total)
  const everything = [...openings, totalOpening(openings.slice(answered))]
  const proved = (disjunction: Disjunction): WrittenProof[] =>
    prove(key, disjunction, everything).map(writeProof)
  return {
    choices,
    individual_proofs: statements.individual.map(proved),
    overall_proof: proved(statements.overall),
    ...(statements.blank ? { blank_proof: proved(statements.blank) } : {}),
  }
}

/** ElGamal with the message in the exponent: α = g^r, β = y^r·g^m (Cramer, Gennaro and Schoenmakers, 1997). */
export const encrypt = ({ group, yPow }: ElectionKey, { r, m }: Opening): Ciphertext => {
  const mask = yPow(r)
  return { alpha: group.gPow(r), beta: m === 0n ? mask : group.mul(mask, group.gPow(m)) }
}

/** The ciphertext of the sum of what several ciphertexts hold. */
export const totalOf = ({ group }: ElectionKey, parts: readonly Ciphertext[]): Ciphertext => ({
  alpha: product(
    group,
    parts.map(({ alpha }) => alpha),
  ),
  beta: product(
    group,
    parts.map(({ beta }) => beta),
  ),
})

const totalOpening = (openings: readonly Opening[]): Opening => ({
  r: openings.reduce((sum, { r }) => sum + r, 0n),
  m: openings.reduce((sum, { m }) => sum + m, 0n),
})

export const writeCiphertexts = (
  { group }: ElectionKey,
  ciphertexts: readonly Ciphertext[],
): WrittenCiphertext[] => {
  const texts = group.texts(ciphertexts.flatMap(({ alpha, beta }) => [alpha, beta]))
  return ciphertexts.map((_, index) => ({ alpha: texts[2 * index]!, beta: texts[2 * index + 1]! }))
}
