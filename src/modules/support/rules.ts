import { selfQuestions } from './words.ts'

/** Opinions are shown only together, from five on: fewer could tell who said what. */
export const fewestOpinions = 5

/** Answers about oneself are shown only when at least ten people answered the question. */
export const fewestAnswers = 10

/** Answers about oneself are shown in steps of so many people. */
export const answersStep = 5

type Opinion = { useful: number; clear: number; willUse: boolean }
export type Opinions =
  | { answers: number; useful: number; clear: number; willUse: number }
  | { answers: number; hidden: 'open' | 'too-few' }

/**
 * The mean of each scale and the share that will use it. Only how many answered while they are too few, and until the activity is
 * closed: whoever watches the mean move as somebody answers knows what they said.
 */
export const opinionsOf = (opinions: readonly Opinion[], closed: boolean): Opinions => {
  const answers = opinions.length
  if (answers < fewestOpinions) return { answers, hidden: 'too-few' }
  if (!closed) return { answers, hidden: 'open' }
  const mean = (read: (one: Opinion) => number) => opinions.reduce((sum, one) => sum + read(one), 0) / answers
  return {
    answers,
    useful: mean((one) => one.useful),
    clear: mean((one) => one.clear),
    willUse: mean((one) => Number(one.willUse)),
  }
}

type Answer = { question: string; answer: string; people: number }
type Tally = Answer & { lift: number }

/**
 * Every answer to the questions that enough people answered, each rounded to a step up or down by chance (random rounding,
 * Hundepool et al., Statistical Disclosure Control, 2012). `lift`, 0 to 4, is drawn once for each answer and shown to nobody: adding
 * answers of one's own until a number moves tells nothing of whether one other person gave it.
 */
export const answersShown = (tallies: readonly Tally[]): Answer[] =>
  Object.entries(selfQuestions).flatMap(([question, answers]) => {
    const given = tallies.filter((tally) => tally.question === question)
    if (given.reduce((sum, { people }) => sum + people, 0) < fewestAnswers) return []
    return answers.map((answer) => {
      const { people, lift } = given.find((tally) => tally.answer === answer) ?? { people: 0, lift: 0 }
      return { question, answer, people: answersStep * Math.floor((people + lift) / answersStep) }
    })
  })
