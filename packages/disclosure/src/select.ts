import { type Attacker, attackerOf, type Requirement } from './attacker.ts'
import { smallestSet } from './exact.ts'
import { coverPaths, letGo } from './greedy.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { type Insider, insiderRequirements, insidersOf, outsiderRequirements } from './requirements.ts'
import type { Solver } from './solver.ts'
import type { Universe } from './universe.ts'

/** Which figures to hide, with the attacker still standing on them. */
export type Selection = {
  readonly kind: 'selected'
  readonly method: 'exact' | 'greedy'
  /** Hidden because of their own target. */
  readonly primary: ReadonlySet<number>
  /** Hidden only to protect others. */
  readonly complementary: ReadonlySet<number>
  readonly attacker: Attacker
  readonly requirements: readonly Requirement[]
  readonly insiders: readonly Insider[]
  /** Requirements that no choice in this publication could meet. */
  readonly unavoidable: number
}

export type NoSelection = { readonly kind: 'infeasible' | 'time' }

export type Search = {
  readonly attacker: Attacker
  readonly problem: Problem
  /** Figures that may be shown or hidden, with what hiding one costs. */
  readonly cost: ReadonlyMap<number, number>
  readonly requirements: readonly Requirement[]
  readonly solver: Solver
  readonly secondsLeft: () => number
}

/** Hides the primary figures and the cheapest others found such that every requirement has a witness. */
export const select = (
  solver: Solver,
  universe: Universe,
  problem: Problem,
  policy: Policy,
  exactly: boolean,
  secondsLeft: () => number,
): Selection | NoSelection => {
  const primary = new Set([...problem.primary].filter((figure) => universe.figures[figure]!.state === 'open'))
  const cost = costs(universe, problem, primary, policy)
  const attacker = attackerOf(
    solver,
    problem,
    (figure) => universe.figures[figure]!.state === 'hidden' || primary.has(figure),
    secondsLeft,
  )
  const insiders = insidersOf(universe, problem, policy)
  const wished = [...outsiderRequirements(problem), ...insiderRequirements(problem, insiders)]
  const cover = coverPaths({ attacker, problem, cost, requirements: wished, solver, secondsLeft })
  const search = {
    attacker,
    problem,
    cost,
    solver,
    secondsLeft,
    requirements: cover.kind === 'covered' ? cover.requirements : [],
  }
  const inTime = cover.kind === 'covered' && letGo(search)
  if (cover.kind !== 'covered' || !inTime || secondsLeft() <= 0) {
    attacker.dispose()
    return { kind: cover.kind === 'infeasible' && secondsLeft() > 0 ? 'infeasible' : 'time' }
  }
  const isSmall = cost.size <= policy.exactFigures && problem.floor.length <= 2 * policy.exactFigures
  const exact = exactly && isSmall && smallestSet(search, policy.exactSeconds)
  return {
    kind: 'selected',
    method: exact ? 'exact' : 'greedy',
    primary,
    complementary: new Set([...cost.keys()].filter((figure) => attacker.isHidden(figure))),
    attacker,
    requirements: cover.requirements,
    insiders,
    unavoidable: cover.unavoidable,
  }
}

/** Few rather than small, small rather than large, headlines last; zeros only where the policy lets them help. */
const costs = (universe: Universe, problem: Problem, primary: ReadonlySet<number>, policy: Policy) => {
  const open = problem.varying.filter(
    (index) => universe.figures[index]!.state === 'open' && !primary.has(index),
  )
  const largest = Math.max(1, ...open.map((index) => universe.figures[index]!.value))
  return new Map(
    open
      .filter((index) => policy.zerosProtect || universe.figures[index]!.value > 0)
      .map((index) => {
        const { value, importance } = universe.figures[index]!
        return [index, importance * (1 + value / (2 * largest))] as const
      }),
  )
}
