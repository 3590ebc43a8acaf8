import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { compileRules } from '../scripts/compile.ts'
import { ruleBook, termAt } from '../src/book.ts'
import { reforms } from '../src/data/changelog.ts'
import { fines } from '../src/data/fines.ts'
import { minimums } from '../src/data/minimums.ts'
import { sourceTable } from './csv.ts'

const root = join(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The rules with one edit in one file, as a lawyer's mistake would leave them. */
const edited = (file: string, from: string | RegExp, to: string | ((found: string) => string)) => {
  const folder = mkdtempSync(join(tmpdir(), 'labor-law-rules-'))
  folders.push(folder)
  cpSync(join(root, 'rules'), folder, { recursive: true })
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to as string)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
  return () => compileRules(folder)
}

const ELECTION = 'terms/1-union.toml'

describe('a rule a lawyer edits', () => {
  it.each([
    ['without its article', ELECTION, /article = "371 IX b"\n/, '', /ELE-01: article/],
    ['without English', ELECTION, /why\.en = .*\n/, '', /why\.en/],
    ['with an unknown unit', ELECTION, 'unit = "unspecified"', 'unit = "dias"', /unit/],
    ['with half a sign-off', ELECTION, 'signed_by = ""', 'signed_by = "Lic. Rosa Núñez"', /go together/],
    ['with a misspelled field', ELECTION, 'amount = 5', 'amount = 5\namuont = 6', /amuont/],
    ['with an unknown paper', ELECTION, '"registration_request"', '"formato_x"', /formato_x/],
    [
      'with a date that is none',
      ELECTION,
      'valid_from = 2019-05-02',
      'valid_from = "2019-02-30"',
      /valid_from/,
    ],
    ['with amount 0 and a unit', ELECTION, 'amount = 10\n', 'amount = 0\n', /amount 0/],
    ['that is not TOML', ELECTION, 'who = "union"', 'who = union', /1-union\.toml, line/],
    ['in a threshold with a decimal', 'thresholds.toml', '"2/3"', '"0.667"', /fraction/],
    ['with a closure that runs backward', 'calendar.toml', '"2024-07-26"]', '"2024-07-06"]', /runs backward/],
    ['with a closure of another year', 'calendar.toml', 'year = 2024', 'year = 2025', /its own block/],
    ['for an authority there is not', 'calendar.toml', '"cfcrl"', '"cfcr"', /authority/],
    ['in wages without centavos', 'wages.toml', '"315.04"', '"315"', /two decimals/],
  ])('is refused %s', (_, file, from, to, message) => {
    expect(edited(file, from, to)).toThrow(message)
  })

  it('is refused signed while still to be confirmed', () => {
    const unsigned = 'basis = "knowledge"\nsigned_by = ""\nsigned_on = ""'
    const signed = unsigned.replace(
      'signed_by = ""\nsigned_on = ""',
      'signed_by = "Lic. X"\nsigned_on = 2026-12-01',
    )
    expect(edited('terms/7-rapid-response.toml', unsigned, signed)).toThrow(/cannot be signed/)
  })

  it('is refused when two versions hold on the same day', () => {
    const text = readFileSync(join(root, 'rules', ELECTION), 'utf8')
    const block = text.slice(text.indexOf('[[term]]\nid = "ELE-02"'))
    const copy = block.slice(0, block.indexOf('\n[[term]]', 1))
    expect(edited(ELECTION, copy, `${copy}\n${copy}`)).toThrow(/ELE-02: two versions hold/)
  })

  it('is accepted as a second version once the first is closed', () => {
    const make = edited(
      ELECTION,
      /(\[\[term\]\]\nid = "ELE-02"[\s\S]*?valid_from = 2019-05-02\n)([\s\S]*?papers = .*\n)/,
      (block) =>
        `${block.replace('valid_from = 2019-05-02\n', 'valid_from = 2019-05-02\nvalid_to = 2026-12-31\n')}\n${block
          .replace('valid_from = 2019-05-02', 'valid_from = 2027-01-01')
          .replace('amount = 3', 'amount = 5')}`,
    )
    const { terms } = make()
    expect(terms).toContain('"validTo":"2026-12-31"')
    expect(terms).toMatch(/"id":"ELE-02",.*"validFrom":"2027-01-01",.*"amount":5,/)
  })

  const SIGNED = 'signed_by = "Lic. Rosa Núñez"\nsigned_on = 2026-12-01'
  const inBlock = (from: string, to: string) => (text: string) =>
    text.replace(/\[\[term\]\]\nid = "ELE-01"[\s\S]*?papers = .*\n/, (block) => block.replace(from, to))

  it('is signed with the seal the refusal gives, and loses it with any later edit', () => {
    const sign = (text: string) => inBlock('signed_by = ""\nsigned_on = ""', SIGNED)(text)
    const seal = /seal = "([0-9a-f]{8})"/
    let asked = ''
    try {
      edited(ELECTION, /^[\s\S]*$/, sign)()
    } catch (error) {
      asked = seal.exec(String(error))?.[0] ?? ''
    }
    expect(asked).toMatch(seal)
    const sealed = (text: string) => inBlock(SIGNED, `${SIGNED}\n${asked}`)(sign(text))
    expect(edited(ELECTION, /^[\s\S]*$/, sealed)().terms).toContain('"signedBy":"Lic. Rosa Núñez"')
    const later = (text: string) => inBlock('amount = 10', 'amount = 9')(sealed(text))
    expect(edited(ELECTION, /^[\s\S]*$/, later)).toThrow(/ELE-01: Lic. Rosa Núñez signed other words/)
    const renamed = (text: string) => inBlock('Rosa Núñez', 'Otra Persona')(sealed(text))
    expect(edited(ELECTION, /^[\s\S]*$/, renamed)).toThrow(/signed other words/)
    const closed = (text: string) => inBlock('basis =', 'valid_to = 2030-12-31\nbasis =')(sealed(text))
    expect(edited(ELECTION, /^[\s\S]*$/, closed)).not.toThrow()
  })
})

