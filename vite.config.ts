import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contract } from './src/contract.ts'

/** The browser needs of the contract only each operation's method and path: types come from the source, checks are the server's. */
const slimContract = (): Plugin => ({
  name: 'slim-contract',
  resolveId: (id) => (id === 'virtual:contract' ? id : undefined),
  load: (id) =>
    id === 'virtual:contract'
      ? `export const contract = ${JSON.stringify(minifyContractRouter(contract))}`
      : undefined,
})

export default defineConfig({
  root: 'src',
  publicDir: 'ui/public',
  plugins: [react(), slimContract()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: ['chrome100', 'safari16', 'firefox115'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // All of the gate in one file, and all of the booth, so that they are on the device before the signal is gone.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'gate', test: /screens\/gate\// },
            { name: 'booth', test: /votes\/booth\/screens\// },
          ],
        },
      },
    },
  },
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
})
