import { highBits, lowBits, mask, remainderOf51, roundingTo51 } from './wide'

/**
 * Multiplication modulo a prime p of 2048 bits (Montgomery, Math. Comp. 44, 1985) with R = 2^(51·42). A number is
 * 42 limbs of 51 bits, each a double, least significant first; it stands for itself divided by R, modulo p, and is
 * below p + 2¹⁹⁵⁶, so that only `canonical` makes it unique.
 */
export const limbs: i32 = 42
export const limbBytes: i32 = 8 * limbs

/** A number that may be a right operand has four zeros before and after it: it is read in fours at any offset. */
export const slotBytes: i32 = limbBytes + 64
export const margin: i32 = 32

export const modulus: usize = memory.data(400, 16) + margin
export const negatedInverse: usize = memory.data(400, 16) + margin
export const squareOfR: usize = memory.data(400, 16) + margin
/** The number one, which is R modulo p, and the limbs 1, 0, 0, … */
export const one: usize = memory.data(400, 16) + margin
export const unit: usize = memory.data(400, 16) + margin

const lows: usize = memory.data(720, 16)
const highs: usize = memory.data(720, 16)
const lower: usize = memory.data(400, 16)
const upper: usize = memory.data(400, 16)
const quotient: usize = memory.data(400, 16)

/** out = a·b/R modulo p. `b` stands in a slot; `out` may be either of them. */
export function multiply(out: usize, a: usize, b: usize): void {
  columns(a, b, 0, 2 * limbs)
  reduce(out)
}

/** out = a·a/R modulo p. `a` stands in a slot; `out` may be it. */
export function square(out: usize, a: usize): void {
  squareColumns(a)
  reduce(out)
}

/** out = the number in the columns, divided by R modulo p. */
function reduce(out: usize): void {
  const carried = carryInto(lower)
  store<i64>(lows + 8 * limbs, load<i64>(lows + 8 * limbs) + carried)
  for (let k = 0; k < limbs; k += 2) {
    const at = 8 * (limbs + k)
    const sums = i64x2.add(v128.load(lows + at), v128.load(highs + at))
    v128.store(upper + 8 * k, sums)
  }
  columns(lower, negatedInverse, 0, limbs)
  carryInto(quotient)
  // lower + quotient·p is a multiple of R. The column below R tells which, since what stands below that column
  // is less than 2⁻⁴⁰ of its unit.
  columns(quotient, modulus, limbs - 2, 2 * limbs)
  const top = columnAt(limbs - 1) + <i64>load<f64>(lower + 8 * (limbs - 1))
  let carry = (top + ((<i64>1) << 50)) >> 51
  for (let k = 0; k < limbs; k++) {
    carry += columnAt(limbs + k) + load<i64>(upper + 8 * k)
    store<f64>(out + 8 * k, double(carry & mask))
    carry >>= 51
  }
}

/** The columns `from` to `to` of the product of two numbers, four by four, before any carry. */
function columns(a: usize, b: usize, from: i32, to: i32): void {
  const rounding = roundingTo51()
  const remainder = remainderOf51()
  for (let k = from; k < to; k += 4) {
    const first = max(0, k - limbs + 1)
    const last = min(limbs - 1, k + 3)
    const count = last - first + 1
    let low0 = i64x2.splat(-lowBits * count)
    let low1 = i64x2.splat(-lowBits * count)
    let high0 = i64x2.splat(-highBits * count)
    let high1 = i64x2.splat(-highBits * count)
    let left = a + 8 * first
    let right = b + 8 * (k - first)
    const end = left + 8 * count
    do {
      const x = v128.load64_splat(left)
      const y0 = v128.load(right)
      const y1 = v128.load(right, 16)
      const t0 = f64x2.relaxed_madd(x, y0, rounding)
      const t1 = f64x2.relaxed_madd(x, y1, rounding)
      high0 = i64x2.add(high0, t0)
      high1 = i64x2.add(high1, t1)
      low0 = i64x2.add(low0, f64x2.relaxed_madd(x, y0, f64x2.sub(remainder, t0)))
      low1 = i64x2.add(low1, f64x2.relaxed_madd(x, y1, f64x2.sub(remainder, t1)))
      left += 8
      right -= 8
    } while (left < end)
    const at = 8 * k
    v128.store(lows + at, low0)
    v128.store(lows + at, low1, 16)
    // A high part belongs to the next column; the first column of all has none.
    v128.store(highs + at, high0, 8)
    v128.store(highs + at, high1, 24)
  }
}

