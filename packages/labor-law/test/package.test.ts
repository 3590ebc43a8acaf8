import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const MINUTES = 60_000

/** A plain Node: the one told, the one npm carries, or the one installed. The package promises 20 and later. */
const plainNode = (): string => {
  const { NODE20 } = process.env
  if (NODE20) return NODE20
  try {
    return createRequire(import.meta.url).resolve('node20/bin/node')
  } catch {
    return process.env.npm_node_execpath ?? 'node'
  }
}

let home = ''
const inHome = (...args: string[]) =>
  execFileSync(plainNode(), args, {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'labor-law-'))
  const npm = (args: string[], cwd: string) =>
    execFileSync('npm', [...args, '--loglevel=error'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  npm(['pack', '--pack-destination', home], root)
  const tarball = readdirSync(home).find((file) => file.endsWith('.tgz'))!
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', join(home, tarball)], home)
}, 3 * MINUTES)

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the packed tarball', () => {
  it('runs on a plain Node 20 or later', () => {
    expect(Number(/^v(\d+)/.exec(inHome('--version'))![1])).toBeGreaterThanOrEqual(20)
  })

  it('carries what it needs, the rules as the lawyer wrote them, and nothing else', () => {
    const installed = join(home, 'node_modules/@asamblea/labor-law')
    expect(readdirSync(installed).sort()).toEqual(['README.md', 'bin', 'dist', 'package.json', 'rules'])
    expect(existsSync(join(installed, 'rules/terms'))).toBe(true)
    expect(
      readdirSync(join(home, 'node_modules'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(['@asamblea', 'zod'])
  })

  it('opens every entry it declares', () => {
    const names = Object.keys(manifest.exports).map((entry) => `@asamblea/labor-law${entry.slice(1)}`)
    const program = `
      const opened = await Promise.all(${JSON.stringify(names)}.map((name) => import(name)))
      console.log(JSON.stringify(opened.map((module) => Object.keys(module).length)))`
    const sizes = JSON.parse(inHome('--input-type=module', '-e', program))
    expect(sizes).toHaveLength(names.length)
    expect(Math.min(...sizes)).toBeGreaterThan(0)
  })

  it('plans, explains and adds up what is owed', () => {
    const program = `
      import { plan } from '@asamblea/labor-law'
      import { explain } from '@asamblea/labor-law/explain'
      import { owedOnDismissal } from '@asamblea/labor-law/dismissal'
      const made = plan({ procedure: 'leadership_election', today: '2026-11-22', events: { election: '2026-12-14' } })
      const owed = owedOnDismissal({ hiredOn: '2020-03-02', dismissedOn: '2026-11-02', asOf: '2026-11-22', dailyWageCents: 50000, zone: 'general' })
      console.log(JSON.stringify([made.steps[0].safe, explain(made, 'call').rules.length, owed.lines.length]))`
    const [safe, rules, owed] = JSON.parse(inHome('--input-type=module', '-e', program))
    expect(safe).toBe('2026-11-27')
    expect(rules).toBeGreaterThan(2)
    expect(owed).toBeGreaterThan(3)
  })

  it('prints a calendar from the command line, and ends with 2 when asked wrong', () => {
    const bin = join('node_modules', '.bin', 'asamblea-law')
    const page = inHome(bin, 'leadership_election', 'election=2026-12-14', '--format', 'html', '--lang', 'en')
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(() => inHome(bin, 'divorce')).toThrow(/No existe el trámite «divorce»/)
  })

  it('types what it gives to who compiles against it', () => {
    writeFileSync(
      join(home, 'use.ts'),
      `import { type PlanInput, plan } from '@asamblea/labor-law'
       import { sayStep } from '@asamblea/labor-law/step-text'
       const input: PlanInput<'strike'> = { procedure: 'strike', today: '2026-11-22', place: { state: '02' }, events: { filing: '2026-12-01T10:00' } }
       const made = plan(input)
       export const titles = 'refusal' in made ? [] : made.steps.map((step) => sayStep(made, step).title.es)
       // @ts-expect-error: a strike has no such event
       plan({ procedure: 'strike', today: '2026-11-22', events: { wedding: '2026-12-01' } })`,
    )
    const flags = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--noEmit', '--types', '']
    const tsc = join(root, '../../node_modules/.bin/tsc')
    expect(execFileSync(tsc, [...flags, '--ignoreConfig', 'use.ts'], { cwd: home, encoding: 'utf8' })).toBe(
      '',
    )
  })
})
