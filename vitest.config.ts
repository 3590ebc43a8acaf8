import { defineConfig } from 'vitest/config'

const shared = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: { name: 'packages', include: ['packages/*/{src,test}/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
})
