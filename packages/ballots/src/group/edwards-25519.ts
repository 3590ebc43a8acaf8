import { normalizeZ } from '@noble/curves/abstract/curve.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fixedBase } from './fixed-base.ts'
import { type Claim, type Element, type FixedPower, type Group, modulo } from './group.ts'
import { sharedPowers } from './shared-powers.ts'

const { Point } = ed25519
type Point = typeof Point.BASE

/** The order of the base point: 2²⁵² + 27742317777372353535851937790883648493 (RFC 8032 §5.1). */
export const edwardsOrder = 2n ** 252n + 27742317777372353535851937790883648493n

const q = edwardsOrder
const addition = {
  one: Point.ZERO,
  mul: (a: Point, b: Point) => a.add(b),
  square: (a: Point) => a.double(),
}

const rawPow = (x: Point, e: bigint) => sharedPowers(addition, x, [e])[0]!

const fixed = (base: Element): FixedPower => {
  const power = fixedBase(addition, raw(base), q.toString(2).length)
  return (exponent) => wrap(power(modulo(exponent, q)))
}

const powers = (x: Element, claims: readonly Claim[], check: boolean) => {
  const exponents = claims.map(({ exponent }) => exponent)
  const plain = sharedPowers(addition, raw(x), check ? [...exponents, q] : exponents)
  if (check && !plain.pop()!.is0()) return undefined
  return plain.map((power, index) => shifted(power, claims[index]!))
}

const shifted = (power: Point, { value, exponent }: Claim) =>
  wrap(value === 0 ? power : power.add(raw(gPow(-BigInt(value) * exponent))))

/** The reverse, in hexadecimal, of the 32 bytes of RFC 8032 §5.1.2: Belenios writes the big end first. */
const texts = (xs: readonly Element[]) =>
  normalizeZ(Point, xs.map(raw)).map((point) => bytesToHex(point.toBytes().reverse()))

/** Strict: lower case, y < 2²⁵⁵ − 19, and no negative zero, so that every point has one text. */
const parse = (text: string): Element | undefined => {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined
  try {
    return wrap(Point.fromBytes(hexToBytes(text).reverse(), false))
  } catch {
    return undefined
  }
}

const gPow = fixed(wrap(Point.BASE))

/** The prime-order subgroup of edwards25519 (RFC 7748 §4.1) on @noble/curves: the reference for faster ones. */
export const edwards25519: Group = {
  name: 'Ed25519',
  by: 'JavaScript',
  q,
  g: wrap(Point.BASE),
  one: wrap(Point.ZERO),
  mul: (a, b) => wrap(raw(a).add(raw(b))),
  inv: (a) => wrap(raw(a).negate()),
  equals: (a, b) => raw(a).equals(raw(b)),
  pow: (x, e) => wrap(rawPow(raw(x), e)),
  secretPow: (x, e) => (e === 0n ? wrap(Point.ZERO) : wrap(raw(x).multiply(e))),
  fixed,
  gPow,
  contains: (x) => rawPow(raw(x), q).is0(),
  powers,
  texts,
  parse,
}

function raw(x: Element): Point {
  return x as unknown as Point
}

function wrap(x: Point): Element {
  return x as unknown as Element
}
