import { challengeOf, type Element, type Group, modulo, textOf } from '../group/group.ts'
import { randomBelow } from '../random.ts'
import type { Proof } from './wire.ts'

/**
 * Proofs that one knows x with X = g^x (Schnorr, J. Cryptology 4, 1991; made non-interactive after Fiat and
 * Shamir, CRYPTO 1986). What is signed or proved stands in the prefix of the challenge:
 * challenge = H(prefix, g^w), response = w − x·challenge.
 */
export const proveKnowledge = (group: Group, prefix: string, secret: bigint): Proof => {
  const w = randomBelow(group.q)
  const challenge = challengeOf(group, prefix, [group.gPow(w)])
  return { challenge, response: modulo(w - secret * challenge, group.q) }
}

/** Whether H(prefix, g^response · X^challenge) is the challenge. X must already be known to be in the group. */
export const verifyKnowledge = (group: Group, prefix: string, publicKey: Element, proof: Proof): boolean => {
  const commitment = group.mul(group.gPow(proof.response), group.pow(publicKey, proof.challenge))
  return challengeOf(group, prefix, [commitment]) === proof.challenge
}

/** The trustee's proof of knowledge of the key it publishes. */
export const possessionPrefix = (group: Group, publicKey: Element): string =>
  `pok|${group.name}|${textOf(group, publicKey)}|`

/** A signature under a ceremony key on a message. */
export const messagePrefix = (message: string): string => `sigmsg|${message}|`

/** A voter's signature on the hash of a ballot. */
export const ballotPrefix = (hash: string): string => `sig|${hash}|`
