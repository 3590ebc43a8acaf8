import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import type { AccountId, OrgId } from '../../db/brand.ts'
import type { DoorCall } from '../../http/call.ts'
import { newToken, tokenHash } from '../../http/session.ts'
import { newAuthenticator } from '../authenticator.ts'
import { registrationOptions, signInOptions } from '../passkeys.ts'
import { refuse } from '../refusals.ts'
import { newThrottle } from '../throttle.ts'
import { doorContract } from './contract.ts'
import { joinWithCredentials, joinWithNewPhone } from './join.ts'
import { signInWithPasskey, signInWithPassword, signInWithPhone } from './signin.ts'
import * as store from './store.ts'

const os = implement(doorContract).$context<DoorCall>()
const attempts = newThrottle(30, 5 * 60_000)

/**
 * Guessing from one address is slowed down before anything else is looked at. Counted before the work, so that many guesses
 * at once are each counted, and taken back when it was no guess: a whole hall, or every phone of a carrier, has one address.
 */
const slowed = async <T>({ address, now }: DoorCall, work: () => Promise<T>): Promise<T> => {
  const from = address()
  if (!attempts.allow(from, now)) throw refuse('access.wait')
  const done = await work()
  attempts.forgive(from)
  return done
}

export const doorHandlers = os.router({
  state: os.state.handler(async ({ context: { door, deployment } }) => ({
    empty: await door(store.isEmpty),
    demo: deployment.demo,
  })),
  found: os.found.handler(async ({ input: { owners, ...organization }, context }) =>
    context.door(async (tx) => {
      if (!(await store.isEmpty(tx))) throw refuse('access.not-empty')
      const id = randomUUID() as OrgId
      await store.foundOrganization(tx, { ...organization, id, ...context.deployment.vault.newOrgKey(id) })
      const invite = async (alias: string) => {
        const { token, hash } = newToken()
        await store.inviteOwner(tx, id, randomUUID(), hash, alias)
        return token
      }
      return { invitations: [await invite(owners[0]), await invite(owners[1])] as const }
    }),
  ),
  invitation: os.invitation.handler(({ input: { token }, context }) =>
    slowed(context, async () => {
      const found = await context.door((tx) => store.findInvitation(tx, tokenHash(token)))
      if (!found) throw refuse('access.invitation-over')
      const { orgName, role, alias, recovery } = found
      return { organization: orgName, role, alias, recovery }
    }),
  ),
  authenticator: os.authenticator.handler(({ input: { login } }) => newAuthenticator(login)),
  passkeyOptions: os.passkeyOptions.handler(({ input: { login }, context: { deployment, now } }) =>
    registrationOptions(deployment.publicUrl, login, randomUUID() as AccountId, now),
  ),
  joinWithAccount: os.joinWithAccount.handler(({ input, context }) =>
    slowed(context, () => joinWithCredentials(context, input)),
  ),
  joinWithPhone: os.joinWithPhone.handler(({ input, context }) =>
    slowed(context, () => joinWithNewPhone(context, input)),
  ),
  signIn: os.signIn.handler(({ input, context }) =>
    slowed(context, () => signInWithPassword(context, input)),
  ),
  signInOptions: os.signInOptions.handler(({ context: { deployment, now } }) =>
    signInOptions(deployment.publicUrl, now),
  ),
  signInWithPasskey: os.signInWithPasskey.handler(({ input, context }) =>
    slowed(context, () => signInWithPasskey(context, input.response)),
  ),
  signInWithPhone: os.signInWithPhone.handler(({ input, context }) =>
    slowed(context, () => signInWithPhone(context, input.secret)),
  ),
})
