import { modulo } from '../group/group.ts'
import { type Region, roomOf } from './room.ts'

/** An element as one of the modules holds it. */
export type Doubles = Float64Array<ArrayBuffer>

/** What both modules of `wasm/` export: slots to fill with elements, and what can be done with them. */
export type EngineExports = {
  readonly memory: WebAssembly.Memory
  readonly fused: () => number
  readonly slotAt: (index: number) => number
  readonly exponentAt: (index: number) => number
  readonly textAt: () => number
  readonly mul: (out: number, a: number, b: number) => void
  readonly isOne: (a: number) => number
  readonly powers: (count: number, bits: number) => void
  readonly tabulate: (table: number, width: number, windows: number) => void
  readonly fixedPower: (table: number, width: number, windows: number) => void
}

/** How the elements of a module are held, and how wide its tables of powers grow with use. */
export type Layout = {
  /** Doubles of an element, and bytes of a text. */
  readonly doubles: number
  readonly characters: number
  /** The slot that `powers` and `tabulate` take their base from. */
  readonly baseSlot: number
  readonly q: bigint
  /** Window widths in bits, and the use of a table from which each has earned its making; the first from 1. */
  readonly stages: readonly { readonly width: number; readonly from: number }[]
}

/** How many exponents both modules take at once. */
const exponentLimit = 16

export type Engine = ReturnType<typeof engineOf>

/** The arithmetic that one instance of a module does. It serves one caller at a time, as JavaScript does. */
export const engineOf = (wasm: EngineExports, { doubles, characters, baseSlot, q, stages }: Layout) => {
  const { memory } = wasm
  const room = roomOf(memory)
  const bits = q.toString(2).length
  const slot = (index: number): Doubles =>
    new Float64Array(memory.buffer as ArrayBuffer, wasm.slotAt(index), doubles)
  const text = () => new Uint8Array(memory.buffer as ArrayBuffer, wasm.textAt(), characters)
  const get = (index: number): Doubles => slot(index).slice()
  const putExponent = (exponent: bigint, index: number) => {
    const words = new BigUint64Array(memory.buffer, wasm.exponentAt(index), Math.ceil(bits / 64) + 1)
    for (let word = 0; word < words.length; word++) words[word] = exponent >> BigInt(64 * word)
  }

  const tabulate = (base: Doubles, width: number, onTakenBack: () => void): Table => {
    const windows = Math.ceil(bits / width)
    const region = room.take(windows * (2 ** width - 1) * 8 * doubles, onTakenBack)
    slot(baseSlot).set(base)
    wasm.tabulate(region.address, width, windows)
    return { region, width, windows }
  }

  return {
    slot,
    get,
    putText: (characters: string) => encoder.encodeInto(characters, text()),
    getText: (): string => decoder.decode(text()),
    mul: (a: Doubles, b: Doubles): Doubles => {
      slot(0).set(a)
      slot(1).set(b)
      wasm.mul(2, 0, 1)
      return get(2)
    },
    isOne: (a: Doubles): boolean => {
      slot(0).set(a)
      return wasm.isOne(0) !== 0
    },
    /** base to each of the exponents, which are from 0 to q. */
    powers: (base: Doubles, exponents: readonly bigint[]): Doubles[] => {
      const found: Doubles[] = []
      for (let from = 0; from < exponents.length; from += exponentLimit) {
        const lot = exponents.slice(from, from + exponentLimit)
        slot(baseSlot).set(base)
        lot.forEach(putExponent)
        wasm.powers(lot.length, bits)
        found.push(...lot.map((_, index) => get(index)))
      }
      return found
    },
    /** Powers of one base, by a table that is made wider once it has been used enough. */
    fixed: (base: Doubles) => {
      let table: Table | undefined
      let stage = 0
      let uses = 0
      return (exponent: bigint): Doubles => {
        uses++
        if (uses === stages[stage + 1]?.from) {
          if (table) room.giveBack(table.region)
          table = undefined
          stage++
        }
        table ??= tabulate(base, stages[stage]!.width, () => {
          table = undefined
        })
        room.touch(table.region)
        putExponent(modulo(exponent, q), 0)
        wasm.fixedPower(table.region.address, table.width, table.windows)
        return get(0)
      }
    },
  }
}

type Table = { readonly region: Region; readonly width: number; readonly windows: number }

const encoder = new TextEncoder()
const decoder = new TextDecoder('latin1')
