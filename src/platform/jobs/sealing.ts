import { sql } from 'kysely'
import { sealLog } from '../access/team/store.log.ts'
import type { OrgId } from '../db/brand.ts'
import type { Doors } from '../db/doors.ts'

/**
 * Seals the access log of every organization, one at a time and each in a transaction of its own, until nothing is open.
 * Cut short anywhere, the next run goes on where the chain ends. At shutdown `until` takes in the last minute too.
 */
export const sealLogs = async (doors: Doors, until: Date): Promise<void> => {
  for (const orgId of await organizations(doors)) {
    while ((await doors.asJob(orgId, (tx) => sealLog(tx, orgId, until))) > 0);
  }
}

/** The last seal before the server stops, when nobody is writing any more. */
export const sealEverything = (doors: Doors, now: Date) => sealLogs(doors, new Date(now.getTime() + 3600_000))

const organizations = (doors: Doors): Promise<OrgId[]> =>
  doors.asDoor(async (tx) => {
    const { rows } = await sql<{ id: OrgId }>`select id from door.organizations() as id`.execute(tx)
    return rows.map(({ id }) => id)
  })
