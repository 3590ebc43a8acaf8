import { belenios2048 } from './group/belenios-2048.ts'
import type { Groups } from './group/group.ts'
import { pureGroups } from './group/pure.ts'
import { rfc3526 } from './group/rfc-3526-2048.ts'
import { wasmEdwards } from './wasm/ed25519.ts'
import { wasmField } from './wasm/modp.ts'
import { ed25519Base64, modpBase64 } from './wasm/modules.ts'

/**
 * Every group on WebAssembly where this machine runs it exactly, in plain JavaScript elsewhere: the modules need
 * relaxed SIMD and a processor that fuses multiply and add, as Chromium, Firefox and Node 22 have on any recent
 * one. `by` of each group tells which it is. In a page, the policy must allow 'wasm-unsafe-eval'.
 *
 * Their time depends on exponents: see docs/protocol.md on who may hold which secret.
 */
export const fastGroups = async (): Promise<Groups> => {
  const [modp, ed25519] = [bytesOf(modpBase64), bytesOf(ed25519Base64)]
  if (!WebAssembly.validate(modp) || !WebAssembly.validate(ed25519)) return pureGroups
  const instances = [modp, modp, ed25519].map(
    async (bytes) => (await WebAssembly.instantiate(bytes)).instance,
  )
  const [first, second, third] = await Promise.all(instances)
  if (!isFused(first!) || !isFused(third!)) return pureGroups
  return {
    'BELENIOS-2048': wasmField(belenios2048, first!),
    'RFC-3526-2048': wasmField(rfc3526, second!),
    Ed25519: wasmEdwards(third!),
  }
}

const isFused = ({ exports }: WebAssembly.Instance) => (exports as { fused: () => number }).fused() !== 0

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
