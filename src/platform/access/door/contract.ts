import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import {
  Alias,
  Enrolled,
  Label,
  Login,
  OrganizationKind,
  PasskeyResponse,
  Password,
  Role,
  TimeZone,
  Token,
} from '../schema.ts'

const anyone = { may: 'anyone' } as const
const Done = z.strictObject({})

/** A password with an authenticator app, or a passkey: one of the two ways into a desk account. */
const Credentials = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('password'),
    password: Password,
    secret: z.string().max(64),
    code: z.string().max(12),
  }),
  z.strictObject({ kind: z.literal('passkey'), response: PasskeyResponse, label: Label }),
])

/** What may be done before anyone is known: found the first organization, accept an invitation, sign in. */
export const doorContract = {
  state: operation(anyone, 'GET', '/door').output(z.strictObject({ empty: z.boolean(), demo: z.boolean() })),
  found: operation(anyone, 'POST', '/door/organization')
    .input(
      z.strictObject({
        name: z.string().trim().min(2).max(120),
        kind: OrganizationKind,
        timeZone: TimeZone,
        owners: z.tuple([Alias, Alias]),
      }),
    )
    .output(z.strictObject({ invitations: z.tuple([Token, Token]) })),
  invitation: operation(anyone, 'POST', '/door/invitation')
    .input(z.strictObject({ token: Token }))
    .output(
      z.strictObject({ organization: z.string(), role: Role, alias: z.string(), recovery: z.boolean() }),
    ),
  authenticator: operation(anyone, 'POST', '/door/authenticator')
    .input(z.strictObject({ login: Login }))
    .output(z.strictObject({ secret: z.string(), uri: z.string() })),
  passkeyOptions: operation(anyone, 'POST', '/door/passkey-options')
    .input(z.strictObject({ login: Login }))
    .output(z.unknown()),
  joinWithAccount: operation(anyone, 'POST', '/door/account')
    .input(z.strictObject({ token: Token, login: Login, credentials: Credentials }))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()) })),
  joinWithPhone: operation(anyone, 'POST', '/door/phone')
    .input(z.strictObject({ token: Token, label: Label }))
    .output(Enrolled),
  signIn: operation(anyone, 'POST', '/door/session')
    .input(z.strictObject({ login: Login, password: Password, code: z.string().max(20) }))
    .output(Done),
  signInOptions: operation(anyone, 'POST', '/door/passkey-session-options').output(z.unknown()),
  signInWithPasskey: operation(anyone, 'POST', '/door/passkey-session')
    .input(z.strictObject({ response: PasskeyResponse }))
    .output(Done),
  signInWithPhone: operation(anyone, 'POST', '/door/phone-session')
    .input(z.strictObject({ secret: Token }))
    .output(Done),
}
