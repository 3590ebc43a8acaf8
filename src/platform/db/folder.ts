import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { complain } from '../text/complaints.ts'

/** What an empty database and its log take, with room to work; a start with less would end halfway. */
const neededMegabytes = 150

/** Makes the data folder if it is not there, and complains at once when it cannot be used. */
export const prepareFolder = (dataDir: string, embedded: boolean, fresh = true) => {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    // Others may pass through, so that the database's own user reaches its data, and see nothing.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    rmSync(probe, { force: true })
    throw folderComplaint(error, dataDir) ?? error
  }
  if (embedded) refuseOtherUser(dataDir)
  if (embedded && fresh) refuseFullDisk(dataDir)
}

/** Whoever started it first made files that only they may read, and a database that only they may run. */
const refuseOtherUser = (dataDir: string) => {
  const made = statSync(join(dataDir, 'postgres.password'), { throwIfNoEntry: false })
  if (made && process.getuid && made.uid !== process.getuid())
    throw complain('other-user', { folder: dataDir, uid: made.uid })
}

export const refuseFullDisk = (folder: string, needed = neededMegabytes) => {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1_000_000)
  if (free < needed) throw complain('disk-full', { folder, free, needed })
}

/** The complaint behind a failed write, if somebody can mend it. */
export const folderComplaint = (error: unknown, folder: string) => {
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
    return complain('disk-full', { folder, free: 0, needed: neededMegabytes }, error)
  if (code && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT|ELOOP|EFBIG)$/.test(code))
    return complain('folder-refused', { folder }, error)
  return undefined
}
