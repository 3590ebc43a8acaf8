import * as shape from '../codec/shape.ts'

/** A number modulo q: decimal without leading zeros. Whether it is below q is for `scalarsOf` to say. */
const scalar = shape.pattern(/^(0|[1-9]\d{0,616})$/)

/** The response and challenge of one proof, as they are written. */
export const proofShape = shape.object({ challenge: scalar, response: scalar })
export type WrittenProof = { readonly challenge: string; readonly response: string }

/** The same as numbers below q. */
export type Proof = { readonly challenge: bigint; readonly response: bigint }

/** Undefined when either number is not below q: the same proof with q added would be a second spelling. */
export const readProof = (q: bigint, written: WrittenProof): Proof | undefined => {
  const [challenge, response] = [BigInt(written.challenge), BigInt(written.response)]
  return challenge < q && response < q ? { challenge, response } : undefined
}

export const writeProof = ({ challenge, response }: Proof): WrittenProof => ({
  challenge: challenge.toString(),
  response: response.toString(),
})

/** Undefined when any of them is out of range. */
export const readProofs = (q: bigint, written: readonly WrittenProof[]): readonly Proof[] | undefined => {
  const proofs = written.map((proof) => readProof(q, proof))
  return proofs.every((proof) => proof !== undefined) ? proofs : undefined
}
