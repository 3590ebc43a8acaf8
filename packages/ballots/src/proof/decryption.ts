import { challengeOf, type Element, type Group, modulo, textOf } from '../group/group.ts'
import { randomBelow } from '../random.ts'
import type { Proof } from './wire.ts'

/** α^x and the proof that the x is the one behind the trustee's public key X. */
export type DecryptionFactor = { readonly factor: Element; readonly proof: Proof }

/**
 * Raises α to the trustee's secret and proves that log_g X = log_α factor (Chaum and Pedersen, CRYPTO 1992):
 * challenge = H("decrypt|fingerprint|X|", g^w, α^w), response = w − x·challenge.
 */
export const decrypt = (
  group: Group,
  fingerprint: string,
  key: { readonly secret: bigint; readonly publicKey: Element },
  alpha: Element,
): DecryptionFactor => {
  const w = randomBelow(group.q)
  const commitments = [group.gPow(w), group.secretPow(alpha, w)]
  const challenge = challengeOf(group, prefix(group, fingerprint, key.publicKey), commitments)
  const response = modulo(w - key.secret * challenge, group.q)
  return { factor: group.secretPow(alpha, key.secret), proof: { challenge, response } }
}

/** Whether a factor that is in the group is α^x for the x of the trustee's public key. */
export const verifyDecryption = (
  group: Group,
  fingerprint: string,
  publicKey: Element,
  alpha: Element,
  { factor, proof: { challenge, response } }: DecryptionFactor,
): boolean => {
  const commitments = [
    group.mul(group.gPow(response), group.pow(publicKey, challenge)),
    group.mul(group.pow(alpha, response), group.pow(factor, challenge)),
  ]
  return challengeOf(group, prefix(group, fingerprint, publicKey), commitments) === challenge
}

const prefix = (group: Group, fingerprint: string, publicKey: Element) =>
  `decrypt|${fingerprint}|${textOf(group, publicKey)}|`
