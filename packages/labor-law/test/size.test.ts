import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** An entry bundled as a page would carry it, with everything it imports. */
const bundled = async (entry: string): Promise<string> => {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source'] },
    build: { write: false, minify: true, lib: { entry: join(root, entry), formats: ['es'] } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error('nothing was bundled')
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
}

describe('on the phone', () => {
  it.each([
    ['what is owed', 'src/dismissal.ts', 12_000],
    ['the two months', 'src/limitation.ts', 12_000],
    ['a plan', 'src/plan.ts', 60_000],
    ['its words', 'src/step-text.ts', 20_000],
    ['the pre-flight of a certificate', 'src/preflight.ts', 45_000],
  ])('%s fits in its allowance and asks nothing of Node', async (_, entry, allowedBytes) => {
    const code = await bundled(entry)
    expect(code).not.toMatch(/node:|\brequire\(|\bprocess\.|ZodError/)
    const bytes = gzipSync(code).length
    expect(bytes).toBeGreaterThan(2000)
    expect(bytes).toBeLessThan(allowedBytes)
  })
})
