import { join } from 'node:path'
import type pg from 'pg'
import type { Deployment } from '#platform/access/deployment.ts'
import { sealEverything, sealLogs } from '#platform/jobs/sealing.ts'
import { every } from '#platform/jobs/timers.ts'
import { backUpInto, isDue, keptBackups } from '#platform/upkeep/nightly.ts'
import { destroyDue, type Retention } from '#platform/upkeep/retention.ts'
import type { Key } from '#platform/vault/keys.ts'

const minute = 60_000

export const backupsIn = (dataDir: string) => join(dataDir, 'backups')
export const sheetsIn = (dataDir: string) => join(dataDir, 'sheets')

type Kept = {
  deployment: Deployment
  owner: pg.Pool
  key: Key
  dataDir: string
  retentions: readonly Retention[]
  report: (error: unknown) => void
}

/**
 * What the running server does by itself: it seals the access logs, deletes what was closed, destroys what need no longer be kept, and makes the nightly backup when
 * the last one is a day old. `stop` waits for what is under way and seals one last time.
 */
export const keep = ({ deployment, owner, key, dataDir, retentions, report }: Kept) => {
  const { doors, clock, upkeep } = deployment
  const folder = backupsIn(dataDir)
  const timers = [
    every(5 * minute, () => sealLogs(doors, clock()), report),
    every(5 * minute, upkeep.finishClosings, report, 1_000),
    every(60 * minute, async () => void (await destroyDue(owner, retentions, clock())), report, 2 * minute),
    every(
      10 * minute,
      async () => {
        if (isDue(keptBackups(folder), clock())) await backUpInto(folder, owner, key, 'nightly', clock())
      },
      report,
      minute,
    ),
  ]
  const stop = async () => {
    await Promise.all(timers.map((timer) => timer.stop()))
    await sealEverything(doors, clock()).catch(report)
  }
  return { stop }
}
