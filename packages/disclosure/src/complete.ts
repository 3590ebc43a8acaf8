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
  for (const island of islands(unknown, open(equalities, atoms))) {
    const outcome = central(solver, island.atoms.length, island.rows, seconds)
    if (outcome.kind === 'impossible') return null
    if (outcome.kind === 'timeout') return 'timeout'
    island.atoms.forEach((atom, index) => {
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

/** What the rows still ask of the atoms not yet known. */
const open = (rows: readonly LinearRow[], atoms: Float64Array): LinearRow[] =>
  rows.flatMap((row): LinearRow[] => {
    const form = row.form.filter(([atom]) => Number.isNaN(atoms[atom]!))
    if (form.length === 0) return []
    const known = row.form.reduce(
      (sum, [atom, coefficient]) => (Number.isNaN(atoms[atom]!) ? sum : sum + coefficient * atoms[atom]!),
      0,
    )
    return [{ form, lower: row.lower - known, upper: row.upper - known }]
  })

type Island = { readonly atoms: readonly number[]; readonly rows: readonly LinearRow[] }

/** Unknown atoms that no row connects are solved apart, renumbered from 0: one year does not wait for another. */
const islands = (unknown: readonly number[], rows: readonly LinearRow[]): readonly Island[] => {
  const root = new Map(unknown.map((atom) => [atom, atom] as const))
  const find = (atom: number): number => {
    let top = atom
    while (root.get(top) !== top) top = root.get(top)!
    root.set(atom, top)
    return top
  }
  for (const { form } of rows) for (const [atom] of form) root.set(find(atom), find(form[0]![0]))
  type Members = { readonly atoms: number[]; readonly rows: LinearRow[]; readonly place: Map<number, number> }
  const members = new Map<number, Members>()
  for (const atom of unknown) {
    const island: Members = members.get(find(atom)) ?? { atoms: [], rows: [], place: new Map() }
    members.set(find(atom), island)
    island.place.set(atom, island.atoms.length)
    island.atoms.push(atom)
  }
  for (const row of rows) {
    const island = members.get(find(row.form[0]![0]))!
    const form = row.form.map(([atom, coefficient]) => [island.place.get(atom)!, coefficient] as const)
    island.rows.push({ ...row, form })
  }
  return [...members.values()]
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
