import { implement } from '@orpc/server'
import type { AccountId } from '../../db/brand.ts'
import type { Tx } from '../../db/doors.ts'
import type { AccountCall } from '../../http/call.ts'
import { common } from '../../http/refusal.ts'
import { endedCookie, tokenHash } from '../../http/session.ts'
import { newRecoveryCodes, recoveryHash, sealAuthenticator, stepOf } from '../authenticator.ts'
import { addPasskey, claimInvitation, findInvitation } from '../door/store.ts'
import { registeredPasskey, registrationOptions } from '../passkeys.ts'
import { hashPassword } from '../password.ts'
import { refuse } from '../refusals.ts'
import { isWeak } from '../rules.ts'
import { accountContract } from './contract.ts'
import { prove } from './prove.ts'
import * as store from './store.ts'

const os = implement(accountContract).$context<AccountCall>()
const nameOf = (hash: Buffer) => hash.toString('hex').slice(0, 16)

/** A phone is its account's only key: another one, added while it was open in a stranger's hand, would outlive its being revoked. */
const atTheDesk = async (tx: Tx, account: AccountId): Promise<string> => {
  const { login } = await store.findAccount(tx, account)
  if (login === null) throw refuse('access.phone-only')
  return login
}

export const accountHandlers = os.router({
  get: os.get.handler(({ context: { door, account } }) =>
    door(async (tx) => {
      const { login, hasAuthenticator, passwordHash, codes } = await store.findAccount(tx, account.id)
      const sessions = await store.sessionsOf(tx, account.id)
      return {
        login,
        hasPassword: passwordHash !== null && hasAuthenticator,
        recoveryCodes: codes,
        organizations: await store.membershipsOf(tx, account.id),
        passkeys: await store.passkeysOf(tx, account.id),
        sessions: sessions.map(({ tokenHash, label, createdAt, seenAt }) => ({
          name: nameOf(tokenHash),
          label,
          createdAt,
          seenAt,
          current: tokenHash.equals(account.sessionHash),
        })),
      }
    }),
  ),
  prove: os.prove.handler(async ({ input, context }) => {
    await prove(context, input)
    await context.door((tx) => store.proveSession(tx, context.account.sessionHash))
    return {}
  }),
  join: os.join.handler(({ input: { token }, context: { door, account } }) =>
    door(async (tx) => {
      const invitation = await findInvitation(tx, tokenHash(token))
      if (!invitation || invitation.recovery) throw refuse('access.invitation-over')
      const memberships = await store.membershipsOf(tx, account.id)
      if (memberships.some(({ orgId }) => orgId === invitation.orgId)) throw refuse('access.already-member')
      const claimed = await claimInvitation(tx, tokenHash(token), account.id)
      if (!claimed) throw refuse('access.invitation-over')
      return { orgId: claimed.orgId }
    }),
  ),
  changePassword: os.changePassword.handler(async ({ input: { password }, context: { door, account } }) => {
    const login = await door((tx) => atTheDesk(tx, account.id))
    if (isWeak(password, login)) throw refuse('access.weak-password')
    const hash = await hashPassword(password)
    await door(async (tx) => {
      await store.changePassword(tx, account.id, hash)
      await store.endOtherSessions(tx, account.id, account.sessionHash)
    })
    return {}
  }),
  changeAuthenticator: os.changeAuthenticator.handler(({ input: { secret, code }, context }) => {
    const { door, account, now, deployment } = context
    const step = stepOf(secret, code, now)
    if (step === undefined) throw refuse('access.wrong-code')
    const recoveryCodes = newRecoveryCodes()
    const sealed = sealAuthenticator(deployment.secrets.access, account.id, secret)
    return door(async (tx) => {
      await atTheDesk(tx, account.id)
      await store.changeAuthenticator(tx, account.id, sealed, step, recoveryCodes.map(recoveryHash))
      return { recoveryCodes }
    })
  }),
  passkeyOptions: os.passkeyOptions.handler(({ context: { door, account, deployment, now } }) =>
    door(async (tx) =>
      registrationOptions(deployment.publicUrl, await atTheDesk(tx, account.id), account.id, now),
    ),
  ),
  addPasskey: os.addPasskey.handler(async ({ input: { response, label }, context }) => {
    const { door, account, deployment, now } = context
    await door((tx) => atTheDesk(tx, account.id))
    const passkey = await registeredPasskey(deployment.publicUrl, response, now)
    await door((tx) => addPasskey(tx, account.id, passkey, label))
    return {}
  }),
  removePasskey: os.removePasskey.handler(({ input: { id }, context: { door, account } }) =>
    door(async (tx) => {
      const { passkeys, passwordHash } = await store.findAccount(tx, account.id)
      if (passkeys <= 1 && passwordHash === null) throw refuse('access.last-key')
      if (!(await store.removePasskey(tx, account.id, id))) throw common.refuse('missing')
      return {}
    }),
  ),
  endSession: os.endSession.handler(({ input: { name }, context: { door, account } }) =>
    door(async (tx) => {
      const session = (await store.sessionsOf(tx, account.id)).find(
        ({ tokenHash }) => nameOf(tokenHash) === name,
      )
      if (!session) throw common.refuse('missing')
      await store.endSession(tx, session.tokenHash)
      return {}
    }),
  ),
  endOtherSessions: os.endOtherSessions.handler(async ({ context: { door, account } }) => {
    await door((tx) => store.endOtherSessions(tx, account.id, account.sessionHash))
    return {}
  }),
  signOut: os.signOut.handler(async ({ context: { door, account, responseHeaders, deployment } }) => {
    await door((tx) => store.endSession(tx, account.sessionHash))
    responseHeaders.append('set-cookie', endedCookie(deployment.publicUrl))
    responseHeaders.append('clear-site-data', '"cache"')
    return {}
  }),
})
