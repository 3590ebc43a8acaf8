import loadHighs, { type Highs, type ModelData } from 'highs'
import type { Form } from './system.ts'

export type Solver = Highs

/** A bounded row over numbered columns. */
export type LinearRow = { readonly form: Form; readonly lower: number; readonly upper: number }

export type LinearModel = {
  readonly lower: ArrayLike<number>
  readonly upper: ArrayLike<number>
  readonly rows: readonly LinearRow[]
}

let loading: Promise<Highs> | undefined

/** HiGHS (Huangfu and Hall 2018), compiled to WebAssembly; loaded once. */
export const loadSolver = (): Promise<Solver> => {
  loading ??= start()
  return loading
}

/** The package's types describe its CommonJS build; what Node and bundlers load is the ES module, whose default is the loader. */
const start = loadHighs as unknown as typeof loadHighs.default

/** The model as HiGHS takes it, with every cost zero. */
export const modelData = ({ lower, upper, rows }: LinearModel): ModelData => {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    for (const [column, coefficient] of row.form) {
      indices.push(column)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  return {
    numCols: lower.length,
    numRows: rows.length,
    colCost: new Float64Array(lower.length),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: lower.length, starts, indices, values },
  }
}

export type IntegerOutcome =
  | { readonly kind: 'found'; readonly point: Float64Array; readonly proved: boolean }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'timeout' }

/** Whole numbers that satisfy the model and minimize the cost; `proved` when nothing better (by more than `gap`) exists. */
export const solveInteger = (
  solver: Solver,
  model: LinearModel,
  cost: ArrayLike<number> | null,
  seconds: number,
  gap = 0,
): IntegerOutcome => {
  if (seconds <= 0) return { kind: 'timeout' }
  const columns = model.lower.length
  const data: ModelData = {
    ...modelData(model),
    colCost: cost ? Float64Array.from(cost) : new Float64Array(columns),
    integrality: new Int32Array(columns).fill(1),
  }
  return solver.withModel(data, (run): IntegerOutcome => {
    run.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: gap, mip_abs_gap: 1e-6 })
    const status = run.run().modelStatus
    const { optimal, infeasible, empty } = solver.constants.modelStatus
    if (status === empty && columns === 0) return { kind: 'found', point: new Float64Array(0), proved: true }
    if (status === infeasible) return { kind: 'impossible' }
    const solved = run.info.get('primal_solution_status') === solver.constants.solutionStatus.feasible
    if (!solved) return { kind: 'timeout' }
    return { kind: 'found', point: run.getSolution().colValue.map(Math.round), proved: status === optimal }
  })
}
