// Builds dist/asamblea-verify.html: the verifier as one file that works offline, by double click.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'

const home = dirname(import.meta.dirname)

/** The whole page. Its policy admits this one script and this one style by their hashes, and no connection. */
export const pageHtml = async (): Promise<string> => {
  const worker = await bundled('src/page/worker.ts', {})
  const script = (await bundled('src/page/page.ts', { workerSource: JSON.stringify(worker) })).replaceAll(
    '</script',
    '<\\/script',
  )
  const style = readFileSync(join(home, 'src/page/style.css'), 'utf8')
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Comprobar una elección</title>
<style>${style}</style>
<body>
<noscript>Esta página necesita JavaScript. / This page needs JavaScript.</noscript>
<script>${script}</script>
</html>
`
}

/** One entry with all it imports, as a script that leaves nothing behind. */
export const bundled = async (entry: string, define: Record<string, string>): Promise<string> => {
  const built = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry: resolve(home, entry), formats: ['iife'], name: 'asamblea' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output) || output.output.length !== 1)
    throw new Error(`${entry} gave more than one file`)
  return output.output[0].code
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