/** All columns of the square of a number: each product of two different limbs is taken once and doubled. */
function squareColumns(a: usize): void {
  const rounding = roundingTo51()
  const remainder = remainderOf51()
  for (let k = 0; k < 2 * limbs; k += 4) {
    const first = max(0, k - limbs + 1)
    const middle = k >> 1
    const count = max(0, middle - first)
    let low0 = i64x2.splat(-lowBits * (count + 1))
    let low1 = i64x2.splat(-lowBits * (count + 2))
    let high0 = i64x2.splat(-highBits * (count + 1))
    let high1 = i64x2.splat(-highBits * (count + 2))
    let left = a + 8 * first
    let right = a + 8 * (k - first)
    const end = left + 8 * count
    while (left < end) {
      const x = v128.load64_splat(left)
      const y0 = v128.load(right)
      const y1 = v128.load(right, 16)
      const t0 = f64x2.relaxed_madd(x, y0, rounding)
      const t1 = f64x2.relaxed_madd(x, y1, rounding)
      high0 = i64x2.add(high0, t0)
      high1 = i64x2.add(high1, t1)
      low0 = i64x2.add(low0, f64x2.relaxed_madd(x, y0, f64x2.sub(remainder, t0)))
      low1 = i64x2.add(low1, f64x2.relaxed_madd(x, y1, f64x2.sub(remainder, t1)))
      left += 8
      right -= 8
    }
    // What is left of the pairs: limb m with m + 1, m + 2 and m + 3, and limb m + 1 with m + 2.
    const m = a + 8 * middle
    const x = v128.load64_splat(m)
    const y0 = f64x2.replace_lane(v128.load(m), 0, 0)
    const y1 = v128.load(m, 16)
    const t0 = f64x2.relaxed_madd(x, y0, rounding)
    const t1 = f64x2.relaxed_madd(x, y1, rounding)
    low0 = i64x2.add(low0, f64x2.relaxed_madd(x, y0, f64x2.sub(remainder, t0)))
    low1 = i64x2.add(low1, f64x2.relaxed_madd(x, y1, f64x2.sub(remainder, t1)))
    const next = v128.load64_splat(m, 8)
    const z = f64x2.replace_lane(v128.load(m, 8), 0, 0)
    const t2 = f64x2.relaxed_madd(next, z, rounding)
    low1 = i64x2.add(low1, f64x2.relaxed_madd(next, z, f64x2.sub(remainder, t2)))
    high0 = i64x2.shl(i64x2.add(high0, t0), 1)
    high1 = i64x2.shl(i64x2.add(high1, i64x2.add(t1, t2)), 1)
    low0 = i64x2.shl(low0, 1)
    low1 = i64x2.shl(low1, 1)
    // The squares of limbs m and m + 1 fall in the first and the third column.
    const d0 = v128.load64_zero(m)
    const d1 = v128.load64_zero(m, 8)
    const s0 = f64x2.relaxed_madd(d0, d0, rounding)
    const s1 = f64x2.relaxed_madd(d1, d1, rounding)
    const at = 8 * k
    const lowBias = i64x2.splat(-lowBits)
    const highBias = i64x2.splat(-highBits)
    const l0 = i64x2.add(lowBias, f64x2.relaxed_madd(d0, d0, f64x2.sub(remainder, s0)))
    const l1 = i64x2.add(lowBias, f64x2.relaxed_madd(d1, d1, f64x2.sub(remainder, s1)))
    v128.store(lows + at, i64x2.add(low0, l0))
    v128.store(lows + at, i64x2.add(low1, l1), 16)
    v128.store(highs + at, i64x2.add(high0, i64x2.add(highBias, s0)), 8)
    v128.store(highs + at, i64x2.add(high1, i64x2.add(highBias, s1)), 24)
  }
}

function columnAt(k: i32): i64 {
  return load<i64>(lows + 8 * k) + load<i64>(highs + 8 * k)
}

/** Writes the first `limbs` columns as limbs, and answers what is carried on. */
function carryInto(out: usize): i64 {
  let carry: i64 = 0
  for (let k = 0; k < limbs; k++) {
    carry += columnAt(k)
    store<f64>(out + 8 * k, double(carry & mask))
    carry >>= 51
  }
  return carry
}

/** A number below 2⁵² as a double, through its bits: cheaper than the conversion of the machine. */
function double(value: i64): f64 {
  return reinterpret<f64>(value | 0x4330000000000000) - 4503599627370496.0
}

/** The one number below p that `a` stands for, as plain limbs: a/R, less p where needed. */
export function canonical(out: usize, a: usize): void {
  multiply(out, a, unit)
  for (let k = limbs - 1; k >= 0; k--) {
    const difference = load<f64>(out + 8 * k) - load<f64>(modulus + 8 * k)
    if (difference < 0) return
    if (difference > 0) break
  }
  let borrow: i64 = 0
  for (let k = 0; k < limbs; k++) {
    borrow += <i64>load<f64>(out + 8 * k) - <i64>load<f64>(modulus + 8 * k)
    store<f64>(out + 8 * k, <f64>(borrow & mask))
    borrow >>= 51
  }
}

export function copy(out: usize, a: usize): void {
  memory.copy(out, a, limbBytes)
}
