import * as shape from '../codec/shape.ts'
import type { Election } from '../election/election.ts'
import { type Element, parseMember } from '../group/group.ts'
import { type DecryptionFactor, decrypt, verifyDecryption } from '../proof/decryption.ts'
import { readProof, type WrittenProof, writeProof } from '../proof/wire.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Tally } from './tally.ts'
import { partialDecryptionShape } from './wire.ts'

/** One trustee's verified part of the decryption: α^x for each question and slot. */
export type PartialDecryption = { readonly factors: readonly (readonly Element[])[] }

/** Makes the text of a trustee's partial decryption of a tally. */
export const writePartialDecryption = (
  { fingerprint, key: { group } }: Election,
  { totals }: Tally,
  key: { readonly secret: bigint; readonly publicKey: Element },
): string => {
  const made = totals.map((slots) => slots.map(({ alpha }) => decrypt(group, fingerprint, key, alpha)))
  return partialDecryptionShape.write({
    decryption_factors: made.map((slots) => group.texts(slots.map(({ factor }) => factor))),
    decryption_proofs: made.map((slots) => slots.map(({ proof }) => writeProof(proof))),
  })
}

/** Reads and verifies a partial decryption of a tally by the trustee with this public key. */
export const readPartialDecryption = (
  { fingerprint, key: { group } }: Election,
  { totals }: Tally,
  publicKey: Element,
  text: string,
): Result<PartialDecryption> => {
  const written = shape.readExactly(partialDecryptionShape, text)
  if (!written) return refuse('decryption-malformed')
  const { decryption_factors, decryption_proofs } = written
  if (!sameForm(totals, decryption_factors) || !sameForm(totals, decryption_proofs))
    return refuse('decryption-malformed')
  const factors: Element[][] = []
  for (const [question, slots] of totals.entries()) {
    const row: Element[] = []
    for (const [slot, { alpha }] of slots.entries()) {
      const made = readFactor(decryption_factors[question]![slot]!, decryption_proofs[question]![slot]!)
      if (!made) return refuse('decryption-factor-invalid', { question: question + 1 })
      if (!verifyDecryption(group, fingerprint, publicKey, alpha, made))
        return refuse('decryption-proof-wrong', { question: question + 1 })
      row.push(made.factor)
    }
    factors.push(row)
  }
  return accept({ factors })

  function readFactor(text: string, proof: WrittenProof): DecryptionFactor | undefined {
    const factor = parseMember(group, text)
    const scalars = readProof(group.q, proof)
    return factor && scalars && { factor, proof: scalars }
  }
}

/** Whether a list of lists has as many parts as another, question by question. */
export const sameForm = (a: readonly (readonly unknown[])[], b: readonly (readonly unknown[])[]): boolean =>
  a.length === b.length && a.every(({ length }, index) => length === b[index]!.length)
