import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../testing/authenticator.ts'
import { newPasskey } from '../../../testing/passkey.ts'
import { type Client, newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import type { OrgId } from '../../db/brand.ts'
import type { Role } from '../roles.ts'

let world: World
let alba: OrgId
let ana: Person
let olga: Person

beforeAll(async () => {
  world = await newWorld()
  alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  olga = await world.join(alba, 'Olga', 'owner')
})
afterAll(() => world.end())

const stranger = () => world.client({})
const challengeIn = (options: unknown) => (options as { challenge: string }).challenge
const wanted = (role: Role, alias: string) => ({ id: randomUUID(), role, alias, listIds: [] })
const password = 'caballo tornillo lluvia nopal'

/** Somebody with a user name, a password and a session at a computer. */
const atDesk = async (login: string): Promise<{ api: Client; secret: string; membershipId: string }> => {
  const invitation = wanted('coordinator', login)
  const approvalId = randomUUID()
  await ana.api.team.askApproval({ id: approvalId, kind: 'coordinator', subject: null, reason: '' })
  await olga.api.team.grantApproval({ id: approvalId })
  const { token } = await ana.api.team.invite({ ...invitation, approvalId })
  const { secret } = await stranger().door.authenticator({ login })
  const code = codeOf(secret, world.deployment.clock())
  const answered = await world.app.request('/api/door/account', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, login, credentials: { kind: 'password', password, secret, code } }),
  })
  return { ...(await sessionIn(answered)), secret, membershipId: invitation.id }
}

const sessionIn = async (answered: Response) => {
  if (answered.status !== 200) throw new Error(await answered.text())
  const cookie = answered.headers.getSetCookie()[0]!.split(';')[0]!
  return { api: world.client({ cookie, 'asamblea-organization': alba }) }
}

/** Signs in with a passkey alone, as on another machine. */
const withPasskey = async (key: ReturnType<typeof newPasskey>) =>
  world.app.request('/api/door/passkey-session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response: key.signIn(challengeIn(await stranger().door.signInOptions())) }),
  })

const add = async (api: Client, key: ReturnType<typeof newPasskey>, challenge: string) =>
  api.account.addPasskey({ response: key.register(challenge), label: 'Otra' })

