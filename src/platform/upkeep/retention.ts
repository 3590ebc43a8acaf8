import type pg from 'pg'
import type { OrgId } from '../db/brand.ts'
import { asOwner } from '../db/owner.ts'

/** One record whose time is up. */
export type Due = { readonly orgId: OrgId; readonly id: string }

/**
 * What a module destroys once nothing asks that it be kept. `due` only looks; `destroy` asks again under a lock, and answers
 * false when it is no longer so. Both run as the schema's owner: no role of a request may destroy a frozen record.
 */
export type Retention = {
  /** What is destroyed, as the access log calls it. */
  readonly target: string
  readonly due: (owner: pg.Pool, now: Date) => Promise<readonly Due[]>
  readonly destroy: (client: pg.PoolClient, due: Due, now: Date) => Promise<boolean>
}

/** Destroys what is due, one record a transaction, and writes in its organization's log that it was. Answers how many. */
export const destroyDue = async (
  owner: pg.Pool,
  retentions: readonly Retention[],
  now: Date,
): Promise<number> => {
  let destroyed = 0
  for (const { target, due, destroy } of retentions)
    for (const one of await due(owner, now))
      destroyed += await asOwner(owner, async (client) => {
        if (!(await destroy(client, one, now))) return 0
        await client.query(
          `insert into access_log (org_id, at, verb, target, target_id) values ($1, $2, 'destroy', $3, $4)`,
          [one.orgId, now, target, one.id],
        )
        return 1
      })
  return destroyed
}
