import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = join(import.meta.dirname, '..')
const root = join(here, '../..')

/** A plain Node 20 where there is one: named by the environment, installed under an alias, or the system's own. */
const plainNode = (): string => {
  const candidates = [process.env.NODE20, aliased(), process.env.npm_node_execpath, 'node'].filter(
    (path) => path !== undefined,
  )
  const is20 = (path: string) => execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.')
  return candidates.find((path) => tryOr(() => is20(path), false)) ?? process.execPath
}

const aliased = () =>
  tryOr(() => createRequire(join(root, 'package.json')).resolve('node20/bin/node'), undefined)

const tryOr = <Result>(attempt: () => Result, otherwise: Result): Result => {
  try {
    return attempt()
  } catch {
    return otherwise
  }
}

const use = `
import { protect } from '@asamblea/disclosure'
import { ledger, record, ledgerRecords } from '@asamblea/disclosure/ledger'
import { defaultPolicy, weakenings } from '@asamblea/disclosure/policy'
import { publication } from '@asamblea/disclosure/publication'
import { tabulate } from '@asamblea/disclosure/tabulate'
import { explain } from '@asamblea/disclosure/explain'
import { fileOf } from '@asamblea/disclosure/file'
import { findLeaks } from '@asamblea/disclosure/leaks'
import { mergeSmall } from '@asamblea/disclosure/merge'
import { isPublished, HIDDEN } from '@asamblea/disclosure/table'

const text = (words) => ({ es: words, en: words })
const axis = (id, describes, names) =>
  ({ id, label: text(id), describes, parts: 'disjoint', nodes: names.map((name) => ({ id: name, label: text(name) })) })
const dimensions = [axis('state', 'place', ['CAM', 'JAL', 'PUE']), axis('sex', 'person', ['women', 'men'])]
const measures = [{ id: 'people', label: text('people'), unit: 'persons' }]
const numbers = { CAM: [3, 41], JAL: [36, 52], PUE: [28, 17] }
const records = Object.entries(numbers).flatMap(([state, values]) =>
  values.map((value, index) => ({ at: { state, sex: ['women', 'men'][index] }, value, organizations: 4 })))
const cells = tabulate([['state', 'sex']], records, dimensions, measures)
const sealed = publication({ id: 'q1', population: 'participants', title: text('q1'), tier: 1, dimensions, measures, cells })
const table = await protect(sealed, { ...defaultPolicy, coarsenAbove: 1 }, ledger())
const internal = await import('@asamblea/disclosure/dist/raw.js').then(() => 'open', () => 'closed')
console.log(JSON.stringify({
  node: process.versions.node.split('.')[0],
  kind: table.kind,
  hidden: table.cells.filter((cell) => cell.kind === 'hidden').length,
  campeche: table.cells.find((cell) => cell.at.state === 'CAM' && cell.at.sex === 'women').kind,
  held: fileOf(table).audit.outsider.held === fileOf(table).audit.outsider.requirements,
  said: explain(table).length > 2,
  leaks: findLeaks(sealed, table, JSON.stringify(table)).filter((leak) => leak.certainty === 'certain').length,
  records: ledgerRecords(record(ledger(), table)).length,
  weak: weakenings(defaultPolicy).length,
  groups: mergeSmall([{ id: 'a', persons: 3 }, { id: 'b', persons: 9 }], 10).length,
  published: isPublished(table), marker: HIDDEN, internal,
}))
`

test('the packed library works in an empty folder on plain Node 20', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-package-'))
  const npm = (directory: string, ...words: string[]) =>
    execFileSync('npm', words, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    npm(here, 'run', 'build')
    const [{ filename, files }] = JSON.parse(npm(here, 'pack', '--json', '--pack-destination', folder))
    expect(files.every(({ path }: { path: string }) => /^(dist\/|package\.json|README\.md)/.test(path))).toBe(
      true,
    )
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
    npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`)
    writeFileSync(join(folder, 'use.js'), use)
    const said = execFileSync(plainNode(), ['use.js'], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(said)).toMatchObject({
      kind: 'published',
      campeche: 'hidden',
      held: true,
      said: true,
      leaks: 0,
      records: 1,
      weak: 0,
      groups: 1,
      published: true,
      marker: 's',
      internal: 'closed',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
