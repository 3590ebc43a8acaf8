import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * Randomness from the platform's generator only (`globalThis.crypto.getRandomValues`, Web Cryptography §10.1),
 * which Node, browsers and workers all have. It throws when the platform has none.
 */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  globalThis.crypto.getRandomValues(new Uint8Array(length))

/**
 * A number from 0 to limit − 1. Sixteen bytes more than needed are drawn before reducing, so that no value is
 * likelier than another by more than 2⁻¹²⁸.
 */
export const randomBelow = (limit: bigint): bigint => {
  const bytes = Math.ceil(limit.toString(16).length / 2) + 16
  return BigInt(`0x${bytesToHex(randomBytes(bytes))}`) % limit
}

/** The same list in a random order (Fisher and Yates, with `randomBelow`). */
export const shuffled = <T>(list: readonly T[]): T[] => {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Number(randomBelow(BigInt(last + 1)))
    const kept = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = kept
  }
  return mixed
}
