import { type Dimension, isWithin, leavesOf, WHOLE } from './dimension.ts'
import { atomsOf, cliqueOf, cliqueSize, type Grid, gridOf, layerName, layerOf } from './grid.ts'
import type { At } from './publication.ts'
import { moved, partsOf, type Universe } from './universe.ts'

/** Σ coefficient × variable; sparse, each variable once. */
export type Form = readonly (readonly [variable: number, coefficient: number])[]

/** lower ≤ form ≤ upper over the true numbers: what anybody may take for granted. */
export type Row = {
  readonly kind: 'shared' | 'union' | 'cumulative' | 'same' | 'statistic'
  readonly form: Form
  readonly lower: number
  readonly upper: number
}

/**
 * The attacker's model: variables are atoms (whole numbers, zero or more), every figure is a sum of atoms, every
 * relation a row. Row and column totals, hierarchies and linked tables need no rows: they are sums of the same atoms.
 */
export type System = {
  readonly size: number
  readonly rows: readonly Row[]
  /** The atoms of each figure of the universe. */
  readonly forms: readonly Form[]
}

type Layer = {
  readonly grid: Grid
  readonly edition: number
  readonly at: At
  readonly bases: Map<number, number>
}

/** Null when the joint table is larger than `atoms` allows. */
export const systemOf = (universe: Universe, atoms: number): System | null => {
  const grids = new Map(universe.measures.map((measure) => [measure.id, gridOf(universe, measure)]))
  const layers = new Map<string, Layer>()
  for (const figure of universe.figures) {
    const grid = grids.get(figure.measure)!
    const name = layerOf(grid, figure)
    const layer = layers.get(name) ?? { grid, edition: figure.edition, at: figure.at, bases: new Map() }
    layers.set(name, layer)
    layer.bases.set(cliqueOf(grid, figure.at), 0)
  }
  shareCliques(grids, layers)
  let size = 0
  for (const layer of layers.values())
    for (const clique of [...layer.bases.keys()].sort((left, right) => left - right)) {
      layer.bases.set(clique, size)
      size += cliqueSize(layer.grid, clique)
      if (size > atoms) return null
    }
  const formOf = (layer: Layer, at: At, clique = cliqueOf(layer.grid, at)): Form =>
    atomsOf(layer.grid, clique, at).map((atom) => [layer.bases.get(clique)! + atom, 1] as const)
  const forms = universe.figures.map((figure) =>
    formOf(layers.get(layerOf(grids.get(figure.measure)!, figure))!, figure.at),
  )
  const rows = [
    ...[...layers.values()].flatMap((layer) => sharedRows(layer, formOf)),
    ...[...layers.values()].flatMap((layer) =>
      layer.grid.layered.flatMap((dimension) => layerRows(layers, layer, dimension)),
    ),
    ...universe.same.map(
      ([left, right]): Row => ({
        kind: 'same',
        form: difference(forms[left]!, forms[right]!),
        lower: 0,
        upper: 0,
      }),
    ),
  ]
  return { size, rows, forms }
}

/** left − right. */
const difference = (left: Form, right: Form): Form =>
  combination([
    [left, 1],
    [right, -1],
  ])

/** Σ factor × form, without the variables that cancel. */
export const combination = (parts: readonly (readonly [Form, number])[]): Form => {
  const sum = new Map<number, number>()
  for (const [form, factor] of parts)
    for (const [variable, coefficient] of form)
      sum.set(variable, (sum.get(variable) ?? 0) + factor * coefficient)
  return [...sum].filter(([, coefficient]) => coefficient !== 0)
}

/** Layers that are compared atom by atom need the same cliques, and the cliques between them in the junction tree. */
const shareCliques = (grids: ReadonlyMap<string, Grid>, layers: ReadonlyMap<string, Layer>) => {
  for (const grid of grids.values()) {
    const own = [...layers.values()].filter((layer) => layer.grid === grid)
    const used = new Set(own.flatMap((layer) => [...layer.bases.keys()]))
    const linked =
      own.length > 1 && grid.layered.some((dimension) => partsOf(dimension, grid.measure) !== 'successive')
    for (const layer of own)
      for (const clique of steiner(grid, linked ? used : new Set(layer.bases.keys())))
        layer.bases.set(clique, 0)
  }
}

const steiner = (grid: Grid, used: ReadonlySet<number>): ReadonlySet<number> => {
  const kept = new Set(grid.cliques.keys())
  for (let pruned = true; pruned; ) {
    pruned = false
    for (const clique of kept) {
      const around = [...kept].filter(
        (other) => grid.cliques[other]!.parent === clique || grid.cliques[clique]!.parent === other,
      )
      if (!used.has(clique) && around.length <= 1 && kept.size > 1) {
        kept.delete(clique)
        pruned = true
      }
    }
  }
  return kept
}

