import { trustedWorker } from '../../http/trusted.ts'
import type { Sealed } from './database.ts'
import pinWorker from './pin.worker.ts?worker&url'

let waiting: Worker | undefined

/** Loads what checks a PIN while it is still being typed. */
export const expectPin = () => {
  waiting ??= trustedWorker(pinWorker)
}

/** The key a PIN gives with this phone's salt (Argon2id, in a worker so that the screen stays alive). */
export const keyOfPin = async (pin: string, salt: Uint8Array): Promise<CryptoKey> => {
  const worker = waiting ?? trustedWorker(pinWorker)
  waiting = undefined
  try {
    const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = () => reject(new Error('The PIN could not be checked on this phone.'))
      worker.postMessage({ pin, salt })
    })
    return importKey(bytes)
  } finally {
    worker.terminate()
  }
}

export const importKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

export const randomBytes = (size: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(size))

/** Encrypts a value for this phone; `place` is authenticated, so that one record cannot stand in for another. */
export const sealValue = async (key: CryptoKey, place: string, value: unknown): Promise<Sealed> => {
  const nonce = randomBytes(12)
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bytesOf(place) },
    key,
    plain,
  )
  return { nonce, bytes: new Uint8Array(bytes) }
}

/** `undefined` when the key is not the one, or a bit changed. */
export const openValue = async <Value>(
  key: CryptoKey,
  place: string,
  sealed: Sealed,
): Promise<Value | undefined> => {
  try {
    const iv = new Uint8Array(sealed.nonce)
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(place) },
      key,
      new Uint8Array(sealed.bytes),
    )
    return JSON.parse(new TextDecoder().decode(plain)) as Value
  } catch {
    return undefined
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
