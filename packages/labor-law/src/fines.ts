import type { OutOfForce } from './book.ts'
import { type FineId, fines } from './data/fines.ts'
import { fineSentence } from './messages/fines.ts'
import { type NotLoaded, umaAt } from './minimums.ts'
import { newestVersion } from './newest-version.ts'
import type { Fine, Refused, Text } from './rule.ts'
import { marked } from './say.ts'

export type { FineId } from './data/fines.ts'

/** Every fine of this release (LFT 48, 992-1004-C). */
export const allFines: readonly Fine[] = fines

export type FineAmount = {
  readonly fine: Fine
  readonly umaCents: number
  readonly minCents: number
  readonly maxCents: number
  readonly workers: number
  readonly repeated: boolean
  readonly says: Text
}

/**
 * What a violation may be fined, in centavos, with the UMA of the day it was committed: times each worker affected where
 * the law says so, and double on repeating within two years (LFT 992, 994-1004-C).
 */
export const fineFor = (
  id: FineId,
  on: string,
  { workers = 1, repeated = false }: { readonly workers?: number; readonly repeated?: boolean } = {},
): FineAmount | OutOfForce | NotLoaded | Refused<'bad-value', { value: number }> => {
  if (!Number.isSafeInteger(workers) || workers < 1) return { refusal: 'bad-value', value: workers }
  const fine = newestVersion(fines, id, on)
  if ('refusal' in fine) return fine
  const uma = umaAt(on)
  if ('refusal' in uma) return uma
  const times = (fine.perWorker ? workers : 1) * (repeated ? 2 : 1)
  const minCents = fine.minUma * uma.dailyCents * times
  const maxCents = fine.maxUma * uma.dailyCents * times
  const figures = {
    minCents,
    maxCents,
    umaCents: uma.dailyCents,
    workers: fine.perWorker ? workers : 1,
    repeated,
  }
  return { fine, ...figures, says: marked(fineSentence(fine, figures), [fine, uma]) }
}
