import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger, record } from '../src/ledger.ts'
import { publication } from '../src/publication.ts'
import { isPublished } from '../src/table.ts'
import { policy } from './release.ts'
import { square } from './square.ts'

const interior = [
  [3, 4711],
  [812, 9],
]

describe('a publication gives nothing away before it is protected', () => {
  const sealed = publication(square(interior))
  test('JSON refuses', () => {
    expect(() => JSON.stringify(sealed)).toThrow('not protected')
    expect(() => JSON.stringify({ report: { table: sealed } })).toThrow('not protected')
  })
  test('a template and a sum refuse', () => {
    expect(() => `${sealed}`).toThrow('not protected')
    expect(() => Number(sealed)).toThrow('not protected')
  })
  test('a debugger and a log see only its name', () => {
    expect(inspect(sealed, { depth: 9, showHidden: true })).toBe('Publication(square: unprotected)')
    expect({ ...sealed }).toEqual({ id: 'square' })
    expect(Object.isFrozen(sealed)).toBe(true)
  })
  test('so does the ledger', async () => {
    const table = await protect(sealed, policy, ledger())
    if (table.kind !== 'published') throw new Error(table.reason)
    const books = record(ledger(), table)
    expect(() => JSON.stringify(books)).toThrow('hidden values')
    expect(inspect(books, { depth: 9, showHidden: true })).toBe('Ledger(1 releases)')
  })
})

describe('a published table is all that there is of it', () => {
  test('neither the table nor its file holds a hidden value', async () => {
    const table = await protect(publication(square(interior)), policy, ledger())
    if (table.kind !== 'published') throw new Error(table.reason)
    const hidden = table.cells.filter(({ kind }) => kind === 'hidden')
    expect(hidden.length).toBeGreaterThan(0)
    const shown = table.cells.flatMap((cell) => (cell.kind === 'shown' ? [cell.value] : []))
    const secrets = interior.flat().filter((value) => !shown.includes(value) && value > 100)
    expect(secrets.length).toBeGreaterThan(0)
    const everything = inspect([table, fileOf(table)], { depth: 99, showHidden: true, maxArrayLength: null })
    for (const secret of secrets) expect(everything).not.toMatch(new RegExp(`\\b${secret}\\b`))
    expect(JSON.stringify(hidden)).not.toContain('value')
    expect(Object.isFrozen(table.cells[0])).toBe(true)
  })
  test('a copy is not taken for protected', async () => {
    const table = await protect(publication(square(interior)), policy, ledger())
    expect(isPublished(table)).toBe(true)
    expect(isPublished({ ...table })).toBe(false)
    expect(isPublished(JSON.parse(JSON.stringify(table)))).toBe(false)
  })
})

describe('a specification with a fault is refused, named', () => {
  const good = square(interior)
  test.each([
    ['unknown dimension', { ...good, cells: [{ at: { moon: 'x' }, value: 1 }] }],
    ['has no node', { ...good, cells: [{ at: { row: 'row9' }, value: 1 }] }],
    ['whole number', { ...good, cells: [{ at: {}, value: 1.5, organizations: 3 }] }],
    ['whole number', { ...good, cells: [{ at: {}, value: -1, organizations: 3 }] }],
    ['whole number', { ...good, cells: [{ at: {}, value: Number.NaN, organizations: 3 }] }],
    ['given twice', { ...good, cells: [...good.cells, good.cells[0]!] }],
    ['how many organizations', { ...good, cells: [{ at: {}, value: 9 }] }],
    ['no measure', { ...good, measures: [] }],
    ['unknown measure', { ...good, cells: [{ at: {}, value: 9, organizations: 3, measure: 'moon' }] }],
    ['do not reach', { ...good, cells: [{ at: {}, value: 9, contributions: { unionA: 4 } }] }],
    [
      'exceeds its value',
      { ...good, cells: [{ at: {}, value: 9, contributions: { unionA: 4, unionB: 11 } }] },
    ],
    [
      'which measure',
      {
        ...good,
        measures: [...good.measures, { ...good.measures[0]!, id: 'other' }],
        cells: [{ at: {}, value: 9, organizations: 3, measure: 'people' }],
        statistics: [{ kind: 'percent' as const, id: 'p', part: { at: {} }, base: { at: {} } }],
      },
    ],
    [
      'how many people',
      {
        ...good,
        measures: [{ ...good.measures[0]!, unit: 'events' as const }],
        cells: [{ at: {}, value: 9 }],
      },
    ],
    [
      'largest contribution',
      {
        ...good,
        measures: [{ ...good.measures[0]!, unit: 'cents' as const }],
        cells: [{ at: {}, value: 9, persons: 20, organizations: 3 }],
      },
    ],
    [
      'not in the publication',
      {
        ...good,
        statistics: [{ kind: 'percent' as const, id: 'p', part: { at: { row: 'row9' } }, base: { at: {} } }],
      },
    ],
    [
      'circle',
      {
        ...good,
        dimensions: [
          {
            ...good.dimensions[0]!,
            nodes: [
              { id: 'a', label: good.title, within: 'b' },
              { id: 'b', label: good.title, within: 'a' },
            ],
          },
          good.dimensions[1]!,
        ],
        cells: [],
      },
    ],
  ])('%s', (fault, spec) => {
    expect(() => publication(spec)).toThrow(fault)
  })
})