describe('the bundled rules', () => {
  it('are what the files say', () => {
    const made = compileRules(join(root, 'rules'))
    const bundled = readdirSync(join(root, 'src', 'data')).sort()
    expect(bundled).toEqual(
      Object.keys(made)
        .map((name) => `${name}.ts`)
        .sort(),
    )
    for (const [name, source] of Object.entries(made))
      expect(
        readFileSync(join(root, 'src', 'data', `${name}.ts`), 'utf8'),
        `run npm run generate: ${name}`,
      ).toBe(source)
  })

  it('ship unsigned, every one', () => {
    const all = [...ruleBook.terms, ...ruleBook.thresholds, ...ruleBook.counting, ...ruleBook.requirements]
    expect([...all, ...minimums, ...fines].filter(({ signedBy }) => signedBy !== null)).toEqual([])
  })

  it('refuse a date before they held', () => {
    expect(termAt(ruleBook, 'ELE-01', '2019-05-01')).toMatchObject({ refusal: 'before-validity' })
    expect(termAt(ruleBook, 'RRM-02', '2020-06-30')).toMatchObject({ refusal: 'before-validity' })
    expect(termAt(ruleBook, 'ELE-01', '2019-05-02')).toMatchObject({ amount: 10 })
  })

  it('start on the day of a reform in the changelog, which names them', () => {
    const all = [...ruleBook.terms, ...ruleBook.thresholds, ...ruleBook.counting, ...minimums]
    const named = (id: string, affects: readonly string[]) =>
      affects.some((name) => name === id || (name.endsWith('*') && id.startsWith(name.slice(0, -1))))
    const orphans = all.filter(({ id, validFrom }) => {
      const reform = reforms.find(({ inForce }) => inForce === validFrom)
      return !reform && !(id === 'MIN-WEEK' && reforms.some(({ affects }) => named(id, affects)))
    })
    expect(orphans.map(({ id }) => id)).toEqual([])
    for (const { inForce, affects } of reforms)
      for (const name of affects)
        expect(
          all.some(({ id }) => named(id, [name])),
          `${inForce} names ${name}`,
        ).toBe(true)
  })
})

describe('against the source table of deadlines', () => {
  const rows = sourceTable('deadlines.csv')
  const known = new Map(
    [...ruleBook.terms, ...ruleBook.thresholds, ...ruleBook.counting].map((rule) => [rule.id, rule] as const),
  )

  it('has every rule of the table', () => {
    expect(rows).toHaveLength(94)
    expect(rows.filter(({ id }) => !known.has(id!)).map(({ id }) => id)).toEqual([])
  })

  it.each(rows.map((row) => [row.id!, row] as const))('%s says the same', (id, row) => {
    const rule = known.get(id)!
    expect(rule.article).toBe(ARTICLES[id] ?? row.article)
    if ('share' in rule) {
      const share = rule.share ? (100 * rule.share.n) / rule.share.d : rule.count!
      expect(share).toBeCloseTo(Number(row.amount), 2)
      return
    }
    expect(Number(rule.amount)).toBe(Number(row.amount))
    if ('from' in rule) {
      expect(rule.unit).toBe(UNITS[id] ?? UNITS_OF[row.unit!] ?? row.unit)
      expect(rule.from).toBe(row.anchor)
    } else expect(rule.unit).toBe(row.unit)
    if (row.basis === 'knowledge' || row.basis?.includes('knowledge')) expect(rule.basis).toBe('knowledge')
    if (row.procedure === 'rrm') expect(rule.basis).not.toBe('read')
  })
})

/** Where the table writes an article in words. */
const ARTICLES: Record<string, string> = { 'CON-05': '684-E' }
const UNITS_OF: Record<string, string> = { 'calendar, hour to hour': 'calendar_hours' }
/** The table's note says that these months are real ones (LFT 522); and that no number of days is set (373). */
const UNITS: Record<string, string> = { 'PRE-01': 'real_months', 'FIN-03': 'none' }
