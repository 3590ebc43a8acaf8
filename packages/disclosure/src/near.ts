import type { Knowledge } from './attacker.ts'
import { type Field, fieldOf } from './field.ts'
import type { Problem } from './problem.ts'
import type { Solver } from './solver.ts'
import type { Form } from './system.ts'
import type { Choice } from './witness.ts'

/**
 * Where a witness is looked for first: close to the truth, and only in the layers (periods, groups) that the
 * requirement is about, with all others as they are. What is found there touches few figures, so it serves many
 * requirements; what is not found proves nothing.
 */
export type Near = {
  /** @param wide also lets the layers move that are compared with the form's own. */
  readonly maximize: (
    form: Form,
    sign: 1 | -1,
    goal: number,
    knowledge: Knowledge,
    wide: boolean,
  ) => Float64Array | null
  readonly setHidden: (figure: number, hidden: boolean) => void
  readonly setBound: (row: number, on: boolean) => void
  readonly dispose: () => void
}

/** How far, in multiples of the goal, anything may move. */
const BOX = 2

type Room = {
  readonly field: Field
  readonly columns: readonly number[]
  readonly index: ReadonlyMap<number, number>
}

export const nearOf = (solver: Solver, problem: Problem, { hidden, bound }: Choice): Near => {
  const layer = layersOf(problem)
  const rooms = new Map<string, Room>()
  const beside = comparedWith(problem, layer)
  const open = (form: Form, goal: number, wide: boolean) => {
    const box = 2 ** Math.ceil(Math.log2(BOX * goal))
    const own = new Set(form.map(([column]) => layer[column]!))
    const layers = new Set(wide ? [...own].flatMap((each) => [each, ...(beside.get(each) ?? [])]) : own)
    const name = `${[...layers].sort().join(' ')} within ${box}`
    const known = rooms.get(name)
    if (known) return known
    const room = roomOf(solver, problem, layer, layers, box)
    for (const figure of problem.varying)
      if (hidden.has(figure)) room.field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      else room.field.bound(figure, 0, 0)
    for (const row of bound) room.field.bindOptional(row, true)
    rooms.set(name, room)
    return room
  }
  return {
    maximize: (form, sign, goal, knowledge, wide) => {
      const { field, columns, index } = open(form, goal, wide)
      const own = form.map(([column, coefficient]) => [index.get(column)!, coefficient] as const)
      for (const [figure, [low, high]] of knowledge) if (hidden.has(figure)) field.bound(figure, low, high)
      const optimum = field.maximize(own, sign)
      for (const figure of knowledge.keys())
        if (hidden.has(figure)) field.bound(figure, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      if (!optimum || optimum.value < goal - 1e-6) return null
      const point = new Float64Array(problem.floor.length)
      columns.forEach((column, position) => {
        point[column] = optimum.point[position]!
      })
      return point
    },
    setHidden: (figure, hide) => {
      const limit = hide ? Number.POSITIVE_INFINITY : 0
      for (const { field } of rooms.values()) field.bound(figure, -limit, limit)
    },
    setBound: (row, on) => {
      for (const { field } of rooms.values()) field.bindOptional(row, on)
    },
    dispose: () => {
      for (const { field } of rooms.values()) field.dispose()
    },
  }
}

/** For each column its layer: columns that share a figure or the agreement of two tables. */
const layersOf = (problem: Problem): Int32Array => {
  const root = Int32Array.from(problem.floor.keys())
  const find = (column: number): number => {
    let top = column
    while (root[top] !== top) top = root[top]!
    root[column] = top
    return top
  }
  const links = [
    ...problem.varying.map((figure) => problem.forms[figure]!),
    ...problem.rows.filter((row) => row.kind === 'shared').map((row) => row.form),
  ]
  for (const form of links)
    for (const [column] of form) {
      const [left, right] = [find(form[0]![0]), find(column)]
      root[Math.max(left, right)] = Math.min(left, right)
    }
  return root.map((_, column) => find(column))
}

/** For each layer those it is compared with column by column: the total of a part, the part of a total. */
const comparedWith = (problem: Problem, layer: Int32Array): ReadonlyMap<number, ReadonlySet<number>> => {
  const beside = new Map<number, Set<number>>()
  for (const { form } of problem.rows) {
    const [left, right] = form.map(([column]) => layer[column]!)
    if (form.length !== 2 || left === right) continue
    beside.set(left!, (beside.get(left!) ?? new Set()).add(right!))
    beside.set(right!, (beside.get(right!) ?? new Set()).add(left!))
  }
  return beside
}

/** The problem with all columns but those of some layers held at the truth, and those within a box around it. */
const roomOf = (
  solver: Solver,
  problem: Problem,
  layer: Int32Array,
  own: ReadonlySet<number>,
  box: number,
): Room => {
  const columns = [...layer.keys()].filter((column) => own.has(layer[column]!))
  const index = new Map(columns.map((column, position) => [column, position]))
  const floor = Float64Array.from(columns, (column) => Math.max(problem.floor[column]!, -box))
  const ceiling = new Float64Array(columns.length).fill(box)
  const reduce = (form: Form): Form =>
    form.flatMap(([column, coefficient]) => {
      const position = index.get(column)
      return position === undefined ? [] : [[position, coefficient] as const]
    })
  const rows = problem.rows.flatMap((row) => {
    const form = reduce(row.form)
    if (form.length > 1) return [{ ...row, form }]
    for (const [position, coefficient] of form) {
      const ends = [row.lower / coefficient, row.upper / coefficient].sort((left, right) => left - right)
      floor[position] = Math.max(floor[position]!, ends[0]!)
      ceiling[position] = Math.min(ceiling[position]!, ends[1]!)
    }
    return []
  })
  const forms = problem.forms.map(reduce)
  const varying = problem.varying.filter((figure) => forms[figure]!.length > 0)
  const optional = problem.optional.map((row) => ({ ...row, form: reduce(row.form) }))
  const field = fieldOf(
    solver,
    { floor, rows, optional, forms, varying, targets: [], primary: new Set() },
    ceiling,
  )
  return { field, columns, index }
}
