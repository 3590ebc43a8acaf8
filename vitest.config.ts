import { defineConfig } from 'vitest/config'

// Packages of this repository are taken from their source, in what vitest runs itself (the tests; `__vitest__`: the global
// set-up) and in what it hands to Node.
const conditions = ['source', 'node', 'development|production']
const resolve = { conditions, externalConditions: ['source', 'node'] }
const shared = {
  resolve: { conditions },
  ssr: { resolve },
  environments: { ssr: { resolve }, __vitest__: { resolve } },
}

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: { name: 'packages', include: ['packages/*/{src,test}/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        ...shared,
        test: {
          name: 'app',
          include: ['src/**/*.test.ts'],
          globalSetup: ['src/testing/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          setupFiles: ['e2e/said.ts'],
          sequence: { hooks: 'list' },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
