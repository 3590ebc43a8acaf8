import { multiplyPair, pairBytes, squarePair } from './pairs'

/** Inversion, square roots and bytes modulo p = 2²⁵⁵ − 19, on pairs. */

const square: usize = memory.data(80, 16)
const ninth: usize = memory.data(80, 16)
const eleventh: usize = memory.data(80, 16)
const short: usize = memory.data(80, 16)
const middle: usize = memory.data(80, 16)
const long: usize = memory.data(80, 16)
const limbs: usize = memory.data(40, 16)
const zeroWords: usize = memory.data(32, 16)

/** out = a^(p − 2): the inverse, or 0 of 0. */
export function invert(out: usize, a: usize): void {
  raiseTo250(out, a)
  for (let step = 0; step < 5; step++) squarePair(out, out)
  multiplyPair(out, out, eleventh)
}

/** out = a^((p − 5)/8) = a^(2²⁵² − 3). */
export function raiseForRoot(out: usize, a: usize): void {
  raiseTo250(out, a)
  squarePair(out, out)
  squarePair(out, out)
  multiplyPair(out, out, a)
}

/** out = a^(2²⁵⁰ − 1), and `eleventh` = a¹¹. */
function raiseTo250(out: usize, a: usize): void {
  squarePair(square, a)
  squarePair(ninth, square)
  squarePair(ninth, ninth)
  multiplyPair(ninth, ninth, a)
  multiplyPair(eleventh, ninth, square)
  squarePair(short, eleventh)
  multiplyPair(short, short, ninth)
  // short = a^(2⁵ − 1); each line below doubles or adds up the number of ones in the exponent.
  extend(middle, short, short, 5)
  extend(long, middle, middle, 10)
  extend(out, long, long, 20)
  extend(out, out, middle, 10)
  memory.copy(long, out, pairBytes)
  extend(middle, long, long, 50)
  extend(out, middle, middle, 100)
  extend(out, out, long, 50)
}

/** out = a^(2^steps) · b. */
function extend(out: usize, a: usize, b: usize, steps: i32): void {
  squarePair(square, a)
  for (let step = 1; step < steps; step++) squarePair(square, square)
  multiplyPair(out, square, b)
}

/** Writes the number below p in half `half` of a tidy pair, or the sum of two, as four 64-bit words, low end first. */
export function writeWords(out: usize, pair: usize, half: i32): void {
  // Twice p is added first, so that no limb is negative after the first carry.
  for (let k = 0; k < 5; k++) {
    const twice: i64 = k === 0 ? 0xfffffffffffda : 0xffffffffffffe
    store<i64>(limbs + 8 * k, <i64>load<f64>(pair + 16 * k + 8 * half) + twice)
  }
  carryAround()
  carryAround()
  carryAround()
  // Adding 19 passes 2²⁵⁵ exactly when the number is p or more.
  let over: i64 = 19
  for (let k = 0; k < 5; k++) over = (load<i64>(limbs + 8 * k) + over) >> 51
  store<i64>(limbs, load<i64>(limbs) + 19 * over)
  let carry: i64 = 0
  for (let k = 0; k < 5; k++) {
    carry += load<i64>(limbs + 8 * k)
    store<i64>(limbs + 8 * k, carry & 0x7ffffffffffff)
    carry >>= 51
  }
  for (let word = 0; word < 4; word++) {
    const low = <u64>load<i64>(limbs + 8 * word) >> (13 * word)
    store<u64>(out + 8 * word, low | ((<u64>load<i64>(limbs + 8 * word, 8)) << (51 - 13 * word)))
  }
}

function carryAround(): void {
  let carry: i64 = 0
  for (let k = 0; k < 5; k++) {
    carry += load<i64>(limbs + 8 * k)
    store<i64>(limbs + 8 * k, carry & 0x7ffffffffffff)
    carry >>= 51
  }
  store<i64>(limbs, load<i64>(limbs) + 19 * carry)
}

/** Both halves of the pair = the number in four 64-bit words, of which the top bit is not read. */
export function readWords(pair: usize, words: usize): void {
  for (let k = 0; k < 5; k++) {
    const bit = 51 * k
    const word = words + 8 * (bit >> 6)
    const shift = <u64>(bit & 63)
    const above: u64 = shift > 13 && k < 4 ? load<u64>(word, 8) << (64 - shift) : 0
    const limb = <f64>(<i64>(((load<u64>(word) >> shift) | above) & 0x7ffffffffffff))
    v128.store(pair + 16 * k, f64x2.splat(limb))
  }
}

/** Whether half `half` of a tidy pair, or of the sum of two, is zero modulo p. */
export function isZero(pair: usize, half: i32): bool {
  writeWords(zeroWords, pair, half)
  return (
    (load<u64>(zeroWords) | load<u64>(zeroWords, 8) | load<u64>(zeroWords, 16) | load<u64>(zeroWords, 24)) ===
    0
  )
}
