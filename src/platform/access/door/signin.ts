import type { Tx } from '../../db/doors.ts'
import type { DoorCall } from '../../http/call.ts'
import { deviceLabel } from '../../http/device.ts'
import { newToken, sessionCookie, tokenHash } from '../../http/session.ts'
import { openAuthenticator, recoveryHash, stepOf } from '../authenticator.ts'
import { provenPasskey } from '../passkeys.ts'
import { passwordMatches } from '../password.ts'
import { refuse } from '../refusals.ts'
import * as store from './store.ts'

/** Opens a session and sets its cookie; every earlier one stays listed until it is ended. */
export const beginSession = async (call: DoorCall, tx: Tx, session: Omit<store.SessionOf, 'label'>) => {
  const { token, hash } = newToken()
  await store.openSession(tx, hash, { ...session, label: deviceLabel(call.headers.get('user-agent') ?? '') })
  call.responseHeaders.append('set-cookie', sessionCookie(token, call.deployment.publicUrl))
  return {}
}

type Typed = { login: string; password: string; code: string }

/** Password with the authenticator's code or a recovery code. What failed is not told, nor whether there is such an account. */
export const signInWithPassword = async (call: DoorCall, { login, password, code }: Typed) => {
  const account = await call.door((tx) => store.findLogin(tx, login))
  const waits = isLocked(account, call.now)
  const matches = await passwordMatches(account?.passwordHash, password)
  const step = account && matches && !waits ? await secondFactor(call, account, code) : undefined
  if (!account || step === undefined) {
    if (account && !waits) await call.door((tx) => store.recordFailure(tx, account.accountId))
    throw refuse('access.wrong')
  }
  return call.door(async (tx) => {
    if (!(await store.recordSuccess(tx, account.accountId, step))) throw refuse('access.wrong')
    return beginSession(call, tx, { account: account.accountId })
  })
}

/** Several wrong tries, and not yet waited for. */
export const isLocked = (account: store.KnownAccount | undefined, now: Date): boolean =>
  account?.lockedUntil != null && account.lockedUntil > now

/** The authenticator's time step that the code used up; 0 for a recovery code, which is then gone. */
export const secondFactor = async (
  { door, deployment, now }: DoorCall,
  account: store.KnownAccount,
  code: string,
) => {
  const { accountId, authenticator, authenticatorStep } = account
  if (!authenticator) return undefined
  const secret = openAuthenticator(deployment.secrets.access, accountId, authenticator)
  const step = stepOf(secret, code, now, authenticatorStep)
  if (step !== undefined) return step
  return (await door((tx) => store.spendRecoveryCode(tx, accountId, recoveryHash(code)))) ? 0 : undefined
}

export const signInWithPasskey = (call: DoorCall, response: Record<string, unknown>) =>
  call.door(async (tx) => {
    const id = String(response.id ?? '')
    const stored = await store.findPasskey(tx, id)
    if (!stored) throw refuse('access.passkey-failed')
    const counter = await provenPasskey(call.deployment.publicUrl, response, { id, ...stored }, call.now)
    await store.notePasskeyUse(tx, id, counter)
    return beginSession(call, tx, { account: stored.accountId })
  })

export const signInWithPhone = (call: DoorCall, secret: string) =>
  call.door(async (tx) => {
    const device = await store.findDevice(tx, tokenHash(secret))
    if (!device) throw refuse('access.device-unknown')
    return beginSession(call, tx, {
      account: device.accountId,
      orgId: device.orgId,
      deviceId: device.deviceId,
    })
  })
