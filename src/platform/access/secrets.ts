import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Doors } from '../db/doors.ts'
import { decrypt, encrypt, type Key } from '../vault/keys.ts'
import type { DeploymentSecrets } from './deployment.ts'

/** Opens the server's own secrets with the master key, making each on the first start. */
export const openSecrets = async (doors: Doors, master: Key): Promise<DeploymentSecrets> => ({
  access: await secret(doors, master, 'access'),
  courier: await secret(doors, master, 'courier'),
})

const place = (name: string) => `deployment_keys/${name}`

/** One of the server's secrets as it works; throws when another master key sealed it. */
export const openDeploymentKey = (master: Key, name: string, sealed: Uint8Array): Buffer =>
  decrypt(master, place(name), sealed)

export const sealDeploymentKey = (master: Key, name: string, secret: Uint8Array): Buffer =>
  encrypt(master, place(name), secret)

const secret = (doors: Doors, master: Key, name: string): Promise<Buffer> =>
  doors.asDoor(async (tx) => {
    const { rows } = await sql<{
      sealed: Buffer | null
    }>`select door.deployment_key(${name}) as sealed`.execute(tx)
    if (rows[0]?.sealed) return openDeploymentKey(master, name, rows[0].sealed)
    const made = sealDeploymentKey(master, name, randomBytes(32))
    const kept = await sql<{
      sealed: Buffer
    }>`select door.keep_deployment_key(${name}, ${made}) as sealed`.execute(tx)
    return openDeploymentKey(master, name, kept.rows[0]!.sealed)
  })
