import { type Attempt, attempt, type Failure } from './attempt.ts'
import { coarserBy, withFigures, withoutForbidden } from './coarsen.ts'
import type { Text } from './dimension.ts'
import { keep } from './keep.ts'
import { type Ledger, ledgerRecords, type Release, releaseName } from './ledger.ts'
import type { Policy } from './policy.ts'
import type { Publication } from './publication.ts'
import { tableOf } from './publish.ts'
import { openPublication, type RawPublication } from './raw.ts'
import { loadSolver, type Solver } from './solver.ts'
import type { PublishedTable } from './table.ts'
import { withheldText } from './withheld.ts'

/** Why nothing is published. */
export type WithheldReason =
  /** No choice of hidden figures protects everybody, not even in the coarsest table. */
  | 'infeasible'
  /** It was not proved safe within the policy's seconds. */
  | 'time'
  /** The joint table an attacker could build is larger than the policy allows. */
  | 'too-large'
  /** No table has these figures: parts and totals, or earlier releases, contradict each other. */
  | 'inconsistent'
  /** A released figure has another value now: a correction takes the next edition number. */
  | 'changed-figure'
  /** A dimension is not what it was in an earlier release. */
  | 'changed-dimension'
  /** The tier allows none of the figures. */
  | 'nothing-left'
  /** The attack on the finished table succeeded; this is a fault of ours, and nothing leaves. */
  | 'audit-failed'

export type Withheld = {
  readonly kind: 'withheld'
  readonly id: string
  readonly reason: WithheldReason
  /** The figure or dimension concerned, where there is one. */
  readonly where: string | null
  readonly text: Text
}

/**
 * The only way out for figures: hides what the policy protects and whatever else would give it away, attacks the result
 * together with every earlier release on the population, and returns a table that withstood, or nothing.
 */
export const protect = async (
  publication: Publication,
  policy: Policy,
  ledger: Ledger,
): Promise<PublishedTable | Withheld> => {
  const given = openPublication(publication)
  const releases = ledgerRecords(ledger).filter(({ population }) => population === given.population)
  const solver = await loadSolver()
  const started = performance.now()
  const spent = () => (performance.now() - started) / 1000
  const clock = { spent, left: () => policy.seconds - spent() }
  const raw = asBefore(withoutForbidden(given, policy), releases)
  if (raw.figures.length === 0) return withheld(given.id, { kind: 'nothing-left' })
  const outcome = coarsenUntilGood(solver, raw, releases, policy, clock)
  if (outcome.kind !== 'protected') return withheld(given.id, outcome)
  const table = tableOf(outcome.raw, outcome.isShown, outcome.statistics, outcome.coarsened)
  const forbidden = given.figures.length - withoutForbidden(given, policy).figures.length
  const decision = { ...outcome.decision, coarsened: outcome.coarsened, forbidden }
  keep(table, {
    file: { audit: outcome.audit, decision },
    release: outcome.release,
    against: releases.map(releaseName),
  })
  return table
}

type Coarsened = Attempt & { readonly coarsened: readonly string[] }

/**
 * Suppression is the last step: a table that would lose too many of its finest figures, or cannot be protected, is made
 * coarser first. When no level is left, the table that shows most is taken.
 */
const coarsenUntilGood = (
  solver: Solver,
  raw: RawPublication,
  releases: readonly Release[],
  policy: Policy,
  clock: { readonly left: () => number; readonly spent: () => number },
): Coarsened | Failure => {
  const protectedOnes: Coarsened[] = []
  let failure: Failure | null = null
  let table: RawPublication | undefined = raw
  let coarsened: readonly string[] = []
  while (table) {
    const result = attempt(solver, table, releases, policy, true, clock)
    if (result.kind === 'protected') protectedOnes.push({ ...result, coarsened })
    else failure ??= result
    if (result.kind === 'protected' && result.decision.finestHidden <= policy.coarsenAbove) break
    if (result.kind !== 'protected' && result.kind !== 'infeasible') break
    const next: ReturnType<typeof coarserBy>[number] | undefined = coarserBy(table)[0]
    table = next?.raw
    if (next) coarsened = [...coarsened, next.dimension]
  }
  const good = protectedOnes.at(-1)
  if (good && good.decision.finestHidden <= policy.coarsenAbove) return good
  const best = [...protectedOnes].sort((left, right) => right.decision.shown - left.decision.shown)[0]
  return best ?? failure ?? { kind: 'infeasible' }
}

/** A publication released before comes out as it did then: its figures are those that the ledger knows. */
const asBefore = (raw: RawPublication, releases: readonly Release[]): RawPublication => {
  const release = releases.find(
    ({ publication, edition }) => publication === raw.id && edition === raw.edition,
  )
  if (!release) return raw
  const keys = new Set(release.figures.map((figure) => figure.key))
  return {
    ...withFigures(
      raw,
      raw.figures.filter((figure) => keys.has(figure.key)),
    ),
    coarsen: [],
  }
}

const withheld = (id: string, failure: Failure | { readonly kind: 'nothing-left' }): Withheld => {
  const where =
    failure.kind === 'changed-figure'
      ? failure.key
      : failure.kind === 'changed-dimension'
        ? failure.dimension
        : null
  return { kind: 'withheld', id, reason: failure.kind, where, text: withheldText[failure.kind] }
}
