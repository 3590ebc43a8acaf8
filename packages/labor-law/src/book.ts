import { type CountingId, countingRules } from './data/counting.ts'
import { requirements } from './data/requirements.ts'
import { type TermId, terms } from './data/terms.ts'
import { type ThresholdId, thresholds } from './data/thresholds.ts'
import type { CountingRule, Provision, Refused, Requirement, Term, Threshold } from './rule.ts'

/** Every dated rule the plans use. Pass your own to plan with rules a lawyer has edited or signed since this release. */
export type RuleBook = {
  readonly terms: readonly Term[]
  readonly thresholds: readonly Threshold[]
  readonly counting: readonly CountingRule[]
  readonly requirements: readonly Requirement[]
}

/** The rules of this release: LFT as reformed to 2025-02-21 and, for the rapid response mechanism, T-MEC 31-A. */
export const ruleBook: RuleBook = { terms, thresholds, counting: countingRules, requirements }

export type OutOfForce = Refused<
  'before-validity' | 'after-validity',
  { rule: string; on: string; validFrom: string; validTo: string | null }
>

/** The version of a term in force on an ISO date, with its article (LFT, T-MEC), or why there is none. */
export const termAt = (book: RuleBook, id: TermId, on: string): Term | OutOfForce =>
  versionAt(indexOf(book).terms, id, on)

/** The version of a threshold in force on an ISO date, with its article (LFT), or why there is none. */
export const thresholdAt = (book: RuleBook, id: ThresholdId, on: string): Threshold | OutOfForce =>
  versionAt(indexOf(book).thresholds, id, on)

/** The version of a counting rule (LFT 715-747, 522) in force on an ISO date. */
export const countingAt = (book: RuleBook, id: CountingId, on: string): CountingRule | OutOfForce =>
  versionAt(indexOf(book).counting, id, on)

/** The version in force on an ISO date, or why there is none: no law reaches back (CPEUM 14). An unknown id is a fault. */
export const versionAt = <T extends Provision>(
  index: ReadonlyMap<string, readonly T[]>,
  id: string,
  on: string,
): T | OutOfForce => {
  const versions = index.get(id)
  const [first] = versions ?? []
  if (!versions || !first) throw new RangeError(`no rule ${id}`)
  let latest = first
  for (const rule of versions) {
    if (rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo)) return rule
    if (rule.validFrom > latest.validFrom) latest = rule
  }
  const { validFrom, validTo } = on < first.validFrom ? first : latest
  return {
    refusal: on < first.validFrom ? 'before-validity' : 'after-validity',
    rule: id,
    on,
    validFrom,
    validTo,
  }
}

type Index = { [Key in keyof RuleBook]: ReadonlyMap<string, readonly RuleBook[Key][number][]> }

const indexes = new WeakMap<RuleBook, Index>()

const indexOf = (book: RuleBook): Index => {
  const known = indexes.get(book)
  if (known) return known
  const made: Index = {
    terms: byId(book.terms),
    thresholds: byId(book.thresholds),
    counting: byId(book.counting),
    requirements: byId(book.requirements),
  }
  indexes.set(book, made)
  return made
}

/** Rules grouped by id, each group from its oldest version on, so that each act finds the law of its day (CPEUM 14). */
export const byId = <T extends Provision>(rules: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const rule of [...rules].sort((a, b) => a.validFrom.localeCompare(b.validFrom)))
    groups.set(rule.id, [...(groups.get(rule.id) ?? []), rule])
  return groups
}
