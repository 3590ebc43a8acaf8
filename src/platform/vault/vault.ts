import { createHmac } from 'node:crypto'
import type { OrgId } from '../db/brand.ts'
import type { Tx } from '../db/doors.ts'
import { asKey, decrypt, derived, encrypt, fingerprint, imported, type Key, newKey } from './keys.ts'

/** Where a sealed value stands; a value does not open anywhere else. */
export type Place = { table: string; column: string; id: string }

/** Field encryption and blind indexes of one organization. */
export type OrgVault = {
  seal: (place: Place, text: string) => Buffer
  open: (place: Place, sealed: Uint8Array) => string
  /** A keyed digest to look a value up by equality; equal values of two organizations do not match. */
  blind: (kind: string, normalized: string) => Buffer
}

/** The vault of a deployment: hands out the vaults of its organizations, whose keys the master key opens. */
export type Vault = {
  of: (tx: Tx, orgId: OrgId) => Promise<OrgVault>
  newOrgKey: (orgId: OrgId) => SealedKey
  /** Drops an organization's key from memory: it was closed. */
  forget: (orgId: OrgId) => void
}

export type SealedKey = { sealed: Buffer; sealedWith: string }

export const openVault = (master: Key): Vault => {
  const known = new Map<OrgId, OrgVault>()
  const of = async (tx: Tx, orgId: OrgId) => {
    const vault = known.get(orgId) ?? orgVault(orgId, await dataKey(tx, orgId, master))
    known.set(orgId, vault)
    return vault
  }
  return { of, newOrgKey: (orgId) => newOrgKey(master, orgId), forget: (orgId) => void known.delete(orgId) }
}

const keyPlace = (orgId: string) => `org_keys/${orgId}`

const dataKey = async (tx: Tx, orgId: OrgId, master: Key): Promise<Key> => {
  const { sealed } = await tx
    .selectFrom('orgKeys')
    .select('sealed')
    .where('orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  return openOrgKey(master, orgId, sealed)
}

/** An organization's data key as it works; throws when another master key sealed it. */
export const openOrgKey = (master: Key, orgId: string, sealed: Uint8Array): Key =>
  asKey(decrypt(master, keyPlace(orgId), sealed))

/** The data key of a new organization, as it is stored when the organization is founded. */
export const newOrgKey = (master: Key, orgId: string): SealedKey => sealOrgKey(master, orgId, newKey())

export const sealOrgKey = (master: Key, orgId: string, key: Key): SealedKey => ({
  sealed: encrypt(master, keyPlace(orgId), key),
  sealedWith: fingerprint(master),
})

export const orgVault = (orgId: string, key: Key): OrgVault => {
  const fields = imported(derived(key, 'fields'))
  const index = imported(derived(key, 'index'))
  const at = ({ table, column, id }: Place) => `${orgId}/${table}/${column}/${id}`
  return {
    seal: (place, text) => encrypt(fields, at(place), Buffer.from(text)),
    open: (place, sealed) => decrypt(fields, at(place), sealed).toString(),
    blind: (kind, normalized) =>
      createHmac('sha256', index).update(`${kind}\0${normalized}`).digest().subarray(0, 16),
  }
}
