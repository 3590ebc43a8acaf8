import type { Question, Vote } from '../../packages/ballots/src/election/question.ts'
import type { Seeded } from '../../packages/ballots/test/seeded.ts'
import { type Custody, oneQuestion, type Plan } from '../../packages/ballots/test/world.ts'

/** Larger than what the suite changes: a blank vote, a range and a revote in the slower group. */
export const largePlan: Plan = {
  group: 'BELENIOS-2048',
  questions: [
    { ...oneQuestion, blank: true },
    { ...oneQuestion, min: 1, max: 3 },
  ],
  voters: 4,
  ballots: [
    [0, ['blank', [0, 1, 2]]],
    [3, [[1], [2]]],
    [0, [[2], [0, 2]]],
  ],
  custody: { singles: 0, thresholds: [{ threshold: 2, size: 3, present: [1, 2] }] },
}

/**
 * An election of any shape: up to three questions of up to five answers, with and without a blank vote, any range;
 * voters who abstain and voters who vote again; people who are all needed and groups of whom some come.
 */
export const anyPlan = (choose: Seeded): Plan => {
  const questions = timesOf(1 + choose.below(3), () => anyQuestion(choose))
  const voters = 1 + choose.below(5)
  const ballots = timesOf(choose.below(6), () => {
    const votes = questions.map((question) => anyVote(question, choose))
    return [choose.below(voters), votes] as const
  })
  return { group: 'BELENIOS-2048', questions, voters, ballots, custody: anyCustody(choose) }
}

const anyQuestion = (choose: Seeded): Question => {
  const answers = timesOf(1 + choose.below(5), (index) => `Planilla ${index + 1} «ñ» "\\`)
  const bounds = [choose.below(answers.length + 1), choose.below(answers.length + 1)].sort((a, b) => a - b)
  const blank = choose.below(2) === 0 ? { blank: true } : {}
  return { question: '¿Quién?', answers, ...blank, min: bounds[0]!, max: bounds[1]! }
}

const anyVote = ({ answers, blank, min, max }: Question, choose: Seeded): Vote => {
  if (blank && choose.below(3) === 0) return 'blank'
  const left = answers.map((_, place) => place)
  const count = min + choose.below(max - min + 1)
  return timesOf(count, () => left.splice(choose.below(left.length), 1)[0]!)
}

const anyCustody = (choose: Seeded): Custody => {
  const thresholds = timesOf(choose.below(3), () => {
    const size = 1 + choose.below(4)
    const threshold = 1 + choose.below(size)
    const members = timesOf(size, (index) => index + 1)
    const present = timesOf(
      threshold + choose.below(size - threshold + 1),
      () => members.splice(choose.below(members.length), 1)[0]!,
    )
    return { threshold, size, present }
  })
  const singles = choose.below(3) + (thresholds.length === 0 ? 1 : 0)
  return { singles, thresholds }
}

const timesOf = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
