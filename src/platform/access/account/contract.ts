import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { Label, Membership, PasskeyResponse, Password, Token } from '../schema.ts'

const signedIn = { may: 'account' } as const
const confirmed = { may: 'account', fresh: true } as const
const Done = z.strictObject({})
/** The first 16 hexadecimal digits of a session's digest: enough to name it, useless to hold it. */
const SessionName = z.string().regex(/^[0-9a-f]{16}$/)

/** One's own account: organizations, keys, sessions. */
export const accountContract = {
  get: operation(signedIn, 'GET', '/account').output(
    z.strictObject({
      login: z.string().nullable(),
      hasPassword: z.boolean(),
      recoveryCodes: z.number().int(),
      organizations: z.array(Membership),
      passkeys: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          createdAt: z.date(),
          usedAt: z.date().nullable(),
        }),
      ),
      sessions: z.array(
        z.strictObject({
          name: SessionName,
          label: z.string(),
          createdAt: z.date(),
          seenAt: z.date(),
          current: z.boolean(),
        }),
      ),
    }),
  ),
  prove: operation(signedIn, 'POST', '/account/proof')
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('password'), password: Password, code: z.string().max(20) }),
        z.strictObject({ kind: z.literal('passkey'), response: PasskeyResponse }),
        z.strictObject({ kind: z.literal('phone'), secret: Token }),
      ]),
    )
    .output(Done),
  join: operation(signedIn, 'POST', '/account/memberships')
    .input(z.strictObject({ token: Token }))
    .output(z.strictObject({ orgId: z.string() })),
  changePassword: operation(confirmed, 'PUT', '/account/password')
    .input(z.strictObject({ password: Password }))
    .output(Done),
  changeAuthenticator: operation(confirmed, 'PUT', '/account/authenticator')
    .input(z.strictObject({ secret: z.string().max(64), code: z.string().max(12) }))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()) })),
  passkeyOptions: operation(confirmed, 'POST', '/account/passkey-options').output(z.unknown()),
  addPasskey: operation(confirmed, 'POST', '/account/passkeys')
    .input(z.strictObject({ response: PasskeyResponse, label: Label }))
    .output(Done),
  removePasskey: operation(confirmed, 'DELETE', '/account/passkeys/{id}')
    .input(z.strictObject({ id: z.string().max(400) }))
    .output(Done),
  endSession: operation(signedIn, 'DELETE', '/account/sessions/{name}')
    .input(z.strictObject({ name: SessionName }))
    .output(Done),
  endOtherSessions: operation(signedIn, 'DELETE', '/account/sessions').output(Done),
  signOut: operation(signedIn, 'DELETE', '/account/session').output(Done),
}
