import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const entries = Object.values(manifest.exports as Record<string, { source: string }>).map(
  ({ source }) => source,
)

const CITES = /\b(LFT|CPEUM|T-MEC|LFPED|RFC \d+|ISO \d+|IANA|INEGI|RENAPO|DOF|Ley de los Husos Horarios)\b/

/** Every exported function of a public module with the comment above it; null if there is none. */
const functionsOf = (source: string) => {
  const text = readFileSync(join(root, source), 'utf8')
  return [
    ...text.matchAll(
      /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export const (\w+)(?::[^=\n]+)? = (?:<[\s\S]*?>)?\(/gm,
    ),
  ].map(([, doc, name]) => ({ name: name!, doc: doc ?? null }))
}

describe('public functions', () => {
  it('are found at all', () => {
    expect(entries.flatMap(functionsOf).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['plan', 'explain', 'owedOnDismissal', 'checkList', 'preflight', 'planAsIcs']),
    )
  })

  it.each(entries)('%s: each says in its docstring on which article or standard it rests', (source) => {
    const silent = functionsOf(source).filter(({ doc }) => doc === null || !CITES.test(doc))
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})
