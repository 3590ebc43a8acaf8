import { advance as advanceIn, expectedIn, type OutOfOrder, type Procedure } from './procedure.ts'
import { accounts } from './procedures/accounts.ts'
import { assembly } from './procedures/assembly.ts'
import { certificate } from './procedures/certificate.ts'
import { conciliation } from './procedures/conciliation.ts'
import { firstContract } from './procedures/first-contract.ts'
import { leadershipElection } from './procedures/leadership-election.ts'
import { rapidResponse } from './procedures/rapid-response.ts'
import { fullRevision, wageRevision } from './procedures/revision.ts'
import { statutesChange } from './procedures/statutes-change.ts'
import { strike } from './procedures/strike.ts'
import { titleDispute } from './procedures/title-dispute.ts'
import { unionRegistration } from './procedures/union-registration.ts'

/** Every procedure of this library as data: events, states, transitions, steps (each names its articles). */
export const procedures = {
  union_registration: unionRegistration,
  leadership_election: leadershipElection,
  assembly,
  statutes_change: statutesChange,
  accounts,
  certificate,
  first_contract: firstContract,
  full_revision: fullRevision,
  wage_revision: wageRevision,
  strike,
  conciliation,
  title_dispute: titleDispute,
  rapid_response: rapidResponse,
} as const

export type ProcedureId = keyof typeof procedures
export type EventOf<P extends ProcedureId> = Extract<keyof (typeof procedures)[P]['events'], string>
export type StateOf<P extends ProcedureId> = Extract<keyof (typeof procedures)[P]['states'], string>
export type AnswerOf<P extends ProcedureId> = Extract<keyof (typeof procedures)[P]['answers'], string>

/** A procedure without its precise types, for code that walks them all; each names its articles (LFT 364… 938; T-MEC 31-A). */
export const procedureOf = (id: ProcedureId): Procedure => procedures[id] as unknown as Procedure

/** The state after an event, or why that event cannot follow (each procedure names its articles: LFT 366, 371, 390 Bis…). */
export const advance = <P extends ProcedureId>(
  id: P,
  state: StateOf<P>,
  event: EventOf<P>,
): StateOf<P> | OutOfOrder => advanceIn(procedureOf(id), state, event) as StateOf<P> | OutOfOrder

/** The events that can move a procedure on from a state (each procedure names its articles: LFT 366, 371, 390 Bis…). */
export const expectedEvents = <P extends ProcedureId>(id: P, state: StateOf<P>): EventOf<P>[] =>
  expectedIn(procedureOf(id), state) as EventOf<P>[]
