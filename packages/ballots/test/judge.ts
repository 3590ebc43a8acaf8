import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Options = { readonly cwd?: string; readonly input?: string }

/** The independent judge: belenios-tool 2.0, as Debian 12 packages it. Installs it where that can be done. */
export const tool = (args: readonly string[], options: Options = {}): string => {
  try {
    return run('belenios-tool', args, options)
  } catch (error) {
    if (!isMissing(error)) throw error
    install()
    return run('belenios-tool', args, options)
  }
}

/** Installs the tool from Debian when we may; else says what to do. A suite without its judge must not pass. */
const install = () => {
  const wanted =
    'belenios-tool 2.0 is missing. On Debian 12, as root: apt-get update && apt-get install -y belenios-tool'
  if (process.getuid?.() !== 0) throw new Error(wanted)
  try {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'belenios-tool'])
  } catch (cause) {
    throw new Error(wanted, { cause })
  }
}

const run = (command: string, args: readonly string[], options: Options = {}): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...options,
  })

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What the tool says of an archive: accepted, or the end of its complaint. */
export const judgedByTool = (uuid: string, archive: Uint8Array): { accepted: boolean; said: string } =>
  inFolder((folder) => {
    writeFileSync(join(folder, `${uuid}.bel`), archive)
    try {
      tool(['election', 'verify', '--dir', folder])
      return { accepted: true, said: '' }
    } catch (error) {
      const { stderr = '', status } = error as { stderr?: string; status?: number }
      if (typeof status !== 'number') throw error
      return { accepted: false, said: stderr.trim().split('\n').at(-1) ?? '' }
    }
  })

export const inFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-ballots-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
