import type { Requirement } from './attacker.ts'
import type { Search } from './select.ts'
import { type LinearRow, modelData, solveInteger } from './solver.ts'
import type { Form } from './system.ts'

export type Path = readonly number[] | 'impossible' | 'unknown'

export type PathFinder = {
  /** The figures that must be hidden so that the requirement is met, at least cost; in whole numbers when asked. */
  readonly cheapest: (requirement: Requirement, whole: boolean) => Path
  readonly dispose: () => void
}

type Priced = { readonly price: number; readonly figures: readonly number[] } | 'impossible' | 'unknown'

/**
 * One linear program for all paths: each figure's deviation is split into up and down, free when it is hidden, priced
 * when it may be hidden, nothing when it stays published.
 */
export const pathFinder = ({ attacker, problem, cost, solver, secondsLeft }: Search): PathFinder => {
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
  const base = [...problem.rows, ...splits]
  const lower = new Float64Array(width)
  lower.set(problem.floor)
  const upper = new Float64Array(width).fill(attacker.ceiling)
  const prices = new Float64Array(width)
  const model = solver.createModel(
    modelData({ lower, upper, rows: [...base, { form: [], lower: 0, upper: 0 }] }),
  )
  model.options.set({ output_flag: false, presolve: 'off' })
  let previous: Form = []

  const prepare = ({ knowledge, form }: Requirement, sign: 1 | -1, goal: number) => {
    figures.forEach((figure, index) => {
      const isHidden = attacker.isHidden(figure)
      const movable = isHidden || cost.has(figure)
      const [least, most] = movable
        ? (knowledge.get(figure) ?? [-attacker.ceiling, attacker.ceiling])
        : [0, 0]
      for (const [side, limit] of [most, -least].entries()) {
        const column = columns + 2 * index + side
        const bound = Math.min(attacker.ceiling, Math.max(0, limit))
        const price = isHidden ? 0 : (cost.get(figure) ?? 0)
        if (bound !== upper[column]) model.changeColBounds(column, 0, bound)
        if (price !== prices[column]) model.changeColCost(column, price)
        upper[column] = bound
        prices[column] = price
      }
    })
    for (const [column] of previous) model.changeCoefficient(base.length, column, 0)
    for (const [column, factor] of form) model.changeCoefficient(base.length, column, sign * factor)
    model.changeRowBounds(base.length, goal, solver.infinity)
    previous = form
  }

  const attempt = (requirement: Requirement, sign: 1 | -1, goal: number, whole: boolean): Priced => {
    prepare(requirement, sign, goal)
    const status = model.run().modelStatus
    if (status === solver.constants.modelStatus.infeasible) return 'impossible'
    if (status !== solver.constants.modelStatus.optimal) return 'unknown'
    if (!whole) return priced(model.getSolution().colValue)
    const form = requirement.form.map(([column, factor]) => [column, sign * factor] as const)
    const rows = [...base, { form, lower: goal, upper: Number.POSITIVE_INFINITY }]
    const outcome = solveInteger(solver, { lower, upper, rows }, prices, Math.min(2, secondsLeft()))
    if (outcome.kind === 'found') return priced(outcome.point)
    return outcome.kind === 'impossible' ? 'impossible' : 'unknown'
  }

  const priced = (point: Float64Array): Priced => ({
    price: point.reduce((sum, value, column) => sum + value * prices[column]!, 0),
    figures: figures.filter(
      (_, index) => Math.abs(point[columns + 2 * index]! - point[columns + 2 * index + 1]!) > 1e-6,
    ),
  })

  return {
    cheapest: (requirement, whole) => {
      if (requirement.form.length === 0) return 'impossible'
      const ways =
        requirement.sign === 'either'
          ? [attempt(requirement, 1, 1, whole), attempt(requirement, -1, 1, whole)]
          : [attempt(requirement, requirement.sign, requirement.goal, whole)]
      const found = ways.filter((way) => typeof way === 'object')
      if (found.length > 0) return found.sort((left, right) => left.price - right.price)[0]!.figures
      return ways.includes('unknown') ? 'unknown' : 'impossible'
    },
    dispose: () => model.dispose(),
  }
}
