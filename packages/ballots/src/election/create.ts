import { randomBase58 } from '../codec/base58.ts'
import { type Group, textOf } from '../group/group.ts'
import { accept, type Result, refuse } from '../result.ts'
import { readTrustees } from '../trustee/trustees.ts'
import { electionShape } from './election.ts'
import { isSane, type Question } from './question.ts'

/** What an election is about. Names and questions are published for ever. */
export type ElectionPlan = {
  readonly uuid: string
  readonly name: string
  readonly description: string
  readonly questions: readonly Question[]
  readonly administrator?: string
  /** Who handed out the credentials. */
  readonly credentialAuthority?: string
}

/** A new identifier of an election: 14 Base58 characters, as Belenios makes them. */
export const newElectionUuid = (): string => randomBase58(14)

/**
 * Writes the text of an election under the key of these trustees. Needs nothing secret. Refuses a question
 * that nobody could answer, an empty name or answer, and trustees whose proofs do not hold.
 */
export const writeElection = (group: Group, plan: ElectionPlan, trusteesText: string): Result<string> => {
  const trustees = readTrustees(group, trusteesText)
  if (!trustees.ok) return trustees
  const { publicKey } = trustees.value
  if (group.equals(publicKey, group.one)) return refuse('election-key-invalid')
  if (plan.questions.length === 0 || !plan.questions.every(isSane)) return refuse('question-impossible')
  const words = [plan.name, ...plan.questions.flatMap(({ question, answers }) => [question, ...answers])]
  if (words.some((word) => word.trim() === '')) return refuse('election-text-empty')
  const text = electionShape.write({
    version: 1,
    description: plan.description,
    name: plan.name,
    group: group.name,
    public_key: textOf(group, publicKey),
    questions: plan.questions.map(inOrder),
    uuid: plan.uuid,
    ...(plan.administrator === undefined ? {} : { administrator: plan.administrator }),
    ...(plan.credentialAuthority === undefined ? {} : { credential_authority: plan.credentialAuthority }),
  })
  return electionShape.read(JSON.parse(text)) ? accept(text) : refuse('election-malformed')
}

const inOrder = ({ answers, blank, min, max, question }: Question) => ({
  answers,
  ...(blank ? { blank } : {}),
  min,
  max,
  question,
})
