import { type Clique, cliques } from './cliques.ts'
import { type Dimension, isWithin, leavesOf, parentOf, WHOLE } from './dimension.ts'
import type { At, Measure } from './publication.ts'
import { type Known, partsOf, type Universe } from './universe.ts'

/**
 * One measure's coordinates, split in two: the *layer* (periods that stand alone, overlapping groups, edition) and the
 * *box* over disjoint dimensions, which is a set of atoms of one clique.
 */
export type Grid = {
  readonly measure: Measure
  readonly disjoint: readonly Dimension[]
  readonly layered: readonly Dimension[]
  readonly cliques: readonly Clique[]
  /** Blocks of each disjoint dimension: leaves that no figure tells apart, named by the deepest node in use. */
  readonly blocks: ReadonlyMap<string, readonly string[]>
}

export const gridOf = (universe: Universe, measure: Measure): Grid => {
  const figures = universe.figures.filter((figure) => figure.measure === measure.id)
  const disjoint = universe.dimensions.filter((dimension) => partsOf(dimension, measure) === 'disjoint')
  const layered = universe.dimensions.filter((dimension) => partsOf(dimension, measure) !== 'disjoint')
  const crossings = new Map<string, readonly string[]>()
  for (const figure of figures) {
    const crossing = disjoint
      .map((dimension) => dimension.id)
      .filter((id) => (figure.at[id] ?? WHOLE) !== WHOLE)
    crossings.set(crossing.join('\n'), crossing)
  }
  const blocks = new Map(disjoint.map((dimension) => [dimension.id, blocksOf(dimension, figures)]))
  const sizeOf = (dimension: string) => blocks.get(dimension)!.length
  return { measure, disjoint, layered, cliques: cliques([...crossings.values()], sizeOf), blocks }
}

const blocksOf = (dimension: Dimension, figures: readonly Known[]): readonly string[] => {
  const used = new Set(figures.map((figure) => figure.at[dimension.id] ?? WHOLE))
  const blocks = new Set<string>()
  for (const leaf of leavesOf(dimension, WHOLE)) blocks.add(deepest(dimension, used, leaf))
  if (dimension.exhaustive === false) blocks.add(WHOLE)
  return [...blocks]
}

const deepest = (dimension: Dimension, used: ReadonlySet<string>, leaf: string): string => {
  let node = leaf
  while (node !== WHOLE && !used.has(node)) node = parentOf(dimension, node) ?? WHOLE
  return node
}

/** The coordinates that a layer fixes. */
export const layerOf = (grid: Grid, figure: Pick<Known, 'edition' | 'at'>): string =>
  layerName(figure.edition, grid, figure.at)

export const layerName = (edition: number, grid: Grid, at: At): string =>
  `${grid.measure.id}\n${edition}\n${grid.layered.map((dimension) => at[dimension.id] ?? WHOLE).join('\n')}`

/** The first clique that holds every disjoint dimension of the coordinates. */
export const cliqueOf = (grid: Grid, at: At): number =>
  grid.cliques.findIndex((clique) =>
    grid.disjoint.every(
      (dimension) => (at[dimension.id] ?? WHOLE) === WHOLE || clique.dimensions.includes(dimension.id),
    ),
  )

/** How many atoms a clique's table has. */
export const cliqueSize = (grid: Grid, clique: number): number =>
  grid.cliques[clique]!.dimensions.reduce((size, dimension) => size * grid.blocks.get(dimension)!.length, 1)

/** The atoms (row-major positions in the clique's table) inside a box. */
export const atomsOf = (grid: Grid, clique: number, at: At): readonly number[] => {
  let atoms = [0]
  for (const id of grid.cliques[clique]!.dimensions) {
    const dimension = grid.disjoint.find((candidate) => candidate.id === id)!
    const blocks = grid.blocks.get(id)!
    const node = at[id] ?? WHOLE
    const inside = blocks.flatMap((block, index) => (isWithin(dimension, block, node) ? [index] : []))
    atoms = atoms.flatMap((atom) => inside.map((index) => atom * blocks.length + index))
  }
  return atoms
}
