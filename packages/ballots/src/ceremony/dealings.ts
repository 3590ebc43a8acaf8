import * as shape from '../codec/shape.ts'
import { type Element, type Group, modulo } from '../group/group.ts'
import { randomBelow } from '../random.ts'
import { accept, type Result, refuse } from '../result.ts'
import { checkCoefficients, dealtMessage, isSigned, shareKey } from '../trustee/pedersen.ts'
import { coefficientsShape } from '../trustee/wire.ts'
import { openShare, sealShare } from './channel.ts'
import { ceremonyHash, type Member, memberKeys, type Plan, sign } from './keys.ts'
import { type Dealing, dealingShape, type SealedShare, sealedShareShape } from './wire.ts'

/** What a dealer needs: its place, its seed, and the certificates of all members, verified. */
export type Dealer = {
  readonly plan: Plan
  readonly index: number
  readonly seed: string
  readonly certificates: readonly string[]
  readonly members: readonly Member[]
}

/**
 * Draws a polynomial of degree threshold − 1, commits to it and encrypts its value at j to member j. The
 * polynomial is not kept: the sum of all of them at zero is the secret that nobody ever holds.
 */
export const makeDealing = (group: Group, { plan, index, seed, certificates, members }: Dealer): string => {
  const { signing } = memberKeys(group, seed)
  const polynomial = Array.from({ length: plan.threshold }, () => randomBelow(group.q))
  const commitments = polynomial.map(group.gPow)
  const message = coefficientsShape.write({ coefexps: group.texts(commitments) })
  const certs = members.map(({ certificate }) => certificate)
  const ceremony = ceremonyHash(certificates)
  const shares = members.map(({ encryption }, place) => {
    const to = place + 1
    return sealShare(group, encryption, { ceremony, from: index, to }, valueAt(group, polynomial, to))
  })
  return dealingShape.write({
    coefexps: { message, signature: sign(group, signing, message) },
    signature: sign(group, signing, dealtMessage(certs, group, commitments)),
    shares,
    shares_signature: sign(group, signing, sharesMessage(ceremony, shares)),
  })
}

/** f(x) from the coefficients of f, by Horner's rule. */
const valueAt = ({ q }: Group, polynomial: readonly bigint[], x: number): bigint =>
  polynomial.reduceRight((value, coefficient) => modulo(value * BigInt(x) + coefficient, q), 0n)

/** Signed so that a share that does not fit can be blamed on its dealer, and not on who carried it. */
const sharesMessage = (ceremony: string, shares: readonly SealedShare[]): string =>
  `asamblea-shares|${ceremony}|${shape.list(sealedShareShape).write(shares)}`

/** A dealing whose signatures hold, with its commitments. */
export type ReadDealing = { readonly dealing: Dealing; readonly commitments: readonly Element[] }

/** Reads the dealings of all members in order; each must be signed over the very certificates we know. */
export const readDealings = (
  group: Group,
  { threshold, size }: Plan,
  certificates: readonly string[],
  members: readonly Member[],
  texts: readonly string[],
): Result<readonly ReadDealing[]> => {
  if (texts.length !== size) return refuse('ceremony-messages-count')
  const certs = members.map(({ certificate }) => certificate)
  const ceremony = ceremonyHash(certificates)
  const read: ReadDealing[] = []
  for (const [place, text] of texts.entries()) {
    const trustee = place + 1
    const dealing = shape.readExactly(dealingShape, text)
    if (dealing?.shares.length !== size) return refuse('ceremony-dealing-malformed', { trustee })
    const { verification } = members[place]!
    const commitments = checkCoefficients(group, dealing.coefexps, verification, threshold)
    const signed =
      commitments &&
      isSigned(group, verification, dealtMessage(certs, group, commitments), dealing.signature) &&
      isSigned(group, verification, sharesMessage(ceremony, dealing.shares), dealing.shares_signature)
    if (!signed) return refuse('ceremony-dealing-wrong', { trustee })
    read.push({ dealing, commitments })
  }
  return accept(read)
}

/** The sum of what all dealers sent to member `index`, each checked against its dealer's commitments. */
export const gatherShares = (
  group: Group,
  { index, seed, certificates }: Pick<Dealer, 'index' | 'seed' | 'certificates'>,
  dealings: readonly ReadDealing[],
): Result<bigint> => {
  const { receiving } = memberKeys(group, seed)
  const ceremony = ceremonyHash(certificates)
  let sum = 0n
  for (const [place, { dealing, commitments }] of dealings.entries()) {
    const trustee = place + 1
    const sealed = dealing.shares[index - 1]!
    const share = openShare(group, receiving, { ceremony, from: trustee, to: index }, sealed)
    if (share === undefined) return refuse('ceremony-share-unreadable', { trustee })
    if (!group.equals(group.gPow(share), shareKey(group, commitments, index)))
      return refuse('ceremony-share-wrong', { trustee })
    sum = modulo(sum + share, group.q)
  }
  return accept(sum)
}
