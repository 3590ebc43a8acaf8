import {
  canonical,
  copy,
  limbBytes,
  limbs,
  margin,
  modulus,
  multiply,
  negatedInverse,
  one,
  slotBytes,
  square,
  squareOfR,
  unit,
} from './montgomery'
import { isFused } from './wide'

/** Powers modulo a 2048-bit prime. JavaScript fills slots with numbers and exponents, and reads slots back. */

/** Up to 32 words and a zero. */
const exponentBytes: i32 = 264
const digits: i32 = 8

const slots: usize = memory.data(400 * 20, 16) + margin
const chain: usize = memory.data(400, 16) + margin
const buckets: usize = memory.data(400 * 8 * 16, 16) + margin
const exponents: usize = memory.data(264 * 16, 16)
const text: usize = memory.data(512, 16)

export function fused(): bool {
  return isFused()
}

/** Address of slot `index`, of 20: 42 doubles. */
export function slotAt(index: i32): usize {
  return slots + index * slotBytes
}

/** Address of exponent `index`, of 16: up to 32 words of 64 bits, least significant first, then a zero. */
export function exponentAt(index: i32): usize {
  return exponents + index * exponentBytes
}

/** Address of 512 characters of hexadecimal. */
export function textAt(): usize {
  return text
}

/** Takes p from slot 0, −1/p modulo R from slot 1 and R² modulo p from slot 2, all as plain limbs. */
export function begin(): void {
  copy(modulus, slotAt(0))
  copy(negatedInverse, slotAt(1))
  copy(squareOfR, slotAt(2))
  store<f64>(unit, 1)
  multiply(one, unit, squareOfR)
}

/** Slot `out` = slot a · slot b. */
export function mul(out: i32, a: i32, b: i32): void {
  multiply(slotAt(out), slotAt(a), slotAt(b))
}

/** Slot `out` = the number in the text. */
export function fromHex(out: i32): void {
  const at = slotAt(out)
  let held: u64 = 0
  let bits = 0
  let limb = 0
  for (let place = 511; place >= 0; place--) {
    const character = load<u8>(text + place)
    const nibble: u64 = character < 58 ? character - 48 : character - 87
    held |= nibble << bits
    bits += 4
    if (bits < 51) continue
    store<f64>(at + 8 * limb++, <f64>(held & 0x7ffffffffffff))
    held >>= 51
    bits -= 51
  }
  for (; limb < limbs; limb++) {
    store<f64>(at + 8 * limb, <f64>held)
    held = 0
  }
  multiply(at, at, squareOfR)
}

/** The text = slot `a`, 512 characters. Slot `a` stays as it is. */
export function toHex(a: i32): void {
  canonical(chain, slotAt(a))
  let held: u64 = 0
  let bits = 0
  let limb = 0
  for (let place = 511; place >= 0; place--) {
    if (bits < 4) {
      held |= (<u64>load<f64>(chain + 8 * limb++)) << bits
      bits += 51
    }
    const nibble = <u8>(held & 15)
    store<u8>(text + place, nibble < 10 ? nibble + 48 : nibble + 87)
    held >>= 4
    bits -= 4
  }
}

/** Whether slot `a` is the number one. */
export function isOne(a: i32): bool {
  canonical(chain, slotAt(a))
  for (let k = 1; k < limbs; k++) if (load<f64>(chain + 8 * k) !== 0) return false
  return load<f64>(chain) === 1
}

/**
 * Slots 0 to count − 1 = slot 19 to the first `count` exponents, which share one chain of squarings: reading each
 * exponent from its low end in odd windows of four bits, the square of that bit is multiplied into the bucket of
 * the window's digit.
 */
export function powers(count: i32, bits: i32): void {
  copy(chain, slotAt(19))
  memory.fill(windowEnds, 0, 64)
  memory.fill(filled, 0, 64)
  for (let bit = 0; bit < bits; bit++) {
    if (bit > 0) square(chain, chain)
    for (let e = 0; e < count; e++) {
      if (bit < load<i32>(windowEnds + 4 * e)) continue
      const digit = bitsOf(e, bit, 4)
      if ((digit & 1) === 0) continue
      store<i32>(windowEnds + 4 * e, bit + 4)
      drop(e, digit >> 1)
    }
  }
  for (let e = 0; e < count; e++) gather(e)
}

const windowEnds: usize = memory.data(64, 16)
const filled: usize = memory.data(64, 16)

function bucketAt(e: i32, index: i32): usize {
  return buckets + (e * digits + index) * slotBytes
}

function isFilled(e: i32, index: i32): bool {
  return (load<i32>(filled + 4 * e) & (1 << index)) !== 0
}

function drop(e: i32, index: i32): void {
  const bucket = bucketAt(e, index)
  if (isFilled(e, index)) multiply(bucket, bucket, chain)
  else copy(bucket, chain)
  store<i32>(filled + 4 * e, load<i32>(filled + 4 * e) | (1 << index))
}

/** Slot e = ∏ bucket[i]^(2i+1): running products from the top give ∏ bucket[i]^i, squared, times ∏ bucket[i]. */
function gather(e: i32): void {
  const weighted = slotAt(e)
  const running = slotAt(18)
  copy(running, one)
  copy(weighted, one)
  for (let index = digits - 1; index > 0; index--) {
    if (isFilled(e, index)) multiply(running, bucketAt(e, index), running)
    multiply(weighted, weighted, running)
  }
  if (isFilled(e, 0)) multiply(running, bucketAt(e, 0), running)
  square(weighted, weighted)
  multiply(weighted, weighted, running)
}

/** `width` bits of exponent e from bit `from` on. */
function bitsOf(e: i32, from: i32, width: i32): i32 {
  const word = exponentAt(e) + 8 * (from >> 6)
  const shift = <u64>(from & 63)
  const joined = (load<u64>(word) >> shift) | (shift === 0 ? 0 : load<u64>(word, 8) << (64 - shift))
  return <i32>(joined & ((1 << width) - 1))
}

/**
 * Fills the memory from `table` on with slot 19 to d·2^(width·window), for each window and each digit d from 1 to
 * 2^width − 1, in this order.
 */
export function tabulate(table: usize, width: i32, windows: i32): void {
  const digitCount = (1 << width) - 1
  let at = table
  for (let window = 0; window < windows; window++) {
    copy(chain, slotAt(19))
    copy(at, chain)
    for (let digit = 1; digit < digitCount; digit++) {
      multiply(at + limbBytes, at, chain)
      at += limbBytes
    }
    multiply(slotAt(19), at, chain)
    at += limbBytes
  }
}

/** Slot 0 = the tabulated base to exponent 0: one product for each window. */
export function fixedPower(table: usize, width: i32, windows: i32): void {
  const rowBytes = ((1 << width) - 1) * limbBytes
  const result = slotAt(0)
  let started = false
  for (let window = 0; window < windows; window++) {
    const digit = bitsOf(0, window * width, width)
    if (digit === 0) continue
    const entry = table + window * rowBytes + (digit - 1) * limbBytes
    if (started) multiply(result, entry, result)
    else copy(result, entry)
    started = true
  }
  if (!started) copy(result, one)
}
