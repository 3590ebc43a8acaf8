import type { Row, System } from './system.ts'
import { combination, type Form } from './system.ts'
import type { Target } from './targets.ts'
import type { Universe } from './universe.ts'

/**
 * The part of the system that the fresh figures can touch, in deviations from the truth: every column is "how much
 * this atom differs from its true number", so the truth is the zero vector, whatever the size of the values.
 */
export type Problem = {
  /** Least deviation of each column: minus the true number. */
  readonly floor: Float64Array
  readonly rows: readonly Row[]
  /** Rows that only bind once a statistic is published. */
  readonly optional: readonly Row[]
  /** By position in the universe: the figure's form; empty when no free column is left in it. */
  readonly forms: readonly Form[]
  /** Positions of figures that still vary. */
  readonly varying: readonly number[]
  readonly targets: readonly ProblemTarget[]
  /** Figures that are a target by themselves, also where several are the same form. */
  readonly primary: ReadonlySet<number>
}

/** `low` and `high`: how far down and up the form must be able to go, as deviations. */
export type ProblemTarget = {
  readonly target: Target
  readonly form: Form
  readonly low: number
  readonly high: number
}

export const problemOf = (
  universe: Universe,
  system: System,
  truth: Float64Array,
  given: readonly Target[],
  optional: readonly (readonly Row[])[],
): Problem => {
  // Of two targets that are the same form, the one that names a figure decides: it is what gets hidden.
  const targets = [...given].sort((left, right) => left.terms.length - right.terms.length)
  const fixed = fixedAtoms(universe, system, truth)
  const targetForms = targets.map((target) =>
    combination(target.terms.map(([figure, coefficient]) => [system.forms[figure]!, coefficient] as const)),
  )
  const links = [
    ...system.rows.map((row) => row.form),
    ...optional.flat().map((row) => row.form),
    ...targetForms,
    ...universe.figures.flatMap((figure, index) => (figure.state === 'hidden' ? [] : [system.forms[index]!])),
  ]
  const starts = universe.figures.flatMap((figure, index) =>
    figure.fresh ? system.forms[index]!.map(([atom]) => atom) : [],
  )
  const column = numbered(reachable(system.size, links, starts, fixed))
  const reduce = (form: Form): Form =>
    form.flatMap(([atom, coefficient]) => {
      const index = column.get(atom)
      return index === undefined ? [] : [[index, coefficient] as const]
    })
  const deviate = (row: Row): Row => {
    const sum = row.form.reduce((total, [atom, coefficient]) => total + coefficient * truth[atom]!, 0)
    return { ...row, form: reduce(row.form), lower: row.lower - sum, upper: row.upper - sum }
  }
  const floor = new Float64Array(column.size)
  for (const [atom, index] of column) floor[index] = -truth[atom]!
  const forms = system.forms.map(reduce)
  const seen = new Set<string>()
  return {
    floor,
    rows: system.rows.map(deviate).filter((row) => row.form.length > 0),
    optional: optional.flat().map(deviate),
    forms,
    varying: forms.flatMap((form, index) => (form.length > 0 ? [index] : [])),
    primary: new Set(targets.flatMap(({ terms }) => (terms.length === 1 ? [terms[0]![0]] : []))),
    targets: targets.flatMap((target, index) => {
      const form = reduce(targetForms[index]!)
      const item = { target, form, low: target.atMost - target.value, high: target.atLeast - target.value }
      const signature = `${item.low} ${item.high} ${form
        .map((term) => term.join('*'))
        .sort()
        .join(' ')}`
      const fresh = target.terms.some(([figure]) => universe.figures[figure]!.fresh)
      if ((form.length === 0 && !fresh) || seen.has(signature)) return []
      seen.add(signature)
      return [item]
    }),
  }
}

const numbered = (atoms: readonly number[]) => new Map(atoms.map((atom, index) => [atom, index]))

/**
 * Atoms that earlier releases already give away, by substitution or because they add up to nothing; whatever else they
 * determine is left to the solver.
 */
const fixedAtoms = (universe: Universe, system: System, truth: Float64Array): Uint8Array => {
  const fixed = new Uint8Array(system.size)
  const equalities = [
    ...universe.figures.flatMap((figure, index) =>
      figure.state === 'published' ? [system.forms[index]!] : [],
    ),
    ...system.rows.flatMap((row) => (row.lower === row.upper ? [row.form] : [])),
  ]
  for (let found = true; found; ) {
    found = false
    for (const form of equalities) {
      const free = form.filter(([atom]) => fixed[atom] === 0)
      const isEmpty = free.every(([atom, coefficient]) => coefficient > 0 && truth[atom] === 0)
      if (free.length === 0 || (free.length > 1 && !isEmpty)) continue
      for (const [atom] of free) fixed[atom] = 1
      found = true
    }
  }
  return fixed
}

const reachable = (
  size: number,
  links: readonly Form[],
  starts: readonly number[],
  fixed: Uint8Array,
): readonly number[] => {
  const touching: number[][] = Array.from({ length: size }, () => [])
  links.forEach((form, index) => {
    for (const [atom] of form) touching[atom]!.push(index)
  })
  const reached = new Uint8Array(size)
  const queue: number[] = []
  const visit = (atom: number) => {
    if (fixed[atom] === 1 || reached[atom] === 1) return
    reached[atom] = 1
    queue.push(atom)
  }
  starts.forEach(visit)
  const done = new Uint8Array(links.length)
  while (queue.length > 0)
    for (const index of touching[queue.pop()!]!) {
      if (done[index] === 1) continue
      done[index] = 1
      for (const [atom] of links[index]!) visit(atom)
    }
  return [...reached.keys()].filter((atom) => reached[atom] === 1)
}
