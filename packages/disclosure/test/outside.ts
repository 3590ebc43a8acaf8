// An attacker who shares no code with the protector: another model (one unknown for each combination of the finest
// categories of every dimension), another solver (yalps), and nothing to read but published tables.
import { type Coefficients, type Constraint, solve } from 'yalps'
import type { PublishedTable } from '../src/table.ts'

type Table = Pick<PublishedTable, 'edition' | 'dimensions' | 'measures' | 'cells' | 'statistics'>
type Coordinates = Readonly<Record<string, string>>

/** A figure wherever it was published: `edition|key`. */
export type Name = string

/** What the attacker was told beyond the tables. */
export type Hints = {
  /** Pairs of figures known to be equal. */
  readonly same?: readonly (readonly [Name, Name])[]
  /** Figures known exactly, or known to be at least something. */
  readonly known?: ReadonlyMap<Name, { readonly equal?: number; readonly min?: number }>
  /** Rounded quotients read from a table: top ÷ base lies in [low, high). */
  readonly quotients?: readonly {
    readonly top: Name
    readonly base: Name
    readonly low: number
    readonly high: number
  }[]
}

type Equation = { readonly sum: Map<number, number>; readonly bound: Constraint }

export type Outside = {
  /** Lowest and highest possible Σ coefficient × figure; high is Infinity when nothing limits it. */
  readonly range: (terms: readonly (readonly [Name, number])[]) => {
    readonly low: number
    readonly high: number
  }
  readonly unknowns: number
}

export const outside = (tables: readonly Table[], hints: Hints = {}): Outside => {
  const dimensions = new Map<string, Table['dimensions'][number]>()
  for (const table of tables)
    for (const dimension of table.dimensions) {
      const nodes = new Map(
        [...(dimensions.get(dimension.id)?.nodes ?? []), ...dimension.nodes].map((n) => [n.id, n]),
      )
      dimensions.set(dimension.id, { ...dimension, nodes: [...nodes.values()] })
    }
  const measures = new Map(tables.flatMap((table) => table.measures.map((measure) => [measure.id, measure])))
  const kind = (measure: string, id: string) =>
    measures.get(measure)?.parts?.[id] ?? dimensions.get(id)!.parts
  const cells = tables.flatMap((table) => table.cells.map((cell) => ({ ...cell, edition: table.edition })))
  const inside = (id: string, node: string, top: string): boolean => {
    if (top === '' || node === top) return true
    const parent = dimensions.get(id)!.nodes.find((candidate) => candidate.id === node)?.within
    return parent !== undefined && inside(id, parent, top)
  }
  const leaves = (id: string) => {
    const { nodes, exhaustive } = dimensions.get(id)!
    const ends = nodes
      .filter((node) => !nodes.some((other) => other.within === node.id))
      .map((node) => node.id)
    return exhaustive === false ? [...ends, ''] : ends
  }
  const axes = (measure: string) =>
    [...dimensions.keys()].filter(
      (id) =>
        kind(measure, id) === 'disjoint' && cells.some((cell) => cell.measure === measure && cell.at[id]),
    )
  const numbers = new Map<string, number>()
  const unknown = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name)!
  }
  const layerName = (measure: string, edition: number, at: Coordinates) =>
    [
      measure,
      edition,
      ...[...dimensions.keys()]
        .filter((id) => kind(measure, id) !== 'disjoint')
        .map((id) => `${id}:${at[id] ?? ''}`),
    ].join('/')
  const finest = (measure: string) =>
    axes(measure).reduce<Coordinates[]>(
      (list, id) => list.flatMap((at) => leaves(id).map((leaf) => ({ ...at, [id]: leaf }))),
      [{}],
    )
  const spot = (layer: string, combination: Coordinates) => unknown(`${layer}@${JSON.stringify(combination)}`)
  const sumOf = (measure: string, edition: number, at: Coordinates) =>
    new Map(
      finest(measure)
        .filter((combination) => axes(measure).every((id) => inside(id, combination[id]!, at[id] ?? '')))
        .map((combination) => [spot(layerName(measure, edition, at), combination), 1] as const),
    )
  const figures = new Map<Name, Map<number, number>>()
  for (const cell of cells)
    figures.set(`${cell.edition}|${cell.key}`, sumOf(cell.measure, cell.edition, cell.at))

  const equations: Equation[] = []
  for (const cell of cells)
    if (cell.kind === 'shown')
      equations.push({ sum: figures.get(`${cell.edition}|${cell.key}`)!, bound: { equal: cell.value } })
  for (const [left, right] of hints.same ?? [])
    equations.push({
      sum: weighted([
        [figures.get(left)!, 1],
        [figures.get(right)!, -1],
      ]),
      bound: { equal: 0 },
    })
  for (const [name, bound] of hints.known ?? []) equations.push({ sum: figures.get(name)!, bound })
  for (const { top, base, low, high } of hints.quotients ?? []) {
    const [above, below] = [figures.get(top)!, figures.get(base)!]
    equations.push({
      sum: weighted([
        [above, 1000],
        [below, -1000 * low],
      ]),
      bound: { min: 0 },
    })
    equations.push({
      sum: weighted([
        [above, 1000],
        [below, -1000 * high],
      ]),
      bound: { max: -1 },
    })
  }
  // Overlapping groups and running totals, layer against layer.
  const layers = new Map(cells.map((cell) => [layerName(cell.measure, cell.edition, cell.at), cell]))
  for (const [name, { measure, edition, at }] of layers)
    for (const [id, dimension] of dimensions) {
      const how = kind(measure, id)
      if (how !== 'overlapping' && how !== 'cumulative') continue
      const node = at[id] ?? ''
      const other = (next: string) => layerName(measure, edition, { ...at, [id]: next })
      if (how === 'cumulative') {
        const order = dimension.nodes.map((candidate) => candidate.id)
        const before = order
          .slice(0, order.indexOf(node))
          .filter((next) => layers.has(other(next)))
          .at(-1)
        if (node !== '' && before !== undefined)
          for (const combination of finest(measure))
            equations.push({
              sum: new Map([
                [spot(name, combination), 1],
                [spot(other(before), combination), -1],
              ]),
              bound: { min: 0 },
            })
        continue
      }
      const below = dimension.nodes
        .map((n) => n.id)
        .filter((n) => n !== node && inside(id, n, node) && layers.has(other(n)))
      const top = below.filter((n) => !below.some((m) => m !== n && inside(id, n, m)))
      const all =
        (node !== '' || dimension.exhaustive !== false) &&
        leaves(id).every((leaf) => !inside(id, leaf, node) || top.some((n) => inside(id, leaf, n)))
      for (const combination of top.length > 0 ? finest(measure) : []) {
        const whole = spot(name, combination)
        for (const part of top)
          equations.push({
            sum: new Map([
              [whole, 1],
              [spot(other(part), combination), -1],
            ]),
            bound: { min: 0 },
          })
        if (all)
          equations.push({
            sum: new Map([[whole, -1], ...top.map((part) => [spot(other(part), combination), 1] as const)]),
            bound: { min: 0 },
          })
      }
    }

  const fixed = settle(equations, numbers.size)
  return {
    unknowns: numbers.size - fixed.size,
    range: (terms) => {
      const objective = weighted(terms.map(([name, factor]) => [figures.get(name)!, factor] as const))
      return {
        low: optimum(equations, fixed, objective, 'minimize'),
        high: optimum(equations, fixed, objective, 'maximize'),
      }
    },
  }
}

