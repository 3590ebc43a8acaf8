import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** 32 bytes. The key-encryption key opens every other key; it lives in a file or a systemd credential, never in the database. */
export type Key = Buffer & { readonly key: unique symbol }

const size = 32
const version = 1

export const newKey = (): Key => asKey(randomBytes(size))

export const asKey = (bytes: Uint8Array): Key => {
  if (bytes.length !== size) throw new Error('A key has 32 bytes.')
  return Buffer.from(bytes) as unknown as Key
}

/** A key for one purpose, derived so that it tells nothing of the other purposes' keys (HKDF-SHA256, RFC 5869). */
export const derived = (key: Key, purpose: string): Key =>
  asKey(Buffer.from(hkdfSync('sha256', key, '', purpose, size)))

/** A key that is used thousands of times: Node imports bytes anew at each use, which takes longer than the cipher. */
export const imported = (key: Key): KeyObject => createSecretKey(key)

/** Twelve hexadecimal digits that tell two keys apart and reveal neither. */
export const fingerprint = (key: Key): string =>
  createHash('sha256').update(derived(key, 'fingerprint')).digest('hex').slice(0, 12)

/**
 * AES-256-GCM: version, 12-byte nonce, ciphertext, 16-byte tag. `place` (organization, table, column, row) is authenticated,
 * so a ciphertext copied to another row does not open.
 */
export const encrypt = (key: Key | KeyObject, place: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key, the place or a single bit differs. */
export const decrypt = (key: Key | KeyObject, place: string, sealed: Uint8Array): Buffer => {
  if (sealed[0] !== version || sealed.length < 29) throw new Error('Not a sealed value of a known version.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}
