import { highBits, lowBits, mask, remainderOf51, roundingTo51 } from './wide'

/**
 * Arithmetic modulo 2²⁵⁵ − 19 on two numbers at once, one in each half of a vector. A pair is five vectors of 51-bit
 * limbs, least significant first: 80 bytes. Limbs are signed. *Tidy* limbs are at most 2⁵⁰ + 2¹³ in size; a product
 * takes one tidy pair and one that is at most the sum of two tidy ones, or a double of one, and gives a tidy pair.
 */
export const pairBytes: i32 = 80

/** 2⁶⁰ makes every column positive; 2⁵⁰ makes carrying round to the nearest. */
const lift: i64 = (1 << 60) + (1 << 50)

/**
 * What to start each of the five columns from, so that it ends with its sum and `lift`: a column takes n low parts
 * and m high parts, those that wrap around counting 19 times.
 */
const productBias: usize = memory.data<i64>(
  [
    lift - 77 * lowBits - 95 * highBits,
    lift - 77 * lowBits - 95 * highBits,
    lift - 59 * lowBits - 77 * highBits,
    lift - 59 * lowBits - 77 * highBits,
    lift - 41 * lowBits - 59 * highBits,
    lift - 41 * lowBits - 59 * highBits,
    lift - 23 * lowBits - 41 * highBits,
    lift - 23 * lowBits - 41 * highBits,
    lift - 5 * lowBits - 23 * highBits,
    lift - 5 * lowBits - 23 * highBits,
  ],
  16,
)

const squareBias: usize = memory.data<i64>(
  [
    lift - 39 * lowBits - 57 * highBits,
    lift - 39 * lowBits - 57 * highBits,
    lift - 39 * lowBits - 39 * highBits,
    lift - 39 * lowBits - 39 * highBits,
    lift - 21 * lowBits - 39 * highBits,
    lift - 21 * lowBits - 39 * highBits,
    lift - 21 * lowBits - 21 * highBits,
    lift - 21 * lowBits - 21 * highBits,
    lift - 3 * lowBits - 21 * highBits,
    lift - 3 * lowBits - 21 * highBits,
  ],
  16,
)

/** The lift is 2⁹ in each carry, and 2⁵⁰ in each rest; lowBits turns an integer into the double 3·2⁵¹ more. */
const rest0: i64 = lowBits - (1 << 50) - 19 * 512
const rest1: i64 = lowBits - (1 << 50) - 512
const carrying: usize = memory.data<i64>([mask, mask, rest0, rest0, rest1, rest1, lowBits, lowBits], 16)

