import { type Dimension, isWithin, type Parts, WHOLE } from './dimension.ts'
import type { Release, ReleasedFigure } from './ledger.ts'
import type { At, Measure } from './publication.ts'
import { type Figure, figureKey, type RawPublication } from './raw.ts'

/** A figure somebody knows or may want to know: of this publication (`fresh`) or of an earlier one. */
export type Known = Figure & {
  readonly edition: number
  /** `open`: still to be decided. */
  readonly state: 'published' | 'hidden' | 'open'
  readonly fresh: boolean
  /** The figure this one repeats in a later edition, null for a figure of its own. */
  readonly copyOf: number | null
}

export type Pair = {
  readonly kind: 'change' | 'correction'
  readonly later: number
  readonly earlier: number
}

/** Everything that was, or is about to be, released on one population. */
export type Universe = {
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly figures: readonly Known[]
  /** Figures assumed known to be equal: unchanged over an edition or a period. */
  readonly same: readonly (readonly [number, number])[]
  /** Figures that differ from what was released before: the difference is a figure too. */
  readonly pairs: readonly Pair[]
}

export type Clash =
  | { readonly kind: 'changed-figure'; readonly key: string }
  | { readonly kind: 'changed-dimension'; readonly dimension: string }

/**
 * Joins a publication with the earlier releases on its population, or says why they contradict each other.
 * `strictly`: carries into a corrected edition only what cannot have been touched.
 */
export const universe = (
  raw: RawPublication,
  releases: readonly Release[],
  unchangedIsKnown: boolean,
  strictly = false,
): Universe | Clash => {
  const dimensions = mergeDimensions([...releases.map((release) => release.dimensions), raw.dimensions])
  if (!Array.isArray(dimensions)) return dimensions as Clash
  const measures = [
    ...new Map(
      [...releases.flatMap((release) => release.measures), ...raw.measures].map((measure) => [
        measure.id,
        measure,
      ]),
    ).values(),
  ]
  const earlier = earlierFigures(releases)
  const figures: Known[] = []
  const place = new Map<string, number>()
  const put = (figure: Known) => {
    place.set(`${figure.edition}|${figure.key}`, figures.length)
    figures.push(figure)
  }
  for (const { figure, edition } of earlier.values())
    put({ ...figure, edition, state: figure.shown ? 'published' : 'hidden', fresh: false, copyOf: null })

  const wasDisplayed = new Set(
    releases.flatMap(({ figures: list }) => list.flatMap(({ displayed, key }) => (displayed ? [key] : []))),
  )
  const same: [number, number][] = []
  const pairs: Pair[] = []
  const editions = (key: string) =>
    [...new Set(releases.map((release) => release.edition))]
      .filter((edition) => place.has(`${edition}|${key}`))
      .sort((left, right) => right - left)
  for (const figure of raw.figures) {
    const here = place.get(`${raw.edition}|${figure.key}`)
    const before = editions(figure.key)
    if (here !== undefined || before.some((edition) => edition > raw.edition)) {
      const known = here === undefined ? undefined : figures[here]
      if (known?.value !== figure.value) return { kind: 'changed-figure', key: figure.key }
      const state = known.state === 'hidden' && !wasDisplayed.has(figure.key) ? stateOf(figure) : known.state
      figures[here!] = { ...figure, edition: raw.edition, state, fresh: true, copyOf: null }
      continue
    }
    const last = before.length > 0 ? place.get(`${before[0]}|${figure.key}`)! : null
    const unchanged = last !== null && figures[last]!.value === figure.value
    put({
      ...figure,
      edition: raw.edition,
      state: unchanged && wasDisplayed.has(figure.key) ? figures[last]!.state : stateOf(figure),
      fresh: true,
      copyOf: null,
    })
  }
  carryForward(dimensions, figures, place, same, strictly)
  const links = [...neighboursInEditions(figures), ...neighboursInTime({ dimensions, measures }, figures)]
  for (const link of links) {
    const [later, before] = [figures[link.later]!, figures[link.earlier]!]
    if (later.value !== before.value && (later.fresh || before.fresh)) pairs.push(link)
    if (later.value === before.value && (unchangedIsKnown || link.kind === 'correction'))
      same.push([link.later, link.earlier])
  }
  return { dimensions, measures, figures, same, pairs }
}

/** A figure that only serves others is hidden from the start; any other is open until decided. */
const stateOf = (figure: Figure): Known['state'] => (figure.publish ? 'open' : 'hidden')

/** How the parts of a dimension relate for one measure. */
export const partsOf = (dimension: Dimension, measure: Measure | undefined): Parts =>
  measure?.parts?.[dimension.id] ?? dimension.parts

/** The coordinates with one of them replaced. */
export const moved = (at: At, dimension: string, node: string): At => ({ ...at, [dimension]: node })

