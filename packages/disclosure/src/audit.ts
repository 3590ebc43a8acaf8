import { type Attacker, outsider } from './attacker.ts'
import type { Problem } from './problem.ts'
import type { Selection } from './select.ts'
import type { Universe } from './universe.ts'

/** What a reader who solves for a hidden figure is left with. */
export type Interval = {
  readonly key: string
  readonly edition: number
  readonly lowest: number
  /** Null: nothing published limits it from above. */
  readonly highest: number | null
  /** False when the solver ran out of time and the true interval may be narrower than stated. */
  readonly exact: boolean
}

/** The attack that preceded a release, kept as data. It holds no true value. */
export type AuditReport = {
  readonly publication: string
  readonly population: string
  readonly edition: number
  readonly policy: string
  readonly method: 'exact' | 'greedy'
  /** Size of the attacker's model: unknown atoms, relations, earlier releases taken into it. */
  readonly unknowns: number
  readonly relations: number
  readonly earlierReleases: number
  /** What had to stay possible for a reader from outside, and how much of it did. All, or nothing is released. */
  readonly outsider: { readonly requirements: number; readonly held: number }
  /** The same with the knowledge of people and organizations behind small figures. */
  readonly insider: {
    readonly people: number
    readonly organizations: number
    readonly requirements: number
    readonly held: number
  }
  /** What could be worked out before this release and whatever it hides: by insiders, or as a difference of earlier figures. */
  readonly unavoidable: number
  /** Every hidden figure of this release. */
  readonly intervals: readonly Interval[]
  readonly seconds: number
}

/** Runs the whole attack once more on the final choice. Null when anything gives way. */
export const auditOf = (
  names: Pick<AuditReport, 'publication' | 'population' | 'edition' | 'policy' | 'earlierReleases'>,
  universe: Universe,
  problem: Problem,
  selection: Selection,
  seconds: () => number,
): AuditReport | null => {
  const { attacker, requirements, insiders } = selection
  const results = requirements.map((requirement) => ({
    inside: requirement.knowledge !== outsider,
    holds: attacker.holds(requirement),
  }))
  const count = (inside: boolean) => {
    const own = results.filter((result) => result.inside === inside)
    return { requirements: own.length, held: own.filter((result) => result.holds).length }
  }
  if (results.some((result) => !result.holds)) return null
  return {
    ...names,
    method: selection.method,
    unknowns: problem.floor.length,
    relations: problem.rows.length + problem.varying.filter((figure) => !attacker.isHidden(figure)).length,
    outsider: count(false),
    insider: {
      people: insiders.filter(({ kind }) => kind === 'person').length,
      organizations: insiders.filter(({ kind }) => kind === 'organization').length,
      ...count(true),
    },
    unavoidable: selection.unavoidable,
    intervals: intervalsOf(attacker, universe, problem),
    seconds: seconds(),
  }
}

/** Minimum and maximum of every hidden figure of the release, as an outsider finds them. */
const intervalsOf = (attacker: Attacker, universe: Universe, problem: Problem): readonly Interval[] =>
  universe.figures.flatMap((figure, index): Interval[] => {
    const isHidden = figure.state === 'hidden' || attacker.isHidden(index)
    if (!figure.fresh || figure.copyOf !== null || !isHidden) return []
    const down = attacker.reach(problem.forms[index]!, -1, outsider)
    const up = attacker.reach(problem.forms[index]!, 1, outsider)
    return [
      {
        key: figure.key,
        edition: figure.edition,
        lowest: Math.max(0, figure.value - (down.most ?? figure.value)),
        highest: up.most === null ? null : figure.value + up.most,
        exact: down.exact && up.exact,
      },
    ]
  })
