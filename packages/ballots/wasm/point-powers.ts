import { add, double, pointBytes, prepare, prepareNegative, setNeutral } from './points'

/** Multiples of points, called powers as in the rest of the library. Exponents are below 2²⁵³. */

/** How many exponents `powersOf` takes at once. */
export const exponentLimit: i32 = 16
export const exponentBytes: i32 = 48

const width: i32 = 5
const digits: i32 = 8
/** A signed window may carry one place beyond the exponent. */
const places: i32 = 254

const exponents: usize = memory.data(48 * 16, 16)
const windowEnds: usize = memory.data(64, 16)
const carries: usize = memory.data(64, 16)
const filled: usize = memory.data(64, 16)
const buckets: usize = memory.data(160 * 8 * 16, 16)
const chain: usize = memory.data(160, 16)
const prepared: usize = memory.data(160, 16)
const negative: usize = memory.data(160, 16)
const running: usize = memory.data(160, 16)

export function exponentAddress(index: i32): usize {
  return exponents + index * exponentBytes
}

/**
 * The points from `out` on = base to the first `count` exponents, which share one chain of doublings: each exponent
 * is read from its low end in odd signed windows of five bits, and ±base^(2^place) is added to the bucket of the
 * window's digit.
 */
export function powersOf(out: usize, base: usize, count: i32): void {
  memory.copy(chain, base, pointBytes)
  memory.fill(windowEnds, 0, 64)
  memory.fill(carries, 0, 64)
  memory.fill(filled, 0, 64)
  for (let place = 0; place < places; place++) {
    if (place > 0) double(chain, chain)
    let isPrepared = false
    for (let e = 0; e < count; e++) {
      const digit = digitAt(e, place)
      if (digit === 0) continue
      if (!isPrepared) {
        prepare(prepared, chain)
        prepareNegative(negative, prepared)
        isPrepared = true
      }
      drop(e, digit)
    }
  }
  for (let e = 0; e < count; e++) gather(out + e * pointBytes, e)
}

/** The digit, odd and between −15 and 15, of the window that starts here; 0 where none does. */
function digitAt(e: i32, place: i32): i32 {
  if (place < load<i32>(windowEnds + 4 * e)) return 0
  const carry = load<i32>(carries + 4 * e)
  const value = bitsOf(e, place, width) + carry
  if ((value & 1) === 0) return 0
  store<i32>(windowEnds + 4 * e, place + width)
  const negative = value > 16
  store<i32>(carries + 4 * e, negative ? 1 : 0)
  return negative ? value - 32 : value
}

function bucketAt(e: i32, index: i32): usize {
  return buckets + (e * digits + index) * pointBytes
}

function isFilled(e: i32, index: i32): bool {
  return (load<i32>(filled + 4 * e) & (1 << index)) !== 0
}

function drop(e: i32, digit: i32): void {
  const index = (digit > 0 ? digit : -digit) >> 1
  const bucket = bucketAt(e, index)
  if (!isFilled(e, index)) setNeutral(bucket)
  store<i32>(filled + 4 * e, load<i32>(filled + 4 * e) | (1 << index))
  add(bucket, bucket, digit > 0 ? prepared : negative)
}

/** out = ∏ bucket[i]^(2i+1): running products from the top give ∏ bucket[i]^i, squared, times ∏ bucket[i]. */
function gather(out: usize, e: i32): void {
  setNeutral(running)
  setNeutral(out)
  for (let index = digits - 1; index > 0; index--) {
    if (isFilled(e, index)) addPlain(running, bucketAt(e, index))
    addPlain(out, running)
  }
  if (isFilled(e, 0)) addPlain(running, bucketAt(e, 0))
  double(out, out)
  addPlain(out, running)
}

function addPlain(sum: usize, point: usize): void {
  prepare(prepared, point)
  add(sum, sum, prepared)
}

/** `count` bits of exponent e from bit `from` on. */
function bitsOf(e: i32, from: i32, count: i32): i32 {
  const word = exponentAddress(e) + 8 * (from >> 6)
  const shift = <u64>(from & 63)
  const joined = (load<u64>(word) >> shift) | (shift === 0 ? 0 : load<u64>(word, 8) << (64 - shift))
  return <i32>(joined & ((1 << count) - 1))
}

/** Prepared points from `table` on: base^(d·2^(bits·window)) for each window and each digit d from 1 to 2^bits − 1. */
export function tabulatePoints(table: usize, base: usize, bits: i32, windows: i32): void {
  let at = table
  memory.copy(chain, base, pointBytes)
  for (let window = 0; window < windows; window++) {
    prepare(prepared, chain)
    memory.copy(running, chain, pointBytes)
    for (let digit = 1; digit < 1 << bits; digit++) {
      prepare(at, running)
      at += pointBytes
      add(running, running, prepared)
    }
    memory.copy(chain, running, pointBytes)
  }
}

/** out = the tabulated base to exponent 0: one addition for each window. */
export function tabulatedPower(out: usize, table: usize, bits: i32, windows: i32): void {
  const rowBytes = ((1 << bits) - 1) * pointBytes
  setNeutral(out)
  for (let window = 0; window < windows; window++) {
    const digit = bitsOf(0, window * bits, bits)
    if (digit > 0) add(out, out, table + window * rowBytes + (digit - 1) * pointBytes)
  }
}
