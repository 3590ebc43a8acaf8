import { type OutOfForce, type RuleBook, ruleBook, thresholdAt } from './book.ts'
import { addMonths, type Day, parseDay } from './dates.ts'
import {
  type Finding,
  findingOf,
  listFinding,
  marginFinding,
  shareFinding,
  shareHeadline,
} from './messages/preflight.ts'
import type { Refused, Text } from './rule.ts'
import { marked } from './say.ts'
import { type ReviewedList, reviewList, type SupportEntry } from './support-list.ts'
import type { BadCount } from './thresholds.ts'

export type { Finding } from './messages/preflight.ts'

/** One line as it is typed: dates in ISO 8601. See {@link SupportEntry}. */
export type ListedEntry = {
  readonly ref: string
  readonly curp: string | null
  readonly named?: boolean
  readonly hiredOn: string | null
  readonly signed: boolean
  readonly managerial?: boolean
  readonly left?: { readonly on: string; readonly dismissed: boolean } | null
}

/** Null means that nobody has checked yet, which is itself a finding. */
export type PreflightInput = {
  readonly filingOn: string
  /** Workers the contract would cover: managerial staff out (LFT 390 Bis III a). */
  readonly covered: number
  readonly entries: readonly ListedEntry[]
  /** People who leave in a month, per cent; and the days until the CFCRL checks. Assumptions, shown as such. */
  readonly monthlyTurnoverPercent: number
  readonly daysToCheck?: number
  readonly scopeReachesPlant: boolean | null
  readonly contract:
    | { readonly status: 'none' | 'unknown' }
    | { readonly status: 'deposited'; readonly lastRevisedOn: string | null }
  readonly otherCertificate:
    | { readonly status: 'none' | 'unknown' }
    | { readonly status: 'in_force'; readonly until: string | null }
  /** Proof that the notice was fixed at the workplace; `not_yet` before filing. */
  readonly posting: 'proved' | 'not_yet' | 'missing'
  readonly standing: { readonly validUntil: string | null; readonly signerMayRepresent: boolean | null }
}

export type Preflight = {
  readonly list: ReviewedList
  /** Signatures the 30 % asks for, those that would stand, and those expected to stand when the CFCRL checks. */
  readonly need: number
  readonly expected: number
  /** Valid signatures to hold today so that 30 % is still there at the check. */
  readonly needWithMargin: number
  readonly headline: Text
  readonly findings: readonly Finding[]
  /** Nothing found that loses or voids the request. */
  readonly ready: boolean
}

export type PreflightRefusal = BadCount | OutOfForce | Refused<'not-a-date', { field: string; value: string }>

export const DEFAULT_DAYS_TO_CHECK = 45

/**
 * Whether to file for the certificate of representativeness: the 30 % with its margin after turnover, the list line by
 * line, scope, a contract or another certificate in force, posting, standing; each with what to do (LFT 387, 390 Bis,
 * 923). Keeps no name and returns none.
 */
export const preflight = (input: PreflightInput, book: RuleBook = ruleBook): Preflight | PreflightRefusal => {
  const refusal = refuse(input)
  if (refusal) return refusal
  const filing = parseDay(input.filingOn)!
  const threshold = thresholdAt(book, 'CRE-01', input.filingOn)
  if ('refusal' in threshold) return threshold
  const list = reviewList(input.entries.map(entryOf), filing)
  const { n, d } = threshold.share!
  const need = Math.ceil((input.covered * n) / d)
  const stays = stayRate(input)
  const expected = Math.floor(list.valid * stays + EPSILON)
  const needWithMargin = stays > 0 ? Math.ceil(need / stays - EPSILON) : need
  const figures = {
    lines: list.lines,
    valid: list.valid,
    covered: input.covered,
    need,
    expected,
    needWithMargin,
  }
  const findings = [
    shareFinding(figures, threshold),
    marginFinding(figures, threshold, daysToCheck(input)),
    ...[...list.problems].map(([problem, refs]) => listFinding(problem, refs, book)),
    ...surroundings(input, filing, book),
  ].filter((finding) => finding !== null)
  return {
    list,
    need,
    expected,
    needWithMargin,
    headline: marked(shareHeadline(figures), [threshold]),
    findings,
    ready: !findings.some(({ effect }) => effect === 'loss' || effect === 'void'),
  }
}

