/** Numbers that come out the same for the same seed, to choose what is tried. Nothing secret is made of them. */
export type Seeded = {
  /** A whole number from 0 to limit − 1. */
  readonly below: (limit: number) => number
  readonly bigBelow: (limit: bigint) => bigint
  readonly pick: <T>(list: readonly T[]) => T
}

/** Mulberry32: small, and good enough to choose test cases. */
export const seeded = (seed: number): Seeded => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    bigBelow: (limit) => {
      let value = 0n
      for (let bits = 0; bits < limit.toString(2).length + 64; bits += 32)
        value = (value << 32n) | BigInt(next())
      return value % limit
    },
    pick: (list) => list[below(list.length)]!,
  }
}
