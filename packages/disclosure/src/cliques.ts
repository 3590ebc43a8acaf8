/** A clique of dimensions with the neighbour through which it hangs in the junction tree (null for the root). */
export type Clique = { readonly dimensions: readonly string[]; readonly parent: number | null }

/**
 * The smallest family of joint tables whose agreement on shared dimensions is enough for one table over all dimensions
 * to exist: the maximal cliques of a chordal completion of the graph "these dimensions are crossed somewhere", in a
 * junction tree (Lauritzen, Graphical Models, 1996, ch. 2). Tables state × sex and state × age need nothing beyond
 * themselves; adding sex × age makes the attacker's table three-way.
 *
 * @param crossings the dimensions of each figure.
 * @param sizeOf how many blocks a dimension has; among completions a small joint table is preferred.
 */
export const cliques = (
  crossings: readonly (readonly string[])[],
  sizeOf: (dimension: string) => number,
): readonly Clique[] => {
  const neighbours = new Map<string, Set<string>>()
  for (const crossing of crossings)
    for (const dimension of crossing) {
      const set = neighbours.get(dimension) ?? new Set()
      for (const other of crossing) if (other !== dimension) set.add(other)
      neighbours.set(dimension, set)
    }
  const found: string[][] = []
  while (neighbours.size > 0) {
    const dimension = smallest(neighbours, sizeOf)
    const around = [...neighbours.get(dimension)!]
    for (const left of around)
      for (const right of around) if (left !== right) neighbours.get(left)!.add(right)
    found.push([dimension, ...around].sort())
    for (const other of around) neighbours.get(other)!.delete(dimension)
    neighbours.delete(dimension)
  }
  const maximal = found.filter(
    (clique, index) =>
      !found.some(
        (other, at) =>
          at !== index &&
          clique.every((dimension) => other.includes(dimension)) &&
          (other.length > clique.length || at < index),
      ),
  )
  return junctionTree(maximal.length > 0 ? maximal : [[]])
}

/** The dimension whose elimination makes the smallest table: it with all it is crossed with. */
const smallest = (
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  sizeOf: (dimension: string) => number,
) => {
  const weighed = [...neighbours].map(
    ([dimension, around]) =>
      [[dimension, ...around].reduce((size, each) => size * sizeOf(each), 1), dimension] as const,
  )
  return weighed.sort(([left, a], [right, b]) => left - right || (a < b ? -1 : 1))[0]![1]
}

const junctionTree = (maximal: readonly (readonly string[])[]): Clique[] => {
  const tree: Clique[] = [{ dimensions: maximal[0]!, parent: null }]
  const order = [0]
  while (order.length < maximal.length) {
    let best = { clique: -1, parent: -1, shared: -1 }
    maximal.forEach((clique, index) => {
      if (order.includes(index)) return
      order.forEach((placed, parent) => {
        const shared = clique.filter((dimension) => maximal[placed]!.includes(dimension)).length
        if (shared > best.shared) best = { clique: index, parent, shared }
      })
    })
    order.push(best.clique)
    tree.push({ dimensions: maximal[best.clique]!, parent: best.parent })
  }
  return tree
}
