import { type Field, fieldOf } from './field.ts'
import type { Problem } from './problem.ts'
import { type LinearRow, type Solver, solveInteger } from './solver.ts'
import type { Form } from './system.ts'

/** What somebody inside knows beyond the publication: lowest and highest deviation of some figures. */
export type Knowledge = ReadonlyMap<number, readonly [lower: number, upper: number]>

export const outsider: Knowledge = new Map()

/** `sign` × form must be able to reach `goal`; for `either`, form must be able to move at all. */
export type Requirement = {
  readonly target: number
  readonly form: Form
  readonly knowledge: Knowledge
} & ({ readonly sign: 1 | -1; readonly goal: number } | { readonly sign: 'either' })

/**
 * The attack on a choice of published figures. Solvers propose, addition decides: a requirement counts as met only by
 * a *witness*, a whole-number table that agrees with everything published and known, checked exactly.
 */
export type Attacker = {
  readonly isHidden: (figure: number) => boolean
  readonly setHidden: (figure: number, hidden: boolean) => void
  readonly isBound: (optional: number) => boolean
  readonly setBound: (optional: number, on: boolean) => void
  readonly holds: (requirement: Requirement) => boolean
  /** Largest whole value of `sign` × form an attacker must consider; null when nothing limits it. */
  readonly reach: (
    form: Form,
    sign: 1 | -1,
    knowledge: Knowledge,
  ) => { readonly most: number | null; readonly exact: boolean }
  readonly field: Field
  readonly ceiling: number
  readonly dispose: () => void
}

type Witness = { readonly point: Float64Array; readonly figures: Float64Array }

export const attackerOf = (
  solver: Solver,
  problem: Problem,
  hiddenAtFirst: (figure: number) => boolean,
  secondsLeft: () => number,
): Attacker => {
  const ceiling = ceilingOf(problem)
  const field = fieldOf(solver, problem, ceiling)
  const hidden = new Set<number>()
  const bound = new Set<number>()
  let witnesses: Witness[] = []
  const place = new Map(problem.varying.map((figure, index) => [figure, index]))

  const setHidden = (figure: number, hide: boolean) => {
    if (hide) hidden.add(figure)
    else hidden.delete(figure)
    if (hide) field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    else field.bound(figure, 0, 0)
  }
  for (const figure of problem.varying) setHidden(figure, hiddenAtFirst(figure))

  const agrees = ({ point, figures }: Witness, knowledge: Knowledge) =>
    figures.every((deviation, index) => deviation === 0 || hidden.has(problem.varying[index]!)) &&
    [...bound].every((row) => satisfies(problem.optional[row]!, point)) &&
    [...knowledge].every(([figure, [low, high]]) => {
      const index = place.get(figure)
      const deviation = index === undefined ? 0 : figures[index]!
      return deviation >= low && deviation <= high
    })

  /** The whole table next to a proposed point, if it passes every check; kept for later requirements. */
  const witnessAt = (proposal: Float64Array, knowledge: Knowledge): Witness | null => {
    const point = proposal.map(Math.round)
    const witness = {
      point,
      figures: Float64Array.from(problem.varying, (figure) => valueAt(problem.forms[figure]!, point)),
    }
    const valid =
      point.every((deviation, column) => deviation >= problem.floor[column]!) &&
      problem.rows.every((row) => satisfies(row, point)) &&
      agrees(witness, knowledge)
    if (!valid) return null
    witnesses = [witness, ...witnesses.slice(0, 199)]
    return witness
  }

  const within = <Result>(knowledge: Knowledge, attack: () => Result): Result => {
    for (const [figure, [low, high]] of knowledge) if (hidden.has(figure)) field.bound(figure, low, high)
    try {
      return attack()
    } finally {
      for (const figure of knowledge.keys())
        if (hidden.has(figure)) field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    }
  }

  const integerRows = (knowledge: Knowledge): LinearRow[] => [
    ...problem.rows,
    ...[...bound].map((row) => problem.optional[row]!),
    ...problem.varying.flatMap((figure) => {
      const known = hidden.has(figure) ? knowledge.get(figure) : ([0, 0] as const)
      return known ? [{ form: problem.forms[figure]!, lower: known[0], upper: known[1] }] : []
    }),
  ]

  const searchWhole = (form: Form, sign: 1 | -1, goal: number | null, knowledge: Knowledge) => {
    const goalRow = {
      form,
      lower: sign === 1 ? (goal ?? -Infinity) : -Infinity,
      upper: sign === 1 ? Infinity : -(goal ?? -Infinity),
    }
    const cost = new Float64Array(problem.floor.length)
    if (goal === null) for (const [column, coefficient] of form) cost[column] = -sign * coefficient
    const upper = new Float64Array(problem.floor.length).fill(ceiling)
    const rows = goal === null ? integerRows(knowledge) : [...integerRows(knowledge), goalRow]
    return solveInteger(
      solver,
      { lower: problem.floor, upper, rows },
      goal === null ? cost : null,
      Math.min(2, secondsLeft()),
    )
  }

  const reaches = (form: Form, sign: 1 | -1, goal: number, knowledge: Knowledge): boolean => {
    if (goal <= 0) return true
    const met = (witness: Witness) => sign * valueAt(form, witness.point) >= goal
    if (witnesses.some((witness) => met(witness) && agrees(witness, knowledge))) return true
    if (form.length === 0) return false
    const optimum = within(knowledge, () => field.maximize(form, sign))
    if (optimum && optimum.value < goal - 1e-6) return false
    const direct = optimum ? witnessAt(optimum.point, knowledge) : null
    if (direct && met(direct)) return true
    const outcome = searchWhole(form, sign, goal, knowledge)
    if (outcome.kind !== 'found') return false
    const found = witnessAt(outcome.point, knowledge)
    return found !== null && met(found)
  }

  return {
    isHidden: (figure) => hidden.has(figure),
    setHidden,
    isBound: (row) => bound.has(row),
    setBound: (row, on) => {
      if (on) bound.add(row)
      else bound.delete(row)
      field.bindOptional(row, on)
    },
    holds: (requirement) =>
      requirement.sign === 'either'
        ? reaches(requirement.form, 1, 1, requirement.knowledge) ||
          reaches(requirement.form, -1, 1, requirement.knowledge)
        : reaches(requirement.form, requirement.sign, requirement.goal, requirement.knowledge),
    reach: (form, sign, knowledge) => {
      if (form.length === 0) return { most: 0, exact: true }
      const optimum = within(knowledge, () => field.maximize(form, sign))
      if (optimum && optimum.value >= ceiling / 2) return { most: null, exact: true }
      const witness = optimum ? witnessAt(optimum.point, knowledge) : null
      const bestLinear = optimum ? Math.floor(optimum.value + 1e-6) : null
      if (witness && sign * valueAt(form, witness.point) === bestLinear)
        return { most: bestLinear, exact: true }
      const outcome = searchWhole(form, sign, null, knowledge)
      const found = outcome.kind === 'found' ? witnessAt(outcome.point, knowledge) : null
      if (!found || outcome.kind !== 'found') return { most: bestLinear, exact: false }
      return { most: sign * valueAt(form, found.point), exact: outcome.proved }
    },
    field,
    ceiling,
    dispose: () => field.dispose(),
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

/** Far above anything a requirement asks for, so that running into it means that nothing else limits a figure. */
const ceilingOf = (problem: Problem) => {
  const total = problem.floor.reduce((sum, floor) => sum - floor, 0)
  const goals = problem.targets.map((target) => Math.max(Math.abs(target.low), Math.abs(target.high)))
  return 4 * (total + Math.max(0, ...goals)) + 1000
}
