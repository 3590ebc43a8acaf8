import { sql } from 'kysely'
import type { OrgId } from '../db/brand.ts'
import { planned } from '../db/connection.ts'
import type { Actor, Tx } from '../db/doors.ts'

export type Known = {
  id: string
  outcome: 'done' | 'refused' | 'waiting' | 'dismissed'
  refusal: string | null
}

/** One delivery of a phone at a time: what it wrote is applied in the order it was written. */
export const lockDevice = (tx: Tx, deviceId: string) =>
  planned(tx, sql`select pg_advisory_xact_lock(hashtextextended(${deviceId}, 1))`)

export const findKnown = async (tx: Tx, orgId: OrgId, ids: readonly string[]): Promise<Known[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('operations')
        .select(['id', 'outcome', 'refusal'])
        .where('orgId', '=', orgId)
        .where('id', 'in', [...ids])
        .execute()

/** What fails inside leaves nothing behind, and the transaction goes on. */
export const inSavepoint = async <T>(tx: Tx, work: () => Promise<T>): Promise<T> => {
  await sql`savepoint operation`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint operation`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint operation`.execute(tx)
    throw error
  }
}

export type Decided = Known & { sequence: number; kind: string; sealed: Buffer | null }

export const keepOutcomes = async (tx: Tx, orgId: OrgId, deviceId: string, decided: readonly Decided[]) => {
  if (decided.length === 0) return
  const column = <Value>(read: (one: Decided) => Value) => decided.map(read)
  await planned(
    tx,
    sql`insert into operations (org_id, device_id, id, sequence, kind, outcome, refusal, sealed)
    select ${orgId}, ${deviceId}, * from unnest(${column((one) => one.id)}::uuid[], ${column((one) => one.sequence)}::int[],
      ${column((one) => one.kind)}::text[], ${column((one) => one.outcome)}::text[], ${column((one) => one.refusal)}::text[],
      ${column((one) => one.sealed)}::bytea[])`,
  )
}

export const findWaiting = (tx: Tx, { orgId }: Actor) =>
  tx
    .selectFrom('operations as o')
    .innerJoin('devices as d', (join) =>
      join.onRef('d.orgId', '=', 'o.orgId').onRef('d.id', '=', 'o.deviceId'),
    )
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.orgId', '=', 'd.orgId').onRef('m.id', '=', 'd.membershipId'),
    )
    .select(['o.id', 'm.alias as author', 'o.receivedAt'])
    .where('o.orgId', '=', orgId)
    .where('o.outcome', '=', 'waiting')
    .orderBy('o.receivedAt')
    .orderBy('o.sequence')
    .limit(200)
    .execute()

/** One operation that waits for an owner, locked, with who wrote it. */
export const takeWaiting = (tx: Tx, { orgId }: Actor, id: string) =>
  tx
    .selectFrom('operations as o')
    .innerJoin('devices as d', (join) =>
      join.onRef('d.orgId', '=', 'o.orgId').onRef('d.id', '=', 'o.deviceId'),
    )
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.orgId', '=', 'd.orgId').onRef('m.id', '=', 'd.membershipId'),
    )
    .select(['o.id', 'o.sealed', 'o.receivedAt', 'd.id as deviceId', 'm.id as membershipId', 'm.alias'])
    .where('o.orgId', '=', orgId)
    .where('o.id', '=', id)
    .where('o.outcome', '=', 'waiting')
    .forUpdate('o')
    .executeTakeFirst()

export const settle = (
  tx: Tx,
  { orgId, membershipId }: Actor,
  id: string,
  settled: Omit<Known, 'id'> & { kind?: string },
) =>
  tx
    .updateTable('operations')
    .set({ ...settled, sealed: null, decidedBy: membershipId })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
