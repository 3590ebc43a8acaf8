import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'

/**
 * Seals what a phone writes for the server's pinned key: libsodium's `crypto_box_seal`. The phone itself cannot open it again.
 * Runs in the browser; `courierKey` and the answer are base64url and base64.
 */
export const sealFor = (courierKey: string) => {
  const theirs = bytesOf(courierKey)
  return (envelope: unknown): string => {
    const once = x25519.keygen()
    const nonce = blake2b(joined(once.publicKey, theirs), { dkLen: 24 })
    const key = boxKey(x25519.getSharedSecret(once.secretKey, theirs))
    const text = new TextEncoder().encode(JSON.stringify(envelope))
    return base64Of(joined(once.publicKey, xsalsa20poly1305(key, nonce).encrypt(text)))
  }
}

/** `crypto_box_beforenm`: HSalsa20 of the shared secret. */
export const boxKey = (shared: Uint8Array): Uint8Array => {
  const words = (bytes: Uint8Array) => new Uint32Array(bytes.slice().buffer)
  const out = new Uint32Array(8)
  hsalsa(words(new TextEncoder().encode('expand 32-byte k')), words(shared), new Uint32Array(4), out)
  return new Uint8Array(out.buffer)
}

const joined = (...parts: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const bytesOf = (base64url: string): Uint8Array =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
