import type { Found } from './verified.ts'

/** A ballot that somebody looks for: its position, from 1, and whether it counts or a later one took its place. */
export type FoundBallot = { readonly position: number; readonly counts: boolean }

/** Finds a ballot by its tracker or by its seal. */
export const findBallot = ({ receipts }: Pick<Found, 'receipts'>, code: string): FoundBallot | undefined => {
  const place = receipts.findIndex(({ tracker, seal }) => tracker === code || seal === code)
  const found = receipts[place]
  if (!found) return undefined
  const last = receipts.findLastIndex(({ credential }) => credential === found.credential)
  return { position: place + 1, counts: last === place }
}
