/** Opinions are shown only together, from five on: fewer could tell who said what. */
export const fewestOpinions = 5

/** Answers about oneself are shown only when at least ten people answered the question. */
export const fewestAnswers = 10

type Opinion = { useful: number; clear: number; willUse: boolean }
export type Opinions =
  | { answers: number; useful: number; clear: number; willUse: number }
  | { answers: number; tooFew: true }

/** The mean of each scale and the share that will use it; only how many answered while they are too few. */
export const opinionsOf = (opinions: readonly Opinion[]): Opinions => {
  const answers = opinions.length
  if (answers < fewestOpinions) return { answers, tooFew: true }
  const mean = (read: (one: Opinion) => number) => opinions.reduce((sum, one) => sum + read(one), 0) / answers
  return {
    answers,
    useful: mean((one) => one.useful),
    clear: mean((one) => one.clear),
    willUse: mean((one) => Number(one.willUse)),
  }
}

type Answer = { question: string; answer: string; people: number }

/** The answers of each question that enough people answered, and in which no answer but none is smaller than a group of five. */
export const answersShown = (answers: readonly Answer[]): Answer[] => {
  const byQuestion = Map.groupBy(answers, ({ question }) => question)
  return [...byQuestion.values()].flatMap((of) => {
    const total = of.reduce((sum, { people }) => sum + people, 0)
    return total >= fewestAnswers && of.every(({ people }) => people >= fewestOpinions) ? of : []
  })
}
