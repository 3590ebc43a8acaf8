import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { DemoAccount } from '../src/platform/access/seed.ts'
import { findChromium } from '../src/testing/chromium.ts'
import { dataFolder, startServer, stopServer } from '../src/testing/program.ts'

export type Site = { url: string; dataDir: string; chromium: string; accounts: DemoAccount[] }

declare module 'vitest' {
  interface ProvidedContext {
    site: Site
  }
}

/** vitest's global set-up: a server with the demo world, started as a person would start it, and a browser. */
export const setup = async (project: TestProject) => {
  const chromium = findChromium()
  const { folder, drop } = dataFolder()
  const server = await startServer({ DATA_DIR: folder, DEMO: 'on' })
  const { accounts } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'))
  project.provide('site', { url: server.url, dataDir: folder, chromium, accounts })
  return async () => {
    await stopServer(server)
    drop()
  }
}
