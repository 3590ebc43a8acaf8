import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { AccountId, DeviceId, ListId, MembershipId, OrgId } from '../db/brand.ts'
import type { Actor, Doors } from '../db/doors.ts'
import { newToken, tokenHash } from '../http/session.ts'
import { addOrganization, inviteByServer, type OrganizationKind } from '../upkeep/store.organizations.ts'
import type { Vault } from '../vault/vault.ts'
import { newAuthenticator, sealAuthenticator } from './authenticator.ts'
import { addAccount, claimInvitation } from './door/store.ts'
import { hashPassword } from './password.ts'
import type { Role } from './roles.ts'

/** What a demo account signs in with. Kept beside the database, because nobody chose it. */
export type DemoAccount = {
  alias: string
  organization: string
  role: Role
  login: string
  password: string
  secret: string
}

export type DemoOrganization = { id: OrgId; name: string; kind: OrganizationKind }
const timeZone = 'America/Mexico_City'

type Server = { owner: pg.Pool; doors: Doors; vault: Vault; accessKey: Buffer }

export const seedOrganization = async (
  { owner, vault }: Server,
  name: string,
  kind: OrganizationKind,
): Promise<DemoOrganization> => {
  const id = randomUUID() as OrgId
  await addOrganization(owner, { id, name, kind, timeZone, ...vault.newOrgKey(id) })
  return { id, name, kind }
}

export type Newcomer = {
  organization: DemoOrganization
  alias: string
  role: Role
  listIds?: readonly ListId[]
}
export type Joined = { actor: Actor; account: DemoAccount | undefined }

/** Somebody accepts an invitation: at a desk with a login, or with a phone and none. */
export const seedMember = async (
  server: Server,
  { organization, alias, role, listIds = [] }: Newcomer,
  login?: string,
): Promise<Joined> => {
  const { owner, doors, accessKey } = server
  const accountId = randomUUID() as AccountId
  const token = await inviteByServer(owner, organization.id, 'invite', { role, alias, listIds })
  const keys = login === undefined ? undefined : await keysFor(accessKey, accountId, login)
  const claimed = await doors.asDoor(async (tx) => {
    const { passwordHash = null, authenticator = null } = keys ?? {}
    await addAccount(tx, {
      id: accountId,
      login: login ?? null,
      passwordHash,
      authenticator,
      recoveryHashes: [],
    })
    return claimInvitation(tx, tokenHash(token), accountId, keys ? undefined : phone())
  })
  const { membershipId } = claimed as { membershipId: MembershipId }
  const actor = {
    orgId: organization.id,
    membershipId,
    accountId,
    role,
    alias,
    listIds,
    deviceId: null,
    timeZone,
    provedAt: new Date(),
  }
  const account = keys && { alias, organization: organization.name, role, login: login!, ...keys.shown }
  return { actor, account }
}

const keysFor = async (accessKey: Buffer, accountId: AccountId, login: string) => {
  const { secret } = newAuthenticator(login)
  const password = newPassword()
  return {
    passwordHash: await hashPassword(password),
    authenticator: sealAuthenticator(accessKey, accountId, secret),
    shown: { password, secret },
  }
}

// No letter that is read as another: the password is typed from a terminal.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve letters, about 59 bits. */
const newPassword = (): string => {
  const group = () => [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join('')
  return `${group()}-${group()}-${group()}`
}

const phone = () => ({
  id: randomUUID() as DeviceId,
  label: 'Android · Chrome',
  secretHash: newToken().hash,
  sendHash: newToken().hash,
})
