import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { asKey, decrypt, encrypt } from '../vault/keys.ts'

const place = (accountId: string) => `accounts/authenticator/${accountId}`

/** A new secret for an authenticator app (RFC 6238) and the address that its QR code carries. */
export const newAuthenticator = (login: string): { secret: string; uri: string } => {
  const totp = new TOTP({ issuer: 'Agenda', label: login, secret: new Secret({ size: 20 }) })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/**
 * The time step a code belongs to, one step either way for a slow clock; `undefined` when it matches none, its step was
 * already used (`usedStep`), or one of the two is no secret and no code at all.
 */
export const stepOf = (secret: string, code: string, now: Date, usedStep = 0): number | undefined => {
  if (!/^[A-Z2-7]{16,64}$/.test(secret) || !/^\d{6}$/.test(code.replaceAll(' ', ''))) return undefined
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code.replaceAll(' ', ''), timestamp, window: 1 })
  if (delta === null) return undefined
  const step = TOTP.counter({ timestamp }) + delta
  return step > usedStep ? step : undefined
}

export const sealAuthenticator = (key: Buffer, accountId: string, secret: string): Buffer =>
  encrypt(asKey(key), place(accountId), Buffer.from(secret))

export const openAuthenticator = (key: Buffer, accountId: string, sealed: Buffer): string =>
  decrypt(asKey(key), place(accountId), sealed).toString()

// Crockford's base 32: no letter that is read as another.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten single-use codes of 50 bits, to print: `XXXXX-XXXXX`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })

export const recoveryHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest()
