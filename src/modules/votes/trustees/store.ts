import { sql } from 'kysely'
import type { OrgId } from '#platform/db/brand.ts'
import type { Doors, Tx } from '#platform/db/doors.ts'
import { tokenHash } from '#platform/http/session.ts'
import type { BoxId } from '../archive/schema.ts'

type Of = { readonly orgId: OrgId; readonly id: BoxId }

export type Trustee = {
  readonly number: number
  readonly name: string
  readonly certificate: string | null
  readonly dealing: string | null
  readonly verification: string | null
  readonly decrypted: boolean
}

/** The trustees of a box, by number. */
export const findTrustees = (tx: Tx, { orgId, id }: Of): Promise<readonly Trustee[]> =>
  tx
    .selectFrom('voteTrustees')
    .select(['number', 'name', 'certificate', 'dealing', 'verification', 'decrypted'])
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .orderBy('number')
    .execute()

export const insertTrustees = (
  tx: Tx,
  { orgId, id }: Of,
  trustees: readonly { number: number; name: string; tokenHash: Buffer }[],
) =>
  tx
    .insertInto('voteTrustees')
    .values(trustees.map((trustee) => ({ ...trustee, orgId, boxId: id })))
    .execute()

/** A new link for a trustee who lost theirs; the old one stops working. */
export const setLink = (tx: Tx, { orgId, id }: Of, number: number, hash: Buffer) =>
  tx
    .updateTable('voteTrustees')
    .set({ tokenHash: hash })
    .where('orgId', '=', orgId)
    .where('boxId', '=', id)
    .where('number', '=', number)
    .returning('name')
    .executeTakeFirst()

export type TrusteeOf = { readonly orgId: OrgId; readonly boxId: BoxId; readonly number: number }

/** The trustee whose link carries this token. */
export const findTrustee = (doors: Doors, token: string): Promise<TrusteeOf | undefined> =>
  doors.asDoor(async (tx) => {
    const { rows } = await sql<TrusteeOf>`select * from door.find_vote_trustee(${tokenHash(token)})`.execute(
      tx,
    )
    return rows[0]
  })

type Message = 'certificate' | 'dealing' | 'verification'

/** Publishes what a trustee made, once. Answers false when that step already stands. */
export const publish = async (
  tx: Tx,
  { orgId, boxId, number }: TrusteeOf,
  step: Message,
  message: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('voteTrustees')
    .set({ [step]: message })
    .where('orgId', '=', orgId)
    .where('boxId', '=', boxId)
    .where('number', '=', number)
    .where(step, 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const setDecrypted = (tx: Tx, { orgId, boxId, number }: TrusteeOf) =>
  tx
    .updateTable('voteTrustees')
    .set({ decrypted: true })
    .where('orgId', '=', orgId)
    .where('boxId', '=', boxId)
    .where('number', '=', number)
    .execute()
