import type { Problem } from './problem.ts'
import { modelData, type Solver } from './solver.ts'
import type { Form } from './system.ts'

/** One linear optimum, with what each figure's being published costs it. */
export type Optimum = {
  readonly value: number
  /** Deviations per column; not necessarily whole. */
  readonly point: Float64Array
  /** By figure: derivative of the optimum in that figure's bound. */
  readonly price: (figure: number) => number
}

/** A linear program kept in memory: bounds of figures and the objective change, everything else stays. */
export type Field = {
  /** Bounds on how far a figure may deviate from its true value. */
  readonly bound: (figure: number, lower: number, upper: number) => void
  readonly bindOptional: (row: number, on: boolean) => void
  /** Largest value of `sign` × form; null when the solver gives no optimum. */
  readonly maximize: (form: Form, sign: 1 | -1) => Optimum | null
  readonly dispose: () => void
}

/** Primal simplex: between two questions the objective changes and the last table stays possible. */
const PRIMAL = 4

/** Columns may deviate upwards by `upper`. */
export const fieldOf = (solver: Solver, problem: Problem, upper: Float64Array): Field => {
  const { floor, rows, optional, forms, varying } = problem
  const lower = Float64Array.from(floor)
  const single = new Map<number, number>()
  const several = varying.filter((figure) => {
    const form = forms[figure]!
    if (form.length === 1) single.set(figure, form[0]![0])
    return form.length > 1
  })
  const rowOf = new Map(several.map((figure, index) => [figure, rows.length + optional.length + index]))
  const model = solver.createModel(
    modelData({
      lower,
      upper,
      rows: [
        ...rows,
        ...optional.map(({ form }) => ({ form, lower: -solver.infinity, upper: solver.infinity })),
        ...several.map((figure) => ({
          form: forms[figure]!,
          lower: -solver.infinity,
          upper: solver.infinity,
        })),
      ],
    }),
  )
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: PRIMAL })
  model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
  const columnBounds = columnBounder(single, lower, upper)
  let objective: Form = []
  return {
    bound: (figure, low, high) => {
      const row = rowOf.get(figure)
      if (row !== undefined) model.changeRowBounds(row, low, high)
      const column = single.get(figure)
      if (column === undefined) return
      const [least, most] = columnBounds(column, figure, low, high)
      model.changeColBounds(column, least, most)
    },
    bindOptional: (row, on) => {
      const { lower: low, upper: high } = optional[row]!
      model.changeRowBounds(rows.length + row, on ? low : -solver.infinity, on ? high : solver.infinity)
    },
    maximize: (form, sign) => {
      for (const [column] of objective) model.changeColCost(column, 0)
      for (const [column, coefficient] of form) model.changeColCost(column, sign * coefficient)
      objective = form
      if (model.run().modelStatus !== solver.constants.modelStatus.optimal) return null
      const { colValue, colDual, rowDual } = model.getSolution()
      return {
        value: model.getObjectiveValue(),
        point: colValue,
        price: (figure) => {
          const row = rowOf.get(figure)
          if (row !== undefined) return rowDual[row]!
          const column = single.get(figure)
          return column === undefined ? 0 : colDual[column]!
        },
      }
    },
    dispose: () => model.dispose(),
  }
}

/** Two figures may be the same atom (one in each edition): the column keeps the tightest bounds of both. */
const columnBounder = (single: ReadonlyMap<number, number>, lower: Float64Array, upper: Float64Array) => {
  const own = new Map<number, Map<number, readonly [number, number]>>()
  for (const [figure, column] of single)
    own.set(
      column,
      (own.get(column) ?? new Map()).set(figure, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]),
    )
  return (column: number, figure: number, low: number, high: number): [number, number] => {
    const bounds = own.get(column)!.set(figure, [low, high])
    return [
      Math.max(lower[column]!, ...[...bounds.values()].map(([least]) => least)),
      Math.min(upper[column]!, ...[...bounds.values()].map(([, most]) => most)),
    ]
  }
}
