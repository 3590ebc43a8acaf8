import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importsOf, moduleTable, problemsOf, type SourceFile } from './testing/architecture.ts'

const table = moduleTable(readFileSync('ARCHITECTURE.md', 'utf8'))

const files: SourceFile[] = globSync('{src,packages,scripts,bench,prove}/**/*.{ts,tsx,sql,css}', {
  exclude: ['**/node_modules', '**/dist'],
}).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('the repository is built as ARCHITECTURE.md says', () => {
  expect(problemsOf(files, table)).toEqual([])
})

test('every module has its row in the table, and every edge leads to a row', () => {
  const modules = readdirSync('src/modules')
  expect(modules.filter((name) => !table.has(name))).toEqual([])
  expect([...table.values()].flat().filter((name) => !table.has(name))).toEqual([])
})

test('imports are read: the server’s own list names every module', () => {
  const server = files.find(({ path }) => path === 'src/server.ts')!
  for (const name of readdirSync('src/modules'))
    expect(importsOf(server).some((path) => path.startsWith(`src/modules/${name}/`))).toBe(true)
})

describe('what the test refuses', () => {
  const table = new Map([
    ['people', []],
    ['companies', []],
    ['campaigns', ['people']],
  ])
  const refused = (path: string, text: string) => problemsOf([{ path, text }], table)
  const importing = (name: string) => `import { it } from '${name}'\n`

  test.each([
    [
      'an edge that is not in the table',
      'src/modules/people/rules.ts',
      '../campaigns/schema.ts',
      /may not use/,
    ],
    ['another module by its rules', 'src/modules/campaigns/api.ts', '../people/rules.ts', /schema\.ts or/],
    ['a screen and a store', 'src/modules/people/screens/List.tsx', '../store.ts', /through its contract/],
    ['a screen and a handler', 'src/modules/people/routes.tsx', './api.ts', /through its contract/],
    [
      'a screen and another store',
      'src/modules/campaigns/screens/A.tsx',
      '#modules/people/store.ts',
      /contract/,
    ],
    [
      'the platform and a module',
      'src/platform/http/app.ts',
      '#modules/people/schema.ts',
      /no word of the trade/,
    ],
    ['ui and a module', 'src/ui/List.tsx', '../modules/people/schema.ts', /no word of the trade/],
    ['a module and the root', 'src/modules/people/api.ts', '../../server.ts', /looks back/],
    ['a package and the application', 'packages/ballots/src/a.ts', '../../../src/server.ts', /stands alone/],
    ['a package and another', 'packages/ballots/src/a.ts', '@asamblea/labor-law', /stands alone/],
    ['a package and an alias', 'packages/ballots/src/a.ts', '#platform/text/day.ts', /stands alone/],
  ])('%s', (_, path, name, problem) => {
    expect(refused(path, importing(name))).toEqual([expect.stringMatching(problem)])
    expect(refused(path, `const it = await import('${name}')\n`)).toHaveLength(1)
    expect(refused(path, `// import { it } from '${name}'\n`)).toEqual([])
  })

  test.each([
    ['sql in a handler', 'src/modules/people/api.ts', 'await sql<Row>`select 1`.execute(tx)\n'],
    ['a query built in a rule', 'src/modules/people/rules.ts', "tx.selectFrom('people')\n"],
    ['a query sent in the platform', 'src/platform/http/app.ts', "pool.query('select 1')\n"],
    ['text put into sql', 'src/modules/people/store.ts', 'sql.raw(text)\n'],
    ['a default export', 'src/modules/people/rules.ts', 'export default 1\n'],
    ['a barrel', 'src/modules/people/index.ts', "export * from './rules.ts'\n"],
    ['a named barrel', 'src/modules/people/index.ts', "export { a } from './rules.ts'\n"],
    ['a long file', 'src/modules/people/store.ts', '\n'.repeat(301)],
  ])('%s', (_, path, text) => expect(refused(path, text).length).toBeGreaterThan(0))

  test('a circle, and many long files', () => {
    const circle = new Map([
      ['people', ['campaigns']],
      ['campaigns', ['people']],
    ])
    expect(problemsOf([], circle)).toHaveLength(2)
    const long = Array.from({ length: 3 }, (_, at) => ({ path: `src/${at}.ts`, text: '\n'.repeat(101) }))
    expect(problemsOf(long, table)).toEqual(['The median file has 101 lines, 100 at most.'])
  })

  test('and what it does not', () => {
    expect(refused('src/modules/campaigns/api.ts', importing('../people/store.merge.ts'))).toEqual([])
    expect(refused('src/modules/campaigns/screens/A.tsx', importing('#api'))).toEqual([])
    expect(refused('src/modules/campaigns/screens/A.tsx', importing('../../people/screens/B.tsx'))).toEqual(
      [],
    )
    expect(refused('src/modules/people/store.ts', 'sql`select 1`\n')).toEqual([])
    expect(refused('packages/ballots/src/a.ts', importing('./b.ts'))).toEqual([])
    expect(refused('packages/ballots/test/a.ts', importing('@asamblea/ballots/verify'))).toEqual([])
    expect(refused('src/modules/people/data/names.ts', '\n'.repeat(400))).toEqual([])
  })
})
