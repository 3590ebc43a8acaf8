/** A generator that gives the same on every machine for the same seed: for demonstrations and tests, never for secrets. */
export type Dice = {
  /** From 0 up to but not including 1. */
  next: () => number
  /** From `least` to `most`, both included. */
  between: (least: number, most: number) => number
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** One of these by its weight. */
  weighted: <T>(from: readonly (readonly [T, number])[]) => T
  /** Some of these, without repeating, in any order. */
  some: <T>(from: readonly T[], howMany: number) => T[]
  id: () => string
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for everything but secrets. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)]!
  const weighted = <T>(from: readonly (readonly [T, number])[]): T => {
    let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [one, weight] of from) {
      if (left < weight) return one
      left -= weight
    }
    return from.at(-1)![0]
  }
  const some = <T>(from: readonly T[], howMany: number): T[] => {
    const rest = [...from]
    return Array.from(
      { length: Math.min(howMany, rest.length) },
      () => rest.splice(between(0, rest.length - 1), 1)[0]!,
    )
  }
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  const id = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
  return { next, between, chance: (share) => next() < share, pick, weighted, some, id }
}