const EPSILON = 1e-9

const daysToCheck = (input: PreflightInput) => input.daysToCheck ?? DEFAULT_DAYS_TO_CHECK

/** The share of today's signers still there when the CFCRL checks, at a steady monthly turnover. */
const stayRate = (input: PreflightInput): number =>
  (1 - input.monthlyTurnoverPercent / 100) ** (daysToCheck(input) / 30)

const entryOf = (entry: ListedEntry): SupportEntry => ({
  ref: entry.ref,
  curp: entry.curp,
  named: entry.named ?? true,
  hired: entry.hiredOn === null ? null : parseDay(entry.hiredOn),
  signed: entry.signed,
  managerial: entry.managerial ?? false,
  left: entry.left ? { on: parseDay(entry.left.on)!, dismissed: entry.left.dismissed } : null,
})

const surroundings = (input: PreflightInput, filing: Day, book: RuleBook): (Finding | null)[] => {
  const find = (kind: Parameters<typeof findingOf>[0], applies: boolean, detail: string | null = null) =>
    applies ? findingOf(kind, book, detail) : null
  const { contract, otherCertificate, standing } = input
  const stale = contract.status === 'deposited' && isStale(contract.lastRevisedOn, filing)
  const validUntil = standing.validUntil
  return [
    find('scope_unknown', input.scopeReachesPlant === null),
    find('out_of_scope', input.scopeReachesPlant === false),
    find('contract_unknown', contract.status === 'unknown'),
    find('contract_in_force', contract.status === 'deposited' && !stale),
    find('contract_stale', stale),
    find('other_certificate_unknown', otherCertificate.status === 'unknown'),
    find(
      'other_certificate',
      otherCertificate.status === 'in_force',
      otherCertificate.status === 'in_force' ? otherCertificate.until : null,
    ),
    find('posting_ahead', input.posting === 'not_yet'),
    find('posting_missing', input.posting === 'missing'),
    find('standing_unknown', validUntil === null),
    find('standing_expired', validUntil !== null && parseDay(validUntil)! < filing, validUntil),
    find(
      'standing_short',
      validUntil !== null &&
        parseDay(validUntil)! >= filing &&
        parseDay(validUntil)! < filing + daysToCheck(input),
      validUntil,
    ),
    find('signer_unknown', standing.signerMayRepresent === null),
    find('signer_cannot', standing.signerMayRepresent === false),
  ]
}

/** A deposited contract not revised in the last four years does not bar a strike notice (LFT 923). */
const isStale = (lastRevisedOn: string | null, filing: Day): boolean => {
  const revised = lastRevisedOn === null ? null : parseDay(lastRevisedOn)
  return revised !== null && addMonths(revised, 4 * 12) < filing
}

const refuse = (input: PreflightInput): PreflightRefusal | null => {
  for (const [field, value] of datesOf(input))
    if (value !== null && parseDay(value) === null) return { refusal: 'not-a-date', field, value }
  if (!Number.isSafeInteger(input.covered) || input.covered <= 0)
    return { refusal: 'bad-count', field: 'covered', value: input.covered }
  const turnover = input.monthlyTurnoverPercent
  if (!(turnover >= 0 && turnover < 100))
    return { refusal: 'bad-count', field: 'monthlyTurnoverPercent', value: turnover }
  if (!(daysToCheck(input) >= 0))
    return { refusal: 'bad-count', field: 'daysToCheck', value: daysToCheck(input) }
  return null
}

const datesOf = ({ filingOn, entries, contract, otherCertificate, standing }: PreflightInput) =>
  [
    ['filingOn', filingOn],
    ['contract.lastRevisedOn', contract.status === 'deposited' ? contract.lastRevisedOn : null],
    ['otherCertificate.until', otherCertificate.status === 'in_force' ? otherCertificate.until : null],
    ['standing.validUntil', standing.validUntil],
    ...entries.flatMap(({ ref, hiredOn, left }) => [
      [`${ref}.hiredOn`, hiredOn] as const,
      [`${ref}.left`, left?.on ?? null] as const,
    ]),
  ] as const
