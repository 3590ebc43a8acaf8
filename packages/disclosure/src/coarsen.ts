import { depthOf, isWithin, leavesOf, WHOLE } from './dimension.ts'
import type { Policy } from './policy.ts'
import type { Figure, RawPublication } from './raw.ts'
import { refKey, refsOf } from './raw.ts'

/** The publication without the finest level of a dimension; null when only one level, or none, is left. */
const withoutFinest = (raw: RawPublication, dimensionId: string): RawPublication | null => {
  const dimension = raw.dimensions.find(({ id }) => id === dimensionId)
  if (!dimension) return null
  const depths = raw.figures.map((figure) => depthOf(dimension, figure.at[dimensionId] ?? WHOLE))
  const finest = Math.max(0, ...depths)
  if (finest < 2) return null
  const figures = raw.figures.filter((_, index) => depths[index]! < finest)
  return figures.some((_, index) => depths[index]! > 0) ? withFigures(raw, figures) : null
}

/** Each way of making the table one step coarser, the publication's first choice first. */
export const coarserBy = (
  raw: RawPublication,
): readonly { readonly dimension: string; readonly raw: RawPublication }[] =>
  raw.coarsen.flatMap((dimension) => {
    const coarser = withoutFinest(raw, dimension)
    return coarser ? [{ dimension, raw: coarser }] : []
  })

/** The publication without figures whose very shape the tier forbids: too many ways, by employer, too few places. */
export const withoutForbidden = (raw: RawPublication, policy: Policy): RawPublication =>
  withFigures(
    raw,
    raw.figures.filter((figure) => isAllowed(raw, figure, policy)),
  )

const isAllowed = (raw: RawPublication, figure: Figure, policy: Policy): boolean => {
  const rule = policy.tiers[figure.tier]
  const used = raw.dimensions.filter(({ id }) => (figure.at[id] ?? WHOLE) !== WHOLE)
  const ways = used.filter(({ describes }) => describes !== 'time').length
  if (rule.ways !== null && ways > rule.ways) return false
  if (used.some(({ describes }) => rule.neverBy.includes(describes))) return false
  return used.every(
    (dimension) =>
      dimension.describes !== 'place' || leavesOf(dimension, figure.at[dimension.id]!).length >= rule.places,
  )
}

/** Statistics go where their figures go. */
export const withFigures = (raw: RawPublication, figures: readonly Figure[]): RawPublication => {
  const keys = new Set(figures.map((figure) => figure.key))
  const statistics = raw.statistics.filter((statistic) =>
    refsOf(statistic).every((ref) => keys.has(refKey(raw, ref))),
  )
  return { ...raw, figures, statistics }
}

/** The finest figures: those that no other figure of the table lies below. */
export const finestFigures = (raw: RawPublication): readonly Figure[] => {
  const shown = raw.figures.filter((figure) => figure.publish)
  const above = new Set<string>()
  for (const figure of shown)
    for (const other of shown) if (other !== figure && isAbove(raw, other, figure)) above.add(other.key)
  return shown.filter((figure) => !above.has(figure.key))
}

const isAbove = (raw: RawPublication, top: Figure, figure: Figure) =>
  top.measure === figure.measure &&
  raw.dimensions.every((dimension) =>
    isWithin(dimension, figure.at[dimension.id] ?? WHOLE, top.at[dimension.id] ?? WHOLE),
  )
