import { nationalNumber } from '#platform/text/phone.ts'
import { plain } from '#platform/text/plain.ts'
import type { OrgVault } from '#platform/vault/vault.ts'
import { nameBlock, nameKey } from './names.ts'
import type { Identity, PersonId } from './schema.ts'

const table = 'person_vault'
const fields = ['name', 'phone', 'address', 'identifier'] as const

/** The row of `person_vault` that holds an identity: each field encrypted for its place, and the blind indexes to find it. */
export const sealedIdentity = (vault: OrgVault, id: PersonId, identity: Identity) => {
  const seal = (column: (typeof fields)[number]) =>
    identity[column] ? vault.seal({ table, column, id }, identity[column]) : null
  return {
    name: seal('name'),
    phone: seal('phone'),
    address: seal('address'),
    identifier: seal('identifier'),
    ...blindIndexes(vault, identity),
  }
}

/** What an identity is looked up by, in this organization only. */
export const blindIndexes = (
  vault: OrgVault,
  { name, phone, identifier }: Pick<Identity, 'name' | 'phone' | 'identifier'>,
) => {
  const national = phone ? nationalNumber(phone) : undefined
  return {
    nameBlind: name ? vault.blind('name', nameKey(name)) : null,
    nameBlock: name ? vault.blind('block', nameBlock(name)) : null,
    phoneBlind: national ? vault.blind('phone', national) : null,
    identifierBlind: identifier ? vault.blind('identifier', plain(identifier)) : null,
  }
}

type Sealed = { personId: string } & Record<(typeof fields)[number], Buffer | null>

export const openedIdentity = (vault: OrgVault, sealed: Sealed): Identity => {
  const open = (column: (typeof fields)[number]) =>
    sealed[column] ? vault.open({ table, column, id: sealed.personId }, sealed[column]) : null
  return {
    name: open('name'),
    phone: open('phone'),
    address: open('address'),
    identifier: open('identifier'),
  }
}
