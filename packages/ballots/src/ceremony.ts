import { gatherShares, makeDealing, type ReadDealing, readDealings } from './ceremony/dealings.ts'
import { isPossible, type Member, memberKeys, type Plan, readMembers, sign } from './ceremony/keys.ts'
import { type DealtSecret, dealtSecretShape, type EnrolledSecret, enrolledShape } from './ceremony/wire.ts'
import { randomBase58 } from './codec/base58.ts'
import * as shape from './codec/shape.ts'
import { type Group, type Groups, textOf } from './group/group.ts'
import { hashHex } from './hash.ts'
import { possessionPrefix, proveKnowledge } from './proof/knowledge.ts'
import { writeProof } from './proof/wire.ts'
import { accept, type Result, refuse } from './result.ts'
import { checkPedersen } from './trustee/pedersen.ts'
import { certificateShape, pedersenShape, signedShape, verificationKeyShape } from './trustee/wire.ts'
import { writeTrusteeKey } from './trustee.ts'

/**
 * One step of one member. `secretText` stays on the member's own machine, in place of the one before it;
 * `message` goes to all the others through anyone, in the open.
 */
export type CeremonyStep = { readonly secretText: string; readonly message: string }

/** Step 1. Member number `index`, from 1, makes its keys; the message is its certificate. */
export const enroll = (group: Group, plan: Plan, index: number): Result<CeremonyStep> => {
  if (!isPossible(plan) || !Number.isInteger(index) || index < 1 || index > plan.size)
    return refuse('ceremony-plan-impossible')
  const { threshold, size } = plan
  const seed = randomBase58(22)
  const { signing, receiving } = memberKeys(group, seed)
  const message = certificateShape.write({
    context: { group: group.name, size, threshold, index },
    verification: textOf(group, group.gPow(signing)),
    encryption: textOf(group, group.gPow(receiving)),
  })
  return accept({
    secretText: enrolledShape.write({ step: 'enrolled', group: group.name, threshold, size, index, seed }),
    message: signedShape.write({ message, signature: sign(group, signing, message) }),
  })
}

/**
 * Step 2, with the certificates of all members in order: the message is this member's dealing. Refuses when its
 * own certificate was changed on the way, or when another's is not of the same plan.
 */
export const deal = (
  secretText: string,
  certificates: readonly string[],
  groups: Groups,
): Result<CeremonyStep> => {
  const own = shape.readExactly(enrolledShape, secretText)
  if (!own) return refuse('ceremony-secret-malformed')
  const group = groups[own.group]
  const members = readAgreed(group, own, certificates)
  if (!members.ok) return members
  const message = makeDealing(group, { plan: own, ...own, certificates, members: members.value })
  const { threshold, size, index, seed } = own
  const kept = { step: 'dealt', group: own.group, threshold, size, index, seed, certificates } as const
  return accept({ secretText: dealtSecretShape.write({ ...kept, dealing: hashHex(message) }), message })
}

/** The members, when their certificates are as the plan asks and our own is the one we made. */
const readAgreed = (
  group: Group,
  own: EnrolledSecret | DealtSecret,
  certificates: readonly string[],
): Result<readonly Member[]> => {
  if (certificates.length !== own.size) return refuse('ceremony-messages-count')
  const members = readMembers(group, own, certificates)
  if (!members) return refuse('ceremony-certificate-wrong')
  const { signing, receiving } = memberKeys(group, own.seed)
  const { verification, encryption } = members[own.index - 1]!
  return group.equals(verification, group.gPow(signing)) && group.equals(encryption, group.gPow(receiving))
    ? accept(members)
    : refuse('ceremony-own-message-changed')
}

/**
 * Step 3, with the dealings of all members in order: checks every share against its dealer's commitments, and
 * names the dealer whose share does not fit. `secretText` is now the trustee's key, as `readTrusteeKey` reads it;
 * the message is its public key, with the name under which it will stand in the public list, if any.
 */
export const conclude = (
  secretText: string,
  dealings: readonly string[],
  groups: Groups,
  name?: string,
): Result<CeremonyStep> => {
  const own = shape.readExactly(dealtSecretShape, secretText)
  if (!own) return refuse('ceremony-secret-malformed')
  const group = groups[own.group]
  const members = readAgreed(group, own, own.certificates)
  if (!members.ok) return members
  const read = readDealings(group, own, own.certificates, members.value, dealings)
  if (!read.ok) return read
  if (hashHex(dealings[own.index - 1]!) !== own.dealing) return refuse('ceremony-own-message-changed')
  const secret = gatherShares(group, own, read.value)
  if (!secret.ok) return secret
  const publicKey = group.gPow(secret.value)
  const public_key = textOf(group, publicKey)
  const pok = writeProof(proveKnowledge(group, possessionPrefix(group, publicKey), secret.value))
  const signature = sign(group, memberKeys(group, own.seed).signing, public_key)
  return accept({
    secretText: writeTrusteeKey({ group: own.group, secret: secret.value }),
    message: verificationKeyShape.write({
      pok,
      public_key,
      signature,
      ...(name === undefined ? {} : { name }),
    }),
  })
}

/**
 * Anyone, from the messages of all three steps: the threshold group as it goes into the list of trustees
 * (`writeTrustees`). Refuses unless every certificate, polynomial, signature and key fits.
 */
export const assemble = (
  group: Group,
  plan: Plan,
  certificates: readonly string[],
  dealings: readonly string[],
  verificationKeys: readonly string[],
): Result<string> => {
  if (!isPossible(plan)) return refuse('ceremony-plan-impossible')
  if (certificates.length !== plan.size || verificationKeys.length !== plan.size)
    return refuse('ceremony-messages-count')
  const members = readMembers(group, plan, certificates)
  if (!members) return refuse('ceremony-certificate-wrong')
  const read = readDealings(group, plan, certificates, members, dealings)
  if (!read.ok) return read
  const keys = verificationKeys.map((text) => shape.readExactly(verificationKeyShape, text))
  if (!keys.every((key) => key !== undefined)) return refuse('trustees-malformed')
  const written = {
    threshold: plan.threshold,
    certs: members.map(({ certificate }) => certificate),
    coefexps: read.value.map(({ dealing }: ReadDealing) => dealing.coefexps),
    signatures: read.value.map(({ dealing }) => dealing.signature),
    verification_keys: keys,
  }
  const checked = checkPedersen(group, written, 0)
  return checked.ok ? accept(pedersenShape.write(written)) : checked
}
