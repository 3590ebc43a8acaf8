import type { Criteria } from './schema.ts'

/** What is used until an organization agrees on something else with whoever counts its groups. */
export const usualCriteria: Criteria = { leastLeaders: 3, needsActa: true }

type Standing = { actaOn: string | null; dissolvedOn: string | null; leaders: number }

/** What a committee still lacks to count as formed; empty when it does. */
export const lacking = (
  { actaOn, dissolvedOn, leaders }: Standing,
  criteria: Criteria,
): ('leaders' | 'acta' | 'dissolved')[] => [
  ...(leaders < criteria.leastLeaders ? (['leaders'] as const) : []),
  ...(criteria.needsActa && actaOn === null ? (['acta'] as const) : []),
  ...(dissolvedOn !== null ? (['dissolved'] as const) : []),
]

/** The share of women among those whose sex is known by consent, with both numbers; `null` where nobody's is. */
export const womenShare = (
  sexes: readonly (string | null)[],
): { women: number; known: number; share: number } | null => {
  const known = sexes.filter((sex) => sex !== null)
  const women = known.filter((sex) => sex === 'woman').length
  return known.length === 0 ? null : { women, known: known.length, share: women / known.length }
}
