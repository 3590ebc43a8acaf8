// Builds what the browser is given: the application, then the service worker, which must know the files of the first.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { pageHtml } from '../packages/ballots/scripts/build-page.ts'

const output = 'dist/client'

await build({ logLevel: 'warn' })

// The verifier as one file that works by double click, at an address that does not change.
writeFileSync(join(output, 'asamblea-verify.html'), await pageHtml())

type Chunk = {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  assets?: string[]
  src?: string
}
const chunks = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** What works without a signal: the shell and the screens so named, with all they import. */
const offlineFiles = (screens: RegExp, workers: string): string[] => {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = chunks[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const inner of chunk.imports ?? []) visit(inner)
  }
  for (const [name, chunk] of Object.entries(chunks)) {
    if (chunk.isEntry || screens.test(chunk.file)) visit(name)
  }
  // The other workers read lists of people at a desk.
  for (const file of readdirSync(join(output, 'workers')))
    if (file.startsWith(workers)) files.add(`workers/${file}`)
  return [...files].map((file) => `/${file}`).sort()
}

const files = ['/index.html', '/manifest.webmanifest', '/icon.svg', ...offlineFiles(/assets\/gate-/, 'pin.')]
// Many times what a phone carries: only the tablet of a booth keeps it, when it opens the booth.
const boothFiles = offlineFiles(/assets\/(booth|BoothPage)-/, 'work.').filter((file) => !files.includes(file))
const version = createHash('sha256')
for (const file of [...files, ...boothFiles]) version.update(readFileSync(join(output, file)))

await build({
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['source', 'module', 'browser'] },
  define: {
    __FILES__: JSON.stringify(files.map((file) => (file === '/index.html' ? '/' : file))),
    __BOOTH_FILES__: JSON.stringify(boothFiles),
    __VERSION__: JSON.stringify(version.digest('hex').slice(0, 12)),
  },
  build: {
    outDir: output,
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'chrome100',
    lib: { entry: 'src/worker.ts', formats: ['es'], fileName: () => 'worker.js' },
    reportCompressedSize: false,
  },
})
// A library that checks by building code from text would be refused by the page's policy, and is weight that the server already carries.
for (const name of readdirSync(join(output, 'assets')))
  if (name.endsWith('.js') && readFileSync(join(output, 'assets', name), 'utf8').includes('$ZodType'))
    throw new Error(
      `${name} holds a schema library: a screen imports a schema's values; take them from words.ts`,
    )

console.log(`dist/client: ${files.length} files kept for work without a signal`)
