import type { DefinitionState, Side } from './schema.ts'
import { sides } from './schema.ts'

type Word = { side: Side; says: 'signed' | 'disputed'; digest: string; at: Date }

/** Where a version stands: what both parties said of it decides, and nothing else. A word on other content counts for nothing. */
export const stateOf = (
  digest: string,
  supersededBy: number | null,
  words: readonly Word[],
): DefinitionState => {
  const valid = words.filter((word) => word.digest === digest)
  if (supersededBy !== null) return { state: 'superseded', byVersion: supersededBy }
  const disputed = valid.filter(({ says }) => says === 'disputed').map(({ side }) => side)
  if (disputed.length > 0) return { state: 'disputed', by: disputed }
  const missing = sides.filter((side) => !valid.some((word) => word.side === side && word.says === 'signed'))
  if (missing.length > 0) return { state: 'draft', missing }
  return { state: 'signed', at: new Date(Math.max(...valid.map(({ at }) => at.getTime()))) }
}

/** Nobody has said anything of it yet, so that its text may still change under its number. */
export const mayChange = (words: readonly Word[], supersededBy: number | null): boolean =>
  words.length === 0 && supersededBy === null

/** Whether a side may still sign or dispute: a settled version stays as it is, a dispute may be taken back by signing. */
export const isOpenTo = (side: Side, state: DefinitionState): boolean => {
  if (state.state === 'draft') return state.missing.includes(side)
  return state.state === 'disputed'
}

/** The version that figures are counted by: the one in force, else the newest there is. */
export const inForce = <Version extends { version: number; state: DefinitionState }>(
  versions: readonly Version[],
): Version | undefined => {
  const newest = versions.toSorted((a, b) => b.version - a.version)
  return newest.find(({ state }) => state.state === 'signed') ?? newest[0]
}
