import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { asKey, fingerprint, type Key } from './keys.ts'

// A sheet carries 40 bytes: version, the key's fingerprint (6), its share (33, Shamir over GF(256), Cure53 and Zellic audits).
// In Crockford's base 32 that is exactly four lines of sixteen letters, and two more per line to find a slip of the pen.
const version = 1
const lineLetters = 16
const lines = 4
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How a sheet is read aloud and typed: four lines of five groups, the last group of each its check. */
export type SheetLines = readonly [string, string, string, string]

/** Three sheets of which any two give the master key back, and one alone tells nothing of it. */
export const sheetsOf = async (key: Key): Promise<SheetLines[]> => {
  const shares = await split(new Uint8Array(key), 3, 2)
  const print = Buffer.from(fingerprint(key), 'hex')
  return shares.map((share) => linesOf(Buffer.concat([Buffer.of(version), print, share])))
}

const linesOf = (bytes: Buffer): SheetLines => {
  const letters = base32(bytes)
  const line = (at: number) => {
    const text = letters.slice(at * lineLetters, (at + 1) * lineLetters)
    return `${text.match(/.{4}/g)!.join(' ')} ${checkOf(at, text)}`
  }
  return [line(0), line(1), line(2), line(3)]
}

/** What the sheet's QR code carries: its letters and nothing else. */
export const sheetText = (sheet: SheetLines): string => sheet.join('').replaceAll(' ', '')

/** What was typed or scanned from one sheet, or which line of it does not add up (from 1). */
export type ReadSheet =
  | { readable: true; fingerprint: string; share: Uint8Array }
  | { readable: false; line: number | null }

export const readSheet = (typed: string): ReadSheet => {
  const letters = tidy(typed)
  const width = lineLetters + 2
  if (letters.length !== lines * width) return { readable: false, line: null }
  const texts = Array.from({ length: lines }, (_, at) => letters.slice(at * width, (at + 1) * width))
  const wrong = texts.findIndex((text, at) => !isSound(at, text))
  if (wrong >= 0) return { readable: false, line: wrong + 1 }
  const bytes = bytesOf(texts.map((text) => text.slice(0, lineLetters)).join(''))
  if (bytes[0] !== version) return { readable: false, line: 1 }
  return {
    readable: true,
    fingerprint: bytes.subarray(1, 7).toString('hex'),
    share: new Uint8Array(bytes.subarray(7)),
  }
}

/** The key that two sheets give, or why they give none: the same sheet twice, sheets of two keys, or of two printings. */
export type Rebuilt = { key: Key } | { problem: 'same-sheet' | 'other-key' | 'other-printing' }

export const rebuilt = async (
  one: Extract<ReadSheet, { readable: true }>,
  other: Extract<ReadSheet, { readable: true }>,
): Promise<Rebuilt> => {
  if (one.fingerprint !== other.fingerprint) return { problem: 'other-key' }
  if (Buffer.from(one.share).equals(other.share)) return { problem: 'same-sheet' }
  // The last byte of a share is its place on the curve: no two of one printing have the same.
  if (one.share.at(-1) === other.share.at(-1)) return { problem: 'other-printing' }
  const key = asKey(await combine([one.share, other.share]))
  return fingerprint(key) === one.fingerprint ? { key } : { problem: 'other-printing' }
}

/** Whether a typed line is the sheet's line at this place (from 0). */
export const isSoundLine = (at: number, typed: string): boolean => {
  const letters = tidy(typed)
  return letters.length === lineLetters + 2 && isSound(at, letters)
}

const isSound = (at: number, text: string): boolean =>
  [...text].every((letter) => alphabet.includes(letter)) &&
  checkOf(at, text.slice(0, lineLetters)) === text.slice(lineLetters)

/** Two letters that change with the line's place and with any letter of it. */
const checkOf = (at: number, text: string): string => {
  const digest = createHash('sha256').update(`${at}${text}`).digest()
  return alphabet[digest[0]! >> 3]! + alphabet[digest[1]! >> 3]!
}

const tidy = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')

const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .match(/.{5}/g)!
    .map((five) => alphabet[Number.parseInt(five, 2)])
    .join('')
}

const bytesOf = (letters: string): Buffer => {
  const bits = [...letters].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((eight) => Number.parseInt(eight, 2)))
}
