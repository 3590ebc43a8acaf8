import { isZero } from './field'
import { multiplyPair, pairBytes } from './pairs'
import { exponentAddress, powersOf, tabulatedPower, tabulatePoints } from './point-powers'
import { readPoint, writePoint } from './point-texts'
import { add, pointBytes, prepare } from './points'
import { isFused } from './wide'

/** The group of edwards25519. JavaScript fills slots with points, exponents and texts, and reads them back. */

const slots: usize = memory.data(160 * 18, 16)
const text: usize = memory.data(64, 16)
const prepared: usize = memory.data(160, 16)
const first: usize = memory.data(80, 16)
const second: usize = memory.data(80, 16)
const factor: usize = memory.data(80, 16)

export function fused(): bool {
  return isFused()
}

/** Address of slot `index`, of 18: 20 doubles. */
export function slotAt(index: i32): usize {
  return slots + index * pointBytes
}

/** Address of exponent `index`, of 16: four 64-bit words, least significant first, then a zero. */
export function exponentAt(index: i32): usize {
  return exponentAddress(index)
}

/** Address of 64 characters of hexadecimal. */
export function textAt(): usize {
  return text
}

/** Slot `out` = slot a + slot b. */
export function mul(out: i32, a: i32, b: i32): void {
  prepare(prepared, slotAt(b))
  add(slotAt(out), slotAt(a), prepared)
}

/** Whether slot `a` is the neutral point: X = 0 and Y = Z. */
export function isOne(a: i32): bool {
  const at = slotAt(a)
  for (let k = 0; k < pairBytes; k += 16) {
    const xy = v128.load(at + k)
    const difference = f64x2.sub(xy, v128.load(at + k, 80))
    v128.store(first + k, v128.shuffle<f64>(xy, difference, 0, 3))
  }
  return isZero(first, 0) && isZero(first, 1)
}

/** Whether slots a and b are the same point: X₁·Z₂ = X₂·Z₁ and Y₁·Z₂ = Y₂·Z₁. */
export function isSame(a: i32, b: i32): bool {
  timesZ(first, slotAt(a), slotAt(b))
  timesZ(second, slotAt(b), slotAt(a))
  for (let k = 0; k < pairBytes; k += 16) {
    v128.store(first + k, f64x2.sub(v128.load(first + k), v128.load(second + k)))
  }
  return isZero(first, 0) && isZero(first, 1)
}

/** out = (X, Y) of one point times Z of another. */
function timesZ(out: usize, point: usize, other: usize): void {
  for (let k = 0; k < pairBytes; k += 16) {
    const tz = v128.load(other + k, 80)
    v128.store(factor + k, v128.shuffle<f64>(tz, tz, 1, 1))
  }
  multiplyPair(out, point, factor)
}

/** The text = slot `a`. */
export function toText(a: i32): void {
  writePoint(text, slotAt(a))
}

/** Slot `out` = the text; false when it is no point's only text. */
export function fromText(out: i32): bool {
  return readPoint(slotAt(out), text)
}

/** Slots 0 to count − 1 = slot 17 to the first `count` exponents, of at most 16. */
export function powers(count: i32): void {
  powersOf(slotAt(0), slotAt(17), count)
}

/** Fills the memory from `table` on for `fixedPower`, with powers of slot 17. */
export function tabulate(table: usize, width: i32, windows: i32): void {
  tabulatePoints(table, slotAt(17), width, windows)
}

/** Slot 0 = the tabulated base to exponent 0. */
export function fixedPower(table: usize, width: i32, windows: i32): void {
  tabulatedPower(slotAt(0), table, width, windows)
}
