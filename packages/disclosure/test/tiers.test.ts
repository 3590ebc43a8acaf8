import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import { outside } from './outside.ts'
import { dimension, people, text } from './people.ts'
import { policy } from './release.ts'
import { gridOf, square } from './square.ts'

const release = async (spec: PublicationSpec) => {
  const table = await protect(publication(spec), policy, ledger())
  if (table.kind !== 'published') throw new Error(table.reason)
  return table
}

const sex = dimension('sex', 2, 'person')

describe('zeros', () => {
  const leaders = [
    [0, 31],
    [22, 44],
    [35, 50],
  ]
  test('no women among the leaders of a state is hidden at tier 2', async () => {
    const table = await release(square(leaders, { tier: 2, columns: sex }))
    expect(gridOf(table)[0]![0]).toBeNull()
    const range = outside([table]).range([['1|people|row=row0&sex=sex0', 1]])
    expect(range.low).toBe(0)
    expect(range.high).toBeGreaterThanOrEqual(10)
  })
  test('and shown at tier 1', async () => {
    const table = await release(square(leaders, { tier: 1, columns: sex }))
    expect(gridOf(table)[0]![0]).toBe(0)
  })
  test('a zero that is also a total is hidden in both places', async () => {
    const one = dimension('plant', 1, 'activity')
    const cell = (at: Record<string, string>, value: number) => ({
      at,
      value,
      organizations: value > 0 ? 4 : 0,
    })
    const table = await release({
      id: 'one plant',
      population: 'one plant',
      title: text('one plant'),
      tier: 2,
      dimensions: [sex, one],
      measures: [people],
      cells: [{}, { plant: 'plant0' }].flatMap((at) => [
        cell(at, 40),
        cell({ ...at, sex: 'sex0' }, 0),
        cell({ ...at, sex: 'sex1' }, 40),
      ]),
    })
    const women = table.cells.filter(({ at }) => at.sex === 'sex0')
    expect(women.map(({ kind }) => kind)).toEqual(['hidden', 'hidden'])
  })
  test('a state without any leader says nothing about anybody', async () => {
    const table = await release(square([[0, 0], ...leaders.slice(1)], { tier: 2, columns: sex }))
    expect(gridOf(table)[0]).toEqual([0, 0, 0])
  })
})

test('all but a few in one category are hidden at tier 2, several categories or two', async () => {
  const answer = dimension('answer', 3, 'person')
  const table = await release(
    square(
      [
        [40, 2, 3],
        [30, 28, 25],
        [33, 21, 24],
      ],
      { tier: 2, columns: answer },
    ),
  )
  const rest = outside([table]).range([
    ['1|people|row=row0', 1],
    ['1|people|answer=answer0&row=row0', -1],
  ])
  expect(rest.low).toBe(0)
  expect(rest.high).toBeGreaterThanOrEqual(10)
  expect(fileOf(table).decision.reasons['full-row']).toBeGreaterThan(0)
})

test('a figure of one union is its secret, however large', async () => {
  const spec = square([
    [120, 80],
    [90, 70],
  ])
  const cells = spec.cells.map((cell) =>
    cell.at.row === 'row0' && cell.at.column === 'column0' ? { ...cell, organizations: 1 } : cell,
  )
  const table = await release({ ...spec, cells })
  expect(gridOf(table)[0]![0]).toBeNull()
  const { low, high } = outside([table]).range([['1|people|column=column0&row=row0', 1]])
  expect(low).toBeLessThanOrEqual(120 - 24)
  expect(high).toBeGreaterThanOrEqual(120 + 24)
})

describe('money', () => {
  const money = { id: 'dues', label: text('dues'), unit: 'cents' as const }
  const plant = dimension('plant', 4, 'employer')
  const cells = (first: readonly [number, number, number]) => [
    { at: {}, value: 4_000_000, persons: 200, organizations: 9, largest: 900_000, second: 400_000 },
    {
      at: { plant: 'plant0' },
      value: first[0],
      persons: 50,
      organizations: 4,
      largest: first[1],
      second: first[2],
    },
    ...[1, 2, 3].map((each) => ({
      at: { plant: `plant${each}` },
      value: (4_000_000 - first[0]) / 4 + (each === 3 ? (4_000_000 - first[0]) / 4 : 0),
      persons: 50,
      organizations: 4,
      largest: 100_000,
      second: 90_000,
    })),
  ]
  const dues = (first: readonly [number, number, number]): PublicationSpec => ({
    id: 'dues',
    population: 'dues',
    title: text('dues'),
    tier: 1,
    dimensions: [plant],
    measures: [money],
    cells: cells(first),
  })
  test('nearly all of one contributor: hidden, by a tenth of it at least', async () => {
    const table = await release(dues([1_000_000, 900_000, 60_000]))
    const range = outside([table]).range([['1|dues|plant=plant0', 1]])
    expect(range.low).toBeLessThanOrEqual(900_000)
    expect(range.high).toBeGreaterThanOrEqual(1_100_000)
    expect(fileOf(table).decision.reasons).toEqual({ 'dominant-contributor': 1 })
  })
  test('budgets of billions are protected as well', async () => {
    const scale = 1_000_003
    const spec = dues([1_000_000, 900_000, 60_000])
    const cells = spec.cells.map((each) => ({
      ...each,
      value: each.value * scale,
      largest: each.largest! * scale,
      second: each.second! * scale,
    }))
    const table = await release({ ...spec, cells })
    const range = outside([table]).range([['1|dues|plant=plant0', 1]])
    expect(range.low).toBeLessThanOrEqual(900_000 * scale)
    expect(range.high).toBeGreaterThanOrEqual(1_100_000 * scale)
    expect(fileOf(table).audit.outsider.held).toBe(2)
  })
  test('many even contributors: shown', async () => {
    const table = await release(dues([1_000_000, 100_000, 90_000]))
    expect(table.cells.every(({ kind }) => kind === 'shown')).toBe(true)
  })
})

test('registers anybody may read are shown whole', async () => {
  const table = await release(
    square(
      [
        [1, 2],
        [0, 3],
      ],
      { tier: 0 },
    ),
  )
  expect(gridOf(table)).toEqual([
    [1, 2, 3],
    [0, 3, 3],
    [1, 5, 6],
  ])
  expect(table.note).toBeNull()
})

test('two overlapping groups do not tell how many belong to both', async () => {
  const group = dimension('group', 2, 'person', 'overlapping')
  const cell = (at: Record<string, string>, value: number) => ({ at, value, organizations: 5 })
  const table = await release({
    id: 'groups',
    population: 'groups',
    title: text('groups'),
    tier: 1,
    dimensions: [group],
    measures: [people],
    cells: [cell({}, 78), cell({ group: 'group0' }, 30), cell({ group: 'group1' }, 50)],
  })
  const both = outside([table]).range([
    ['1|people|group=group0', 1],
    ['1|people|group=group1', 1],
    ['1|people|', -1],
  ])
  expect(both.low).toBe(0)
  expect(both.high).toBeGreaterThanOrEqual(5)
})
