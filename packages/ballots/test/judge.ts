import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The independent judge: belenios-tool 2.0, as Debian 12 packages it. */
export const tool = (args: readonly string[], options: { cwd?: string; input?: string } = {}): string => {
  try {
    return execFileSync('belenios-tool', args, { encoding: 'utf8', stdio: 'pipe', ...options })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('belenios-tool is missing. On Debian 12: apt-get install -y belenios-tool')
    throw error
  }
}

/** What the tool says of an archive: accepted, or the end of its complaint. */
export const judgedByTool = (uuid: string, archive: Uint8Array): { accepted: boolean; said: string } =>
  inFolder((folder) => {
    writeFileSync(join(folder, `${uuid}.bel`), archive)
    try {
      tool(['election', 'verify', '--dir', folder])
      return { accepted: true, said: '' }
    } catch (error) {
      const { stderr = '', status } = error as { stderr?: string; status?: number }
      if (status === undefined) throw error
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
