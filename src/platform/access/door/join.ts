import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { AccountId, DeviceId } from '../../db/brand.ts'
import type { DoorCall } from '../../http/call.ts'
import { newToken, tokenHash } from '../../http/session.ts'
import { courierPublicKey } from '../../offline/courier.ts'
import { newRecoveryCodes, recoveryHash, sealAuthenticator, stepOf } from '../authenticator.ts'
import { registeredPasskey } from '../passkeys.ts'
import { hashPassword } from '../password.ts'
import { refuse } from '../refusals.ts'
import { isWeak } from '../rules.ts'
import type { Enrolled } from '../schema.ts'
import type { doorContract } from './contract.ts'
import { beginSession } from './signin.ts'
import * as store from './store.ts'

type Join = z.infer<NonNullable<(typeof doorContract.joinWithAccount)['~orpc']['inputSchema']>>

/** Accepts an invitation with a new desk account; answers with its recovery codes, shown this once. */
export const joinWithCredentials = async (call: DoorCall, { token, login, credentials }: Join) => {
  const id = randomUUID() as AccountId
  // The invitation first: nobody without one learns which user names exist, nor makes the server work.
  if (!(await call.door((tx) => store.findInvitation(tx, tokenHash(token)))))
    throw refuse('access.invitation-over')
  if (await call.door((tx) => store.findLogin(tx, login))) throw refuse('access.login-taken')
  const recoveryCodes = credentials.kind === 'password' ? newRecoveryCodes() : []
  const account = { id, login, recoveryHashes: recoveryCodes.map(recoveryHash) }
  const keys = credentials.kind === 'password' ? await passwordKeys(call, id, login, credentials) : noPassword
  const passkey =
    credentials.kind === 'passkey' &&
    (await registeredPasskey(call.deployment.publicUrl, credentials.response, call.now))
  await call.door(async (tx) => {
    await store.addAccount(tx, { ...account, ...keys })
    if (passkey) await store.addPasskey(tx, id, passkey, credentials.label)
    if (!(await store.claimInvitation(tx, tokenHash(token), id))) throw refuse('access.invitation-over')
    await beginSession(call, tx, { account: id })
  })
  return { recoveryCodes }
}

const noPassword = { passwordHash: null, authenticator: null }

type PasswordCredentials = Extract<Join['credentials'], { kind: 'password' }>

const passwordKeys = async (
  call: DoorCall,
  id: AccountId,
  login: string,
  { password, secret, code }: PasswordCredentials,
) => {
  if (isWeak(password, login)) throw refuse('access.weak-password')
  const step = stepOf(secret, code, call.now)
  if (step === undefined) throw refuse('access.wrong-code')
  const authenticator = sealAuthenticator(call.deployment.secrets.access, id, secret)
  return { passwordHash: await hashPassword(password), authenticator, step }
}

/** Accepts an invitation with a phone: no name, no e-mail, no password. What it returns is never shown again. */
export const joinWithNewPhone = (
  call: DoorCall,
  { token, label }: { token: string; label: string },
): Promise<Enrolled> =>
  call.door(async (tx) => {
    const account = randomUUID() as AccountId
    const deviceId = randomUUID() as DeviceId
    const secret = newToken()
    const send = newToken()
    await store.addAccount(tx, { id: account, login: null, ...noPassword, recoveryHashes: [] })
    const device = { id: deviceId, label, secretHash: secret.hash, sendHash: send.hash }
    const claimed = await store.claimInvitation(tx, tokenHash(token), account, device)
    if (!claimed) throw refuse('access.invitation-over')
    await beginSession(call, tx, { account, orgId: claimed.orgId, deviceId })
    const courierKey = courierPublicKey(call.deployment.secrets.courier)
    return { ...claimed, deviceId, secret: secret.token, send: send.token, courierKey }
  })