const earlierFigures = (releases: readonly Release[]) => {
  const figures = new Map<string, { figure: ReleasedFigure; edition: number }>()
  for (const release of releases)
    for (const figure of release.figures) {
      const id = `${release.edition}|${figure.key}`
      const known = figures.get(id)
      if (!known || (figure.shown && !known.figure.shown))
        figures.set(id, { figure, edition: release.edition })
    }
  return figures
}

const mergeDimensions = (lists: readonly (readonly Dimension[])[]): Dimension[] | Clash => {
  const merged = new Map<string, Dimension>()
  for (const dimension of lists.flat()) {
    const known = merged.get(dimension.id)
    if (!known) {
      merged.set(dimension.id, dimension)
      continue
    }
    const nodes = new Map(known.nodes.map((node) => [node.id, node]))
    const agrees =
      known.parts === dimension.parts &&
      (known.exhaustive ?? true) === (dimension.exhaustive ?? true) &&
      dimension.nodes.every((node) => !nodes.has(node.id) || nodes.get(node.id)!.within === node.within)
    if (!agrees) return { kind: 'changed-dimension', dimension: dimension.id }
    const fresh = dimension.nodes.filter((node) => !nodes.has(node.id))
    if (fresh.length > 0) merged.set(dimension.id, { ...known, nodes: [...known.nodes, ...fresh] })
  }
  return [...merged.values()]
}

/**
 * In a later edition everything still stands that it did not restate: figures of other periods are carried into it.
 * Without that, a total over periods published after a correction would seem unrelated to the periods that were right.
 * A period that lies within a restated one (a quarter of a corrected year) stands too, unless `strictly`.
 */
const carryForward = (
  dimensions: readonly Dimension[],
  figures: Known[],
  place: Map<string, number>,
  same: [number, number][],
  strictly: boolean,
) => {
  const time = dimensions.find((dimension) => dimension.describes === 'time')
  const editions = [...new Set(figures.map((figure) => figure.edition))].sort((left, right) => left - right)
  if (!time || editions.length < 2) return
  for (const edition of editions.slice(1)) {
    const restated = new Set(
      figures.filter((figure) => figure.edition === edition).map((figure) => figure.at[time.id] ?? WHOLE),
    )
    const untouched = (node: string) =>
      ![...restated].some((other) => isWithin(time, other, node) || (strictly && isWithin(time, node, other)))
    const latest = new Map<string, number>()
    figures.forEach((figure, index) => {
      if (figure.edition < edition && untouched(figure.at[time.id] ?? WHOLE)) latest.set(figure.key, index)
    })
    for (const [key, index] of latest) {
      place.set(`${edition}|${key}`, figures.length)
      same.push([figures.length, index])
      const figure = figures[index]!
      figures.push({
        ...figure,
        edition,
        copyOf: index,
        state: figure.state === 'published' ? 'published' : 'hidden',
      })
    }
  }
}

/** Each figure with itself in the edition before. */
const neighboursInEditions = (figures: readonly Known[]): Pair[] => {
  const editions = new Map<string, number[]>()
  figures.forEach((figure, index) => {
    const known = editions.get(figure.key)
    if (known) known.push(index)
    else editions.set(figure.key, [index])
  })
  return [...editions.values()].flatMap((indexes) => {
    const sorted = indexes.sort((left, right) => figures[left]!.edition - figures[right]!.edition)
    return sorted.slice(1).map((later, at): Pair => ({ kind: 'correction', later, earlier: sorted[at]! }))
  })
}

/** For measures that stand alone in each period: each figure with the nearest released before it. */
const neighboursInTime = (
  { dimensions, measures }: Pick<Universe, 'dimensions' | 'measures'>,
  figures: readonly Known[],
): Pair[] => {
  const time = dimensions.find((dimension) => dimension.describes === 'time')
  if (!time) return []
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const order = new Map(time.nodes.map((node, index) => [node.id, index]))
  const rows = new Map<string, number[]>()
  figures.forEach((figure, index) => {
    const node = figure.at[time.id] ?? WHOLE
    const parts = partsOf(time, byId.get(figure.measure))
    if (node === WHOLE || (parts !== 'successive' && parts !== 'cumulative')) return
    const row = `${figure.edition}|${figureKey(figure.measure, moved(figure.at, time.id, WHOLE))}`
    rows.set(row, [...(rows.get(row) ?? []), index])
  })
  const at = (index: number) => order.get(figures[index]!.at[time.id]!)!
  return [...rows.values()].flatMap((row) => {
    const sorted = row.sort((left, right) => at(left) - at(right))
    return sorted
      .slice(1)
      .map((later, position): Pair => ({ kind: 'change', later, earlier: sorted[position]! }))
  })
}
