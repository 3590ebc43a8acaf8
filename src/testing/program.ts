import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const project = join(import.meta.dirname, '../..')

/** A program of ours in a process of its own, as somebody would start it: what it wrote and how it ended. */
export type Program = {
  process: ChildProcess
  output: () => string
  /** The exit code; `null` after a signal. */
  ended: Promise<number | null>
}

/** Nothing of the test's own environment but what a program needs to run. */
const plainEnvironment = {
  PATH: process.env.PATH ?? '',
  LANG: 'en_US.UTF-8',
  // Many short programs of the same code: what one of them compiled, the next one reads.
  NODE_COMPILE_CACHE: join(tmpdir(), 'asamblea-compiled'),
}

export const runProgram = (
  file: 'src/main.ts' | 'src/admin.ts',
  env: Record<string, string>,
  args: readonly string[] = [],
  input = '',
): Program => {
  const child = spawn(process.execPath, ['--conditions=source', join(project, file), ...args], {
    cwd: project,
    env: { ...plainEnvironment, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { process: child, output: () => output, ended }
}

/** A server that answers, or the reason why there is none. */
export const startServer = async (env: Record<string, string>): Promise<Program & { url: string }> => {
  const port = env.PORT ?? String(await freePort())
  const program = runProgram('src/main.ts', { DEMO: 'off', ...env, PORT: port })
  const url = `http://localhost:${port}`
  let over = false
  void program.ended.then(() => (over = true))
  while (!over) {
    const response = await fetch(`${url}/healthz`).catch(() => undefined)
    if (response?.status === 200) return { ...program, url }
    await sleep(30)
  }
  throw new Error(`The server did not start: ${program.output()}`)
}

/** Settles as soon as a program has written something like this; fails when it ends before. */
export const untilSaid = async ({ output, ended }: Program, wanted: RegExp) => {
  let over = false
  void ended.then(() => (over = true))
  while (!wanted.test(output())) {
    if (over) throw new Error(`It never said ${wanted}: ${output()}`)
    await sleep(5)
  }
}

export const stopServer = ({ process: child, ended }: Program) => {
  child.kill('SIGTERM')
  return ended
}

/** A data folder of its own, which the database's user may pass through. */
export const dataFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-data-'))
  chmodSync(folder, 0o711)
  const drop = () => rmSync(folder, { recursive: true, force: true })
  return { folder, drop }
}

/** The process of the embedded database that holds a data folder. */
export const databaseProcess = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A command of the server's terminal on a data folder, answered from `input`. */
export const admin = async (dataDir: string, args: readonly string[], input = '') => {
  const program = runProgram('src/admin.ts', { DATA_DIR: dataDir }, args, input)
  return { code: await program.ended, output: program.output() }
}

/** Posts JSON to a running server's API. */
export const post = (url: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
