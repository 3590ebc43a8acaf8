import type { Deployment } from '../access/deployment.ts'
import type { AccountId } from '../db/brand.ts'
import type { Actor, Doors, Tx } from '../db/doors.ts'
import type { OrgVault } from '../vault/vault.ts'

/** What every handler is given. */
type Always = {
  readonly now: Date
  readonly deployment: Deployment
  readonly language: 'es' | 'en'
  /** Salted digest of the caller's address, kept in memory only; for throttling. */
  readonly address: () => string
  /** Work to do once the transaction is committed; it may not fail the request. */
  readonly after: (work: () => Promise<void>) => void
  readonly headers: Headers
  readonly responseHeaders: Headers
}

/**
 * Before anyone is known. `door` opens a transaction that may execute the functions of schema `door` only; a handler opens it
 * when it needs it, so that somebody waiting for Argon2 holds no connection.
 */
export type DoorCall = Always & { readonly door: Doors['asDoor'] }

/** A signed-in account, outside any organization. */
export type AccountCall = DoorCall & { readonly account: Account }

export type Account = {
  readonly id: AccountId
  readonly sessionHash: Buffer
  readonly provedAt: Date
}

/** Somebody acting inside one organization. */
export type Call = Always & {
  readonly tx: Tx
  readonly actor: Actor
  readonly vault: OrgVault
  /** Today in the organization's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Adds a line to the access log: who did what to which record, without content; and to how many people, where it is more than one. */
  readonly log: (verb: string, target: string, targetId?: string, people?: number) => Promise<void>
}
