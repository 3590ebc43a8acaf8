import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/** vitest's global set-up: one PostgreSQL for the run. */
export const setup = async (project: TestProject) => {
  const { server, end } = await startTestServer()
  project.provide('server', server)
  return end
}