/** out = a·b, in each half. `out` may be either of them. */
export function multiplyPair(out: usize, a: usize, b: usize): void {
  const rounding = roundingTo51()
  const remainder = remainderOf51()
  const a0 = v128.load(a)
  const a1 = v128.load(a, 16)
  const a2 = v128.load(a, 32)
  const a3 = v128.load(a, 48)
  const a4 = v128.load(a, 64)
  const b0 = v128.load(b)
  const b1 = v128.load(b, 16)
  const b2 = v128.load(b, 32)
  const b3 = v128.load(b, 48)
  const b4 = v128.load(b, 64)

  let t: v128
  let r0 = v128.load(productBias)
  let r1 = v128.load(productBias, 16)
  let r2 = v128.load(productBias, 32)
  let r3 = v128.load(productBias, 48)
  let r4 = v128.load(productBias, 64)
  let w0 = i64x2.splat(0)
  let w1 = w0
  let w2 = w0
  let w3 = w0
  let w4 = w0
  t = f64x2.relaxed_madd(a0, b0, rounding)
  r1 = i64x2.add(r1, t)
  r0 = i64x2.add(r0, rest(a0, b0, t, remainder))
  t = f64x2.relaxed_madd(a0, b1, rounding)
  r2 = i64x2.add(r2, t)
  r1 = i64x2.add(r1, rest(a0, b1, t, remainder))
  t = f64x2.relaxed_madd(a1, b0, rounding)
  r2 = i64x2.add(r2, t)
  r1 = i64x2.add(r1, rest(a1, b0, t, remainder))
  t = f64x2.relaxed_madd(a0, b2, rounding)
  r3 = i64x2.add(r3, t)
  r2 = i64x2.add(r2, rest(a0, b2, t, remainder))
  t = f64x2.relaxed_madd(a1, b1, rounding)
  r3 = i64x2.add(r3, t)
  r2 = i64x2.add(r2, rest(a1, b1, t, remainder))
  t = f64x2.relaxed_madd(a2, b0, rounding)
  r3 = i64x2.add(r3, t)
  r2 = i64x2.add(r2, rest(a2, b0, t, remainder))
  t = f64x2.relaxed_madd(a0, b3, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a0, b3, t, remainder))
  t = f64x2.relaxed_madd(a1, b2, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a1, b2, t, remainder))
  t = f64x2.relaxed_madd(a2, b1, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a2, b1, t, remainder))
  t = f64x2.relaxed_madd(a3, b0, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a3, b0, t, remainder))
  t = f64x2.relaxed_madd(a0, b4, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a0, b4, t, remainder))
  t = f64x2.relaxed_madd(a1, b3, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a1, b3, t, remainder))
  t = f64x2.relaxed_madd(a2, b2, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a2, b2, t, remainder))
  t = f64x2.relaxed_madd(a3, b1, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a3, b1, t, remainder))
  t = f64x2.relaxed_madd(a4, b0, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a4, b0, t, remainder))
  t = f64x2.relaxed_madd(a1, b4, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a1, b4, t, remainder))
  t = f64x2.relaxed_madd(a2, b3, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a2, b3, t, remainder))
  t = f64x2.relaxed_madd(a3, b2, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a3, b2, t, remainder))
  t = f64x2.relaxed_madd(a4, b1, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a4, b1, t, remainder))
  t = f64x2.relaxed_madd(a2, b4, rounding)
  w2 = i64x2.add(w2, t)
  w1 = i64x2.add(w1, rest(a2, b4, t, remainder))
  t = f64x2.relaxed_madd(a3, b3, rounding)
  w2 = i64x2.add(w2, t)
  w1 = i64x2.add(w1, rest(a3, b3, t, remainder))
  t = f64x2.relaxed_madd(a4, b2, rounding)
  w2 = i64x2.add(w2, t)
  w1 = i64x2.add(w1, rest(a4, b2, t, remainder))
  t = f64x2.relaxed_madd(a3, b4, rounding)
  w3 = i64x2.add(w3, t)
  w2 = i64x2.add(w2, rest(a3, b4, t, remainder))
  t = f64x2.relaxed_madd(a4, b3, rounding)
  w3 = i64x2.add(w3, t)
  w2 = i64x2.add(w2, rest(a4, b3, t, remainder))
  t = f64x2.relaxed_madd(a4, b4, rounding)
  w4 = i64x2.add(w4, t)
  w3 = i64x2.add(w3, rest(a4, b4, t, remainder))
  carry(
    out,
    i64x2.add(r0, times19(w0)),
    i64x2.add(r1, times19(w1)),
    i64x2.add(r2, times19(w2)),
    i64x2.add(r3, times19(w3)),
    i64x2.add(r4, times19(w4)),
  )
}

