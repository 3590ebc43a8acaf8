import { belenios2048 } from './belenios-2048.ts'
import { edwards25519 } from './edwards-25519.ts'
import { finiteField } from './finite-field.ts'
import type { Groups } from './group.ts'
import { rfc3526 } from './rfc-3526-2048.ts'

/**
 * Every group in plain JavaScript. This is the default everywhere and the reference for the accelerated ones
 * of `@asamblea/ballots/node` and `@asamblea/ballots/wasm`, which give the same bytes sooner.
 */
export const pureGroups: Groups = {
  'BELENIOS-2048': finiteField(belenios2048),
  'RFC-3526-2048': finiteField(rfc3526),
  Ed25519: edwards25519,
}
