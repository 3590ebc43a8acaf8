import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Tally = { passed: number; failed: number }

const inherit = (command: string, args: string[]) =>
  new Promise<number>((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })

const binary = (name: string) => join('node_modules', '.bin', name)

/** One command that holds or does not: counts as one check. */
export const step = async (name: string, command: string, args: string[]): Promise<Tally> => {
  console.log(`\n— ${name}`)
  const code = await inherit(binary(command), args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** One script of ours under the pinned Node: counts as one check. */
export const script = async (name: string, file: string, args: string[]): Promise<Tally> => {
  console.log(`\n— ${name}`)
  const code = await inherit(process.execPath, ['--conditions=source', file, ...args])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** One vitest project under the pinned Node: counts each of its tests; a file that cannot be loaded fails. */
export const tests = async (name: string, project: string): Promise<Tally> => {
  console.log(`\n— ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-check-'))
  const report = join(folder, 'report.json')
  const code = await inherit(process.execPath, [
    '--conditions=source',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
