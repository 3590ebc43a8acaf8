export type Section = { readonly id: string; readonly persons: number }

/**
 * Joins neighbouring sections so that each group counts at least `least` people, with as many groups as possible:
 * for results by polling place, shift or plant, where a small section would show how its few people voted.
 * Null when all sections together count fewer.
 */
export const mergeSmall = (
  sections: readonly Section[],
  least: number,
): readonly (readonly Section[])[] | null => {
  const groups: Section[][] = []
  let open: Section[] = []
  for (const section of sections) {
    open.push(section)
    if (sum(open) < least) continue
    groups.push(open)
    open = []
  }
  const last = groups.at(-1)
  if (!last) return null
  last.push(...open)
  return groups
}

const sum = (sections: readonly Section[]) => sections.reduce((total, { persons }) => total + persons, 0)
