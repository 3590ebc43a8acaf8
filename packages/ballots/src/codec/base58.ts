import { randomBelow } from '../random.ts'

/** The 58 characters that cannot be mistaken for one another in print (no 0, O, I or l). */
export const base58Alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** `length` random Base58 characters, 5.858 bits each. */
export const randomBase58 = (length: number): string =>
  Array.from({ length }, () => base58Alphabet[Number(randomBelow(58n))]).join('')

export const isBase58 = (word: string): boolean =>
  [...word].every((letter) => base58Alphabet.includes(letter))
