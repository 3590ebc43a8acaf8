import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Element, type Group, textOf } from '../group/group.ts'
import { hashHex } from '../hash.ts'
import type { CredentialCode } from './code.ts'

/** The key pair that a code gives in one election. The secret signs ballots; the public key stands in the list. */
export type CredentialKey = {
  readonly secret: bigint
  readonly publicKey: Element
  readonly publicText: string
}

/**
 * Derives the key of a code in the election with this uuid, as Belenios does: two SHA-256 for 22-character codes
 * (2.4 and later), PBKDF2-HMAC-SHA-256 with 1000 rounds for 15-character ones (2.0).
 */
export const credentialKey = (group: Group, uuid: string, code: CredentialCode): CredentialKey => {
  const derived = code.length === 19 ? stretched(uuid, code) : hashed(uuid, code)
  const secret = derived % group.q
  const publicKey = group.gPow(secret)
  return { secret, publicKey, publicText: textOf(group, publicKey) }
}

const hashed = (uuid: string, code: CredentialCode) => {
  const half = (part: number) => hashHex(`derive_credential|${uuid}|${part}|${code}`)
  return BigInt(`0x${half(0)}${half(1)}`)
}

const stretched = (uuid: string, code: CredentialCode) =>
  BigInt(`0x${bytesToHex(pbkdf2(sha256, code, uuid, { c: 1000, dkLen: 32 }))}`)
