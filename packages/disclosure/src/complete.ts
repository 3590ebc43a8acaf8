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
  extra: readonly LinearRow[],
  seconds: number,
): Float64Array | null | 'timeout' => {
  const equalities: LinearRow[] = [
    ...system.forms.map((form, index) => ({ form, lower: values[index]!, upper: values[index]! })),
    ...system.rows,
    ...extra,
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
    const bounds = {
      lower: new Float64Array(unknown.length),
      upper: new Float64Array(unknown.length).fill(Infinity),
    }
    const outcome = solveInteger(solver, { ...bounds, rows }, null, seconds)
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
