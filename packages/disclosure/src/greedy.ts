import type { Requirement } from './attacker.ts'
import type { Problem } from './problem.ts'
import type { Search } from './select.ts'
import { type LinearRow, modelData, solveInteger } from './solver.ts'
import type { Form } from './system.ts'

/**
 * Starts from everything hidden that may be (safe already), then for each requirement in turn opens the cheapest path
 * by which it is met (Kelly, Golden and Assad 1992; Castro 2012), and last lets go of every figure that is not needed
 * after all, the costliest first. False when out of time.
 */
export const coverPaths = (search: Search): boolean => {
  const { attacker, cost, requirements } = search
  for (const figure of cost.keys()) attacker.setHidden(figure, false)
  const path = pathFinder(search)
  try {
    for (const requirement of byHardness(requirements)) {
      if (search.secondsLeft() <= 0) return false
      if (attacker.holds(requirement)) continue
      const figures = path.cheapest(requirement)
      if (!figures) return false
      for (const figure of figures) attacker.setHidden(figure, true)
      if (!attacker.holds(requirement)) return false
    }
  } finally {
    path.dispose()
  }
  return letGo(search)
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

type PathFinder = {
  /** The figures that must be hidden so that the requirement is met, at least cost; null when none will do. */
  readonly cheapest: (requirement: Requirement) => readonly number[] | null
  readonly dispose: () => void
}

/**
 * One linear program for all paths: each figure's deviation is split into up and down, free when it is hidden, priced
 * when it is not.
 */
const pathFinder = ({ attacker, problem, cost, solver, secondsLeft }: Search): PathFinder => {
  const columns = problem.floor.length
  const figures = problem.varying
  const width = columns + 2 * figures.length
  const splits = figures.map(
    (figure, index): LinearRow => ({
      form: [...problem.forms[figure]!, [columns + 2 * index, -1], [columns + 2 * index + 1, 1]],
      lower: 0,
      upper: 0,
    }),
  )
  const goalRow = problem.rows.length + splits.length
  const lower = new Float64Array(width)
  lower.set(problem.floor)
  const upper = new Float64Array(width).fill(attacker.ceiling)
  const model = solver.createModel(
    modelData({ lower, upper, rows: [...problem.rows, ...splits, { form: [], lower: 0, upper: 0 }] }),
  )
  model.options.set({ output_flag: false, presolve: 'off' })
  let goalForm: Form = []
  const prepare = (requirement: Requirement, sign: 1 | -1, goal: number) => {
    figures.forEach((figure, index) => {
      const known = requirement.knowledge.get(figure)
      const movable = attacker.isHidden(figure) || cost.has(figure)
      const [least, most] = movable ? (known ?? [-attacker.ceiling, attacker.ceiling]) : [0, 0]
      const price = attacker.isHidden(figure) ? 0 : (cost.get(figure) ?? 0)
      for (const [side, limit] of [most, -least].entries()) {
        const column = columns + 2 * index + side
        upper[column] = Math.min(attacker.ceiling, Math.max(0, limit))
        model.changeColBounds(column, 0, upper[column]!)
        model.changeColCost(column, price)
      }
    })
    for (const [column] of goalForm) model.changeCoefficient(goalRow, column, 0)
    for (const [column, coefficient] of requirement.form)
      model.changeCoefficient(goalRow, column, sign * coefficient)
    model.changeRowBounds(goalRow, goal, solver.infinity)
    goalForm = requirement.form
  }
  const attempt = (requirement: Requirement, sign: 1 | -1, goal: number) => {
    prepare(requirement, sign, goal)
    if (model.run().modelStatus !== solver.constants.modelStatus.optimal) return null
    const { colValue } = model.getSolution()
    const chosen = support(colValue, columns, figures)
    if (problem.rows.length === 0 || isWhole(colValue)) return { price: model.getObjectiveValue(), chosen }
    const costs = Float64Array.from({ length: width }, (_, column) =>
      column < columns ? 0 : priceOf(figures[(column - columns) >> 1]!),
    )
    const rows = [
      ...problem.rows,
      ...splits,
      {
        form: requirement.form.map(([column, coefficient]) => [column, sign * coefficient] as const),
        lower: goal,
        upper: Infinity,
      },
    ]
    const whole = solveInteger(solver, { lower, upper, rows }, costs, Math.min(2, secondsLeft()))
    if (whole.kind !== 'found') return null
    const price = costs.reduce((sum, each, column) => sum + each * whole.point[column]!, 0)
    return { price, chosen: support(whole.point, columns, figures) }
  }
  const priceOf = (figure: number) => (attacker.isHidden(figure) ? 0 : (cost.get(figure) ?? 0))
  return {
    cheapest: (requirement) => {
      if (requirement.sign !== 'either')
        return attempt(requirement, requirement.sign, requirement.goal)?.chosen ?? null
      const ways = [attempt(requirement, 1, 1), attempt(requirement, -1, 1)].filter((way) => way !== null)
      return ways.sort((left, right) => left.price - right.price)[0]?.chosen ?? null
    },
    dispose: () => model.dispose(),
  }
}

const isWhole = (point: Float64Array) => point.every((value) => Math.abs(value - Math.round(value)) < 1e-6)

const support = (point: Float64Array, columns: number, figures: Problem['varying']) =>
  figures.filter((_, index) => Math.abs(point[columns + 2 * index]! - point[columns + 2 * index + 1]!) > 1e-6)
