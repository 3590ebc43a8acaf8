import { sealLog } from '../access/team/store.log.ts'
import type { OrgId } from '../db/brand.ts'
import type { Doors } from '../db/doors.ts'
import { organizationIds } from '../upkeep/store.organizations.ts'

/**
 * Seals the access log of every organization, one at a time and each in a transaction of its own, until nothing is open.
 * Cut short anywhere, the next run goes on where the chain ends. At shutdown `until` takes in the last minute too.
 */
export const sealLogs = async (doors: Doors, until: Date): Promise<void> => {
  const failures: unknown[] = []
  for (const orgId of await doors.asDoor(organizationIds)) {
    await sealWhole(doors, orgId, until).catch((error) => failures.push(error))
  }
  // One organization's fault never keeps the others' logs open.
  if (failures.length > 0) throw failures[0]
}

const sealWhole = async (doors: Doors, orgId: OrgId, until: Date) => {
  while ((await doors.asJob(orgId, (tx) => sealLog(tx, orgId, until))) > 0);
}

/** The last seal before the server stops, when nobody is writing any more. */
export const sealEverything = (doors: Doors, now: Date) => sealLogs(doors, new Date(now.getTime() + 3600_000))
