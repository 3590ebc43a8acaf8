import { edwardsOrder } from '../group/edwards-25519.ts'
import type { Element, Group } from '../group/group.ts'
import { operationsOf, raw, wrap } from './element.ts'
import { type Doubles, type EngineExports, engineOf } from './engine.ts'

type Ed25519Exports = EngineExports & {
  readonly isSame: (a: number, b: number) => number
  readonly toText: (a: number) => void
  readonly fromText: (out: number) => number
}

/** The base point (RFC 8032 §5.1), with the big end first. */
const basePoint = '6666666666666666666666666666666666666666666666666666666666666658'
const neutral = '0000000000000000000000000000000000000000000000000000000000000001'

/** 253 bits in one table from the start: it is made in a millisecond. */
const stages = [{ width: 8, from: 1 }] as const

/**
 * The prime-order subgroup of edwards25519 on an instance of `wasm/ed25519.ts`. An element is a point in extended
 * coordinates. Everything is exact: `prove/ballots.ts` finds it equal to `edwards25519` on a million random
 * operations.
 */
export const wasmEdwards = (instance: WebAssembly.Instance): Group => {
  const wasm = instance.exports as unknown as Ed25519Exports
  const engine = engineOf(wasm, { doubles: 20, characters: 64, baseSlot: 17, q: edwardsOrder, stages })

  const parse = (text: string): Element | undefined => {
    if (!/^[0-9a-f]{64}$/.test(text)) return undefined
    engine.putText(text)
    return wasm.fromText(0) === 0 ? undefined : wrap(engine.get(0))
  }
  const textOfPoint = (x: Element): string => {
    engine.slot(0).set(raw(x))
    wasm.toText(0)
    return engine.getText()
  }
  return {
    ...operationsOf(engine, edwardsOrder, parse(basePoint)!),
    name: 'Ed25519',
    by: 'WebAssembly',
    one: parse(neutral)!,
    inv: (a) => wrap(negated(raw(a))),
    equals: (a, b) => {
      engine.slot(0).set(raw(a))
      engine.slot(1).set(raw(b))
      return wasm.isSame(0, 1) !== 0
    },
    texts: (xs) => xs.map(textOfPoint),
    parse,
  }
}

/** Pairs (X, Y) and then (T, Z), limb by limb: X and T change sign. */
const negated = (point: Doubles): Doubles =>
  point.map((limb, index) => (index % 2 === 0 ? -limb : limb)) as Doubles
