import * as shape from './codec/shape.ts'
import { type Group, type GroupName, type Groups, textOf } from './group/group.ts'
import { possessionPrefix, proveKnowledge } from './proof/knowledge.ts'
import { writeProof } from './proof/wire.ts'
import { randomBelow } from './random.ts'
import { accept, type Result, refuse } from './result.ts'
import { writePartialDecryption } from './tally/decryption.ts'
import { owners, readTrustees, type Trustees } from './trustee/trustees.ts'
import { pedersenShape, singleShape, trusteesShape } from './trustee/wire.ts'
import type { Verified } from './verify/verified.ts'

/** What a trustee keeps: the secret exponent behind one public key. */
export type TrusteeKey = { readonly group: GroupName; readonly secret: bigint }

/** A new trustee: `secretText` to keep apart from the server, `publicText` to hand to whoever writes the list. */
export type NewTrustee = { readonly secretText: string; readonly publicText: string }

const keyShape = shape.object({
  group: shape.oneOf('BELENIOS-2048', 'RFC-3526-2048', 'Ed25519'),
  secret: shape.pattern(/^[1-9]\d{0,616}$/),
})

/** Makes a key that alone is needed for the result; if it is lost so is the election (see `ceremony`). */
export const createTrustee = (group: Group, name?: string): NewTrustee => {
  const secret = 1n + randomBelow(group.q - 1n)
  const publicKey = group.gPow(secret)
  const pok = proveKnowledge(group, possessionPrefix(group, publicKey), secret)
  const item = { pok: writeProof(pok), public_key: textOf(group, publicKey) }
  return {
    secretText: writeTrusteeKey({ group: group.name, secret }),
    publicText: singleShape.write(name === undefined ? item : { ...item, name }),
  }
}

export const writeTrusteeKey = ({ group, secret }: TrusteeKey): string =>
  keyShape.write({ group, secret: secret.toString() })

/** Reads what `createTrustee` or the key ceremony gave a trustee to keep. The refusal never quotes it. */
export const readTrusteeKey = (secretText: string, groups: Groups): Result<TrusteeKey> => {
  const written = shape.readExactly(keyShape, secretText)
  if (!written) return refuse('trustee-secret-malformed')
  const secret = BigInt(written.secret)
  return secret < groups[written.group].q
    ? accept({ group: written.group, secret })
    : refuse('trustee-secret-malformed')
}

/**
 * Writes the public list of trustees: those who are all needed first, then the threshold groups. Refuses any
 * whose proofs do not hold.
 */
export const writeTrustees = (
  group: Group,
  singles: readonly string[],
  thresholds: readonly string[],
): Result<string> => {
  const people = singles.map((text) => shape.readExactly(singleShape, text))
  const groups = thresholds.map((text) => shape.readExactly(pedersenShape, text))
  if (!people.every((item) => item !== undefined) || !groups.every((item) => item !== undefined))
    return refuse('trustees-malformed')
  const text = trusteesShape.write([
    ...people.map((item) => ['Single', item] as const),
    ...groups.map((item) => ['Pedersen', item] as const),
  ])
  const read = readTrustees(group, text)
  return read.ok ? accept(text) : read
}

/** The numbers, from 1, under which a key stands in a list of trustees; a trustee looks before the vote begins. */
export const findTrustee = (
  group: Group,
  trusteesText: string,
  key: TrusteeKey,
): Result<readonly number[]> => {
  const trustees = readTrustees(group, trusteesText)
  return trustees.ok ? numbersOf(group, trustees.value, key) : trustees
}

/** More than one only where a threshold of 1 gave every member the same key. */
const numbersOf = (group: Group, trustees: Trustees, key: TrusteeKey): Result<readonly number[]> => {
  const publicKey = group.gPow(key.secret)
  const numbers = owners(trustees).flatMap((owner, place) =>
    key.group === group.name && group.equals(owner.publicKey, publicKey) ? [place + 1] : [],
  )
  return numbers.length > 0 ? accept(numbers) : refuse('trustee-not-listed')
}

/** What a trustee publishes: `text` is its partial decryption, `trustee` its number in the list. */
export type TrusteeDecryption = { readonly trustee: number; readonly text: string }

/**
 * Decrypts the totals of an archive that this trustee's own machine has verified, and nothing else: a trustee
 * that decrypted whatever a server sent would decrypt single ballots.
 */
export const decryptTally = (verified: Verified, key: TrusteeKey): Result<TrusteeDecryption> => {
  const { election, tally, trustees, contributions } = verified
  if (!tally) return refuse('event-out-of-order')
  const numbers = numbersOf(election.key.group, trustees, key)
  if (!numbers.ok) return numbers
  const trustee = numbers.value.find((number) => !contributions.has(number))
  if (trustee === undefined) return refuse('decryption-repeated', { trustee: numbers.value[0]! })
  const { publicKey } = owners(trustees)[trustee - 1]!
  const text = writePartialDecryption(election, tally, { secret: key.secret, publicKey })
  return accept({ trustee, text })
}
