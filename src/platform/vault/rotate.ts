import type pg from 'pg'
import { openDeploymentKey, sealDeploymentKey } from '../access/secrets.ts'
import { asOwner } from '../db/owner.ts'
import { adoptNext, dropKey, type Keyring, readKey, type StoredKey, sealedKeys, writeKey } from './keyring.ts'
import { type Key, newKey } from './keys.ts'
import { openOrgKey, sealOrgKey } from './vault.ts'

/**
 * Gives the server a new master key: every key in the database is sealed anew in one transaction, and nothing of what they
 * seal is touched. Cut short at any step, the next start finds out which key is meant. The old key stays until `confirm`.
 */
export const rotate = async (owner: pg.Pool, keyring: Keyring, old: Key): Promise<Key> => {
  const key = newKey()
  writeKey(keyring, 'next', key)
  await asOwner(owner, async (client) => {
    await client.query('lock table org_keys, deployment_keys in share row exclusive mode')
    for (const stored of await sealedKeys(client)) await reseal(client, old, key, stored)
  })
  adoptNext(keyring)
  return key
}

const reseal = (client: pg.ClientBase, old: Key, key: Key, { kind, name, sealed }: StoredKey) => {
  if (kind === 'server') {
    const secret = openDeploymentKey(old, name, sealed)
    const again = sealDeploymentKey(key, name, secret)
    return client.query('update deployment_keys set sealed = $2 where name = $1', [name, again])
  }
  const again = sealOrgKey(key, name, openOrgKey(old, name, sealed))
  return client.query('update org_keys set sealed = $2, sealed_with = $3 where org_id = $1', [
    name,
    again.sealed,
    again.sealedWith,
  ])
}

/** Forgets the key before; `false` when there is none to forget. Backups made with it then need its own sheets. */
export const confirmRotation = (keyring: Keyring): boolean => {
  const there =
    readKey(keyring, 'previous') !== undefined ||
    (keyring.credential !== undefined && readKey(keyring, 'next') !== undefined)
  dropKey(keyring, 'previous')
  if (keyring.credential) dropKey(keyring, 'next')
  return there
}
