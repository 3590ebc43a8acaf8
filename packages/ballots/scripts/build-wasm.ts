// Compiles wasm/*.ts with AssemblyScript and writes the modules, in Base64, where the library reads them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const home = dirname(import.meta.dirname)
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
  'bin/asc.js',
)

/** The text of `src/wasm/modules.ts`, which is committed; a test compiles again and compares. */
export const compiledModules = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'asamblea-wasm-'))
  try {
    const [modp, ed25519] = ['modp', 'ed25519'].map((name) => compile(name, join(folder, `${name}.wasm`)))
    return [
      '// Written by `npm run build:wasm` from wasm/*.ts. Do not edit.',
      `export const modpBase64 =\n  '${modp}'`,
      `export const ed25519Base64 =\n  '${ed25519}'`,
      '',
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const compile = (name: string, out: string) => {
  const features = ['--enable', 'simd', '--enable', 'relaxed-simd']
  const lean = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--memoryBase', '1024']
  execFileSync(process.execPath, [compiler, `wasm/${name}.ts`, ...lean, ...features, '-o', out], {
    cwd: home,
  })
  return readFileSync(out).toString('base64')
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(home, 'src/wasm/modules.ts'), compiledModules())
