// Each attack by name: first that it works on what a careless office would publish, then that it fails here.
import { describe, expect, test } from 'vitest'
import type { PublicationSpec } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { base, careless, cell } from './careless.ts'
import { outside } from './outside.ts'
import { dimension } from './people.ts'
import { releaseAll } from './release.ts'
import { square } from './square.ts'
import { keyOf } from './verdict.ts'

describe('the difference between two quarters', () => {
  const state = dimension('state', 3, 'place')
  const quarter = dimension('quarter', 2, 'time', 'successive')
  const members = (id: string, values: readonly number[]): PublicationSpec => ({
    ...base,
    id,
    dimensions: [state, quarter],
    cells: [
      cell(
        { quarter: id },
        values.reduce((sum, value) => sum + value, 0),
      ),
      ...values.map((value, index) => cell({ quarter: id, state: `state${index}` }, value)),
    ],
  })
  const history = [members('quarter0', [7, 20, 31]), members('quarter1', [8, 24, 31])]
  const joined = [
    ['1|people|quarter=quarter1&state=state0', 1],
    ['1|people|quarter=quarter0&state=state0', -1],
  ] as const
  test('each table is safe alone, and together they say that one person joined', () => {
    expect(outside(history.map(careless)).range(joined)).toEqual({ low: 1, high: 1 })
  })
  test('with the ledger the second table keeps it', async () => {
    const { tables } = await releaseAll(history)
    expect(tables[0]!.cells.every(({ kind }) => kind === 'shown')).toBe(true)
    const { low, high } = outside(tables).range(joined)
    expect(low).toBeLessThanOrEqual(0)
    expect(high).toBeGreaterThanOrEqual(5)
  })
})

describe('a correction', () => {
  const before = square([
    [20, 30],
    [40, 50],
  ])
  const after = {
    ...square([
      [21, 30],
      [40, 50],
    ]),
    edition: 2,
  }
  const corrected = [
    ['2|people|column=column0&row=row0', 1],
    ['1|people|column=column0&row=row0', -1],
  ] as const
  test('beside the table that it corrects it points at one person', () => {
    expect(outside([careless(before), careless(after)]).range(corrected)).toEqual({ low: 1, high: 1 })
  })
  test('so it is published without saying so, and what did not change is as it was', async () => {
    const { tables, withheld } = await releaseAll([before, after])
    expect(withheld).toEqual([])
    const { low, high } = outside(tables).range(corrected)
    expect(low).toBeLessThanOrEqual(0)
    expect(high).toBeGreaterThanOrEqual(5)
    const key = keyOf({ row: 'row1', column: 'column1' })
    expect(tables[1]!.cells.find((each) => each.key === key)).toMatchObject({ kind: 'shown', value: 50 })
  })
  test('under the old edition number it is refused', async () => {
    const { withheld } = await releaseAll([before, { ...after, id: 'other', edition: 1 }])
    expect(withheld).toEqual(['changed-figure'])
  })
})

test('after a correction, the periods that stand still count towards the total over periods', async () => {
  const quarter = dimension('quarter', 2, 'time', 'disjoint')
  const state = dimension('state', 2, 'place')
  const dimensions = [state, quarter]
  const of = (
    id: string,
    where: Record<string, string>,
    values: readonly number[],
    edition = 1,
  ): PublicationSpec => ({
    ...base,
    id,
    edition,
    dimensions,
    cells: [
      cell(where, values[0]! + values[1]!),
      ...values.map((value, index) => cell({ ...where, state: `state${index}` }, value)),
    ],
  })
  const [q0, q1] = [{ quarter: 'quarter0' }, { quarter: 'quarter1' }]
  const history = [
    of('q0', q0, [40, 60]),
    of('q1', q1, [30, 20]),
    of('q1', q1, [3, 20], 2),
    of('year', {}, [43, 80], 2),
  ]
  const { tables } = await releaseAll(history)
  const standing = { ...tables[0]!, edition: 2 } as PublishedTable
  const { low, high } = outside([...tables, standing]).range([['2|people|quarter=quarter1&state=state0', 1]])
  expect(low).toBe(0)
  expect(high).toBeGreaterThanOrEqual(5)
  expect(tables.length).toBeGreaterThanOrEqual(3)
})
