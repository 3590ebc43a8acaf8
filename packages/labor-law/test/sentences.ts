import { ruleBook } from '../src/book.ts'
import { type ChecklistId, checkList } from '../src/checklists.ts'
import { checkClause, clauseKinds } from '../src/clauses.ts'
import { conciliationRoute } from '../src/conciliation.ts'
import { reforms } from '../src/data/changelog.ts'
import { documents } from '../src/data/documents.ts'
import { fines } from '../src/data/fines.ts'
import { minimums } from '../src/data/minimums.ts'
import { owedOnDismissal } from '../src/dismissal.ts'
import { type FineId, fineFor } from '../src/fines.ts'
import { checkProportion } from '../src/gender.ts'
import { legitimationOf } from '../src/legitimation.ts'
import { dismissalClock } from '../src/limitation.ts'
import * as cli from '../src/messages/cli.ts'
import * as labels from '../src/messages/labels.ts'
import { labels as printed } from '../src/messages/print.ts'
import { refusalSentence } from '../src/messages/refusals.ts'
import { type PlanInput, plan } from '../src/plan.ts'
import { preflight } from '../src/preflight.ts'
import { type ProcedureId, procedureOf, procedures } from '../src/procedures.ts'
import { remoteVoting } from '../src/remote-voting.ts'
import { testApproval, testRepresentation, testThreshold } from '../src/thresholds.ts'
import { type VoteKind, voteKinds } from '../src/vote-kinds.ts'
import { plannedSentences } from './sentences-of-plans.ts'
import { type Found, textsIn } from './texts-in.ts'

const ON = '2026-11-22'
const ids = Object.keys(procedures) as ProcedureId[]

/** Every sentence this library can say: those of the files, and those made by running everything it has. */
export const everySentence = (): Found[] => [
  ...textsIn(
    'rules',
    [...ruleBook.terms, ...ruleBook.thresholds, ...ruleBook.counting, ...ruleBook.requirements],
    false,
  ),
  ...textsIn('tables', [minimums, fines, reforms, documents], false),
  ...textsIn('procedures', ids.map(procedureOf), false),
  ...textsIn('labels', [labels, printed, cli.cliMessages, cli.usage], false),
  ...plannedSentences(),
  ...checked(),
  ...counted(),
  ...paid(),
  ...refused(),
]

const checked = (): Found[] => {
  const lists = [...new Set(ruleBook.requirements.map(({ checklist }) => checklist))] as ChecklistId[]
  const opinion = (kind: VoteKind, allows: boolean) => ({ by: 'Rosa', on: ON, kind, allows })
  const kinds = Object.keys(voteKinds) as VoteKind[]
  return [
    ...lists.flatMap((list) =>
      textsIn(
        list,
        checkList(list, {}, ON).items.map(({ says, todo, absence }) => [says, todo, absence]),
        true,
      ),
    ),
    ...kinds.flatMap((kind) =>
      [null, opinion(kind, true), opinion(kind, false)].flatMap((given) =>
        textsIn(kind, remoteVoting(kind, given).says, true),
      ),
    ),
    ...preflights(),
  ]
}

const preflights = (): Found[] => {
  const entry = (at: number) => ({
    ref: `${at}`,
    curp: 'HEGG560427MVZRRL04',
    hiredOn: '2024-01-01',
    signed: true,
  })
  const base = {
    filingOn: ON,
    covered: 20,
    entries: [
      { ...entry(1), curp: null, named: false, signed: false, hiredOn: null, managerial: true },
      { ...entry(2), curp: 'X', left: { on: '2026-01-01', dismissed: false } },
      {
        ...entry(3),
        curp: 'HEGG560427MVZRRL05',
        hiredOn: '2027-01-01',
        left: { on: '2026-11-01', dismissed: true },
      },
      entry(4),
      entry(5),
      { ...entry(6), curp: 'BADD120313HCMLNSA9' },
    ],
    monthlyTurnoverPercent: 20,
    scopeReachesPlant: null,
    contract: { status: 'unknown' },
    otherCertificate: { status: 'unknown' },
    posting: 'missing',
    standing: { validUntil: null, signerMayRepresent: null },
  } as const
  const variants = [
    base,
    {
      ...base,
      covered: 3,
      scopeReachesPlant: false,
      contract: { status: 'deposited', lastRevisedOn: '2020-01-01' },
      otherCertificate: { status: 'in_force', until: null },
      posting: 'not_yet',
      standing: { validUntil: '2026-01-01', signerMayRepresent: false },
    } as const,
    {
      ...base,
      covered: 6,
      contract: { status: 'deposited', lastRevisedOn: null },
      standing: { validUntil: '2026-12-01', signerMayRepresent: true },
    } as const,
  ]
  return variants.flatMap((input) => {
    const made = preflight(input)
    if ('refusal' in made) throw new Error(JSON.stringify(made))
    return textsIn('preflight', [made.headline, made.findings], true)
  })
}

