import type { FactKinds } from '#platform/facts/fact.ts'
import { dimensionNames } from '#platform/facts/names.ts'

/** A dimension by which what is shared may be told apart. */
export type Detail = { id: string; es: string; en: string }

/** One kind of fact as it may be shared: what it counts, in what detail, and what of it never leaves. */
export type Shareable = {
  kind: string
  es: string
  en: string
  dimensions: Detail[]
  never: string[]
  people: boolean
}

/** What may be shared at all: kinds that stay inside are not offered, and neither are dimensions of the organization's own. */
export const shareable = (kinds: FactKinds): Shareable[] =>
  Object.entries(kinds)
    .filter(([, { inside }]) => !inside)
    .map(([kind, { es, en, dimensions, ownOnly = [], subject = false }]) => ({
      kind,
      es,
      en,
      dimensions: dimensions
        .filter((dimension) => !ownOnly.includes(dimension))
        .map((id) => ({ id, ...dimensionNames(id, kinds).label })),
      never: [...ownOnly],
      people: subject,
    }))

/** What of a proposal must be taken out before anybody may sign it; empty when it may be signed. */
export const unshareable = (
  kinds: FactKinds,
  wanted: readonly string[],
  dimensions: readonly string[],
): string[] => {
  const offered = new Map(shareable(kinds).map((one) => [one.kind, one]))
  const known = new Set(wanted.flatMap((kind) => offered.get(kind)?.dimensions.map(({ id }) => id) ?? []))
  return [
    ...wanted.filter((kind) => !offered.has(kind)),
    ...dimensions.filter((dimension) => !known.has(dimension)),
  ]
}
