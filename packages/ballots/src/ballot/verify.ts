import * as shape from '../codec/shape.ts'
import type { Election, ElectionKey } from '../election/election.ts'
import { type Question, slotsOf } from '../election/question.ts'
import type { Element, Group } from '../group/group.ts'
import { type Ciphertext, type Disjunction, findFlaw, type Proved } from '../proof/disjunction.ts'
import { ballotPrefix, verifyKnowledge } from '../proof/knowledge.ts'
import { readProof, readProofs, type WrittenProof } from '../proof/wire.ts'
import { accept, placed, type Refused, type Result, refuse } from '../result.ts'
import { totalOf, writeCiphertexts } from './encrypt.ts'
import { ballotContext, statementsOf } from './statements.ts'
import {
  ballotShape,
  sealOf,
  type UnsignedBallot,
  type WrittenAnswer,
  type WrittenBallot,
  type WrittenCiphertext,
} from './wire.ts'

/** A ballot that is written as it must be and belongs to this election. Its proofs are still to be verified. */
export type ReadBallot = {
  readonly text: string
  readonly ballot: WrittenBallot
  readonly answers: ReadAnswers
}

/** The ciphertexts of each answer. Whether they lie in the subgroup is verified with the proofs. */
export type ReadAnswers = readonly (readonly Ciphertext[])[]

/** Reads a ballot strictly: one spelling, the right election, as many answers and proofs as the questions ask. */
export const readBallot = (election: Election, text: string): Result<ReadBallot> => {
  const ballot = shape.readExactly(ballotShape, text)
  if (!ballot) return refuse('ballot-not-canonical')
  const answers = readAnswers(election, ballot)
  if (!answers.ok) return answers
  if (ballot.signature.hash !== sealOf(ballot)) return refuse('ballot-seal-wrong')
  return accept({ text, ballot, answers: answers.value })
}

/** The ciphertexts of a ballot that is of this election and has the form its questions ask. */
export const readAnswers = (election: Election, ballot: UnsignedBallot): Result<ReadAnswers> => {
  if (ballot.election_uuid !== election.uuid) return refuse('ballot-of-another-election')
  if (ballot.election_hash !== election.fingerprint) return refuse('ballot-of-another-election')
  if (ballot.answers.length !== election.questions.length) return refuse('ballot-answers-count')
  const misshapen = election.questions.findIndex(
    (question, index) => !hasFormOf(question, ballot.answers[index]!),
  )
  if (misshapen >= 0) return refuse('ballot-proofs-count', { question: misshapen + 1 })
  const answers = ballot.answers.map(({ choices }) => readCiphertexts(election.key.group, choices))
  return answers.every((slots) => slots !== undefined) ? accept(answers) : refuse('ballot-element-malformed')
}

const hasFormOf = (question: Question, answer: WrittenAnswer): boolean => {
  const slots = slotsOf(question)
  const range = question.max - question.min + 1
  return (
    answer.choices.length === slots &&
    answer.individual_proofs.length === slots &&
    answer.individual_proofs.every(({ length }) => length === 2) &&
    answer.overall_proof.length === (question.blank ? range + 1 : range) &&
    answer.blank_proof?.length === (question.blank ? 2 : undefined)
  )
}

/**
 * Verifies everything a read ballot proves: for each answer that every slot holds 0 or 1 and that the marks are
 * as many as the question allows, and the signature of its credential over all of it. `credential` is the public key the
 * ballot names, already known to be in the group. Answers the refusal, or undefined when all hold.
 */
export const checkProofs = (
  election: Election,
  { ballot, answers }: ReadBallot,
  credential: Element,
): Refused | undefined =>
  checkAnswers(election, ballot, answers) ?? checkSignature(election.key.group, ballot, credential)

const checkSignature = (
  group: Group,
  { signature }: WrittenBallot,
  credential: Element,
): Refused | undefined => {
  const proof = readProof(group.q, signature.proof)
  if (!proof) return refuse('ballot-number-out-of-range')
  const holds = verifyKnowledge(group, ballotPrefix(signature.hash), credential, proof)
  return holds ? undefined : refuse('ballot-signature-wrong')
}

/** The same for the answers alone, as in a challenged ballot, which has no signature. */
export const checkAnswers = (
  election: Election,
  ballot: UnsignedBallot,
  answers: ReadAnswers,
): Refused | undefined => {
  const context = ballotContext(election.fingerprint, ballot.credential)
  for (const [index, question] of election.questions.entries()) {
    const refused = checkAnswer(election.key, question, context, ballot.answers[index]!, answers[index]!)
    if (refused) return placed(refused, { question: index + 1 })
  }
  return undefined
}

const checkAnswer = (
  key: ElectionKey,
  question: Question,
  context: string,
  answer: WrittenAnswer,
  slots: readonly Ciphertext[],
): Refused | undefined => {
  const total = totalOf(key, question.blank ? slots.slice(1) : slots)
  const statements = statementsOf(question, context, answer.choices, writeCiphertexts(key, [total])[0]!)
  const claimed: readonly Claimed[] = [
    ...statements.individual.map((statement, slot) => ({
      statement,
      written: answer.individual_proofs[slot]!,
      reason: 'ballot-individual-proof-wrong' as const,
    })),
    { statement: statements.overall, written: answer.overall_proof, reason: 'ballot-overall-proof-wrong' },
    ...(statements.blank
      ? [
          {
            statement: statements.blank,
            written: answer.blank_proof!,
            reason: 'ballot-blank-proof-wrong' as const,
          },
        ]
      : []),
  ]
  const proved: Proved[] = []
  for (const { statement, written } of claimed) {
    const proof = readProofs(key.group.q, written)
    if (!proof) return refuse('ballot-number-out-of-range')
    proved.push({ ...statement, proof })
  }
  const suspects = slots.map((slot) => ({ ...slot, check: true }))
  const flaw = findFlaw(key, [...suspects, { ...total, check: false }], proved)
  if (flaw === undefined) return undefined
  return refuse(flaw === 'outside' ? 'ballot-element-outside-group' : claimed[flaw]!.reason)
}

type Claimed = {
  readonly statement: Disjunction
  readonly written: readonly WrittenProof[]
  readonly reason: 'ballot-individual-proof-wrong' | 'ballot-overall-proof-wrong' | 'ballot-blank-proof-wrong'
}

/** The elements of written ciphertexts, not yet known to be in the subgroup; undefined when one is misspelled. */
export const readCiphertexts = (
  group: Group,
  written: readonly WrittenCiphertext[],
): readonly Ciphertext[] | undefined => {
  const read = written.map(({ alpha, beta }) => ({ alpha: group.parse(alpha), beta: group.parse(beta) }))
  return read.every((slot): slot is Ciphertext => slot.alpha !== undefined && slot.beta !== undefined)
    ? read
    : undefined
}
