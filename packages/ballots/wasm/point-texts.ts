import { invert, isZero, raiseForRoot, readWords, writeWords } from './field'
import { multiplyPair, pairBytes, squarePair } from './pairs'
import { tidy } from './points'

/** Points as 64 characters of hexadecimal: the top bit is the lowest of x, the other 255 are y, big end first. */

/** d, 1 and √−1 modulo p in signed limbs, in both halves. */
const curve: usize = memory.data<f64>(
  [
    929955233495222, 929955233495222, 466365720129213, 466365720129213, -589740348686295, -589740348686295,
    -217950738957124, -217950738957124, -809005158844672, -809005158844672,
  ],
  16,
)
const root: usize = memory.data<f64>(
  [
    -533094393274192, -533094393274192, 234908883556510, 234908883556510, -18285341111200, -18285341111200,
    -134597186663265, -134597186663265, 765476049583134, 765476049583134,
  ],
  16,
)
const one: usize = memory.data<f64>([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 16)

const words: usize = memory.data(40, 16)
const y: usize = memory.data(80, 16)
const x: usize = memory.data(80, 16)
const u: usize = memory.data(80, 16)
const v: usize = memory.data(80, 16)
const w: usize = memory.data(80, 16)
const power: usize = memory.data(80, 16)

/** Writes the text of a point; one inversion serves it. */
export function writePoint(text: usize, point: usize): void {
  for (let k = 0; k < pairBytes; k += 16) {
    const tz = v128.load(point + k, 80)
    v128.store(w + k, v128.shuffle<f64>(tz, tz, 1, 1))
  }
  invert(power, w)
  multiplyPair(x, point, power)
  writeWords(words, x, 0)
  const sign = load<u64>(words) & 1
  writeWords(words, x, 1)
  store<u64>(words, load<u64>(words, 24) | (sign << 63), 24)
  for (let place = 0; place < 64; place++) {
    const word = load<u64>(words + 8 * (3 - (place >> 4)))
    const nibble = <u8>((word >> (60 - 4 * <u64>(place & 15))) & 15)
    store<u8>(text + place, nibble < 10 ? nibble + 48 : nibble + 87)
  }
}

/**
 * Reads the point of a text of lower-case hexadecimal. False when y is not below p, when no x goes with it, or when
 * x is 0 and its lowest bit should be 1: those would be second texts of a point, or none.
 */
export function readPoint(point: usize, text: usize): bool {
  memory.fill(words, 0, 40)
  for (let place = 0; place < 64; place++) {
    const word = words + 8 * (3 - (place >> 4))
    const character = load<u8>(text + place)
    const nibble: u64 = character < 58 ? character - 48 : character - 87
    store<u64>(word, (load<u64>(word) << 4) | nibble)
  }
  const sign = load<u64>(words, 24) >> 63
  const top = (load<u64>(words, 24) << 1) >> 1
  if (isNotBelowP(top)) return false
  store<u64>(words, top, 24)
  readWords(y, words)
  tidy(y)
  if (!findX()) return false
  writeWords(words, x, 0)
  const isNought = isZero(x, 0)
  if (isNought && sign === 1) return false
  const flip = (load<u64>(words) & 1) !== sign
  // (X, Y) = (x, y) and (T, Z) = (x·y, 1).
  multiplyPair(w, x, y)
  for (let k = 0; k < pairBytes; k += 16) {
    const side = v128.load(x + k)
    const product = v128.load(w + k)
    const signed = flip ? f64x2.neg(side) : side
    v128.store(point + k, v128.shuffle<f64>(signed, v128.load(y + k), 0, 3))
    v128.store(
      point + k,
      v128.shuffle<f64>(flip ? f64x2.neg(product) : product, v128.load(one + k), 0, 3),
      80,
    )
  }
  return true
}

/** Whether the words, but for the top bit, are 2²⁵⁵ − 19 or more. */
function isNotBelowP(top: u64): bool {
  const ones = ~(<u64>0)
  const full = top === ones >> 1 && load<u64>(words, 16) === ones && load<u64>(words, 8) === ones
  return full && load<u64>(words) >= ones - 18
}

/** x = √((y² − 1)/(d·y² + 1)), by u·v³·(u·v⁷)^((p−5)/8) (RFC 8032 §5.1.3); false when it is no square. */
function findX(): bool {
  squarePair(w, y)
  multiplyPair(v, w, curve)
  for (let k = 0; k < pairBytes; k += 16) {
    v128.store(u + k, f64x2.sub(v128.load(w + k), v128.load(one + k)))
    v128.store(v + k, f64x2.add(v128.load(v + k), v128.load(one + k)))
  }
  tidy(u)
  tidy(v)
  squarePair(w, v)
  multiplyPair(x, w, v)
  multiplyPair(x, x, u)
  squarePair(w, w)
  multiplyPair(w, w, x)
  raiseForRoot(power, w)
  multiplyPair(x, x, power)
  squarePair(w, x)
  multiplyPair(w, w, v)
  if (isSumZero(w, u, -1)) return true
  if (!isSumZero(w, u, 1)) return false
  multiplyPair(x, x, root)
  return true
}

/** Whether a + sign·b is zero modulo p. */
function isSumZero(a: usize, b: usize, sign: f64): bool {
  for (let k = 0; k < pairBytes; k += 16) {
    v128.store(power + k, f64x2.add(v128.load(a + k), f64x2.mul(v128.load(b + k), f64x2.splat(sign))))
  }
  return isZero(power, 0)
}
