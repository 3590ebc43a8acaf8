import type { Requirement } from './attacker.ts'
import { letGo } from './greedy.ts'
import type { Search } from './select.ts'
import { type LinearRow, solveInteger } from './solver.ts'

/**
 * The cheapest set to hide, proved: a master problem over yes/no choices, and the attacker as its opponent, who answers
 * each proposal that fails with a cut that every safe choice satisfies (capacity constraints from linear duality,
 * Fischetti and Salazar 2001; where duality says nothing, "hide at least one more of the rest").
 *
 * Leaves the attacker on the best set known. True when that set is proved to be the cheapest.
 */
export const smallestSet = (search: Search, seconds: number): boolean => {
  const { attacker, cost, requirements, solver } = search
  const figures = [...cost.keys()]
  const price = figures.map((figure) => cost.get(figure)!)
  const best = figures.map((figure) => attacker.isHidden(figure))
  const total = (choice: readonly boolean[]) =>
    choice.reduce((sum, hide, index) => sum + (hide ? price[index]! : 0), 0)
  const put = (choice: readonly boolean[]) => {
    figures.forEach((figure, index) => {
      if (attacker.isHidden(figure) !== choice[index]) attacker.setHidden(figure, choice[index]!)
    })
  }
  const ends = performance.now() + 1000 * Math.min(seconds, search.secondsLeft())
  const left = () => (ends - performance.now()) / 1000
  const cuts: LinearRow[] = []
  const bounds = { lower: new Float64Array(figures.length), upper: new Float64Array(figures.length).fill(1) }
  let proved = total(best) === 0
  while (!proved && left() > 0) {
    const outcome = solveInteger(solver, { ...bounds, rows: cuts }, price, left())
    if (outcome.kind !== 'found' || !outcome.proved) break
    const choice = [...outcome.point].map((value) => value > 0.5)
    const isCheaper = total(choice) < total(best) - 1e-6
    if (isCheaper) put(choice)
    const failing = isCheaper ? requirements.filter((requirement) => !attacker.holds(requirement)) : []
    if (failing.length === 0) {
      if (isCheaper) best.splice(0, best.length, ...choice)
      proved = true
    }
    for (const requirement of failing.slice(0, CUTS)) cuts.push(cut(search, figures, requirement))
  }
  put(best)
  return letGo(search) && proved
}

/** Cuts taken from one proposal. */
const CUTS = 12

/** A row over the choices that the present one violates and every safe one satisfies. */
const cut = (search: Search, figures: readonly number[], requirement: Requirement): LinearRow => {
  const { attacker, problem } = search
  const shown = figures.flatMap((figure, index) => (attacker.isHidden(figure) ? [] : [index]))
  if (requirement.sign === 'either' || requirement.knowledge.size > 0)
    return hitting(search, figures, shown, requirement)
  const optimum = attacker.field.maximize(requirement.form, requirement.sign)
  const gap = optimum ? requirement.goal - optimum.value : 0
  if (!optimum || gap < 1e-6) return hitting(search, figures, shown, requirement)
  const form = shown.flatMap((index) => {
    const slope = optimum.price(figures[index]!)
    if (Math.abs(slope) < 1e-7) return []
    const floor = -problem.forms[figures[index]!]!.reduce(
      (sum, [column, factor]) => sum + factor * problem.floor[column]!,
      0,
    )
    const room = slope > 0 ? attacker.ceiling : floor
    const weight = Math.min(1, (Math.abs(slope) * room) / gap)
    return weight > 1e-9 ? [[index, weight] as const] : []
  })
  return form.length > 0
    ? { form, lower: 1 - 1e-6, upper: Infinity }
    : hitting(search, figures, shown, requirement)
}

/**
 * Hides more and more while the requirement still fails: hiding never weakens protection, so one of the figures that
 * remain shown must be hidden in every safe choice.
 */
const hitting = (
  { attacker }: Search,
  figures: readonly number[],
  shown: readonly number[],
  requirement: Requirement,
): LinearRow => {
  const added: number[] = []
  const needed = shown.filter((index) => {
    attacker.setHidden(figures[index]!, true)
    if (!attacker.holds(requirement)) {
      added.push(index)
      return false
    }
    attacker.setHidden(figures[index]!, false)
    return true
  })
  for (const index of added) attacker.setHidden(figures[index]!, false)
  return { form: needed.map((index) => [index, 1] as const), lower: 1, upper: Infinity }
}
