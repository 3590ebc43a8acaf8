import * as shape from '../codec/shape.ts'
import type { Election } from '../election/election.ts'
import { type Vote, voteOfSlots } from '../election/question.ts'
import { accept, type Result, refuse } from '../result.ts'
import { type Encrypted, encrypt, writeCiphertexts } from './encrypt.ts'
import { checkAnswers, readAnswers } from './verify.ts'
import { sealOf, unsignedBallotShape } from './wire.ts'

const number = shape.pattern(/^(0|[1-9]\d{0,616})$/)

const openingShape = shape.object({
  ballot: unsignedBallotShape,
  slots: shape.list(shape.list(shape.integer)),
  randomness: shape.list(shape.list(number)),
})

/** The text that opens a challenged ballot: the unsigned ballot, what each slot holds, and its randomness. */
export const writeOpening = ({ ballot, slots, randomness }: Encrypted): string =>
  openingShape.write({ ballot, slots, randomness: randomness.map((answer) => answer.map(String)) })

/** What an opened ballot turned out to hold. */
export type OpenedBallot = {
  /** To be compared, by eye, with the seal the first device showed before it was asked to open. */
  readonly seal: string
  readonly votes: readonly Vote[]
}

/**
 * Checks on another device what a challenged ballot holds: encrypts the stated votes again with the stated
 * randomness and finds the very same ciphertexts, whose proofs hold. The voter compares the seal and the votes.
 */
export const checkOpening = (election: Election, text: string): Result<OpenedBallot> => {
  const opening = shape.readExactly(openingShape, text)
  if (!opening) return refuse('opening-malformed')
  const { ballot, slots, randomness } = opening
  const answers = readAnswers(election, ballot)
  if (!answers.ok) return answers
  const refused = checkAnswers(election, ballot, answers.value)
  if (refused) return refused
  const votes: Vote[] = []
  for (const [index, question] of election.questions.entries()) {
    const vote = voteOfSlots(question, slots[index] ?? [])
    const written = ballot.answers[index]!.choices
    const again = encryptAgain(election, slots[index] ?? [], randomness[index] ?? [])
    if (!vote || JSON.stringify(again) !== JSON.stringify(written))
      return refuse('opening-wrong', { question: index + 1 })
    votes.push(vote)
  }
  if (slots.length !== votes.length || randomness.length !== votes.length) return refuse('opening-malformed')
  return accept({ seal: sealOf(ballot), votes })
}

const encryptAgain = ({ key }: Election, slots: readonly number[], randomness: readonly string[]) =>
  slots.length === randomness.length
    ? writeCiphertexts(
        key,
        slots.map((mark, slot) => encrypt(key, { r: BigInt(randomness[slot]!), m: BigInt(mark) })),
      )
    : undefined
