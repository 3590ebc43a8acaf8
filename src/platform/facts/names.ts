import type { DimensionNames, FactKinds } from './fact.ts'

/** The names of a dimension as whatever module declares them; one that none does is called by its own name. */
export const dimensionNames = (id: string, kinds: FactKinds): DimensionNames =>
  declaredIn(kinds).get(id) ?? {
    label: { es: id.replaceAll('_', ' '), en: id.replaceAll('_', ' ') },
    describes: 'activity',
    values: {},
  }

const known = new WeakMap<FactKinds, Map<string, DimensionNames>>()

/** A dimension that two modules name has the values of both, and the label of the first. */
const declaredIn = (kinds: FactKinds): Map<string, DimensionNames> => {
  const found = known.get(kinds)
  if (found) return found
  const all = new Map<string, DimensionNames>()
  for (const { names = {} } of Object.values(kinds))
    for (const [id, one] of Object.entries(names)) {
      const before = all.get(id)
      all.set(id, before ? { ...before, values: { ...one.values, ...before.values } } : one)
    }
  known.set(kinds, all)
  return all
}
