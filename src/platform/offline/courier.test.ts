import { createHash, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { beforeAll, describe, expect, test } from 'vitest'
import { courierOpener, courierPublicKey } from './courier.ts'
import { sealFor } from './seal.ts'

const secret = randomBytes(32)
const open = courierOpener(secret)
const seal = sealFor(courierPublicKey(secret))

beforeAll(() => sodium.ready)

describe('what a phone seals for the server', () => {
  test('another server, a changed bit and a short text do not open', () => {
    const sealed = Buffer.from(seal({ said: 'mañana a las seis' }), 'base64')
    expect(courierOpener(randomBytes(32))(sealed)).toBeUndefined()
    for (const at of [0, 31, 32, 47, 48, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(open(changed), `byte ${at}`).toBeUndefined()
    }
    expect(open(sealed.subarray(0, 40))).toBeUndefined()
  })

  test('opens with our key, and twice the same text is sealed differently', () => {
    const text = { said: 'mañana a las seis' }
    const [one, other] = [seal(text), seal(text)]
    expect(one).not.toBe(other)
    expect(JSON.parse(Buffer.from(open(Buffer.from(one, 'base64'))!).toString())).toEqual(text)
  })

  test('is libsodium’s sealed box, both ways', () => {
    const publicKey = Buffer.from(courierPublicKey(secret), 'base64url')
    const theirs = sodium.crypto_box_seal('desde libsodium', publicKey)
    expect(Buffer.from(open(theirs)!).toString()).toBe('desde libsodium')
    const ours = Buffer.from(seal('para libsodium'), 'base64')
    expect(sodium.to_string(sodium.crypto_box_seal_open(ours, publicKey, secret))).toBe('"para libsodium"')
  })

  test('the public key is the one libsodium derives', () => {
    const derived = sodium.crypto_scalarmult_base(secret)
    expect(createHash('sha256').update(derived).digest()).toEqual(
      createHash('sha256')
        .update(Buffer.from(courierPublicKey(secret), 'base64url'))
        .digest(),
    )
  })
})
