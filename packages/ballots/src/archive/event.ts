import * as shape from '../codec/shape.ts'
import { hashShape } from '../tally/wire.ts'

/** What can happen in an election without ranked questions, in this order; ballots and decryptions repeat. */
export const eventTypes = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'PartialDecryption',
  'Result',
] as const
export type EventType = (typeof eventTypes)[number]

/** One link of the chain: each event names the hash of the one before it. */
export const eventShape = shape.object({
  parent: shape.optional(hashShape),
  height: shape.integer,
  type: shape.oneOf(...eventTypes),
  payload: shape.optional(hashShape),
})

/** What the first event names: the three documents of the election. */
export const setupShape = shape.object({ election: hashShape, trustees: hashShape, credentials: hashShape })

/** How far an election has come. */
export type Phase = 'empty' | 'open' | 'closed' | 'tallied' | 'decided'

/** The phase after an event, or undefined when it may not happen in this one. */
export const phaseAfter = (phase: Phase, type: EventType): Phase | undefined => transitions[phase][type]

const transitions: Readonly<Record<Phase, Partial<Record<EventType, Phase>>>> = {
  empty: { Setup: 'open' },
  open: { Ballot: 'open', EndBallots: 'closed' },
  closed: { EncryptedTally: 'tallied' },
  tallied: { PartialDecryption: 'tallied', Result: 'decided' },
  decided: {},
}
