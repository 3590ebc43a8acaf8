import * as z from 'zod'
import { idOf } from '#platform/db/brand.ts'

export const BoxId = idOf('BoxId')
export type BoxId = z.infer<typeof BoxId>

/** How an election is called in its archive and at its public address. */
export const ElectionUuid = z
  .string()
  .regex(/^[1-9A-HJ-NP-Za-km-z]{14,30}$/)
  .brand('ElectionUuid')
export type ElectionUuid = z.infer<typeof ElectionUuid>

/** 43 characters of Base64: by this a voter finds a ballot in the archive. */
export const Tracker = z.string().regex(/^[A-Za-z0-9+/]{43}$/)
/** 43 characters of Base64: what a ballot was committed to before it was cast or challenged. */
export const Seal = Tracker

/** Where the archive stands: collecting, closed to ballots, totals encrypted, opened. */
export const Phase = z.enum(['open', 'closed', 'tallied', 'decided'])
export type Phase = z.infer<typeof Phase>

/** Where a box stands. What is missing before `open` is named. */
export const BoxState = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('keys'), waitingFor: z.array(z.string()) }),
  z.strictObject({ name: z.literal('credentials') }),
  z.strictObject({ name: z.literal('ready') }),
  z.strictObject({ name: Phase }),
  z.strictObject({ name: z.literal('discarded') }),
])
export type BoxState = z.infer<typeof BoxState>

/** Which step of the ceremony a trustee has published: nothing, its certificate, its dealing, its key. */
export const TrusteeStep = z.enum(['invited', 'enrolled', 'dealt', 'ready', 'decrypted'])
export type TrusteeStep = z.infer<typeof TrusteeStep>

/** The end of an archive as it is posted, read aloud and compared. */
export const PublicHead = z.strictObject({
  /** Events so far. */
  events: z.int(),
  bytes: z.int(),
  /** SHA-256 of the last event in hexadecimal: the same in every honest copy of this length. */
  hash: z.string(),
})
