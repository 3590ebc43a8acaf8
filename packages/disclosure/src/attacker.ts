import { type Field, fieldOf } from './field.ts'
import { nearOf } from './near.ts'
import type { Problem } from './problem.ts'
import type { Solver } from './solver.ts'
import type { Form } from './system.ts'
import { wholeSearchOf } from './whole.ts'
import { valueAt, witnessesOf } from './witness.ts'

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

export const attackerOf = (
  solver: Solver,
  problem: Problem,
  hiddenAtFirst: (figure: number) => boolean,
  secondsLeft: () => number,
): Attacker => {
  const ceiling = ceilingOf(problem)
  const field = fieldOf(solver, problem, new Float64Array(problem.floor.length).fill(ceiling))
  const hidden = new Set<number>()
  const bound = new Set<number>()
  const witnesses = witnessesOf(problem, { hidden, bound })
  const near = nearOf(solver, problem, { hidden, bound })
  const whole = wholeSearchOf(solver, problem, { hidden, bound }, ceiling, secondsLeft)

  const setHidden = (figure: number, hide: boolean) => {
    if (hide) hidden.add(figure)
    else hidden.delete(figure)
    if (hide) field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    else field.bound(figure, 0, 0)
    near.setHidden(figure, hide)
  }
  for (const figure of problem.varying) setHidden(figure, hiddenAtFirst(figure))

  /** The linear optimum for somebody who knows more than was published. */
  const optimumWith = (knowledge: Knowledge, form: Form, sign: 1 | -1) => {
    for (const [figure, [low, high]] of knowledge) if (hidden.has(figure)) field.bound(figure, low, high)
    try {
      return field.maximize(form, sign)
    } finally {
      for (const figure of knowledge.keys())
        if (hidden.has(figure)) field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    }
  }

  const reaches = (form: Form, sign: 1 | -1, goal: number, knowledge: Knowledge): boolean => {
    if (goal <= 0 || witnesses.has(form, sign, goal, knowledge)) return true
    if (form.length === 0 || secondsLeft() <= 0) return false
    const proves = (proposal: Float64Array | null) => {
      const table = proposal && witnesses.check(proposal, knowledge)
      return table !== null && sign * valueAt(form, table) >= goal
    }
    const provesBeside = (proposal: Float64Array) =>
      proves(proposal) || proves(whole.beside(form, sign, goal, knowledge, proposal))
    for (const wide of [false, true]) {
      const close = near.maximize(form, sign, goal, knowledge, wide)
      if (close && provesBeside(close)) return true
    }
    const optimum = optimumWith(knowledge, form, sign)
    if (optimum && optimum.value < goal - 1e-6) return false
    return (
      (optimum !== null && provesBeside(optimum.point)) || proves(whole.reaching(form, sign, goal, knowledge))
    )
  }

  const reach: Attacker['reach'] = (form, sign, knowledge) => {
    if (form.length === 0) return { most: 0, exact: true }
    const optimum = optimumWith(knowledge, form, sign)
    if (optimum && optimum.value >= ceiling / 2) return { most: null, exact: true }
    const limit = optimum ? Math.floor(optimum.value + 1e-6) : null
    const proposals = function* () {
      if (!optimum || limit === null) return
      yield optimum.point
      yield whole.beside(form, sign, limit, knowledge, optimum.point)
    }
    for (const proposal of proposals()) {
      const table = proposal && witnesses.check(proposal, knowledge)
      if (table && sign * valueAt(form, table) === limit) return { most: limit, exact: true }
    }
    const outcome = whole.largest(form, sign, knowledge)
    const found = outcome.kind === 'found' ? witnesses.check(outcome.point, knowledge) : null
    if (!found || outcome.kind !== 'found') return { most: limit, exact: false }
    return { most: sign * valueAt(form, found), exact: outcome.proved }
  }

  return {
    isHidden: (figure) => hidden.has(figure),
    setHidden,
    setBound: (row, on) => {
      if (on) bound.add(row)
      else bound.delete(row)
      field.bindOptional(row, on)
      near.setBound(row, on)
    },
    holds: ({ form, knowledge, ...wanted }) =>
      wanted.sign === 'either'
        ? reaches(form, 1, 1, knowledge) || reaches(form, -1, 1, knowledge)
        : reaches(form, wanted.sign, wanted.goal, knowledge),
    reach,
    field,
    ceiling,
    dispose: () => {
      near.dispose()
      field.dispose()
    },
  }
}

/** Far above anything a requirement asks for, so that running into it means that nothing else limits a figure. */
const ceilingOf = (problem: Problem) => {
  const total = problem.floor.reduce((sum, floor) => sum - floor, 0)
  const goals = problem.targets.map((target) => Math.max(Math.abs(target.low), Math.abs(target.high)))
  return 4 * (total + Math.max(0, ...goals)) + 1000
}
