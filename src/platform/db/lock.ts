import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Lets the data folder go; ending the process does the same, however it ends. */
export type Unlock = () => Promise<void>

/**
 * Takes a data folder for this process alone; `undefined` when another has it. The lock is a local socket that the system takes
 * back with the process: after a kill -9 nothing is left to clean up.
 */
export const lockFolder = async (dataDir: string): Promise<Unlock | undefined> => {
  const address = addressOf(dataDir)
  const taken = await listenOn(address)
  if (taken || process.platform === 'linux' || process.platform === 'win32') return taken
  // Elsewhere the socket is a file, which a killed process leaves behind: nobody answers on it.
  if (await answers(address)) return undefined
  rmSync(address, { force: true })
  return listenOn(address)
}

const addressOf = (dataDir: string): string => {
  const name = `asamblea-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

const listenOn = (address: string) =>
  new Promise<Unlock | undefined>((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.unref()
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(() => new Promise((done) => void server.close(() => done()))))
  })

const answers = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(address, () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.end())
  })
