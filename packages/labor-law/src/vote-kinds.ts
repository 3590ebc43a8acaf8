import type { ChecklistId } from './data/requirements.ts'
import type { ThresholdId } from './data/thresholds.ts'
import type { ProcedureId } from './procedures.ts'

export type VoteKind =
  | 'leadership_election'
  | 'first_contract'
  | 'full_revision'
  | 'wage_revision'
  | 'representation_vote'
  | 'statutes_change'

/** What each kind of vote rests on: its procedure, its checklist, its thresholds, the event that is the vote. */
export const voteKinds: Record<
  VoteKind,
  {
    readonly procedure: ProcedureId
    readonly checklist: ChecklistId
    readonly thresholds: readonly ThresholdId[]
    readonly voteEvent: string
    readonly article: string
  }
> = {
  leadership_election: {
    procedure: 'leadership_election',
    checklist: 'leadership_election',
    thresholds: ['ELE-03'],
    voteEvent: 'election',
    article: '371 IX',
  },
  first_contract: {
    procedure: 'first_contract',
    checklist: 'contract_vote',
    thresholds: ['CBA-08'],
    voteEvent: 'vote',
    article: '390 Ter',
  },
  full_revision: {
    procedure: 'full_revision',
    checklist: 'contract_vote',
    thresholds: ['CBA-08'],
    voteEvent: 'vote',
    article: '390 Ter, 400 Bis',
  },
  wage_revision: {
    procedure: 'wage_revision',
    checklist: 'contract_vote',
    thresholds: ['CBA-08'],
    voteEvent: 'vote',
    article: '390 Ter, 399 Bis',
  },
  representation_vote: {
    procedure: 'certificate',
    checklist: 'representation_vote',
    thresholds: ['CRE-10', 'CRE-09'],
    voteEvent: 'vote',
    article: '390 Bis III',
  },
  statutes_change: {
    procedure: 'statutes_change',
    checklist: 'statutes_change',
    thresholds: ['ASM-04'],
    voteEvent: 'assembly',
    article: '371 VIII',
  },
}
