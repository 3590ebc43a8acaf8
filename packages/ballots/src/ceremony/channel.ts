import { gcm } from '@noble/ciphers/aes.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Element, type Group, parseMember, textOf } from '../group/group.ts'
import { randomBelow } from '../random.ts'
import type { SealedShare } from './wire.ts'

/** Binds a message to its ceremony, its dealer and its recipient, so that it cannot be passed off elsewhere. */
export type Route = { readonly ceremony: string; readonly from: number; readonly to: number }

/**
 * Encrypts a number to the holder of an encryption key: a fresh Diffie-Hellman secret in the election's own
 * group, HKDF-SHA-256 (RFC 5869), AES-256-GCM (NIST SP 800-38D). The key serves once, so the nonce is fixed.
 */
export const sealShare = (group: Group, recipient: Element, route: Route, share: bigint): SealedShare => {
  const r = randomBelow(group.q)
  const alpha = textOf(group, group.gPow(r))
  const cipher = cipherFor(group, group.secretPow(recipient, r), alpha, recipient, route)
  const width = group.q.toString().length
  return { alpha, data: bytesToHex(cipher.encrypt(utf8ToBytes(share.toString().padStart(width, '0')))) }
}

/** The number, or undefined when the message was not made for this recipient and route, or was altered. */
export const openShare = (
  group: Group,
  secret: bigint,
  route: Route,
  { alpha, data }: SealedShare,
): bigint | undefined => {
  const point = parseMember(group, alpha)
  if (!point) return undefined
  const cipher = cipherFor(group, group.secretPow(point, secret), alpha, group.gPow(secret), route)
  const plain = decrypted(cipher, data)
  if (plain === undefined || !/^\d+$/.test(plain)) return undefined
  const share = BigInt(plain)
  return share < group.q ? share : undefined
}

type Cipher = ReturnType<typeof gcm>

const decrypted = (cipher: Cipher, data: string): string | undefined => {
  try {
    return new TextDecoder().decode(cipher.decrypt(hexToBytes(data)))
  } catch {
    // An altered message and one for somebody else look alike: the tag does not fit.
    return undefined
  }
}

const cipherFor = (
  group: Group,
  shared: Element,
  alpha: string,
  recipient: Element,
  route: Route,
): Cipher => {
  const { ceremony, from, to } = route
  const about = `asamblea-share|${ceremony}|${from}|${to}|${textOf(group, recipient)}|${alpha}`
  const key = hkdf(sha256, utf8ToBytes(textOf(group, shared)), undefined, utf8ToBytes(about), 32)
  return gcm(key, new Uint8Array(12))
}
