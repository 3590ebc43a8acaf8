import { type AuditReport, auditOf } from './audit.ts'
import { finestFigures } from './coarsen.ts'
import { complete } from './complete.ts'
import type { Decision } from './file.ts'
import type { Release, ReleasedFigure, StoredTarget } from './ledger.ts'
import type { Policy } from './policy.ts'
import { type Problem, problemOf } from './problem.ts'
import { type RawPublication, refKey, refsOf } from './raw.ts'
import { type Selection, select } from './select.ts'
import type { Solver } from './solver.ts'
import { admit, before, type Derived, derive, earlierRows } from './statistics.ts'
import { type System, systemOf } from './system.ts'
import { storedTargets, type Target, targetsOf } from './targets.ts'
import { type Clash, type Known, type Universe, universe } from './universe.ts'

/** One table, protected as it stands, with all that was found out on the way. */
export type Attempt = {
  readonly kind: 'protected'
  readonly raw: RawPublication
  readonly isShown: (key: string) => boolean
  /** By position in the publication: the number to print, or null. */
  readonly statistics: readonly (number | null)[]
  readonly decision: Omit<Decision, 'coarsened' | 'forbidden'>
  readonly audit: AuditReport
  readonly release: Release
}

export type Failure =
  | Clash
  | { readonly kind: 'inconsistent' | 'infeasible' | 'time' | 'too-large' | 'audit-failed' }

/** Protects a table as it stands, against everything released before on its population. */
export const attempt = (
  solver: Solver,
  raw: RawPublication,
  releases: readonly Release[],
  policy: Policy,
  exactly: boolean,
  clock: { readonly left: () => number; readonly spent: () => number },
): Attempt | Failure => {
  const model = (strictly: boolean) => worldOf(solver, raw, releases, policy, clock, strictly)
  const widest = model(false)
  const world = 'kind' in widest && widest.kind === 'inconsistent' ? model(true) : widest
  if ('kind' in world) return world
  const { known, system, truth } = world
  const targets = targetsOf(known, policy)
  const derived = derive(raw, known, system, policy)
  const rows = derived.map((item) => item?.rows ?? [])
  const problem = problemOf(known, system, truth, [...targets, ...storedTargets(known, releases)], rows)
  const selection = select(solver, known, problem, policy, exactly, clock.left)
  if (selection.kind !== 'selected') return selection
  try {
    const isShown = shownIn(known, selection)
    const statistics = admitted(raw, releases, derived, isShown, selection)
    const names = {
      publication: raw.id,
      population: raw.population,
      edition: raw.edition,
      policy: policy.id,
      earlierReleases: releases.length,
    }
    const audit = auditOf(names, known, problem, selection, clock.spent)
    if (!audit) return { kind: 'audit-failed' }
    if (clock.left() <= 0) return { kind: 'time' }
    const release: Release = {
      publication: raw.id,
      population: raw.population,
      edition: raw.edition,
      policy: policy.id,
      dimensions: raw.dimensions,
      measures: raw.measures,
      figures: raw.figures.map(
        (figure): ReleasedFigure => ({ ...figure, shown: isShown(figure.key), displayed: figure.publish }),
      ),
      statistics: raw.statistics.map((statistic, index) => ({ statistic, shown: statistics[index]! })),
      targets: targets.map((target) => stored(known, target)),
    }
    const decision = decisionOf(raw, known, problem, selection, isShown, statistics)
    return { kind: 'protected', raw, isShown, statistics, decision, audit, release }
  } finally {
    selection.attacker.dispose()
  }
}

type World = { readonly known: Universe; readonly system: System; readonly truth: Float64Array }

