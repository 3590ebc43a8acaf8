import { belenios2048 } from '../group/belenios-2048.ts'
import type { FieldParameters } from '../group/finite-field.ts'
import { type Group, type Groups, textOf } from '../group/group.ts'
import { rfc3526 } from '../group/rfc-3526-2048.ts'
import { fastGroups } from '../wasm.ts'
import { opensslField, secretFieldPower } from './openssl.ts'

/**
 * The fastest groups of this Node: WebAssembly where it runs, else OpenSSL for the groups modulo a prime. Secret
 * exponents of these always go to OpenSSL, whose time does not depend on them.
 */
export const nodeGroups = async (): Promise<Groups> => {
  const fast = await fastGroups()
  const field = (parameters: FieldParameters) => {
    const group = fast[parameters.name]
    return group.by === 'WebAssembly' ? withSecretPowers(group, parameters) : opensslField(parameters)
  }
  return { ...fast, 'BELENIOS-2048': field(belenios2048), 'RFC-3526-2048': field(rfc3526) }
}

const withSecretPowers = (group: Group, parameters: FieldParameters): Group => {
  const power = secretFieldPower(parameters)
  return {
    ...group,
    secretPow: (x, exponent) => group.parse(power(BigInt(textOf(group, x)), exponent).toString())!,
  }
}
