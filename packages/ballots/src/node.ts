import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Source } from './archive/byte-queue.ts'
import { compareCopies } from './archive/compare.ts'
import type { Groups } from './group/group.ts'
import { nodeGroups as groupsOfNode } from './node/groups.ts'
import type { Result } from './result.ts'
import { type Pool, type Port, poolOf } from './verify/pool.ts'
import type { Progress, Verdict } from './verify/report.ts'
import { verifyArchive } from './verify/verify.ts'

/** The fastest groups of this Node, which give the same bytes as the pure ones. See `node/groups.ts`. */
export const nodeGroups = (): Promise<Groups> => groupsOfNode()

/** Workers for the long part of a verification; the caller closes the pool. */
export const nodePool = (workers: number = availableParallelism()): Pool =>
  poolOf(Array.from({ length: workers }, nodePort))

const nodePort = (): Port => {
  // The file keeps its extension when it is run from source.
  const file = `./node/check-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
  const worker = new Worker(new URL(file, import.meta.url))
  return {
    post: (request) => worker.postMessage(request),
    listen: (onReply, onFault) => {
      worker.on('message', onReply)
      worker.on('error', onFault)
      worker.on('exit', (code) => onFault(new Error(`a worker ended with code ${code}`)))
    },
    close: () => void worker.terminate(),
  }
}

/** A file as it is read, a megabyte at a time. Reading throws what the file system refuses. */
export const fileSource = (path: string): Source => createReadStream(path, { highWaterMark: 2 ** 20 })

export type VerifyFileOptions = {
  /** How many workers; 1 works in the calling thread. All processors when absent. */
  readonly workers?: number
  readonly onProgress?: (progress: Progress) => void
}

/** Verifies an archive on disk with all the machine has. Throws what the file system refuses. */
export const verifyFile = async (path: string, options: VerifyFileOptions = {}): Promise<Verdict> => {
  const { workers = availableParallelism(), onProgress } = options
  const groups = await nodeGroups()
  const shared = { groups, ...(onProgress ? { onProgress } : {}) }
  if (workers === 1) return verifyArchive(fileSource(path), shared)
  const pool = nodePool(workers)
  try {
    return await verifyArchive(fileSource(path), { ...shared, checker: pool })
  } finally {
    pool.close()
  }
}

/** Whether an earlier copy on disk is the beginning of a later one. */
export const compareFiles = (earlier: string, later: string): Promise<Result<{ readonly added: number }>> =>
  compareCopies(fileSource(earlier), fileSource(later))
