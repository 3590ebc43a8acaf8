import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { type Ledger, ledger, ledgerRecords, record, reopen } from '../src/ledger.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import { isPublished, type PublishedTable } from '../src/table.ts'
import { outside } from './outside.ts'
import { dimension } from './people.ts'
import { policy } from './release.ts'
import { square } from './square.ts'

const spec = square([
  [3, 18, 25],
  [22, 14, 31],
  [17, 29, 12],
])

const release = async (what: PublicationSpec, books: Ledger) => {
  const table = await protect(publication(what), policy, books)
  if (table.kind !== 'published') throw new Error(table.reason)
  return { table, books: record(books, table)! }
}

const pattern = (table: PublishedTable) => table.cells.map((cell) => `${cell.key} ${cell.kind}`)

describe('the same figure is hidden alike wherever it appears', () => {
  test('released again, under its own name or another, the table comes out the same', async () => {
    const first = await release(spec, ledger())
    const again = await release(spec, first.books)
    expect(again.table).toEqual(first.table)
    const other = await release({ ...spec, id: 'other edition' }, first.books)
    expect(pattern(other.table)).toEqual(pattern(first.table))
  })
  test('a figure hidden only for others stays hidden in a table where it would not need to be', async () => {
    const first = await release(spec, ledger())
    const hidden = first.table.cells.find(
      (cell) =>
        cell.kind === 'hidden' &&
        spec.cells.find(({ at }) => at === cell.at || JSON.stringify(at) === JSON.stringify(cell.at))!
          .value >= 5,
    )!
    const alone = {
      ...spec,
      id: 'alone',
      cells: spec.cells.filter(({ at }) => JSON.stringify(at) === JSON.stringify(hidden.at)),
    }
    const second = await release(alone, first.books)
    expect(second.table.cells.map(({ kind }) => kind)).toEqual(['hidden'])
  })
  test('a percentage that was hidden stays hidden when it comes back alone', async () => {
    const statistic = {
      kind: 'percent' as const,
      id: 'share',
      part: { at: { row: 'row0', column: 'column0' } },
      base: { at: { row: 'row0' } },
    }
    const first = await release({ ...spec, statistics: [statistic] }, ledger())
    expect(first.table.statistics[0]!.kind).toBe('hidden')
    const later = await release(
      { ...spec, id: 'later', statistics: [{ ...statistic, id: 'again' }] },
      first.books,
    )
    expect(later.table.statistics[0]!.kind).toBe('hidden')
  })
})

describe('what contradicts the ledger is withheld', () => {
  test('another value under the same edition', async () => {
    const { books } = await release(spec, ledger())
    const other = square([
      [3, 18, 25],
      [22, 15, 31],
      [17, 29, 12],
    ])
    const outcome = await protect(publication({ ...other, id: 'other' }), policy, books)
    expect(outcome).toMatchObject({ kind: 'withheld', reason: 'changed-figure' })
  })
  test('a node that moved to another group', async () => {
    const grouped = dimension('row', 3, 'place', 'disjoint', 2)
    const moved = {
      ...grouped,
      nodes: grouped.nodes.map((node) => (node.id === 'row1' ? { ...node, within: 'rowG0' } : node)),
    }
    const { books } = await release({ ...spec, dimensions: [grouped, spec.dimensions[1]!] }, ledger())
    const outcome = await protect(
      publication({ ...spec, id: 'b', dimensions: [moved, spec.dimensions[1]!] }),
      policy,
      books,
    )
    expect(outcome).toMatchObject({ kind: 'withheld', reason: 'changed-dimension', where: 'row' })
  })
  test('figures that do not add up', async () => {
    const cells = spec.cells.map((cell) =>
      cell.at.row === 'row1' && !cell.at.column ? { ...cell, value: cell.value + 1 } : cell,
    )
    const outcome = await protect(publication({ ...spec, cells }), policy, ledger())
    expect(outcome).toMatchObject({ kind: 'withheld', reason: 'inconsistent' })
  })
  test('another population is another matter', async () => {
    const { books } = await release(spec, ledger())
    const { table } = await release({ ...spec, id: 'b', population: 'others' }, books)
    expect(table.kind).toBe('published')
  })
})

describe('two releases at the same time', () => {
  test('the second must be attacked again, with the first', async () => {
    const books = ledger()
    const [one, two] = await Promise.all([
      protect(publication(spec), policy, books),
      protect(publication({ ...spec, id: 'two' }), policy, books),
    ])
    if (one.kind !== 'published' || two.kind !== 'published') throw new Error('withheld')
    const after = record(books, one)!
    expect(record(after, two)).toBeNull()
    const again = await release({ ...spec, id: 'two' }, after)
    expect(ledgerRecords(again.books)).toHaveLength(2)
  })
  test('one released twice is kept once', async () => {
    const first = await release(spec, ledger())
    const again = await release(spec, first.books)
    expect(ledgerRecords(again.books)).toHaveLength(1)
  })
})

test('a figure that only served others may be shown later', async () => {
  const cells = spec.cells.map((cell) =>
    cell.at.row === 'row2' && cell.at.column === 'column1' ? { ...cell, publish: false } : cell,
  )
  const first = await release({ ...spec, cells }, ledger())
  const key = 'people|column=column1&row=row2'
  expect(first.table.cells.some((cell) => cell.key === key)).toBe(false)
  const alone = spec.cells.filter(({ at }) => at.row === 'row2' && at.column === 'column1')
  const outcome = await protect(publication({ ...spec, id: 'b', cells: alone }), policy, first.books)
  if (outcome.kind !== 'published') throw new Error(outcome.reason)
  const { low, high } = outside([first.table, outcome]).range([['1|people|column=column0&row=row0', 1]])
  expect(low).toBe(0)
  expect(high).toBeGreaterThanOrEqual(5)
})

describe('kept and read back', () => {
  test('the records survive JSON, and releases go on from them', async () => {
    const first = await release(spec, ledger())
    const records = JSON.parse(JSON.stringify(ledgerRecords(first.books)))
    const again = await release({ ...spec, id: 'after' }, ledger(records))
    expect(pattern(again.table)).toEqual(pattern(first.table))
  })
  test('a stored table is protected again only if it is what the ledger says', async () => {
    const { table, books } = await release(spec, ledger())
    const stored: PublishedTable = JSON.parse(JSON.stringify(table))
    expect(isPublished(reopen(stored, books))).toBe(true)
    expect(reopen(stored, books)).toEqual(table)
    expect(reopen(stored, ledger())).toBeNull()
    const shown = stored.cells.find(({ kind }) => kind === 'shown')!
    const hidden = stored.cells.find(({ kind }) => kind === 'hidden')!
    const forge = (key: string, change: object) =>
      reopen(
        {
          ...stored,
          cells: stored.cells.map((cell) =>
            cell.key === key ? ({ ...cell, ...change } as typeof cell) : cell,
          ),
        },
        books,
      )
    expect(forge(shown.key, { value: 999 })).toBeNull()
    expect(forge(hidden.key, { kind: 'shown', value: 3 })).toBeNull()
    expect(forge(shown.key, {})).not.toBeNull()
    expect(reopen({ ...stored, cells: [...stored.cells, shown] }, books)).toBeNull()
  })
})
