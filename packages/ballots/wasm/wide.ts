/**
 * Exact products of 51-bit numbers in floating point. A double holds 53 bits, so the product of two numbers of
 * 51 bits is split in two by fused multiply-adds, which round once (Emmart, Zheng and Weems, ARITH 2018):
 *
 *   t  = a·b + 3·2¹⁰²          rounds a·b to a multiple h·2⁵¹, and holds h in its low bits
 *   lo = a·b − h·2⁵¹ + 3·2⁵¹   exact, and holds the signed remainder in its low bits
 *
 * Read as integers, t is bits(3·2¹⁰²) + h and lo is bits(3·2⁵¹) + remainder, so columns of products are summed
 * with integer additions, and the constants are taken off once per column. This needs |a·b| < 2¹⁰², and a machine
 * that fuses: `isFused` tells.
 *
 * `relaxed_madd` is allowed to round twice where hardware cannot fuse; a module that is not fused must not be used.
 */
export const high: f64 = 3.0 * 2251799813685248.0 * 2251799813685248.0
export const low: f64 = 3.0 * 2251799813685248.0

/** What each product adds to a column of high parts and to one of low parts. */
export const highBits: i64 = reinterpret<i64>(high)
export const lowBits: i64 = reinterpret<i64>(low)

/** 51 ones. */
export const mask: i64 = (1 << 51) - 1

/** Kept in memory because engines build a vector constant anew at each use. */
const constants = memory.data<f64>([high, high, high + low, high + low], 16)

/** 3·2¹⁰², twice. */
export function roundingTo51(): v128 {
  return v128.load(constants)
}

/** 3·2¹⁰² + 3·2⁵¹, twice. */
export function remainderOf51(): v128 {
  return v128.load(constants, 16)
}

/** (2²⁷ + 1)² − (2⁵⁴ + 2²⁸) is 1 when the product is not rounded before the subtraction, and 0 when it is. */
export function isFused(): bool {
  const x = f64x2.splat(134217729.0)
  return f64x2.extract_lane(f64x2.relaxed_madd(x, x, f64x2.splat(-18014398777917440.0)), 0) === 1.0
}
