import { parseDay } from './dates.ts'
import type { Refused, Text } from './rule.ts'
import { marked, type Standing } from './say.ts'

/** What became of a collective contract under transitory article 11 (DOF 2019-05-01): history, not a procedure. */
export type LegitimationStatus =
  | 'legitimated'
  | 'terminated_no_vote'
  | 'terminated_rejected'
  | 'initial_post_2019'

/** The last days to ask for the vote, and to hold one already registered. */
export const LEGITIMATION_CLOSED = '2023-05-01'
export const LEGITIMATION_LAST_VOTE = '2023-07-31'

export type Legitimation = {
  readonly status: LegitimationStatus
  /** Whether the contract stood after legitimation closed. */
  readonly stands: boolean
  readonly says: readonly Text[]
}

/**
 * The historical status of a contract: made under the reform, legitimated by vote, or ended on 2023-05-01 (votes asked for
 * by then, on 2023-07-31). Transitory 11 of DOF 2019-05-01; dates after the text from secondary sources.
 */
export const legitimationOf = (contract: {
  readonly depositedOn: string
  readonly vote: { readonly on: string; readonly approved: boolean } | null
}): Legitimation | Refused<'not-a-date', { field: string; value: string }> => {
  for (const [field, value] of [
    ['depositedOn', contract.depositedOn],
    ['vote.on', contract.vote?.on ?? contract.depositedOn],
  ] as const)
    if (parseDay(value) === null) return { refusal: 'not-a-date', field, value }
  const status = statusOf(contract.depositedOn, contract.vote)
  return {
    status,
    stands: status === 'legitimated' || status === 'initial_post_2019',
    says: SENTENCES[status].map((sentence) => marked(sentence, [STANDING])),
  }
}

const statusOf = (
  depositedOn: string,
  vote: { readonly on: string; readonly approved: boolean } | null,
): LegitimationStatus => {
  if (depositedOn >= '2019-05-02') return 'initial_post_2019'
  if (!vote || vote.on > LEGITIMATION_LAST_VOTE) return 'terminated_no_vote'
  return vote.approved ? 'legitimated' : 'terminated_rejected'
}

const STANDING: Standing = { basis: 'secondary', signedBy: null }

const BENEFITS: Text = {
  es: 'Las prestaciones mejores que la ley siguen obligando al patrón.',
  en: 'Benefits better than the law still bind the employer.',
}

const CERTIFICATE: Text = {
  es: 'El sindicato puede pedir la Constancia de Representatividad para un contrato inicial.',
  en: 'The union may ask for the certificate of representativeness for a first contract.',
}

const SENTENCES: Record<LegitimationStatus, readonly Text[]> = {
  legitimated: [
    {
      es: 'El contrato quedó legitimado por el voto de las personas trabajadoras y sigue vigente.',
      en: 'The contract was legitimated by the workers’ vote and stands.',
    },
  ],
  initial_post_2019: [
    {
      es: 'El contrato se depositó después de la reforma: no tenía que legitimarse.',
      en: 'The contract was deposited after the reform: it did not have to be legitimated.',
    },
  ],
  terminated_no_vote: [
    {
      es: 'El contrato terminó por no consultarse a tiempo: la legitimación cerró el 1.º de mayo de 2023.',
      en: 'The contract ended because it was not put to the vote in time: legitimation closed on May 1, 2023.',
    },
    BENEFITS,
    CERTIFICATE,
  ],
  terminated_rejected: [
    {
      es: 'El contrato terminó porque las personas trabajadoras lo rechazaron.',
      en: 'The contract ended because the workers rejected it.',
    },
    BENEFITS,
    CERTIFICATE,
  ],
}
