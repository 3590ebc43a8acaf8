import * as shape from '../codec/shape.ts'
import { proofShape } from '../proof/wire.ts'

/** One person's key with the proof that they hold it. */
export const singleShape = shape.object({
  pok: proofShape,
  public_key: shape.text,
  name: shape.optional(shape.text),
})

/** A message and its signature under a ceremony key. */
export const signedShape = shape.object({ message: shape.text, signature: proofShape })

/** The message of a certificate. Belenios 2.0 wrote it without the context. */
export const certificateShape = shape.object({
  context: shape.optional(
    shape.object({
      group: shape.text,
      size: shape.integer,
      threshold: shape.integer,
      index: shape.integer,
    }),
  ),
  verification: shape.text,
  encryption: shape.text,
})

/** The message that commits to a polynomial: g to each of its coefficients. */
export const coefficientsShape = shape.object({ coefexps: shape.list(shape.text) })

/** What a dealer signs over all certificates and its own coefficients. */
export const dealtShape = shape.object({ certs: shape.list(signedShape), coefexps: shape.list(shape.text) })

export const verificationKeyShape = shape.object({
  pok: proofShape,
  public_key: shape.text,
  signature: shape.optional(proofShape),
  name: shape.optional(shape.text),
})

/** Several people of whom `threshold` are enough. Belenios 2.0 wrote no `signatures`. */
export const pedersenShape = shape.object({
  threshold: shape.integer,
  certs: shape.list(signedShape),
  coefexps: shape.list(signedShape),
  signatures: shape.optional(shape.list(proofShape)),
  verification_keys: shape.list(verificationKeyShape),
})

export const trusteesShape = shape.list(shape.tagged({ Single: singleShape, Pedersen: pedersenShape }))

type Read<S> = S extends shape.Shape<infer T> ? T : never
export type WrittenSingle = Read<typeof singleShape>
export type WrittenPedersen = Read<typeof pedersenShape>
export type Signed = Read<typeof signedShape>
export type WrittenVerificationKey = Read<typeof verificationKeyShape>
