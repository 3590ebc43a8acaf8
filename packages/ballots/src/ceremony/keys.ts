import * as shape from '../codec/shape.ts'
import { type Element, type Group, parseMember } from '../group/group.ts'
import { hashHex, hashNumber } from '../hash.ts'
import { messagePrefix, proveKnowledge } from '../proof/knowledge.ts'
import { type WrittenProof, writeProof } from '../proof/wire.ts'
import { checkCertificate } from '../trustee/pedersen.ts'
import { certificateShape, type Signed, signedShape } from '../trustee/wire.ts'

/** Who takes part: `threshold` of `size` members will be enough to decrypt. Every member must agree on it. */
export type Plan = { readonly threshold: number; readonly size: number }

/** The two keys of a member in the ceremony, both derived from one seed: to sign, and to receive shares. */
export const memberKeys = (group: Group, seed: string) => ({
  signing: hashNumber(`sk|${seed}`) % group.q,
  receiving: hashNumber(`dk|${seed}`) % group.q,
})

/** A member as its certificate states it, once verified. */
export type Member = {
  readonly certificate: Signed
  readonly verification: Element
  readonly encryption: Element
}

/** Reads the certificates of all members, in order; undefined when one is not what the plan asks. */
export const readMembers = (
  group: Group,
  plan: Plan,
  certificates: readonly string[],
): Member[] | undefined => {
  const members = certificates.map((text, place) => readMember(group, plan, text, place + 1))
  return members.every((member) => member !== undefined) ? members : undefined
}

const readMember = (
  group: Group,
  { size, threshold }: Plan,
  text: string,
  index: number,
): Member | undefined => {
  const certificate = shape.readExactly(signedShape, text)
  const verification = certificate && checkCertificate(group, certificate, { size, threshold, index })
  if (!verification) return undefined
  const stated = shape.readExactly(certificateShape, certificate.message)
  const encryption = stated && parseMember(group, stated.encryption)
  return encryption && { certificate, verification, encryption }
}

/** Identifies one ceremony: what any two members must have in common before they exchange shares. */
export const ceremonyHash = (certificates: readonly string[]): string => hashHex(certificates.join('\n'))

export const sign = (group: Group, signing: bigint, message: string): WrittenProof =>
  writeProof(proveKnowledge(group, messagePrefix(message), signing))

/** Whether a group of this size with this threshold makes sense. */
export const isPossible = ({ threshold, size }: Plan): boolean =>
  Number.isInteger(threshold) && Number.isInteger(size) && threshold >= 1 && threshold <= size && size <= 100
