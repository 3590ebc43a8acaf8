// Builds what the browser is given: the application, then the service worker, which must know the files of the first.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { build, type Plugin } from 'vite'
import { pageHtml } from '../packages/ballots/scripts/build-page.ts'

const project = join(import.meta.dirname, '..')

/** Builds the application and its service worker into a folder; answers with the paths that a phone keeps. */
export const buildClient = async (
  output: string,
  plugins: readonly Plugin[] = [],
): Promise<readonly string[]> => {
  await build({
    root: join(project, 'src'),
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [...plugins],
    build: { outDir: output, emptyOutDir: true },
  })
  drawIcons(output)
  // The verifier as one file that works by double click, at an address that does not change.
  writeFileSync(join(output, 'asamblea-verify.html'), await pageHtml())
  const offline = offlineFilesOf(output)
  const files = ['/index.html', '/manifest.webmanifest', '/icon.svg', ...offline(/assets\/gate-/, 'pin.')]
  // Many times what a phone carries: only the tablet of a booth keeps it, when it opens the booth.
  const boothFiles = offline(/assets\/(booth|BoothPage)-/, 'work.').filter((file) => !files.includes(file))
  await buildWorker(output, files, boothFiles)
  refuseSchemas(output)
  return files
}

/** Cheap phones put only pixels on their home screen: the one drawing, in the sizes that the manifest names. */
const drawIcons = (output: string) => {
  const drawing = readFileSync(join(output, 'icon.svg'), 'utf8')
  for (const width of [192, 512]) {
    const pixels = new Resvg(drawing, { fitTo: { mode: 'width', value: width } }).render().asPng()
    writeFileSync(join(output, `icon-${width}.png`), pixels)
  }
}

type Chunk = {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  assets?: string[]
  src?: string
}

/** What works without a signal: the shell and the screens so named, with all they import, and the workers so named. */
const offlineFilesOf = (output: string) => {
  const chunks = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  return (screens: RegExp, workers: string): string[] => {
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
}

const buildWorker = async (output: string, files: readonly string[], boothFiles: readonly string[]) => {
  const version = createHash('sha256')
  for (const file of [...files, ...boothFiles]) version.update(readFileSync(join(output, file)))
  await build({
    root: project,
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
}

/** A library that checks by building code from text would be refused by the page's policy, and is weight that the server already carries. */
const refuseSchemas = (output: string) => {
  for (const name of readdirSync(join(output, 'assets')))
    if (name.endsWith('.js') && readFileSync(join(output, 'assets', name), 'utf8').includes('$ZodType'))
      throw new Error(
        `${name} holds a schema library: a screen imports a schema's values; take them from words.ts`,
      )
}

if (process.argv[1] === import.meta.filename) {
  const files = await buildClient(join(project, 'dist', 'client'))
  console.log(`dist/client: ${files.length} files kept for work without a signal`)
}
