import type { Knowledge } from './attacker.ts'
import type { Problem } from './problem.ts'
import { type IntegerOutcome, type LinearRow, type Solver, solveInteger } from './solver.ts'
import type { Form } from './system.ts'
import type { Choice } from './witness.ts'

/** A search for whole numbers where the linear optimum has fractions. */
export type WholeSearch = {
  /** A whole table in which `sign` × form reaches `goal` and that keeps all that is whole in `near`. */
  readonly beside: (
    form: Form,
    sign: 1 | -1,
    goal: number,
    knowledge: Knowledge,
    near: Float64Array,
  ) => Float64Array | null
  /** Any whole table in which `sign` × form reaches `goal`. */
  readonly reaching: (form: Form, sign: 1 | -1, goal: number, knowledge: Knowledge) => Float64Array | null
  /** The whole table in which `sign` × form is largest. */
  readonly largest: (form: Form, sign: 1 | -1, knowledge: Knowledge) => IntegerOutcome
}

const SECONDS = 2

export const wholeSearchOf = (
  solver: Solver,
  problem: Problem,
  { hidden, bound }: Choice,
  ceiling: number,
  secondsLeft: () => number,
): WholeSearch => {
  const columns = problem.floor.length
  const upper = new Float64Array(columns).fill(ceiling)
  const rowsFor = (knowledge: Knowledge): LinearRow[] => [
    ...problem.rows,
    ...[...bound].map((row) => problem.optional[row]!),
    ...problem.varying.flatMap((figure) => {
      const known = hidden.has(figure) ? knowledge.get(figure) : ([0, 0] as const)
      return known ? [{ form: problem.forms[figure]!, lower: known[0], upper: known[1] }] : []
    }),
  ]
  const rowsWith = (form: Form, sign: 1 | -1, goal: number, knowledge: Knowledge): LinearRow[] => {
    const signed = form.map(([column, coefficient]) => [column, sign * coefficient] as const)
    return [...rowsFor(knowledge), { form: signed, lower: goal, upper: Number.POSITIVE_INFINITY }]
  }
  const seconds = () => Math.min(SECONDS, secondsLeft())
  return {
    beside: (form, sign, goal, knowledge, near) =>
      solveNear(solver, problem.floor, ceiling, rowsWith(form, sign, goal, knowledge), near, seconds()),
    reaching: (form, sign, goal, knowledge) => {
      const rows = rowsWith(form, sign, goal, knowledge)
      const outcome = solveInteger(solver, { lower: problem.floor, upper, rows }, null, seconds())
      return outcome.kind === 'found' ? outcome.point : null
    },
    largest: (form, sign, knowledge) => {
      const cost = new Float64Array(columns)
      for (const [column, coefficient] of form) cost[column] = -sign * coefficient
      return solveInteger(solver, { lower: problem.floor, upper, rows: rowsFor(knowledge) }, cost, seconds())
    },
  }
}

/** Keeps the columns that are whole already and solves for the few that are not. */
const solveNear = (
  solver: Solver,
  floor: Float64Array,
  ceiling: number,
  rows: readonly LinearRow[],
  near: Float64Array,
  seconds: number,
): Float64Array | null => {
  const open = new Map<number, number>()
  near.forEach((value, column) => {
    if (Math.abs(value - Math.round(value)) > 1e-6) open.set(column, open.size)
  })
  const reduced = rows.flatMap((row): LinearRow[] => {
    const form = row.form.flatMap(([column, coefficient]) => {
      const index = open.get(column)
      return index === undefined ? [] : [[index, coefficient] as const]
    })
    if (form.length === 0) return []
    const known = row.form.reduce(
      (sum, [column, coefficient]) =>
        open.has(column) ? sum : sum + coefficient * Math.round(near[column]!),
      0,
    )
    return [{ form, lower: row.lower - known, upper: row.upper - known }]
  })
  const lower = Float64Array.from(open.keys(), (column) => floor[column]!)
  const upper = new Float64Array(open.size).fill(ceiling)
  const outcome = solveInteger(solver, { lower, upper, rows: reduced }, null, seconds)
  if (outcome.kind !== 'found') return null
  const point = near.map(Math.round)
  for (const [column, index] of open) point[column] = outcome.point[index]!
  return point
}
