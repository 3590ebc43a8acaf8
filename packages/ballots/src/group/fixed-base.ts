/** The operations a table needs; `T` is how one implementation writes an element. */
type Multiplication<T> = { readonly one: T; readonly mul: (a: T, b: T) => T }

/** Window widths in bits, and the use from which each has earned its making. */
const stages = [
  { width: 4, from: 1 },
  { width: 8, from: 60 },
  { width: 10, from: 1_000 },
] as const

/** Above this many bits the widest table would fill a hundred megabytes. */
const longExponent = 300

/**
 * Powers of one base without squarings: base^(d·2^(w·i)) is tabulated for every window i and digit d, so a power
 * is one product per window (Brickell, Gordon, McCurley and Wilson, EUROCRYPT 1992). A phone that makes one
 * ballot pays for a small table; a verifier that reads thousands gets a wide one.
 */
export const fixedBase = <T>(group: Multiplication<T>, base: T, exponentBits: number) => {
  const planned = stages.filter(({ width }) => width < 10 || exponentBits < longExponent)
  let uses = 0
  let stage = -1
  let table: Table<T> = []
  return (exponent: bigint): T => {
    uses++
    if (uses === planned[stage + 1]?.from) {
      stage++
      table = tabulate(group, base, exponentBits, planned[stage]!.width)
    }
    return lookUp(group, table, exponent, planned[stage]!.width)
  }
}

type Table<T> = readonly (readonly T[])[]

const tabulate = <T>({ one, mul }: Multiplication<T>, base: T, bits: number, width: number): Table<T> => {
  let unit = base
  return Array.from({ length: Math.ceil(bits / width) }, () => {
    const row = [one, unit]
    for (let digit = 2; digit <= 2 ** width; digit++) row.push(mul(row[digit - 1]!, unit))
    unit = row.pop()!
    return row
  })
}

const lookUp = <T>({ one, mul }: Multiplication<T>, table: Table<T>, exponent: bigint, width: number): T => {
  let result: T | undefined
  for (const [window, digit] of digitsOf(exponent, width).entries()) {
    if (digit === 0) continue
    const entry = table[window]![digit]!
    result = result === undefined ? entry : mul(result, entry)
  }
  return result ?? one
}

/** The digits of a number in base 2^width, least significant first. */
export const digitsOf = (exponent: bigint, width: number): number[] => {
  const binary = exponent.toString(2)
  const digits: number[] = []
  for (let end = binary.length; end > 0; end -= width) {
    digits.push(Number.parseInt(binary.slice(Math.max(0, end - width), end), 2))
  }
  return digits
}
