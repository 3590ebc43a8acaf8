import type { Question as ElectionQuestion } from '@asamblea/ballots/question'
import type { Verified } from '@asamblea/ballots/verified'
import type { Question, VoteStateName } from '../schema.ts'
import type { BoxState, Phase, TrusteeStep } from './schema.ts'

/** Fewer credentials than this would let a count tell how somebody voted. */
export const fewestCredentials = 10

/** A ballot marks one choice or is blank, as on paper. */
export const electionQuestion = ({ text, choices }: Question): ElectionQuestion => ({
  question: text,
  answers: choices.map((choice) => choice.text),
  blank: true,
  min: 1,
  max: 1,
})

export type Ceremony = {
  readonly certificate: unknown
  readonly dealing: unknown
  readonly verification: unknown
  readonly decrypted: boolean
}

export const stepOf = ({ certificate, dealing, verification, decrypted }: Ceremony): TrusteeStep => {
  if (decrypted) return 'decrypted'
  if (verification) return 'ready'
  if (dealing) return 'dealt'
  return certificate ? 'enrolled' : 'invited'
}

type Standing = {
  readonly discarded: boolean
  readonly phase: Phase | null
  readonly credentials: number
  readonly trustees: readonly (Ceremony & { readonly name: string })[]
}

export const stateOf = ({ discarded, phase, credentials, trustees }: Standing): BoxState => {
  if (discarded) return { name: 'discarded' }
  if (phase) return { name: phase }
  const waitingFor = trustees.filter(({ verification }) => !verification).map(({ name }) => name)
  if (waitingFor.length > 0) return { name: 'keys', waitingFor }
  return { name: credentials === 0 ? 'credentials' : 'ready' }
}

/** Whether remote ballots are received now, or why not. */
export const receives = (
  standing: { rehearsal: boolean; phase: Phase | null; voteState: VoteStateName; closesAt: Date },
  now: Date,
): 'yes' | 'not-yet' | 'closed' => {
  const { rehearsal, phase, voteState, closesAt } = standing
  if (phase === null) return 'not-yet'
  if (phase !== 'open') return 'closed'
  if (rehearsal) return 'yes'
  if (voteState === 'open') return now < closesAt ? 'yes' : 'closed'
  return voteState === 'frozen' ? 'not-yet' : 'closed'
}

/** What the frozen roll asks of the list of credentials: so many from anywhere, so many at each table. */
export type Lots = ReadonlyMap<string, number>
export const anywhere = 'anywhere'

export const sameLots = (asked: Lots, given: Lots): boolean =>
  asked.size === given.size && [...asked].every(([lot, count]) => given.get(lot) === count)

/** The totals of a decided box as the acta takes them. No ballot that was admitted is null. */
export const totalsOf = (
  { questions }: { questions: readonly Question[] },
  { latest, counts, head }: Verified,
  verifiedAt: Date,
) => ({
  archiveDigest: head.parent!,
  voted: latest.size,
  tallies: questions.map((question, at) => {
    const [blank, ...marks] = counts![at]!
    return {
      questionId: question.id,
      votes: question.choices.map((choice, index) => ({ choiceId: choice.id, votes: marks[index]! })),
      blank: blank!,
      nulled: 0,
    }
  }),
  verifiedAt,
})
