import type { Doors } from '../db/doors.ts'
import type { FaultReport } from '../http/refusal.ts'
import type { Upkeep } from '../upkeep/upkeep.ts'
import type { Vault } from '../vault/vault.ts'

/** What the composition root builds once and every request may use. */
export type Deployment = {
  readonly doors: Doors
  readonly vault: Vault
  readonly upkeep: Upkeep
  /** Where people reach this server, without a trailing slash. */
  readonly publicUrl: string
  readonly secrets: DeploymentSecrets
  readonly clock: () => Date
  readonly demo: boolean
  /** Where faults are written down, without what anybody wrote; the cause itself may quote it and is for tests. */
  readonly report: (fault: FaultReport, cause: unknown) => void
}

/** Secrets that belong to the server and not to an organization; opened with the master key at start. */
export type DeploymentSecrets = {
  /** Encrypts authenticator secrets and signs what sign-in hands out. */
  readonly access: Buffer
  /** X25519 private key: opens what phones sealed while offline. */
  readonly courier: Buffer
}
