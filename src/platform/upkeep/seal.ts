import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { derived, type Key } from '../vault/keys.ts'
import { damaged } from './archive.ts'

/** What opens a sealed file: the server's master key, the passphrase it was made with, or an age identity. */
export type Opening = { master: Key } | { passphrase: string } | { identity: string }
/** Who a file is sealed for; `recipient` is an age public key (`age1…`). */
export type Sealing = { master: Key } | { passphrase: string } | { recipient: string }

/** Compresses and seals lines: gzip inside age (age-encryption.org/v1), which authenticates every 64 kB and the end. */
export const sealed = async (
  lines: AsyncIterable<string>,
  sealing: Sealing,
): Promise<ReadableStream<Uint8Array>> => {
  const encrypter = new Encrypter()
  if ('passphrase' in sealing) {
    encrypter.setPassphrase(sealing.passphrase)
    encrypter.setScryptWorkFactor(workFactor)
  } else
    encrypter.addRecipient('recipient' in sealing ? sealing.recipient : await recipientOf(sealing.master))
  const source = Readable.from(lines, { objectMode: true, highWaterMark: 1 })
  const packed = createGzip({ level: 4 })
  source.on('error', (error) => packed.destroy(error))
  packed.on('close', () => source.destroy())
  source.pipe(packed)
  return encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>)
}

// Our passphrases are 125 random bits: nobody guesses them, however cheap a guess is.
const workFactor = 14

/** The lines of a sealed file. Throws a `damaged` error when it is not one, or not for this key. */
export async function* opened(file: ReadableStream<Uint8Array>, opening: Opening): AsyncGenerator<string> {
  const decrypter = new Decrypter()
  if ('passphrase' in opening) decrypter.addPassphrase(tidyPassphrase(opening.passphrase))
  else decrypter.addIdentity('identity' in opening ? opening.identity : await identityOf(opening.master))
  const plain = await decrypter.decrypt(file).catch((cause: Error) => {
    throw damaged(cause.message.startsWith('no identity matched') ? 'wrong-key' : 'not-an-archive', cause)
  })
  const packed = Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0])
  const unpacked = createGunzip()
  packed.on('error', () => unpacked.destroy(damaged('damaged')))
  unpacked.on('close', () => packed.destroy())
  packed.pipe(unpacked)
  unpacked.setEncoding('utf8')
  yield* linesOf(unpacked)
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of texts) {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') throw damaged('cut-off')
}

const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** The X25519 identity that a server's backups are sealed for: derived from its master key, so that two sheets open them. */
const identityOf = (master: Key): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'pkcs8',
    Buffer.concat([pkcs8, derived(master, 'backup')]),
    { name: 'X25519' },
    false,
    ['deriveBits'],
  )

export const recipientOf = async (master: Key): Promise<string> =>
  identityToRecipient(await identityOf(master))

/** Whether a text is an age public key: its letters add up. */
export const isRecipient = (text: string): boolean => {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

// Crockford's base 32: no letter that is read as another.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 125 random bits in five groups of five, to be written down: `X7K2M-…`. */
export const newPassphrase = (): string =>
  Array.from({ length: 5 }, () => [...randomBytes(5)].map((byte) => alphabet[byte % 32]).join('')).join('-')

/** As a person may type one of ours: lower case, without dashes, O for 0. Another's is left as it is. */
const tidyPassphrase = (typed: string): string => {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{25}$/.test(letters)
    ? (letters.match(/.{5}/g)?.join('-') ?? typed)
    : typed.trim()
}