const counted = (): Found[] => {
  const roll = { women: 35, men: 65 }
  return [
    ...ruleBook.thresholds.flatMap(({ id }) =>
      [2, 90].flatMap((have) =>
        textsIn(id, saysOf(testThreshold(id as 'CRE-01', { have, of: 100 }, ON)), true),
      ),
    ),
    ...(['covered', 'cast'] as const).flatMap((by) =>
      [10, 40, 60].flatMap((yes) =>
        textsIn(
          'approval',
          saysOf(testApproval({ roll: 100, yes, no: 20, blankOrNull: 1 }, ON, { by })),
          true,
        ),
      ),
    ),
    ...[
      { A: 50, B: 10 },
      { A: 20, B: 20 },
      { A: 1, B: 0 },
    ].flatMap((votes) =>
      textsIn('winner', saysOf(testRepresentation({ roll: 100, votes, blankOrNull: 0 }, ON)), true),
    ),
    ...[1, 3, 8].flatMap((women) =>
      (['nearest', 'up', 'down'] as const).flatMap((rounding) =>
        textsIn(
          'gender',
          saysOf(checkProportion({ roll, slate: { women, men: 9 - women } }, { rounding })),
          true,
        ),
      ),
    ),
  ]
}

const paid = (): Found[] => {
  const person = {
    hiredOn: '2020-06-15',
    dismissedOn: '2026-09-30',
    asOf: '2028-11-22',
    zone: 'general',
  } as const
  const owed = [
    { ...person, dailyWageCents: 100_000, unpaidWageDays: 2, unionOfficer: true, aguinaldoPaidCents: 1 },
    { ...person, dailyWageCents: 10_000, contract: { kind: 'fixed_term' } as const },
    {
      ...person,
      hiredOn: '2026-06-15',
      dailyWageCents: 40_000,
      contract: { kind: 'fixed_term' } as const,
      integratedDailyWageCents: 50_000,
    },
  ].map((input) => owedOnDismissal(input))
  const clocks = [
    {},
    { noticeOn: '2026-11-20' },
    { filedOn: '2026-11-20' },
    { filedOn: '2026-11-20', endedOn: '2026-11-21' },
    { today: '2027-06-01' },
  ].map((changes) => dismissalClock({ dismissedOn: '2026-11-10', today: ON, ...changes }))
  const clauses = clauseKinds.flatMap((kind) =>
    [0, 1, 12, 200].map((value) =>
      kind === 'daily_wage'
        ? checkClause({ kind, cents: value * 300, zone: 'north_border' }, ON)
        : kind === 'vacation_days'
          ? checkClause({ kind, years: 1, days: value }, ON)
          : checkClause({ kind, value }, ON),
    ),
  )
  const grounds = ['dismissal', 'discrimination', 'forced_labor', 'contract_title', 'union_election'] as const
  return [
    ...owed.flatMap((made) =>
      'refusal' in made ? [] : textsIn('dismissal', [made.notes, made.lines.map(({ says }) => says)], true),
    ),
    ...clocks.flatMap((made) => textsIn('clock', saysOf(made), true)),
    ...clauses.flatMap((made) => textsIn('clause', saysOf(made), true)),
    ...fines.flatMap(({ id }) =>
      [1, 2].flatMap((workers) =>
        textsIn(id, saysOf(fineFor(id as FineId, ON, { workers, repeated: workers > 1 })), true),
      ),
    ),
    ...grounds.flatMap((ground) => textsIn(ground, conciliationRoute(ground).says, true)),
    ...[null, { on: '2021-01-01', approved: true }, { on: '2021-01-01', approved: false }].flatMap((vote) =>
      ['2010-01-01', '2022-01-01'].flatMap((depositedOn) =>
        textsIn('legitimation', saysOf(legitimationOf({ depositedOn, vote })), true),
      ),
    ),
  ]
}

/** What a result says, and nothing of the rule it carries. */
const saysOf = (result: object): unknown => ('says' in result ? result.says : [])

const refused = (): Found[] => {
  const attempts: unknown[] = [
    { procedure: 'x', today: ON, events: {} },
    { procedure: 'strike', today: 'hoy', events: {} },
    { procedure: 'strike', today: ON, events: { x: ON } },
    { procedure: 'strike', today: ON, events: {}, answers: { x: true } },
    { procedure: 'assembly', today: ON, events: {}, answers: { x: true } },
    { procedure: 'strike', today: ON, events: { filing: ON } },
    { procedure: 'strike', today: ON, events: { filing: `${ON}T10:00` } },
    { procedure: 'strike', today: ON, events: {}, place: { state: '40' } },
    { procedure: 'accounts', today: ON, events: { account: '1990-01-01' } },
    { procedure: 'accounts', today: ON, events: { account: '2018-01-01' } },
  ]
  const made = attempts.map((attempt) => plan(attempt as PlanInput))
  const lapsed = {
    refusal: 'after-validity',
    rule: 'ELE-01',
    on: ON,
    validFrom: '2019-05-02',
    validTo: '2026-01-01',
  } as const
  return [...made, lapsed].flatMap((refusal) => {
    if (!('refusal' in refusal)) throw new Error('an attempt was not refused')
    return textsIn('refusal', refusalSentence(refusal), false)
  })
}
