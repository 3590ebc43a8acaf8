import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { hashHex } from '../hash.ts'

/** Every record starts with one header block, and its body is padded to whole blocks. */
export const blockBytes = 512

/** A larger record than this is refused: it would not fit in a string. A list of 400,000 credentials does. */
export const maxBodyBytes = 256 * 2 ** 20

export const headerName = 'BELENIOS'

/** One record of the archive as bytes: an old-style (version 7) tar entry named by the hash of its body. */
export const writeRecord = (kind: 'data' | 'event', text: string, timestampSeconds: number): Uint8Array =>
  entry(`${hashHex(text)}.${kind}.json`, utf8ToBytes(text), timestampSeconds)

/** The first record of every archive. */
export const writeHeader = (timestampSeconds: number): Uint8Array =>
  entry(headerName, utf8ToBytes(headerText(timestampSeconds)), timestampSeconds)

export const headerText = (timestampSeconds: number): string =>
  `{"version":1,"timestamp":"${timestampSeconds}"}`

const entry = (name: string, body: Uint8Array, timestampSeconds: number) =>
  concatBytes(
    headerBlock({ name, size: body.length, timestampSeconds }),
    body,
    new Uint8Array(paddingOf(body.length)),
  )

export const paddingOf = (size: number): number => (blockBytes - (size % blockBytes)) % blockBytes

export type Header = { readonly name: string; readonly size: number; readonly timestampSeconds: number }

/** The only accepted spelling of a header block; the checksum is taken with spaces in its own place. */
export const headerBlock = ({ name, size, timestampSeconds }: Header): Uint8Array => {
  const block = new Uint8Array(blockBytes)
  const put = (text: string, at: number) => block.set(utf8ToBytes(text), at)
  put(name, 0)
  put('0000644', 100)
  put('0000000', 108)
  put('0000000', 116)
  put(octal(size, 11), 124)
  put(octal(timestampSeconds, 11), 136)
  put('        ', 148)
  put('0', 156)
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(`${octal(sum, 6)}\0 `, 148)
  return block
}

/** The header that a block spells, or undefined when `headerBlock` would not have written it so. */
export const readHeaderBlock = (block: Uint8Array): Header | undefined => {
  const field = (start: number, length: number) => {
    const bytes = block.subarray(start, start + length)
    const end = bytes.indexOf(0)
    return latin(end < 0 ? bytes : bytes.subarray(0, end))
  }
  const [name, size, time] = [field(0, 100), field(124, 12), field(136, 12)]
  if (!isOctal(size) || !isOctal(time)) return undefined
  const header = {
    name,
    size: Number.parseInt(size, 8),
    timestampSeconds: Number.parseInt(time, 8),
  }
  return sameBytes(headerBlock(header), block) ? header : undefined
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** The text of a body, or undefined when it is not UTF-8. */
export const textOfBody = (body: Uint8Array): string | undefined => {
  try {
    return decoder.decode(body)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
const isOctal = (text: string) => /^[0-7]{11}$/.test(text)
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)