describe('whoever takes a phone while it is open', () => {
  test('adds no key that would outlive the phone', async () => {
    const beto = await world.join(alba, 'Beto', 'coordinator')
    const key = newPasskey()
    const { account } = beto.api
    expect(await refusalOf(account.passkeyOptions())).toBe('access.phone-only')
    // Anybody may have a challenge from the door.
    const challenge = challengeIn(await stranger().door.passkeyOptions({ login: 'beto' }))
    expect(await refusalOf(add(beto.api, key, challenge))).toBe('access.phone-only')
    expect(await refusalOf(account.changePassword({ password }))).toBe('access.phone-only')
    const { secret } = await stranger().door.authenticator({ login: 'beto' })
    const code = codeOf(secret, world.deployment.clock())
    expect(await refusalOf(account.changeAuthenticator({ secret, code }))).toBe('access.phone-only')
    const again = await stranger().door.signInWithPhone({ secret: beto.secret })
    expect(again).toEqual({})
    await ana.api.team.revokeDevice({ id: beto.deviceId })
    expect(await refusalOf(account.get())).toBe('signed-out')
    expect(await refusalOf(stranger().door.signInWithPhone({ secret: beto.secret }))).toBe(
      'access.device-unknown',
    )
    expect((await withPasskey(key)).status).toBe(401)
    const { rows } = await world.owner.query(
      'select from passkeys p join memberships m using (account_id) where m.id = $1',
      [beto.membershipId],
    )
    expect(rows).toEqual([])
  })

  test('comes back by no invitation, request or grant that was made with it', async () => {
    const ciro = await world.join(alba, 'Ciro', 'coordinator')
    const { token } = await ciro.api.team.invite(wanted('organizer', 'Nadie'))
    const asked = randomUUID()
    await ciro.api.team.askApproval({ id: asked, kind: 'coordinator', subject: null, reason: '' })
    const granted = randomUUID()
    await olga.api.team.askApproval({ id: granted, kind: 'coordinator', subject: null, reason: '' })
    await ciro.api.team.grantApproval({ id: granted })
    await ana.api.team.revokeDevice({ id: ciro.deviceId })
    const phone = { token, label: 'x' }
    expect(await refusalOf(stranger().door.joinWithPhone(phone))).toBe('access.invitation-over')
    expect(await refusalOf(ana.api.team.grantApproval({ id: asked }))).toBe('access.request-over')
    const invitation = { ...wanted('coordinator', 'Luz'), approvalId: granted }
    expect(await refusalOf(olga.api.team.invite(invitation))).toBe('access.second-person')
    expect((await ana.api.team.invitations()).map(({ alias }) => alias)).not.toContain('Nadie')
  })

  test('does not take from its owner the new phone that two others agreed on', async () => {
    const dora = await world.join(alba, 'Dora', 'coordinator')
    const id = randomUUID()
    await ana.api.team.askApproval({ id, kind: 'recovery', subject: dora.membershipId, reason: '' })
    await olga.api.team.grantApproval({ id })
    const asked = { id: randomUUID(), membershipId: dora.membershipId, approvalId: id }
    await ana.api.team.revokeDevice({ id: dora.deviceId })
    const { token } = await ana.api.team.recover(asked)
    const back = await stranger().door.joinWithPhone({ token, label: 'Android nuevo' })
    expect(back.membershipId).toBe(dora.membershipId)
  })
})

describe('somebody at a desk', () => {
  test('adds a passkey, just confirmed, and signs in with it alone', async () => {
    const { api } = await atDesk('elia')
    const key = newPasskey()
    await add(api, key, challengeIn(await api.account.passkeyOptions()))
    const other = await sessionIn(await withPasskey(key))
    expect((await other.api.account.get()).passkeys.map(({ id }) => id)).toEqual([key.id])
    expect(await refusalOf(api.account.removePasskey({ id: 'none' }))).toBe('missing')
    await api.account.removePasskey({ id: key.id })
    expect((await withPasskey(key)).status).toBe(401)
  })

  test('who left the session open confirms first, with a password and a new code', async () => {
    const { api, secret } = await atDesk('fidel')
    const key = newPasskey()
    const challenge = challengeIn(await api.account.passkeyOptions())
    await world.owner.query(
      `update sessions set proved_at = now() - interval '11 minutes' from accounts a where a.id = account_id and a.login = 'fidel'`,
    )
    expect(await refusalOf(api.account.passkeyOptions())).toBe('prove-again')
    expect(await refusalOf(add(api, key, challenge))).toBe('prove-again')
    const code = codeOf(secret, new Date(world.deployment.clock().getTime() + 30_000))
    const typed = { kind: 'password' as const, password, code }
    expect(await refusalOf(api.account.prove({ ...typed, password: 'no es esta clave' }))).toBe(
      'access.wrong',
    )
    expect((await withPasskey(key)).status).toBe(401)
    await api.account.prove(typed)
    await add(api, key, challengeIn(await api.account.passkeyOptions()))
    expect((await withPasskey(key)).status).toBe(200)
  })

  test('whose membership ended enters nothing of the organization with a passkey', async () => {
    const { api, membershipId } = await atDesk('gema')
    const key = newPasskey()
    await add(api, key, challengeIn(await api.account.passkeyOptions()))
    await ana.api.team.end({ id: membershipId as Person['membershipId'] })
    const other = await sessionIn(await withPasskey(key))
    expect((await other.api.account.get()).organizations).toEqual([])
    expect(await refusalOf(other.api.team.members())).toBe('missing')
  })
})
