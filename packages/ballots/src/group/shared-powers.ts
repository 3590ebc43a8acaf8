/** The operations on one implementation's elements; `square` may be cheaper than `mul` by itself. */
type Multiplication<T> = {
  readonly one: T
  readonly mul: (a: T, b: T) => T
  readonly square: (a: T) => T
}

const width = 4

/**
 * Several powers of one base that share one chain of squarings (Yao, SIAM J. Comput. 5, 1976): reading the
 * exponents from the low end in odd windows, base^(2^i) is multiplied into the bucket of its digit; a power is
 * then the product of bucket[d]^d. Each power is exact: nothing is batched.
 */
export const sharedPowers = <T>(group: Multiplication<T>, base: T, exponents: readonly bigint[]): T[] => {
  const plans = exponents.map(oddWindows)
  const buckets = exponents.map(() => Array<T | undefined>(2 ** (width - 1)).fill(undefined))
  const last = Math.max(0, ...plans.map((plan) => plan.length - 1))
  let square = base
  for (let bit = 0; bit <= last; bit++) {
    if (bit > 0) square = group.square(square)
    for (const [index, plan] of plans.entries()) {
      const digit = plan[bit]
      if (digit) drop(group, buckets[index]!, digit, square)
    }
  }
  return buckets.map((bucket) => gather(group, bucket))
}

/** For each bit the odd digit of the window that starts there, or 0. */
const oddWindows = (exponent: bigint): number[] => {
  const bits = exponent.toString(2)
  const plan: number[] = Array(bits.length).fill(0)
  for (let bit = 0; bit < bits.length; ) {
    const end = bits.length - bit
    if (bits[end - 1] === '0') {
      bit++
      continue
    }
    plan[bit] = Number.parseInt(bits.slice(Math.max(0, end - width), end), 2)
    bit += width
  }
  return plan
}

const drop = <T>({ mul }: Multiplication<T>, bucket: (T | undefined)[], digit: number, value: T) => {
  const slot = digit >> 1
  const held = bucket[slot]
  bucket[slot] = held === undefined ? value : mul(held, value)
}

/** ∏ bucket[i]^(2i+1): running products from the top give (∏ bucket[i]^i)², times ∏ bucket[i]. */
const gather = <T>({ one, mul, square }: Multiplication<T>, bucket: readonly (T | undefined)[]): T => {
  let running = one
  let weighted = one
  for (let slot = bucket.length - 1; slot > 0; slot--) {
    const held = bucket[slot]
    if (held !== undefined) running = mul(running, held)
    weighted = mul(weighted, running)
  }
  const lowest = bucket[0]
  const all = lowest === undefined ? running : mul(running, lowest)
  return mul(square(weighted), all)
}
