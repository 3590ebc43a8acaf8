import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { acts } from './acts.ts'

const sources = globSync('src/**/*.ts', { exclude: (path) => path.endsWith('.test.ts') })
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
const written = [
  ...sources.matchAll(/\blog\('([a-z -]+)', '([a-z -]+)'/g),
  ...sources.matchAll(/verb: '([a-z -]+)', target: '([a-z -]+)'/g),
].map(([, verb, target]) => [verb, target] as const)

test('the log has words for every act that is written, in both languages', () => {
  expect(written.length).toBeGreaterThan(50)
  for (const said of [acts.es, acts.en]) {
    const silent = written.filter(([verb, target]) => !said[`${verb} ${target}`] && !said[verb!])
    expect(silent).toEqual([])
  }
})
