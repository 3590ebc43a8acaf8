import * as shape from '../codec/shape.ts'
import { hashShort } from '../hash.ts'
import { proofShape } from '../proof/wire.ts'

export const ciphertextShape = shape.object({ alpha: shape.text, beta: shape.text })

export const answerShape = shape.object({
  choices: shape.list(ciphertextShape),
  individual_proofs: shape.list(shape.list(proofShape)),
  overall_proof: shape.list(proofShape),
  blank_proof: shape.optional(shape.list(proofShape)),
})

const unsigned = {
  election_uuid: shape.text,
  election_hash: shape.text,
  credential: shape.text,
  answers: shape.list(answerShape),
}

/** A ballot before its voter signs it: what a challenged ballot stays for ever. */
export const unsignedBallotShape = shape.object(unsigned)

export const ballotShape = shape.object({
  ...unsigned,
  signature: shape.object({ hash: shape.text, proof: proofShape }),
})

type Read<S> = S extends shape.Shape<infer T> ? T : never
export type WrittenCiphertext = Read<typeof ciphertextShape>
export type WrittenAnswer = Read<typeof answerShape>
export type UnsignedBallot = Read<typeof unsignedBallotShape>
export type WrittenBallot = Read<typeof ballotShape>

/** What the voter signs: the hash of the ballot without its signature. The voter sees it before casting. */
export const sealOf = ({ election_uuid, election_hash, credential, answers }: UnsignedBallot): string =>
  hashShort(unsignedBallotShape.write({ election_uuid, election_hash, credential, answers }))

/** The hash of the whole ballot, by which the voter finds it in the archive. */
export const trackerOf = (ballotText: string): string => hashShort(ballotText)
