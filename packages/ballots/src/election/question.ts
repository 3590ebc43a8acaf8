import * as shape from '../codec/shape.ts'
import { accept, type Result, refuse } from '../result.ts'

/**
 * One homomorphic question: the voter marks from `min` to `max` of the answers, each once, or, where `blank` is
 * true, casts a blank vote instead.
 */
export type Question = {
  readonly question: string
  readonly answers: readonly string[]
  readonly blank?: boolean
  readonly min: number
  readonly max: number
}

/**
 * What one voter answers to one question: the places of the marked answers, counted from 0 in any order, or
 * 'blank'. An empty list marks nothing, which is another thing than a blank vote.
 */
export type Vote = 'blank' | readonly number[]

export const questionShape = shape.object({
  answers: shape.list(shape.text),
  blank: shape.optional(shape.boolean),
  min: shape.integer,
  max: shape.integer,
  question: shape.text,
})

/** Whether a question can be answered at all. */
export const isSane = ({ answers, min, max }: Question): boolean =>
  answers.length > 0 && min <= max && max <= answers.length

/** How many ciphertexts an answer holds: one per answer, and one before them for the blank vote. */
export const slotsOf = ({ answers, blank }: Question): number => answers.length + (blank ? 1 : 0)

/** The 0 or 1 that each slot encrypts. Refuses what the question does not offer. */
export const slotsOfVote = (question: Question, vote: Vote): Result<readonly number[]> => {
  const { answers, blank, min, max } = question
  if (vote === 'blank') return blank ? accept([1, ...answers.map(() => 0)]) : refuse('vote-blank-not-offered')
  if (new Set(vote).size !== vote.length) return refuse('vote-answer-repeated')
  if (vote.some((place) => !Number.isInteger(place) || place < 0 || place >= answers.length))
    return refuse('vote-answer-unknown')
  if (vote.length < min) return refuse('vote-too-few')
  if (vote.length > max) return refuse('vote-too-many')
  const marks = answers.map((_, place) => (vote.includes(place) ? 1 : 0))
  return accept(blank ? [0, ...marks] : marks)
}

/** The vote that these slots spell, or undefined when they spell none that the question offers. */
export const voteOfSlots = (question: Question, slots: readonly number[]): Vote | undefined => {
  const vote: Vote =
    question.blank && slots[0] === 1
      ? 'blank'
      : slots.slice(question.blank ? 1 : 0).flatMap((mark, place) => (mark === 1 ? [place] : []))
  const spelled = slotsOfVote(question, vote)
  return spelled.ok && spelled.value.join() === slots.join() ? vote : undefined
}
