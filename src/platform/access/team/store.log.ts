import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OrgId } from '../../db/brand.ts'
import type { Actor, Tx } from '../../db/doors.ts'

type Line = {
  id: number
  at: Date
  membershipId: string | null
  verb: string
  target: string
  targetId: string | null
  people: number | null
  refused: boolean
}

const columns = ['id', 'at', 'membershipId', 'verb', 'target', 'targetId', 'people', 'refused'] as const

/** What is written of an act: who did what to which record, never its content. */
export type Entry = {
  verb: string
  target: string
  targetId?: string | undefined
  /** How many people one act opened or carried off, where it is more than one. */
  people?: number | undefined
  refused?: boolean
}

export const writeLog = async (
  tx: Tx,
  { orgId, membershipId }: Pick<Actor, 'orgId' | 'membershipId'>,
  { verb, target, targetId, people, refused = false }: Entry,
) => {
  await tx
    .insertInto('accessLog')
    .values({
      orgId,
      membershipId,
      verb,
      target,
      targetId: targetId ?? null,
      people: people ?? null,
      refused,
    })
    .execute()
}

/** A page of fifty lines of the access log, newest first, with the alias of who did it. */
export const findLog = (tx: Tx, { orgId }: Actor, before: number | undefined) =>
  tx
    .selectFrom('accessLog as l')
    .leftJoin('memberships as m', (join) =>
      join.onRef('m.orgId', '=', 'l.orgId').onRef('m.id', '=', 'l.membershipId'),
    )
    .select(['l.id', 'l.at', 'm.alias as by', 'l.verb', 'l.target', 'l.targetId', 'l.people', 'l.refused'])
    .select(sql<boolean>`l.batch is not null`.as('sealed'))
    .where('l.orgId', '=', orgId)
    .$if(before !== undefined, (query) => query.where('l.id', '<', before!))
    .orderBy('l.id', 'desc')
    .limit(50)
    .execute()

/**
 * Seals the open lines into the next batch: its digest covers them and the digest before, so that a line changed, removed or
 * put in between breaks the chain from there on. Lines of the last minute wait, so that none is committed behind a seal.
 */
export const sealLog = async (tx: Tx, orgId: OrgId, now: Date): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('access_log'), hashtext(${orgId}))`.execute(tx)
  const lines = await openLines(tx, orgId, new Date(now.getTime() - 60_000))
  if (lines.length === 0) return 0
  const last = await lastBatch(tx, orgId)
  const number = (last?.number ?? 0) + 1
  const previous = last?.digest ?? Buffer.alloc(32)
  const [firstId, lastId] = [lines[0]!.id, lines.at(-1)!.id]
  const batch = {
    orgId,
    number,
    firstId,
    lastId,
    entries: lines.length,
    previous,
    digest: digestOf(previous, lines),
  }
  await tx.insertInto('accessBatches').values(batch).execute()
  const ids = lines.map(({ id }) => id)
  await tx
    .updateTable('accessLog')
    .set({ batch: number })
    .where('orgId', '=', orgId)
    .where('id', 'in', ids)
    .execute()
  return lines.length
}

/** Computes the whole chain anew: which batch is the first that no longer matches, and the digest it ends with. */
export const checkLog = async (tx: Tx, orgId: OrgId) => {
  const batches = await tx
    .selectFrom('accessBatches')
    .selectAll()
    .where('orgId', '=', orgId)
    .orderBy('number')
    .execute()
  let previous: Buffer = Buffer.alloc(32)
  let firstBroken: number | null = null
  for (const [at, batch] of batches.entries()) {
    const lines = await sealedLines(tx, orgId, batch.number)
    const sound =
      batch.number === at + 1 &&
      batch.previous.equals(previous) &&
      lines.length === batch.entries &&
      digestOf(previous, lines).equals(batch.digest)
    if (!sound) firstBroken ??= at + 1
    previous = batch.digest
  }
  const { waiting } = await tx
    .selectFrom('accessLog')
    .select((count) => count.fn.countAll<number>().as('waiting'))
    .where('orgId', '=', orgId)
    .where('batch', 'is', null)
    .executeTakeFirstOrThrow()
  const head = previous.toString('hex')
  return { batches: batches.length, sound: firstBroken === null, firstBroken, head, waiting }
}

const openLines = (tx: Tx, orgId: OrgId, until: Date) =>
  tx
    .selectFrom('accessLog')
    .select(columns)
    .where('orgId', '=', orgId)
    .where('batch', 'is', null)
    .where('at', '<', until)
    .orderBy('id')
    .limit(5_000)
    .execute()

const sealedLines = (tx: Tx, orgId: OrgId, batch: number) =>
  tx
    .selectFrom('accessLog')
    .select(columns)
    .where('orgId', '=', orgId)
    .where('batch', '=', batch)
    .orderBy('id')
    .execute()

const lastBatch = (tx: Tx, orgId: OrgId) =>
  tx
    .selectFrom('accessBatches')
    .select(['number', 'digest'])
    .where('orgId', '=', orgId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const digestOf = (previous: Buffer, lines: readonly Line[]): Buffer => {
  const hash = createHash('sha256').update(previous)
  for (const { id, at, membershipId, verb, target, targetId, people, refused } of lines) {
    hash.update(
      `${JSON.stringify([id, at.toISOString(), membershipId, verb, target, targetId, people, refused])}\n`,
    )
  }
  return hash.digest()
}