/** Two tables of one layer agree wherever their dimensions meet. */
const sharedRows = (layer: Layer, formOf: (layer: Layer, at: At, clique: number) => Form): Row[] => {
  const { grid } = layer
  return [...layer.bases.keys()].flatMap((clique) => {
    const parent = grid.cliques[clique]!.parent
    if (parent === null || !layer.bases.has(parent)) return []
    const shared = grid.cliques[clique]!.dimensions.filter((id) =>
      grid.cliques[parent]!.dimensions.includes(id),
    )
    return boxes(grid, shared).map(
      (box): Row => ({
        kind: 'shared',
        form: difference(blockForm(layer, clique, box, formOf), blockForm(layer, parent, box, formOf)),
        lower: 0,
        upper: 0,
      }),
    )
  })
}

const boxes = (grid: Grid, dimensions: readonly string[]): At[] =>
  dimensions.reduce<At[]>(
    (list, id) => list.flatMap((at) => grid.blocks.get(id)!.map((block) => ({ ...at, [id]: block }))),
    [{}],
  )

/** A block is a node without the nodes told apart below it, so its atoms are picked by position, not by `isWithin`. */
const blockForm = (
  layer: Layer,
  clique: number,
  box: At,
  formOf: (layer: Layer, at: At, clique: number) => Form,
): Form => {
  const { grid } = layer
  const ids = grid.cliques[clique]!.dimensions
  return formOf(layer, {}, clique).filter((_, atom) => {
    let rest = atom
    for (const id of [...ids].reverse()) {
      const blocks = grid.blocks.get(id)!
      const block = blocks[rest % blocks.length]!
      rest = Math.floor(rest / blocks.length)
      if (id in box && box[id] !== block) return false
    }
    return true
  })
}

/** What holds between a layer and the layers below it (a union) or before it (a cumulative count), atom by atom. */
const layerRows = (layers: ReadonlyMap<string, Layer>, layer: Layer, dimension: Dimension): Row[] => {
  const parts = partsOf(dimension, layer.grid.measure)
  const node = layer.at[dimension.id] ?? WHOLE
  const at = (other: string) =>
    layers.get(layerName(layer.edition, layer.grid, moved(layer.at, dimension.id, other)))
  if (parts === 'cumulative') {
    const position = dimension.nodes.findIndex((candidate) => candidate.id === node)
    const before = dimension.nodes.slice(0, Math.max(position, 0)).map((candidate) => at(candidate.id))
    const earlier = before.filter((candidate) => candidate !== undefined).at(-1)
    return earlier ? atomRows(layer, (clique, atom) => [grown(layer, earlier, clique, atom)]) : []
  }
  if (parts !== 'overlapping') return []
  const below = dimension.nodes
    .map((candidate) => candidate.id)
    .filter((id) => id !== node && isWithin(dimension, id, node) && at(id) !== undefined)
  const children = below.filter(
    (id) => !below.some((other) => other !== id && isWithin(dimension, id, other)),
  )
  if (children.length === 0) return []
  const complete =
    (node !== WHOLE || dimension.exhaustive !== false) &&
    leavesOf(dimension, node).every((leaf) => children.some((child) => isWithin(dimension, leaf, child)))
  return atomRows(layer, (clique, atom) =>
    union(
      layer,
      children.map((id) => at(id)!),
      complete,
      clique,
      atom,
    ),
  )
}

const atomRows = (layer: Layer, rowsOf: (clique: number, atom: number) => readonly Row[]): Row[] =>
  [...layer.bases.keys()].flatMap((clique) =>
    Array.from({ length: cliqueSize(layer.grid, clique) }, (_, atom) => rowsOf(clique, atom)).flat(),
  )

const grown = (later: Layer, earlier: Layer, clique: number, atom: number): Row => ({
  kind: 'cumulative',
  form: [
    [later.bases.get(clique)! + atom, 1],
    [earlier.bases.get(clique)! + atom, -1],
  ],
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
})

/** Largest part ≤ total ≤ sum of parts. */
const union = (
  total: Layer,
  parts: readonly Layer[],
  complete: boolean,
  clique: number,
  atom: number,
): Row[] => {
  const whole = total.bases.get(clique)! + atom
  const each = parts.map(
    (part): Row => ({
      kind: 'union',
      form: [
        [whole, 1],
        [part.bases.get(clique)! + atom, -1],
      ],
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    }),
  )
  if (!complete) return each
  const sum: Row = {
    kind: 'union',
    form: [[whole, -1], ...parts.map((part) => [part.bases.get(clique)! + atom, 1] as const)],
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  }
  return [...each, sum]
}