const weighted = (parts: readonly (readonly [Map<number, number>, number])[]) => {
  const sum = new Map<number, number>()
  for (const [form, factor] of parts)
    for (const [variable, coefficient] of form)
      sum.set(variable, (sum.get(variable) ?? 0) + factor * coefficient)
  return sum
}

/** Unknowns that follow by subtraction. */
const settle = (equations: readonly Equation[], _count: number) => {
  const fixed = new Map<number, number>()
  for (let again = true; again; ) {
    again = false
    for (const { sum, bound } of equations) {
      if (bound.equal === undefined) continue
      const open = [...sum].filter(([variable, coefficient]) => coefficient !== 0 && !fixed.has(variable))
      const left = [...sum].reduce(
        (rest, [v, c]) => rest - (fixed.has(v) ? c * fixed.get(v)! : 0),
        bound.equal,
      )
      const sameSign = open.every(([, c]) => c > 0)
      if (open.length === 1) fixed.set(open[0]![0], left / open[0]![1])
      else if (open.length > 1 && sameSign && left === 0) for (const [v] of open) fixed.set(v, 0)
      else continue
      again = true
    }
  }
  return fixed
}

const optimum = (
  equations: readonly Equation[],
  fixed: ReadonlyMap<number, number>,
  objective: Map<number, number>,
  direction: 'minimize' | 'maximize',
) => {
  let constant = 0
  const columns = new Map<number, [string, number][]>()
  const column = (variable: number) => {
    if (!columns.has(variable)) columns.set(variable, [])
    return columns.get(variable)!
  }
  for (const [variable, coefficient] of objective)
    if (fixed.has(variable)) constant += coefficient * fixed.get(variable)!
    else if (coefficient !== 0) column(variable).push(['goal', coefficient])
  if (columns.size === 0) return constant
  const constraints = new Map<string, Constraint>()
  equations.forEach(({ sum, bound }, index) => {
    let known = 0
    let open = 0
    for (const [variable, coefficient] of sum)
      if (fixed.has(variable)) known += coefficient * fixed.get(variable)!
      else if (coefficient !== 0) {
        column(variable).push([`r${index}`, coefficient])
        open++
      }
    if (open === 0) return
    constraints.set(`r${index}`, {
      ...(bound.equal === undefined ? {} : { equal: bound.equal - known }),
      ...(bound.min === undefined ? {} : { min: bound.min - known }),
      ...(bound.max === undefined ? {} : { max: bound.max - known }),
    })
  })
  const answer = solve(
    {
      direction,
      objective: 'goal',
      constraints,
      variables: [...columns].map(([variable, rows]): [string, Coefficients] => [`x${variable}`, rows]),
      integers: true,
    },
    { maxIterations: 20_000, checkCycles: true },
  )
  if (answer.status === 'unbounded')
    return direction === 'maximize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if (answer.status !== 'optimal') throw new Error(`the attacker’s solver ended with ${answer.status}`)
  return answer.result + constant
}
