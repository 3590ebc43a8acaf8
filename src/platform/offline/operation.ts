import type * as z from 'zod'
import type { Actor, Tx } from '../db/doors.ts'
import type { OrgVault } from '../vault/vault.ts'

/** What an operation written offline may use when it is applied; `actor` is who wrote it, whoever lets it in. */
export type FieldCall = {
  readonly tx: Tx
  readonly actor: Actor
  readonly vault: OrgVault
  readonly now: Date
}

/** One operation as it was written: its input, and when by the server's clock. */
export type Written<Input> = { readonly id: string; readonly input: Input; readonly writtenAt: Date }

/** What became of one operation: done, or refused with a code of its module's catalogue. */
export type Outcome = { outcome: 'done' } | { outcome: 'refused'; refusal: string }

/**
 * One kind of operation that phones may write offline. `apply` takes a run of them at once, so that a day's work is a few
 * statements, and answers for each in the same order.
 */
export type OperationKind<Input = unknown> = {
  readonly version: number
  readonly input: z.ZodType<Input>
  /** What phones that were not updated yet still write, by version; each is kept for 180 days after the last was written. */
  readonly older?: Readonly<Record<number, OlderVersion>>
  readonly apply: (call: FieldCall, written: readonly Written<Input>[]) => Promise<Outcome[]>
}

/** An older version's input, and the pure function that makes of it the next version's. */
export type OlderVersion = {
  readonly input: z.ZodType
  readonly upgrade: (input: never) => unknown
}

export const olderVersion = <Input>(
  input: z.ZodType<Input>,
  upgrade: (input: Input) => unknown,
): OlderVersion => ({ input, upgrade })

// biome-ignore lint/suspicious/noExplicitAny: each kind is checked against its own input when it is declared.
export type OperationKinds = Readonly<Record<string, OperationKind<any>>>

export const operationKind = <Input>(kind: OperationKind<Input>): OperationKind<Input> => kind

export const done: Outcome = { outcome: 'done' }
export const refused = (refusal: string): Outcome => ({ outcome: 'refused', refusal })
