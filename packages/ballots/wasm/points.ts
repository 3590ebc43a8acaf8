import { multiplyPair, pairBytes, squarePair } from './pairs'
import { roundingTo51 } from './wide'

/**
 * Points of −x² + y² = 1 + d·x²·y² in extended coordinates (Hisil, Wong, Carter and Dawson, ASIACRYPT 2008): the
 * pair (X, Y), then the pair (T, Z), with x = X/Z, y = Y/Z and x·y = T/Z; all tidy. A point that will be added is
 * *prepared*: the pairs (Y − X, Y + X) and (2d·T, 2Z).
 */
export const pointBytes: i32 = 160

/** (2d, 2): 2d modulo p in signed limbs. */
const doubled: usize = memory.data<f64>(
  [-391889346694823, 2, 932731440258427, 0, 1072319116312658, 0, -435901477914249, 0, 633789495995904, 0],
  16,
)

/** Signs (−1, 1), and 2⁻⁵¹ twice. */
const numbers: usize = memory.data<f64>([-1, 1, 4.440892098500626e-16, 4.440892098500626e-16], 16)

const left: usize = memory.data(80, 16)
const right: usize = memory.data(80, 16)
const across: usize = memory.data(80, 16)
const factors: usize = memory.data(160, 16)

/** out = 2·p. */
export function double(out: usize, p: usize): void {
  squarePair(factors, p)
  for (let k = 0; k < pairBytes; k += 16) {
    const xy = v128.load(p + k)
    const tz = v128.load(p + k, 80)
    v128.store(left + k, v128.shuffle<f64>(tz, xy, 1, 2))
    v128.store(right + k, v128.shuffle<f64>(tz, xy, 1, 3))
  }
  multiplyPair(across, left, right)
  // With A = X², B = Y², and across = (Z², X·Y): E = 2XY, G = B − A, F = G − 2Z², H = −A − B.
  for (let k = 0; k < pairBytes; k += 16) {
    const ab = v128.load(factors + k)
    const zxy = v128.load(across + k)
    const ba = v128.shuffle<f64>(ab, ab, 1, 0)
    const difference = f64x2.sub(ba, ab)
    const sum = f64x2.add(ba, ab)
    const twice = f64x2.add(zxy, zxy)
    v128.store(left + k, v128.shuffle<f64>(twice, difference, 1, 2))
    v128.store(right + k, v128.shuffle<f64>(f64x2.sub(difference, twice), f64x2.neg(sum), 0, 2))
  }
  tidy(right)
  crossMultiply(out)
}

/** out = p + q, for a prepared q. */
export function add(out: usize, p: usize, q: usize): void {
  for (let k = 0; k < pairBytes; k += 16) v128.store(left + k, differenceAndSum(v128.load(p + k)))
  multiplyPair(factors, left, q)
  multiplyPair(across, p + pairBytes, q + pairBytes)
  // With factors = (A, B) and across = (C, D): E = B − A, H = B + A, F = D − C, G = D + C.
  for (let k = 0; k < pairBytes; k += 16) {
    const eh = differenceAndSum(v128.load(factors + k))
    const fg = differenceAndSum(v128.load(across + k))
    v128.store(left + k, v128.shuffle<f64>(eh, fg, 0, 3))
    v128.store(right + k, v128.shuffle<f64>(fg, eh, 0, 3))
  }
  tidy(left)
  crossMultiply(out)
}

/** From left = (E, G) and right = (F, H): out = (E·F, G·H), (E·H, G·F). */
function crossMultiply(out: usize): void {
  multiplyPair(out, left, right)
  for (let k = 0; k < pairBytes; k += 16) {
    const fh = v128.load(right + k)
    v128.store(right + k, v128.shuffle<f64>(fh, fh, 1, 0))
  }
  multiplyPair(out + pairBytes, left, right)
}

/** Prepares p, to be added. */
export function prepare(out: usize, p: usize): void {
  for (let k = 0; k < pairBytes; k += 16) v128.store(out + k, differenceAndSum(v128.load(p + k)))
  tidy(out)
  multiplyPair(out + pairBytes, p + pairBytes, doubled)
}

/** Prepares −p from the prepared p: its pairs are (Y + X, Y − X) and (−2d·T, 2Z). */
export function prepareNegative(out: usize, prepared: usize): void {
  const sign = v128.load(numbers)
  for (let k = 0; k < pairBytes; k += 16) {
    const pair = v128.load(prepared + k)
    v128.store(out + k, v128.shuffle<f64>(pair, pair, 1, 0))
    v128.store(out + k, f64x2.mul(v128.load(prepared + k, 80), sign), 80)
  }
}

export function setNeutral(out: usize): void {
  memory.fill(out, 0, pointBytes)
  store<f64>(out, 1, 8)
  store<f64>(out, 1, 88)
}

/** (a, b) → (b − a, a + b). */
function differenceAndSum(pair: v128): v128 {
  const swapped = v128.shuffle<f64>(pair, pair, 1, 0)
  return f64x2.add(swapped, f64x2.mul(pair, v128.load(numbers)))
}

/** Makes a pair tidy whose limbs are at most four times too large: carries what rounds to a multiple of 2⁵¹. */
export function tidy(pair: usize): void {
  const rounding = roundingTo51()
  const unit = v128.load(numbers, 16)
  let carried = f64x2.mul(f64x2.mul(roundedAt(pair + 64, rounding), unit), f64x2.splat(19))
  for (let k = 0; k < pairBytes; k += 16) {
    const limb = v128.load(pair + k)
    const rounded = roundedAt(pair + k, rounding)
    v128.store(pair + k, f64x2.add(f64x2.sub(limb, rounded), carried))
    carried = f64x2.mul(rounded, unit)
  }
}

function roundedAt(limb: usize, rounding: v128): v128 {
  return f64x2.sub(f64x2.add(v128.load(limb), rounding), rounding)
}
