import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { DemoAccount } from '../src/platform/access/seed.ts'
import { dataFolder, startServer, stopServer } from '../src/testing/program.ts'

export type Site = { url: string; dataDir: string; chromium: string; accounts: DemoAccount[] }

declare module 'vitest' {
  interface ProvidedContext {
    site: Site
  }
}

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const installed = () => places.find((place) => place && existsSync(place))

/** The path of a Chromium: the machine's own, or Debian's package when root may install it. */
const findChromium = (): string => {
  const found = installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian for the journeys…')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const now = installed()
  if (!now) throw new Error('The journeys need Chromium: install it, or give its path in CHROMIUM.')
  return now
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
