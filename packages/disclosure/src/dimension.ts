/** A sentence or a name in both languages of the product: Mexican Spanish and English. */
export type Text = { readonly es: string; readonly en: string }

/** What a dimension tells about. `person` (sex, age, group) is what makes a zero or a full house disclosing. */
export type Subject = 'person' | 'place' | 'time' | 'activity' | 'employer' | 'organization'

/**
 * How the parts of a dimension make up their total.
 * - `disjoint`: parts add up to the total (states, sexes, events over quarters).
 * - `overlapping`: distinct people over groups or periods that share members: largest part ≤ total ≤ sum of parts.
 * - `successive`: each period stands alone (members on the last day); what can be read is the change between two.
 * - `cumulative`: each period contains the one before (reached so far); totals never fall.
 */
export type Parts = 'disjoint' | 'overlapping' | 'successive' | 'cumulative'

export type DimensionNode = {
  readonly id: string
  readonly label: Text
  /** The node one level up (state → region); absent at the top level. */
  readonly within?: string
}

export type Dimension = {
  readonly id: string
  readonly label: Text
  readonly describes: Subject
  readonly parts: Parts
  /** In reading order; for time, in the order of time. */
  readonly nodes: readonly DimensionNode[]
  /**
   * Whether the nodes cover everybody (default true). Set false where some people are in no node: then the total
   * may exceed the sum of parts.
   */
  readonly exhaustive?: boolean
}

/** The total over a dimension is written as the empty node. */
export const WHOLE = ''

/** True when `node` is `top` or lies below it. */
export const isWithin = (dimension: Dimension, node: string, top: string): boolean => {
  let current: string | undefined = node
  while (current !== undefined && current !== WHOLE) {
    if (current === top) return true
    current = parentOf(dimension, current)
  }
  return top === WHOLE
}

export const parentOf = (dimension: Dimension, node: string): string | undefined =>
  node === WHOLE ? undefined : (indexOf(dimension).get(node)?.within ?? WHOLE)

/** 0 for the whole, 1 for the top level, and so on. */
export const depthOf = (dimension: Dimension, node: string): number =>
  node === WHOLE ? 0 : 1 + depthOf(dimension, parentOf(dimension, node) ?? WHOLE)

/** The nodes without children below `top`, `top` itself when it has none. */
export const leavesOf = (dimension: Dimension, top: string): readonly string[] => {
  const parents = new Set(dimension.nodes.map((node) => node.within ?? WHOLE))
  return dimension.nodes
    .filter((node) => !parents.has(node.id) && isWithin(dimension, node.id, top))
    .map((node) => node.id)
}

export const hasNode = (dimension: Dimension, node: string): boolean =>
  node === WHOLE || indexOf(dimension).has(node)

const indexes = new WeakMap<Dimension, Map<string, DimensionNode>>()
const indexOf = (dimension: Dimension) => {
  const known = indexes.get(dimension)
  if (known) return known
  const index = new Map(dimension.nodes.map((node) => [node.id, node]))
  indexes.set(dimension, index)
  return index
}
