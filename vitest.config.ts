import { defineConfig } from 'vitest/config'

// Packages of this repository are taken from their source, in what vitest runs itself and in what it hands to Node.
const conditions = ['source', 'node', 'development|production']
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
  environments: { ssr: { resolve: { conditions } }, __vitest__: { resolve: { conditions } } },
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
