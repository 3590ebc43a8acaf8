import * as shape from '../codec/shape.ts'
import { type Element, type Group, parseMember, product } from '../group/group.ts'
import { messagePrefix, possessionPrefix, verifyKnowledge } from '../proof/knowledge.ts'
import { readProof, type WrittenProof } from '../proof/wire.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { TrusteeItem } from './trustees.ts'
import { certificateShape, coefficientsShape, dealtShape, type Signed, type WrittenPedersen } from './wire.ts'

/**
 * Verifies a threshold group (Pedersen, EUROCRYPT 1991): each certificate under its own key, each polynomial
 * under its dealer's, and that every member's key is what the polynomials say. `before` is how many trustees
 * stand before it in the list. Belenios 2.0 wrote no contexts and no dealers' signatures: all or none.
 */
export const checkPedersen = (
  group: Group,
  written: WrittenPedersen,
  before: number,
): Result<TrusteeItem> => {
  const { threshold, certs, coefexps, signatures, verification_keys } = written
  const size = certs.length
  if (threshold < 1 || threshold > size) return refuse('threshold-impossible')
  const lengths = [coefexps.length, verification_keys.length, signatures?.length ?? size]
  if (lengths.some((length) => length !== size)) return refuse('trustees-malformed')
  const polynomials: Element[][] = []
  for (const [index, cert] of certs.entries()) {
    const trustee = before + index + 1
    const key = checkCertificate(group, cert, signatures ? { size, threshold, index: index + 1 } : undefined)
    if (!key) return refuse('certificate-wrong', { trustee })
    const coefficients = checkCoefficients(group, coefexps[index]!, key, threshold)
    if (!coefficients) return refuse('polynomial-wrong', { trustee })
    if (signatures && !isSigned(group, key, dealtMessage(certs, group, coefficients), signatures[index]!))
      return refuse('dealer-signature-wrong', { trustee })
    const own = verification_keys[index]!
    if (signatures ? !own.signature || !isSigned(group, key, own.public_key, own.signature) : own.signature)
      return refuse('member-signature-wrong', { trustee })
    polynomials.push(coefficients)
  }
  return checkMembers(group, written, sumOf(group, polynomials), before)
}

const checkMembers = (
  group: Group,
  { threshold, verification_keys }: WrittenPedersen,
  shared: readonly Element[],
  before: number,
): Result<TrusteeItem> => {
  const publicKey = shared[0]!
  if (group.equals(publicKey, group.one)) return refuse('trustee-key-invalid', { trustee: before + 1 })
  const members: { publicKey: Element; name?: string }[] = []
  for (const [index, { public_key, pok, name }] of verification_keys.entries()) {
    const trustee = before + index + 1
    const member = parseMember(group, public_key)
    if (!member || !group.equals(member, shareKey(group, shared, index + 1)))
      return refuse('member-key-wrong', { trustee })
    const proof = readProof(group.q, pok)
    if (!proof || !verifyKnowledge(group, possessionPrefix(group, member), member, proof))
      return refuse('trustee-proof-wrong', { trustee })
    members.push(name === undefined ? { publicKey: member } : { publicKey: member, name })
  }
  return accept({ kind: 'threshold', threshold, members, publicKey })
}

type Context = { readonly size: number; readonly threshold: number; readonly index: number }

/** The key that verifies a member's signatures, or undefined. With no context, the 2.0 form is expected. */
export const checkCertificate = (
  group: Group,
  cert: Signed,
  context: Context | undefined,
): Element | undefined => {
  const stated = shape.readExactly(certificateShape, cert.message)
  const key = stated && parseMember(group, stated.verification)
  if (!key || !parseMember(group, stated.encryption)) return undefined
  const expected = context && { group: group.name, ...context }
  if (JSON.stringify(stated.context) !== JSON.stringify(expected)) return undefined
  return isSigned(group, key, cert.message, cert.signature) ? key : undefined
}

/** The commitments to a dealer's polynomial, or undefined. */
export const checkCoefficients = (
  group: Group,
  signed: Signed,
  key: Element,
  threshold: number,
): Element[] | undefined => {
  const stated = shape.readExactly(coefficientsShape, signed.message)
  const elements = stated?.coefexps.map((text) => parseMember(group, text))
  if (elements?.length !== threshold || !elements.every((element) => element !== undefined)) return undefined
  return isSigned(group, key, signed.message, signed.signature) ? elements : undefined
}

/** Whether a ceremony key signed a message. */
export const isSigned = (group: Group, key: Element, message: string, written: WrittenProof): boolean => {
  const proof = readProof(group.q, written)
  return proof !== undefined && verifyKnowledge(group, messagePrefix(message), key, proof)
}

/** What a dealer signs in the newer form: all certificates and its own polynomial. */
export const dealtMessage = (
  certs: readonly Signed[],
  group: Group,
  coefficients: readonly Element[],
): string => `certs_sig|${dealtShape.write({ certs, coefexps: group.texts(coefficients) })}`

/** Commitments to the sum of all polynomials. */
export const sumOf = (group: Group, polynomials: readonly (readonly Element[])[]): Element[] =>
  polynomials[0]!.map((_, degree) =>
    product(
      group,
      polynomials.map((polynomial) => polynomial[degree]!),
    ),
  )

/** g^f(j) from the commitments to f: ∏ A_k^(j^k), by Horner's rule. */
export const shareKey = (group: Group, coefficients: readonly Element[], j: number): Element =>
  coefficients.reduceRight(
    (value, coefficient) => group.mul(group.pow(value, BigInt(j)), coefficient),
    group.one,
  )
