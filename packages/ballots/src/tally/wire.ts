import { ciphertextShape } from '../ballot/wire.ts'
import * as shape from '../codec/shape.ts'
import { proofShape } from '../proof/wire.ts'

export const hashShape = shape.pattern(/^[0-9a-f]{64}$/)

/** For each question and slot, the ciphertext of the total. */
export const tallyShape = shape.list(shape.list(ciphertextShape))

/** How many ballots and how much weight a tally holds, and the hash of the tally. */
export const sizedTallyShape = shape.object({
  num_tallied: shape.count,
  total_weight: shape.count,
  encrypted_tally: hashShape,
})

export const partialDecryptionShape = shape.object({
  decryption_factors: shape.list(shape.list(shape.text)),
  decryption_proofs: shape.list(shape.list(proofShape)),
})

/** Which trustee made a partial decryption, numbered from 1, and its hash. */
export const ownedShape = shape.object({ owner: shape.integer, payload: hashShape })

/** For each question and slot, how many votes. */
export const resultShape = shape.object({ result: shape.list(shape.list(shape.count)) })
