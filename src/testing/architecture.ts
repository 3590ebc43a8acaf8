import { dirname, join } from 'node:path/posix'

/** A file of the repository: its path from the root, and what stands in it. */
export type SourceFile = { path: string; text: string }

/** Which modules each module may use, as the table in ARCHITECTURE.md says. */
export type ModuleTable = ReadonlyMap<string, readonly string[]>

/** Where SQL may stand besides a module's `store*.ts` and migrations: what is itself about the database. */
const aboutTheDatabase = /^src\/platform\/(db|facts|vault|upkeep)\/|^src\/platform\/access\/secrets\.ts$/

const longest = 300
const longestMedian = 100

/** Everything in these files that departs from the architecture: one sentence each, which says what to do instead. */
export const problemsOf = (files: readonly SourceFile[], table: ModuleTable): string[] => [
  ...cyclesIn(table),
  ...files.flatMap((file) => [
    ...importsOf(file).flatMap((target) => importProblem(file.path, target, table) ?? []),
    ...(formProblem(file) ?? []),
    ...(lengthProblem(file) ?? []),
  ]),
  ...medianProblem(files),
]

/** Reads the table of modules from ARCHITECTURE.md: `| \`people\` | what it holds | what it may use |`. */
export const moduleTable = (markdown: string): ModuleTable => {
  const rows = [...markdown.matchAll(/^\| `(\w+)` \|.*\| ([a-z, ]+) \|$/gm)]
  const used = (cell: string) => cell.split(', ').filter((name) => name !== 'platform')
  return new Map(rows.map(([, name, cell]) => [name!, used(cell!)]))
}

const cyclesIn = (table: ModuleTable): string[] => {
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    (table.get(from) ?? []).some(
      (next) => next === wanted || (!seen.has(next) && reaches(next, wanted, seen.add(next))),
    )
  return [...table.keys()]
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => `Module ${name} uses itself in a circle: one of its edges in ARCHITECTURE.md has to go.`)
}

/** The files of ours that a file imports, as paths from the root; packages of others are left out. */
export const importsOf = ({ path, text }: SourceFile): string[] =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].flatMap(([, name]) => {
    const aliased = /^#(\w+)(?:\/(.+))?$/.exec(name!)
    if (aliased) return `src/${aliased[1]}${aliased[2] ? `/${aliased[2]}` : '.ts'}`
    if (name!.startsWith('.')) return join(dirname(path), name!)
    return name!.startsWith('@asamblea/') ? name! : []
  })

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** The module a file belongs to; `undefined` outside `src/modules`. */
const moduleOf = (path: string) => /^src\/modules\/(\w+)\//.exec(path)?.[1]

const isTest = (path: string) => /\.test\.tsx?$|^src\/testing\//.test(path)
const isScreen = (path: string) => /^src\/.*(\/screens\/|\/routes\.tsx$)/.test(path)

const importProblem = (from: string, to: string, table: ModuleTable): string | undefined => {
  const told = (why: string) => `${from} imports ${to}: ${why}`
  const [source, target] = [moduleOf(from), moduleOf(to)]
  const room = /^packages\/([\w-]+)\//.exec(from)
  if (room) {
    const own = to.startsWith(room[0]) || `${to}/`.startsWith(`@asamblea/${room[1]}/`)
    return own ? undefined : told('a package stands alone; pass in what it needs.')
  }
  if (isTest(from) || from.endsWith('.d.ts') || !from.startsWith('src/')) return undefined
  if (/^src\/[\w.]+$/.test(to) && /^src\/.+\//.test(from) && to !== 'src/api.ts')
    return told('the files at the root of src put the rooms together; no room looks back at them.')
  if (isScreen(from) && /\/(store[\w.]*|api)\.ts$/.test(to) && to !== 'src/api.ts')
    return told('a screen runs in the browser; call the operation through its contract.')
  if (!target || source === target) return undefined
  if (/^src\/(platform|ui)\//.test(from))
    return told(`the platform knows no word of the trade; let ${target} hand over what is needed.`)
  if (source === undefined) return undefined
  if (!table.get(source)?.includes(target))
    return told(
      `${source} may not use ${target}. Move it, or listen to a job; a new edge is a decision for ARCHITECTURE.md.`,
    )
  if (isScreen(from) && (isScreen(to) || to.endsWith('/messages.ts'))) return undefined
  if (from.endsWith('/seed.ts') && to.endsWith('/seed.ts')) return undefined
  if (!/\/(schema|store(\.\w+)*)\.ts$/.test(to))
    return told('another module is entered by its schema.ts or, on the server, by a store of its own.')
  if (isScreen(from) && !to.endsWith('/schema.ts'))
    return told('a screen enters another module by schema.ts.')
  return undefined
}

const query = /\bsql[`<]|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\.query\(/

const formProblem = ({ path, text }: SourceFile): string[] => {
  const code = withoutComments(text)
  const problems: string[] = []
  const name = path.split('/').at(-1)!
  if (!path.startsWith('src/')) return problems
  if (/^export default\b/m.test(code))
    problems.push(`${path} has a default export: give what it exports a name.`)
  if (/^export (\*|(type )?\{[^}]*\}) from/m.test(code))
    problems.push(`${path} passes on another file's exports: import them where they are made.`)
  if (query.test(code) && !isTest(path) && !name.startsWith('store.') && !aboutTheDatabase.test(path))
    problems.push(`${path} speaks SQL: move the question to a function in store.ts beside it.`)
  if (/\bsql\.raw\(/.test(code) && !isTest(path) && !path.startsWith('src/platform/db/'))
    problems.push(`${path} puts a text into SQL: pass it as a value.`)
  return problems
}

const isGenerated = (path: string) => /\.gen\.ts$|\/data\//.test(path)
const linesOf = (text: string) => text.split('\n').length - 1

const lengthProblem = ({ path, text }: SourceFile): string[] =>
  isGenerated(path) || linesOf(text) <= longest
    ? []
    : [`${path} has ${linesOf(text)} lines, ${longest} at most: split it by what it is about.`]

const medianProblem = (files: readonly SourceFile[]): string[] => {
  const lengths = files.filter(({ path }) => !isGenerated(path)).map(({ text }) => linesOf(text))
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0
  return median <= longestMedian ? [] : [`The median file has ${median} lines, ${longestMedian} at most.`]
}
