import { type LinearRow, type Solver, solveInteger } from './solver.ts'
import type { System } from './system.ts'

/**
 * The true atoms behind true figures: found by substitution where figures determine them, else any whole numbers that
 * fit. Null when no table has these figures: the publication contradicts itself or an earlier release.
 */
export const complete = (
  solver: Solver,
  system: System,
  values: readonly number[],
  seconds: number,
): Float64Array | null | 'timeout' => {
  const equalities: LinearRow[] = [
    ...system.forms.map((form, index) => ({ form, lower: values[index]!, upper: values[index]! })),
    ...system.rows,
  ]
  const atoms = new Float64Array(system.size).fill(Number.NaN)
  substitute(equalities, atoms)
  const unknown = [...atoms.keys()].filter((atom) => Number.isNaN(atoms[atom]!))
  if (unknown.length > 0) {
    const column = new Map(unknown.map((atom, index) => [atom, index]))
    const rows = equalities.flatMap((row): LinearRow[] => {
      const known = row.form.reduce(
        (sum, [atom, coefficient]) => (column.has(atom) ? sum : sum + coefficient * atoms[atom]!),
        0,
      )
      const form = row.form.flatMap(([atom, coefficient]) =>
        column.has(atom) ? [[column.get(atom)!, coefficient] as const] : [],
      )
      return form.length > 0 ? [{ form, lower: row.lower - known, upper: row.upper - known }] : []
    })
    const outcome = central(solver, unknown.length, rows, seconds)
    if (outcome.kind === 'impossible') return null
    if (outcome.kind === 'timeout') return 'timeout'
    unknown.forEach((atom, index) => {
      atoms[atom] = outcome.point[index]!
    })
  }
  const fits =
    atoms.every((value) => value >= 0 && Number.isSafeInteger(value)) &&
    equalities.every((row) => {
      const sum = row.form.reduce((total, [atom, coefficient]) => total + coefficient * atoms[atom]!, 0)
      return sum >= row.lower && sum <= row.upper
    })
  return fits ? atoms : null
}

/**
 * Whole numbers that fit, away from the edges where they may be: whoever looks for other tables nearby then finds them.
 * Each inequality is given up to `ROOM` of slack as far as that costs no other.
 */
const central = (solver: Solver, unknowns: number, rows: readonly LinearRow[], seconds: number) => {
  const loose = rows.flatMap((row, index) => (row.upper === Number.POSITIVE_INFINITY ? [index] : []))
  const width = unknowns + loose.length
  const lower = new Float64Array(width)
  const upper = new Float64Array(width).fill(Number.POSITIVE_INFINITY).fill(ROOM, unknowns)
  const cost = new Float64Array(width).fill(-1, unknowns)
  const slackOf = new Map(loose.map((row, index) => [row, unknowns + index]))
  const roomy = rows.map((row, index): LinearRow => {
    const slack = slackOf.get(index)
    return slack === undefined ? row : { ...row, form: [...row.form, [slack, -1]] }
  })
  const outcome = solveInteger(solver, { lower, upper, rows: roomy }, cost, Math.min(seconds, 0.5), 0.1)
  if (outcome.kind !== 'timeout') return outcome
  return solveInteger(
    solver,
    { lower: lower.slice(0, unknowns), upper: upper.slice(0, unknowns), rows },
    null,
    seconds,
  )
}

const ROOM = 3

/** Solves every equality that has one unknown left, until none has. */
const substitute = (rows: readonly LinearRow[], atoms: Float64Array) => {
  const equalities = rows.filter((row) => row.lower === row.upper)
  const touching = new Map<number, number[]>()
  const open = equalities.map((row, index) => {
    for (const [atom] of row.form) {
      const rowsOfAtom = touching.get(atom)
      if (rowsOfAtom) rowsOfAtom.push(index)
      else touching.set(atom, [index])
    }
    return row.form.length
  })
  const ready = open.flatMap((count, index) => (count === 1 ? [index] : []))
  while (ready.length > 0) {
    const row = equalities[ready.pop()!]!
    const unknown = row.form.filter(([atom]) => Number.isNaN(atoms[atom]!))
    if (unknown.length !== 1) continue
    const [atom, coefficient] = unknown[0]!
    const known = row.form.reduce(
      (sum, [other, factor]) => (other === atom ? sum : sum + factor * atoms[other]!),
      0,
    )
    atoms[atom] = (row.lower - known) / coefficient
    for (const index of touching.get(atom)!) {
      open[index]!--
      if (open[index] === 1) ready.push(index)
    }
  }
}
