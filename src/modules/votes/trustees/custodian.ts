import { conclude, deal, enroll } from '@asamblea/ballots/ceremony'
import { printedCode, readCredentialCode } from '@asamblea/ballots/credential'
import type { Groups } from '@asamblea/ballots/group'
import { type Result, refuse } from '@asamblea/ballots/result'
import { decryptTally, readTrusteeKey } from '@asamblea/ballots/trustee'
import type { Verified } from '@asamblea/ballots/verified'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

// What a trustee's own device computes. A trustee keeps one thing, a code of 22 letters made on that device: with it and
// with what all trustees published, every later step can be taken again, on any device, on any day.

const groupName = 'BELENIOS-2048'

/** The place of a trustee in a ceremony, and what was published in it. */
export type Place = {
  readonly threshold: number
  readonly size: number
  readonly number: number
  readonly certificates: readonly string[] | null
  readonly dealings: readonly string[] | null
}

/** The code a trustee keeps: `printed` has dashes and a check letter, so that a slip in typing is noticed. */
export type NewCustody = { readonly printed: string; readonly certificate: string }

/** Step 1: makes the code and the certificate to publish. */
export const beginCustody = (
  groups: Groups,
  { threshold, size, number }: Pick<Place, 'threshold' | 'size' | 'number'>,
): Result<NewCustody> => {
  const made = enroll(groups[groupName], { threshold, size }, number)
  if (!made.ok) return made
  const { seed } = JSON.parse(made.value.secretText) as { seed: string }
  const code = readCredentialCode(seed)
  if (!code.ok) return code
  const printed = printedCode(code.value)
  // One code in 59 has no check letter in this alphabet: another is drawn.
  if (!readCredentialCode(printed).ok) return beginCustody(groups, { threshold, size, number })
  return { ok: true, value: { printed, certificate: made.value.message } }
}

/** What of the ceremony is secret, rebuilt from the code that was typed or scanned. */
const enrolledWith = (typed: string, { threshold, size, number }: Place): Result<string> => {
  const code = readCredentialCode(typed)
  if (!code.ok) return code
  const seed = code.value.replaceAll('-', '')
  const secret = { step: 'enrolled', group: groupName, threshold, size, index: number, seed }
  return { ok: true, value: JSON.stringify(secret) }
}

/** Step 2: the dealing to publish, once all certificates are there. */
export const dealShares = (groups: Groups, typed: string, place: Place): Result<string> => {
  const secret = enrolledWith(typed, place)
  if (!secret.ok) return secret
  const dealt = deal(secret.value, place.certificates ?? [], groups)
  return dealt.ok ? { ok: true, value: dealt.value.message } : dealt
}

/**
 * Step 3: the public key to publish, once all dealings are there. `sent` is the dealing this device published, when it is
 * the one that did; otherwise the published one is taken, which only the holder of the code can have signed.
 */
export const concludeCustody = (
  groups: Groups,
  typed: string,
  place: Place,
  sent?: string,
): Result<string> => {
  const concluded = keyOf(groups, typed, place, sent)
  return concluded.ok ? { ok: true, value: concluded.value.message } : concluded
}

const keyOf = (groups: Groups, typed: string, place: Place, sent?: string) => {
  const secret = enrolledWith(typed, place)
  if (!secret.ok) return secret
  const { certificates, dealings } = place
  const own = sent ?? dealings?.[place.number - 1]
  if (!certificates || !dealings || own === undefined) return refuse('ceremony-messages-count')
  const { step: _, ...kept } = JSON.parse(secret.value) as Record<string, unknown>
  const dealing = bytesToHex(sha256(utf8ToBytes(own)))
  return conclude(JSON.stringify({ step: 'dealt', ...kept, certificates, dealing }), dealings, groups)
}

/** Step 4, after the close: this trustee's part of the opening of an archive that this device has verified. */
export const decryptPart = (
  groups: Groups,
  typed: string,
  place: Place,
  verified: Verified,
): Result<string> => {
  const concluded = keyOf(groups, typed, place)
  if (!concluded.ok) return concluded
  const key = readTrusteeKey(concluded.value.secretText, groups)
  if (!key.ok) return key
  const part = decryptTally(verified, key.value)
  return part.ok ? { ok: true, value: part.value.text } : part
}
