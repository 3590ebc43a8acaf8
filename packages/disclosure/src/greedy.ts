import { outsider, type Requirement } from './attacker.ts'
import { type PathFinder, pathFinder } from './path.ts'
import type { Search } from './select.ts'

export type Cover =
  | { readonly kind: 'covered'; readonly requirements: readonly Requirement[]; readonly unavoidable: number }
  | { readonly kind: 'infeasible' | 'time' }

/**
 * For each requirement in turn, the hardest first, hides the cheapest figures by which it is met (Kelly, Golden and
 * Assad 1992; Castro 2012). A figure that an outsider can work out whatever is hidden here makes the table infeasible.
 * What an insider can work out anyway, or a difference that earlier releases limit already, is counted, and held at
 * what is still possible.
 */
export const coverPaths = (search: Search): Cover => {
  const { attacker, requirements } = search
  const path = pathFinder(search)
  const met: Requirement[] = []
  let unavoidable = 0
  try {
    const queue = byHardness(requirements)
    for (const requirement of queue) {
      if (search.secondsLeft() <= 0) return { kind: 'time' }
      if (!attacker.holds(requirement)) {
        const result = open(search, path, requirement)
        if (result === 'unknown') return { kind: 'time' }
        if (result === 'impossible') {
          const isFigure = search.problem.targets[requirement.target]!.target.terms.length === 1
          if (requirement.knowledge === outsider && isFigure) return { kind: 'infeasible' }
          const rest = stillPossible(search, requirement)
          if (rest) queue.push(rest)
          unavoidable++
          continue
        }
      }
      met.push(requirement)
    }
  } finally {
    path.dispose()
  }
  return { kind: 'covered', requirements: met, unavoidable }
}

/** The requirement lowered to what would be left if this release showed nothing; null when that is nothing at all. */
const stillPossible = ({ attacker, cost }: Search, requirement: Requirement): Requirement | null => {
  if (requirement.sign === 'either') return null
  const shown = [...cost.keys()].filter((figure) => !attacker.isHidden(figure))
  for (const figure of shown) attacker.setHidden(figure, true)
  const { most } = attacker.reach(requirement.form, requirement.sign, requirement.knowledge)
  for (const figure of shown) attacker.setHidden(figure, false)
  return most !== null && most > 0 && most < requirement.goal ? { ...requirement, goal: most } : null
}

/** Hides a path; where fractions made it too short, a path in whole numbers. */
const open = ({ attacker }: Search, path: PathFinder, requirement: Requirement) => {
  for (const whole of [false, true]) {
    const found = path.cheapest(requirement, whole)
    if (found === 'impossible' || found === 'unknown') return found
    for (const figure of found) attacker.setHidden(figure, true)
    if (attacker.holds(requirement)) return 'met'
  }
  return 'unknown'
}

/** Shows every figure that turns out not to be needed, the costliest first; what remains is minimal. */
export const letGo = (search: Search): boolean => {
  const { attacker, cost, requirements } = search
  const hidden = [...cost.keys()].filter((figure) => attacker.isHidden(figure))
  for (const figure of hidden.sort((left, right) => cost.get(right)! - cost.get(left)! || left - right)) {
    if (search.secondsLeft() <= 0) return false
    attacker.setHidden(figure, false)
    if (requirements.some((requirement) => !attacker.holds(requirement))) attacker.setHidden(figure, true)
  }
  return true
}

const byHardness = (requirements: readonly Requirement[]) =>
  [...requirements].sort((left, right) => goalOf(right) - goalOf(left))

const goalOf = (requirement: Requirement) => (requirement.sign === 'either' ? 0 : requirement.goal)
