import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, startCluster } from './cluster.ts'

/** A database that is thrown away at `end`: for tests, benches and code generation. `settings` are `name=value`. */
export const scratchCluster = async (
  settings: string[] = [],
): Promise<Cluster & { folder: string; end: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-'))
  // As root the database runs as another user, who must be able to enter.
  chmodSync(folder, 0o711)
  const cluster = await startCluster(folder, settings)
  const end = async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...cluster, folder, end }
}
