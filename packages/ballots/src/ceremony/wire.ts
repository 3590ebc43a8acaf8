import * as shape from '../codec/shape.ts'
import { proofShape } from '../proof/wire.ts'
import { signedShape } from '../trustee/wire.ts'

const groupShape = shape.oneOf('BELENIOS-2048', 'RFC-3526-2048', 'Ed25519')
const hex = shape.pattern(/^([0-9a-f]{2})+$/)

/** A share, encrypted to one member: α = g^r, and the sealed number. */
export const sealedShareShape = shape.object({ alpha: shape.text, data: hex })

/** What a dealer publishes: its signed polynomial, its signature over it with all certificates, a share for each. */
export const dealingShape = shape.object({
  coefexps: signedShape,
  signature: proofShape,
  shares: shape.list(sealedShareShape),
  shares_signature: proofShape,
})

const planFields = { group: groupShape, threshold: shape.integer, size: shape.integer }

/** What a member keeps between its first and second steps. */
export const enrolledShape = shape.object({
  step: shape.oneOf('enrolled'),
  ...planFields,
  index: shape.integer,
  seed: shape.text,
})

/** What a member keeps between its second and third steps. */
export const dealtSecretShape = shape.object({
  step: shape.oneOf('dealt'),
  ...planFields,
  index: shape.integer,
  seed: shape.text,
  certificates: shape.list(shape.text),
  dealing: shape.pattern(/^[0-9a-f]{64}$/),
})

type Read<S> = S extends shape.Shape<infer T> ? T : never
export type SealedShare = Read<typeof sealedShareShape>
export type Dealing = Read<typeof dealingShape>
export type EnrolledSecret = Read<typeof enrolledShape>
export type DealtSecret = Read<typeof dealtSecretShape>
