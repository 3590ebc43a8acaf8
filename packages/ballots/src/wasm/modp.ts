import { type FieldParameters, inverse } from '../group/finite-field.ts'
import type { Group } from '../group/group.ts'
import { operationsOf, raw, wrap } from './element.ts'
import { type Doubles, type EngineExports, engineOf } from './engine.ts'

type ModpExports = EngineExports & {
  readonly begin: () => void
  readonly fromHex: (out: number) => void
  readonly toHex: (a: number) => void
}

const limbs = 42
const limbBits = 51n
const hexDigits = 512

/** Tables for exponents of 256 bits; those of 2047 bits would fill a hundred megabytes at the last width. */
const stages = [
  { width: 5, from: 1 },
  { width: 8, from: 100 },
  { width: 10, from: 1_500 },
] as const
const longExponent = 300

/**
 * A group modulo a 2048-bit prime on an instance of `wasm/modp.ts`, some four times faster than BigInt. An element
 * is its limbs in Montgomery form. Everything is exact: `prove/ballots.ts` finds it equal to `finiteField` on a
 * million random operations.
 */
export const wasmField = ({ name, p, q, g }: FieldParameters, instance: WebAssembly.Instance): Group => {
  const wasm = instance.exports as unknown as ModpExports
  const short = q.toString(2).length < longExponent
  const engine = engineOf(wasm, {
    doubles: limbs,
    characters: hexDigits,
    baseSlot: 19,
    q,
    stages: stages.filter(({ width }) => short || width < 10),
  })
  const R = 1n << (limbBits * BigInt(limbs))
  for (const [index, value] of [p, R - inverse(p, R), (R * R) % p].entries())
    engine.slot(index).set(plainLimbs(value))
  wasm.begin()

  const from = (value: bigint): Doubles => {
    engine.putText(value.toString(16).padStart(hexDigits, '0'))
    wasm.fromHex(0)
    return engine.get(0)
  }
  const to = (x: Doubles): bigint => {
    engine.slot(0).set(x)
    wasm.toHex(0)
    return BigInt(`0x${engine.getText()}`)
  }
  return {
    ...operationsOf(engine, q, wrap(from(g))),
    name,
    by: 'WebAssembly',
    one: wrap(from(1n)),
    inv: (a) => wrap(from(inverse(to(raw(a)), p))),
    equals: (a, b) => to(raw(a)) === to(raw(b)),
    texts: (xs) => xs.map((x) => to(raw(x)).toString()),
    parse: (text) => {
      if (!/^(0|[1-9]\d{0,616})$/.test(text)) return undefined
      const x = BigInt(text)
      return x < p ? wrap(from(x)) : undefined
    },
  }
}

const plainLimbs = (value: bigint): number[] =>
  Array.from({ length: limbs }, (_, k) => Number(BigInt.asUintN(51, value >> (limbBits * BigInt(k)))))