/** The attacker's model of everything released, and true numbers that fit it. */
const worldOf = (
  solver: Solver,
  raw: RawPublication,
  releases: readonly Release[],
  policy: Policy,
  clock: { readonly left: () => number },
  strictly: boolean,
): World | Failure => {
  const known = universe(raw, releases, policy.unchangedIsKnown, strictly)
  if ('kind' in known) return known
  const bare = systemOf(known, policy.atoms)
  if (!bare) return { kind: 'too-large' }
  const system = { ...bare, rows: [...bare.rows, ...earlierRows(releases, known, bare)] }
  const values = known.figures.map((figure) => figure.value)
  const truth = complete(solver, system, values, clock.left())
  if (truth === null) return { kind: 'inconsistent' }
  return truth === 'timeout' ? { kind: 'time' } : { known, system, truth }
}

const shownIn = (known: Universe, { attacker }: Selection) => {
  const shown = new Set(
    known.figures.flatMap((figure, index) => {
      const visible = figure.state === 'published' || (figure.state === 'open' && !attacker.isHidden(index))
      return figure.fresh && figure.copyOf === null && visible ? [figure.key] : []
    }),
  )
  return (key: string) => shown.has(key)
}

/** Statistics in the order given: as before if released before, else shown when no requirement falls. */
const admitted = (
  raw: RawPublication,
  releases: readonly Release[],
  derived: readonly (Derived | null)[],
  isShown: (key: string) => boolean,
  { attacker, requirements }: Selection,
): readonly (number | null)[] => {
  let row = 0
  const spans = derived.map((item) => {
    const span = [row, item?.rows.length ?? 0] as const
    row += span[1]
    return span
  })
  const hopeful = derived.flatMap((item, index) => {
    if (!item) return []
    const earlier = before(raw, item.statistic, releases)
    if (earlier === null) return []
    const [part, base] = refsOf(item.statistic).map((ref) => isShown(refKey(raw, ref)))
    const givesAway = item.statistic.kind === 'percent' && part !== base
    return givesAway && earlier === undefined ? [] : [index]
  })
  const verdicts = admit(
    attacker,
    requirements,
    hopeful.map((index) => spans[index]!),
  )
  return derived.map((item, index) => {
    const place = hopeful.indexOf(index)
    return item && place >= 0 && verdicts[place] ? item.shown : null
  })
}

const stored = (known: Universe, { terms, ...target }: Target): StoredTarget => ({
  ...target,
  terms: terms.map(([index, coefficient]) => {
    const { key, edition } = original(known, index)
    return { key, edition, coefficient }
  }),
})

/** A figure carried into a later edition is remembered as what it repeats. */
const original = (known: Universe, index: number): Known => {
  const figure = known.figures[index]!
  return figure.copyOf === null ? figure : original(known, figure.copyOf)
}

const decisionOf = (
  raw: RawPublication,
  known: Universe,
  problem: Problem,
  { primary, complementary }: Selection,
  isShown: (key: string) => boolean,
  statistics: readonly (number | null)[],
): Omit<Decision, 'coarsened' | 'forbidden'> => {
  const displayed = raw.figures.filter((figure) => figure.publish)
  const hidden = displayed.filter((figure) => !isShown(figure.key)).length
  const countOf = (indexes: ReadonlySet<number>) =>
    [...indexes].filter((index) => known.figures[index]!.publish).length
  const reasons: Record<string, number> = {}
  for (const { target } of problem.targets)
    if (target.terms.some(([figure]) => known.figures[figure]!.fresh))
      reasons[target.reason] = (reasons[target.reason] ?? 0) + 1
  const finest = finestFigures(raw)
  return {
    shown: displayed.length - hidden,
    hiddenItself: countOf(primary),
    hiddenForOthers: countOf(complementary),
    hiddenBefore: hidden - countOf(primary) - countOf(complementary),
    hiddenStatistics: statistics.filter((value) => value === null).length,
    shownStatistics: statistics.filter((value) => value !== null).length,
    reasons,
    finestHidden: finest.filter((figure) => !isShown(figure.key)).length / Math.max(1, finest.length),
  }
}
