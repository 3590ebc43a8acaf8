import { constants, createDiffieHellman, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto'
import { type FieldParameters, finiteField, raw, wrap } from '../group/finite-field.ts'
import type { Claim, Element, Group } from '../group/group.ts'

/**
 * A group modulo a 2048-bit prime whose variable-base powers are OpenSSL's: public exponents through unpadded RSA
 * encryption, which is nothing but x^e mod n; secret ones through Diffie-Hellman.
 */
export const opensslField = (parameters: FieldParameters): Group => {
  const { p, q } = parameters
  const pure = finiteField(parameters)
  const power = rsaPower(p)
  const pow = (x: Element, exponent: bigint) => wrap(numberOf(power(bytesOf(raw(x)), exponent)))
  const powers = (x: Element, claims: readonly Claim[], check: boolean) => {
    const bytes = bytesOf(raw(x))
    if (check && numberOf(power(bytes, q)) !== 1n) return undefined
    return claims.map(({ value, exponent }) => {
      const base = value === 0 ? bytes : bytesOf((raw(x) * raw(shift(value))) % p)
      return wrap(numberOf(power(base, exponent)))
    })
  }
  const shifts = new Map<number, Element>()
  const shift = (value: number): Element => {
    const made = shifts.get(value) ?? pure.gPow(-BigInt(value))
    shifts.set(value, made)
    return made
  }
  const secretPower = secretFieldPower(parameters)
  return {
    ...pure,
    by: 'OpenSSL',
    pow,
    secretPow: (x, exponent) => wrap(secretPower(raw(x), exponent)),
    contains: (x) => numberOf(power(bytesOf(raw(x)), q)) === 1n,
    powers,
  }
}

/** How many exponents stay prepared; a ballot asks each of its own for two halves of a ciphertext. */
const keptKeys = 64

const rsaPower = (p: bigint) => {
  const n = bytesOf(p).toString('base64url')
  const keys = new Map<bigint, KeyObject>()
  const keyOf = (exponent: bigint): KeyObject => {
    const kept = keys.get(exponent)
    if (kept) return kept
    const e = bytesOf(exponent).toString('base64url')
    const made = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    if (keys.size >= keptKeys) keys.clear()
    keys.set(exponent, made)
    return made
  }
  const padding = constants.RSA_NO_PADDING
  return (base: Buffer, exponent: bigint) => publicEncrypt({ key: keyOf(exponent), padding }, base)
}

/**
 * x^exponent for a secret exponent, which OpenSSL computes in a time that does not depend on it. OpenSSL refuses
 * a base or a result of 1, so those are set apart.
 */
export const secretFieldPower = ({ p, g }: FieldParameters) => {
  let exchange: ReturnType<typeof createDiffieHellman> | undefined
  return (x: bigint, exponent: bigint): bigint => {
    if (x === 1n || exponent === 0n) return 1n
    exchange ??= createDiffieHellman(bytesOf(p), bytesOf(g))
    exchange.setPrivateKey(bytesOf(exponent))
    return numberOf(exchange.computeSecret(bytesOf(x)))
  }
}

const bytesOf = (value: bigint) => Buffer.from(value.toString(16).padStart(512, '0'), 'hex')

const numberOf = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)
