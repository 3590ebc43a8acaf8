import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal: how the archive names its records. */
export const hashHex = (data: string | Uint8Array): string => bytesToHex(digest(data))

/** SHA-256 in standard Base64 without padding, 43 characters: how people see a fingerprint or a tracker. */
export const hashShort = (data: string | Uint8Array): string => base64(digest(data))

/** SHA-256 as a number, before it is reduced modulo the order of a group. */
export const hashNumber = (data: string): bigint => BigInt(`0x${hashHex(data)}`)

/** The 43-character form of a hash given in hexadecimal. */
export const shortOfHex = (hex: string): string =>
  base64(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

const digest = (data: string | Uint8Array) => sha256(typeof data === 'string' ? utf8ToBytes(data) : data)

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('=', '')
