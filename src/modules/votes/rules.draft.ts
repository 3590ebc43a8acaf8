import type { Choice, ChoiceId, Question, QuestionId, VoteKind } from './schema.ts'

/** A question as it is written: its choices one on each line, and those it had before. */
export type Asked = { id: string; text: string; choices: string; before: readonly Choice[] }

export const askedOf = ({ id, text, choices }: Question): Asked => ({
  id,
  text,
  choices: choices.map((choice) => choice.text).join('\n'),
  before: choices,
})

const consults: readonly VoteKind[] = ['first_contract', 'full_revision', 'wage_revision', 'statutes_change']

/** The question of what was written. A choice that reads as before stays the same choice. */
export const questionOf = (
  { id, text, choices, before }: Asked,
  kind: VoteKind,
  newId: () => string,
): Question => {
  const question = { id: id as QuestionId, text }
  if (kind === 'leadership_election') return { ...question, kind: 'slates', choices: [] }
  const lines = choices
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const made = lines.map((line) => ({
    id: before.find((choice) => choice.text === line)?.id ?? (newId() as ChoiceId),
    text: line,
  }))
  const yesNo = consults.includes(kind) || made.length === 2
  return { ...question, kind: yesNo ? 'yes_no' : 'choices', choices: made }
}
