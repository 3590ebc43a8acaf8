import { base58Alphabet, isBase58, randomBase58 } from '../codec/base58.ts'
import { accept, type Result, refuse } from '../result.ts'

declare const code: unique symbol
/**
 * The secret a voter receives on paper, with its dashes: 22 Base58 characters (128.9 bits) as
 * XXXXX-XXXXXX-XXXXX-XXXXXX, or the older 14 characters and a check digit as XXX-XXX-XXX-XXX-XXX (82 bits).
 * Whoever holds it can vote: never log it, never put it in an address or a file name.
 */
export type CredentialCode = string & { readonly [code]: true }

const groupsOf22 = [5, 6, 5, 6]
const groupsOf15 = [3, 3, 3, 3, 3]

/** A new 22-character code whose check digit exists in Base58 (1 code in 59 is drawn again). */
export const newCredentialCode = (): CredentialCode => {
  const letters = randomBase58(22)
  return remainder(letters) < 58 ? dashed(letters, groupsOf22) : newCredentialCode()
}

/**
 * A character to print beside a 22-character code so that a slip in typing is noticed. It is not part of the
 * secret. The sum of place × digit modulo the prime 59 notices every wrong character and every swap of two.
 */
export const checkDigit = (code: CredentialCode): string => base58Alphabet[remainder(bare(code))]!

/** The code as it is printed: with its check digit where it has none of its own. */
export const printedCode = (code: CredentialCode): string =>
  bare(code).length === 22 ? `${code} · ${checkDigit(code)}` : code

/**
 * The code in what a person typed or scanned: dashes, spaces and the printed check digit may be there or not.
 * A check digit that does not fit is refused; so is a code of neither form. Says nothing of the roll.
 */
export const readCredentialCode = (typed: string): Result<CredentialCode> => {
  const letters = bare(typed)
  if (!isBase58(letters)) return refuse('code-character')
  if (letters.length === 22) return accept(dashed(letters, groupsOf22))
  if (letters.length === 15)
    return hasOwnCheckDigit(letters) ? accept(dashed(letters, groupsOf15)) : refuse('code-check-digit')
  if (letters.length !== 23) return refuse('code-length')
  const fits = base58Alphabet[remainder(letters.slice(0, 22))] === letters[22]
  return fits ? accept(dashed(letters.slice(0, 22), groupsOf22)) : refuse('code-check-digit')
}

const bare = (typed: string) => typed.replace(/[\s\-·]/g, '')

const dashed = (letters: string, lengths: readonly number[]) => {
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0))
  return ends.map((end, index) => letters.slice(end - lengths[index]!, end)).join('-') as CredentialCode
}

const digitsOf = (letters: string) => [...letters].map((letter) => base58Alphabet.indexOf(letter))

const remainder = (letters: string) =>
  digitsOf(letters).reduce((sum, digit, index) => (sum + digit * (index + 1)) % 59, 0)

/** Belenios 2.0: the 15 characters, read as a number in base 58 with the last one added, are divisible by 53. */
const hasOwnCheckDigit = (letters: string) => {
  const digits = digitsOf(letters)
  const own = digits.pop()!
  const value = digits.reduce((sum, digit) => (sum * 58 + digit) % 53, 0)
  return (value + own) % 53 === 0
}
