import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { refuse } from './refusals.ts'

/** A challenge is handed out once, lives five minutes, and is held in memory: after a restart people press the button again. */
const challenges = new Map<string, number>()
const fiveMinutes = 5 * 60_000

const remember = (challenge: string, now: Date) => {
  for (const [known, until] of challenges) if (until < now.getTime()) challenges.delete(known)
  challenges.set(challenge, now.getTime() + fiveMinutes)
}

const redeem = (now: Date) => (challenge: string) => {
  const until = challenges.get(challenge)
  challenges.delete(challenge)
  return until !== undefined && until >= now.getTime()
}

const site = (publicUrl: string) => ({ expectedOrigin: publicUrl, expectedRPID: new URL(publicUrl).hostname })

/** What the browser needs to make a passkey (WebAuthn level 2); names neither the organization nor the person. */
export const registrationOptions = async (publicUrl: string, login: string, accountId: string, now: Date) => {
  const options = await generateRegistrationOptions({
    rpName: 'Agenda',
    rpID: new URL(publicUrl).hostname,
    userName: login,
    userID: new Uint8Array(Buffer.from(accountId)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  remember(options.challenge, now)
  return options
}

/** The passkey that a registration proves, or a refusal. */
export const registeredPasskey = async (publicUrl: string, response: unknown, now: Date) => {
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: redeem(now),
    ...site(publicUrl),
  }).catch(() => undefined)
  if (!verified?.verified) throw refuse('access.passkey-failed')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey), counter }
}

export const signInOptions = async (publicUrl: string, now: Date) => {
  const options = await generateAuthenticationOptions({
    rpID: new URL(publicUrl).hostname,
    userVerification: 'required',
  })
  remember(options.challenge, now)
  return options
}

export type StoredPasskey = { id: string; publicKey: Buffer; counter: number }

/** The new signature counter of a passkey that signed our challenge, or a refusal. */
export const provenPasskey = async (
  publicUrl: string,
  response: unknown,
  stored: StoredPasskey,
  now: Date,
) => {
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: redeem(now),
    credential: { id: stored.id, publicKey: new Uint8Array(stored.publicKey), counter: stored.counter },
    ...site(publicUrl),
  }).catch(() => undefined)
  if (!verified?.verified) throw refuse('access.passkey-failed')
  return verified.authenticationInfo.newCounter
}