/** out = a·a, in each half, of a tidy pair. */
export function squarePair(out: usize, a: usize): void {
  const rounding = roundingTo51()
  const remainder = remainderOf51()
  const a0 = v128.load(a)
  const a1 = v128.load(a, 16)
  const a2 = v128.load(a, 32)
  const a3 = v128.load(a, 48)
  const a4 = v128.load(a, 64)
  const d1 = f64x2.add(a1, a1)
  const d2 = f64x2.add(a2, a2)
  const d3 = f64x2.add(a3, a3)
  const d4 = f64x2.add(a4, a4)

  let t: v128
  let r0 = v128.load(squareBias)
  let r1 = v128.load(squareBias, 16)
  let r2 = v128.load(squareBias, 32)
  let r3 = v128.load(squareBias, 48)
  let r4 = v128.load(squareBias, 64)
  let w0 = i64x2.splat(0)
  let w1 = w0
  let w2 = w0
  let w3 = w0
  let w4 = w0
  t = f64x2.relaxed_madd(a0, a0, rounding)
  r1 = i64x2.add(r1, t)
  r0 = i64x2.add(r0, rest(a0, a0, t, remainder))
  t = f64x2.relaxed_madd(a0, d1, rounding)
  r2 = i64x2.add(r2, t)
  r1 = i64x2.add(r1, rest(a0, d1, t, remainder))
  t = f64x2.relaxed_madd(a0, d2, rounding)
  r3 = i64x2.add(r3, t)
  r2 = i64x2.add(r2, rest(a0, d2, t, remainder))
  t = f64x2.relaxed_madd(a1, a1, rounding)
  r3 = i64x2.add(r3, t)
  r2 = i64x2.add(r2, rest(a1, a1, t, remainder))
  t = f64x2.relaxed_madd(a0, d3, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a0, d3, t, remainder))
  t = f64x2.relaxed_madd(a1, d2, rounding)
  r4 = i64x2.add(r4, t)
  r3 = i64x2.add(r3, rest(a1, d2, t, remainder))
  t = f64x2.relaxed_madd(a0, d4, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a0, d4, t, remainder))
  t = f64x2.relaxed_madd(a1, d3, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a1, d3, t, remainder))
  t = f64x2.relaxed_madd(a2, a2, rounding)
  w0 = i64x2.add(w0, t)
  r4 = i64x2.add(r4, rest(a2, a2, t, remainder))
  t = f64x2.relaxed_madd(a1, d4, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a1, d4, t, remainder))
  t = f64x2.relaxed_madd(a2, d3, rounding)
  w1 = i64x2.add(w1, t)
  w0 = i64x2.add(w0, rest(a2, d3, t, remainder))
  t = f64x2.relaxed_madd(a2, d4, rounding)
  w2 = i64x2.add(w2, t)
  w1 = i64x2.add(w1, rest(a2, d4, t, remainder))
  t = f64x2.relaxed_madd(a3, a3, rounding)
  w2 = i64x2.add(w2, t)
  w1 = i64x2.add(w1, rest(a3, a3, t, remainder))
  t = f64x2.relaxed_madd(a3, d4, rounding)
  w3 = i64x2.add(w3, t)
  w2 = i64x2.add(w2, rest(a3, d4, t, remainder))
  t = f64x2.relaxed_madd(a4, a4, rounding)
  w4 = i64x2.add(w4, t)
  w3 = i64x2.add(w3, rest(a4, a4, t, remainder))
  carry(
    out,
    i64x2.add(r0, times19(w0)),
    i64x2.add(r1, times19(w1)),
    i64x2.add(r2, times19(w2)),
    i64x2.add(r3, times19(w3)),
    i64x2.add(r4, times19(w4)),
  )
}

/** What is left of x·y when t has taken its high part. */
function rest(x: v128, y: v128, t: v128, remainder: v128): v128 {
  return f64x2.relaxed_madd(x, y, f64x2.sub(remainder, t))
}

function times19(x: v128): v128 {
  return i64x2.add(i64x2.add(i64x2.shl(x, 4), i64x2.shl(x, 1)), x)
}

/** All five carries at once: a column is below 2⁵⁸, so a limb grows by no more than 19·2⁷ over 2⁵⁰. */
function carry(out: usize, x0: v128, x1: v128, x2: v128, x3: v128, x4: v128): void {
  const ones = v128.load(carrying)
  const first = v128.load(carrying, 16)
  const others = v128.load(carrying, 32)
  const base = v128.load(carrying, 48)
  const c0 = i64x2.shr_u(x0, 51)
  const c1 = i64x2.shr_u(x1, 51)
  const c2 = i64x2.shr_u(x2, 51)
  const c3 = i64x2.shr_u(x3, 51)
  const c4 = times19(i64x2.shr_u(x4, 51))
  v128.store(out, f64x2.sub(i64x2.add(i64x2.add(v128.and(x0, ones), first), c4), base))
  v128.store(out, f64x2.sub(i64x2.add(i64x2.add(v128.and(x1, ones), others), c0), base), 16)
  v128.store(out, f64x2.sub(i64x2.add(i64x2.add(v128.and(x2, ones), others), c1), base), 32)
  v128.store(out, f64x2.sub(i64x2.add(i64x2.add(v128.and(x3, ones), others), c2), base), 48)
  v128.store(out, f64x2.sub(i64x2.add(i64x2.add(v128.and(x4, ones), others), c3), base), 64)
}
