import type { Knowledge } from './attacker.ts'
import type { Problem } from './problem.ts'
import type { LinearRow } from './solver.ts'
import type { Form } from './system.ts'

/** What is hidden and which optional rows bind, shared by all who work on one attack. */
export type Choice = { readonly hidden: ReadonlySet<number>; readonly bound: ReadonlySet<number> }

/** Whole-number tables found so far. Each serves every later requirement that it happens to meet. */
export type Witnesses = {
  readonly has: (form: Form, sign: 1 | -1, goal: number, knowledge: Knowledge) => boolean
  /** Rounds a proposal and checks it by addition; the table, kept, or null when it does not fit. */
  readonly check: (proposal: Float64Array, knowledge: Knowledge) => Float64Array | null
}

type Witness = {
  readonly point: Float64Array
  /** Every figure in which it differs from the truth, and by how much. */
  readonly moved: ReadonlyMap<number, number>
}

export const witnessesOf = (problem: Problem, { hidden, bound }: Choice): Witnesses => {
  let kept: Witness[] = []
  const agrees = ({ point, moved }: Witness, knowledge: Knowledge) => {
    for (const figure of moved.keys()) if (!hidden.has(figure)) return false
    for (const row of bound) if (!satisfies(problem.optional[row]!, point)) return false
    for (const [figure, [low, high]] of knowledge) {
      const deviation = moved.get(figure) ?? 0
      if (deviation < low || deviation > high) return false
    }
    return true
  }
  return {
    has: (form, sign, goal, knowledge) =>
      kept.some((witness) => sign * valueAt(form, witness.point) >= goal && agrees(witness, knowledge)),
    check: (proposal, knowledge) => {
      const point = proposal.map(Math.round)
      const moved = new Map<number, number>()
      for (const figure of problem.varying) {
        const deviation = valueAt(problem.forms[figure]!, point)
        if (deviation !== 0) moved.set(figure, deviation)
      }
      const witness = { point, moved }
      const fits =
        point.every((deviation, column) => deviation >= problem.floor[column]!) &&
        problem.rows.every((row) => satisfies(row, point)) &&
        agrees(witness, knowledge)
      if (!fits) return null
      kept = [witness, ...kept.slice(0, 299)]
      return point
    },
  }
}

export const valueAt = (form: Form, point: ArrayLike<number>): number => {
  let sum = 0
  for (const [column, coefficient] of form) sum += coefficient * point[column]!
  return sum
}

const satisfies = (row: LinearRow, point: ArrayLike<number>) => {
  const sum = valueAt(row.form, point)
  return sum >= row.lower && sum <= row.upper
}
