// Lists that screens show; the schema takes them from here, so that no screen carries the schema library.

/** What is voted on. All but the last have a procedure in the law; see `@asamblea/labor-law/votes`. */
export const voteKinds = [
  'leadership_election',
  'first_contract',
  'full_revision',
  'wage_revision',
  'representation_vote',
  'statutes_change',
  'internal_consultation',
] as const

/** How somebody votes: on paper in an urn, on a tablet at a table, or from their own phone. Exactly one for each voter. */
export const modes = ['paper', 'booth', 'remote'] as const

/** Why the law leaves somebody out of the roll, or that it does not. */
export const categories = ['entitled', 'confianza', 'hired_after', 'left', 'not_member'] as const

export const officerRoles = [
  'commission',
  'president',
  'secretary',
  'teller',
  'representative',
  'observer',
] as const

export const objectionKinds = ['missing', 'should_not_be', 'wrong_data'] as const

/** Before whom a vote is challenged. */
export const disputeForums = ['commission', 'authority', 'conciliation', 'court'] as const
export const disputeOutcomes = ['stands', 'annulled', 'withdrawn'] as const

export const urnEventKinds = [
  'material',
  'shown_empty',
  'sealed',
  'handed',
  'unsealed',
  'opening_acta',
  'closing_acta',
  'incident',
] as const

/** The papers a vote needs, in the order in which they are used. Those of a table are made for one table. */
export const paperKinds = [
  'call',
  'poster',
  'roll',
  'authority_notice',
  'ballots',
  'signing_sheet',
  'opening_acta',
  'tally_sheet',
  'closing_acta',
  'results',
  'final_acta',
  'result_notice',
  'filing_list',
] as const

export type PaperKind = (typeof paperKinds)[number]
