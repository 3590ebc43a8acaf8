// Each attack by name: first that it works on what a careless office would publish, then that it fails here.
import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger, record } from '../src/ledger.ts'
import { type Cell, type PublicationSpec, publication } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { outside } from './outside.ts'
import { dimension, people, text } from './people.ts'
import { policy, releaseAll } from './release.ts'
import { square } from './square.ts'
import { keyOf } from './verdict.ts'

/** A table as published by somebody who hides only what is small. */
const careless = (spec: PublicationSpec): PublishedTable =>
  ({
    ...spec,
    edition: spec.edition ?? 1,
    cells: spec.cells.map(({ at, value }) => ({
      key: keyOf(at),
      measure: 'people',
      at,
      ...(value > 0 && value < 5 ? { kind: 'hidden' } : { kind: 'shown', value }),
    })),
    statistics: [],
  }) as unknown as PublishedTable

const cell = (at: Record<string, string>, value: number, more: Partial<Cell> = {}): Cell => ({
  at,
  value,
  organizations: 4,
  ...more,
})

const base = { population: 'p', title: text('t'), tier: 1 as const, measures: [people] }

describe('linked tables', () => {
  const state = dimension('state', 2, 'place')
  const sex = dimension('sex', 2, 'activity')
  const age = dimension('age', 2, 'activity')
  const dimensions = [state, sex, age]
  const totals = [cell({}, 60), cell({ state: 'state0' }, 24), cell({ state: 'state1' }, 36)]
  const bySex: PublicationSpec = {
    ...base,
    id: 'by-sex',
    dimensions,
    cells: [
      ...totals,
      cell({ sex: 'sex0' }, 29),
      cell({ sex: 'sex1' }, 31),
      cell({ state: 'state0', sex: 'sex0' }, 4),
      cell({ state: 'state0', sex: 'sex1' }, 20),
      cell({ state: 'state1', sex: 'sex0' }, 25),
      cell({ state: 'state1', sex: 'sex1' }, 11),
    ],
  }
  const byAge: PublicationSpec = {
    ...base,
    id: 'by-age',
    dimensions,
    cells: [
      ...totals,
      cell({ age: 'age0' }, 27),
      cell({ age: 'age1' }, 33),
      cell({ state: 'state0', age: 'age0' }, 3),
      cell({ state: 'state0', age: 'age1' }, 21),
      cell({ state: 'state1', age: 'age0' }, 24),
      cell({ state: 'state1', age: 'age1' }, 12),
    ],
  }
  const secrets = ['1|people|sex=sex0&state=state0', '1|people|age=age0&state=state0']
  test('a total hidden in one table and shown in the other is no secret; hiding only small cells gives both away', () => {
    const attack = outside([careless(bySex), careless(byAge)])
    expect(secrets.map((name) => attack.range([[name, 1]]))).toEqual([
      { low: 4, high: 4 },
      { low: 3, high: 3 },
    ])
  })
  test('released one after the other they withstand', async () => {
    const { tables, withheld } = await releaseAll([bySex, byAge])
    expect(withheld).toEqual([])
    const attack = outside(tables)
    for (const name of secrets) {
      const { low, high } = attack.range([[name, 1]])
      expect(low).toBe(0)
      expect(high).toBeGreaterThanOrEqual(5)
    }
    const shownAs = (key: string) => tables.map(({ cells }) => cells.find((each) => each.key === key)!.kind)
    for (const { at } of totals) expect(new Set(shownAs(keyOf(at))).size).toBe(1)
  })
})

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

describe('a percentage', () => {
  const state = dimension('state', 2, 'place')
  const sex = dimension('sex', 2, 'activity')
  const spec: PublicationSpec = {
    ...base,
    id: 'share',
    dimensions: [state, sex],
    cells: [
      cell({}, 75),
      cell({ state: 'state0' }, 40),
      cell({ state: 'state1' }, 35),
      ...[
        [37, 3],
        [14, 21],
      ].flatMap((line, row) =>
        line.map((value, column) => cell({ state: `state${row}`, sex: `sex${column}` }, value)),
      ),
      cell({ sex: 'sex0' }, 51),
      cell({ sex: 'sex1' }, 24),
    ],
    statistics: [0, 1].flatMap((row) =>
      [0, 1].map((column) => ({
        kind: 'percent' as const,
        id: `${row}${column}`,
        part: { at: { state: `state${row}`, sex: `sex${column}` } },
        base: { at: { state: `state${row}` } },
      })),
    ),
  }
  const name = '1|people|sex=sex1&state=state0'
  test('with its base it gives back the hidden count', async () => {
    const { tables } = await releaseAll([{ ...spec, statistics: [] }])
    const quotients = [{ top: name, base: '1|people|state=state0', low: 0.075, high: 0.085 }]
    const shown = outside(tables, { quotients }).range([[name, 1]])
    expect(shown.high - shown.low).toBeLessThan(2)
  })
  test('so it stays out, and so does what is left to a hundred', async () => {
    const { tables } = await releaseAll([spec])
    const kinds = Object.fromEntries(tables[0]!.statistics.map(({ id, kind }) => [id, kind]))
    expect(kinds['00']).toBe('hidden')
    expect(kinds['01']).toBe('hidden')
  })
  test('where nothing behind it is hidden it is shown, in whole percent', async () => {
    const { tables } = await releaseAll([
      { ...spec, id: 'all', cells: spec.cells.map((each) => ({ ...each, value: each.value * 10 })) },
    ])
    expect(tables[0]!.statistics.map((each) => (each.kind === 'shown' ? each.value : null))).toEqual([
      93, 8, 40, 60,
    ])
  })
})

describe('somebody inside', () => {
  const spec = square(
    [
      [1, 4, 30],
      [25, 28, 33],
    ],
    { cell: { organizations: 3 } },
  )
  const hiddenRow: PublishedTable = {
    ...careless(spec),
    cells: careless(spec).cells.map((each) =>
      each.at.row === 'row0' && each.at.column !== undefined && each.at.column !== 'column2'
        ? { ...each, kind: 'hidden' as const }
        : each,
    ),
  } as PublishedTable
  const [one, four] = ['1|people|column=column0&row=row0', '1|people|column=column1&row=row0'] as const
  test('the only person of one small figure would know the other from the sum', () => {
    const known = new Map([[one, { equal: 1 }]])
    expect(outside([hiddenRow], { known }).range([[four, 1]])).toEqual({ low: 4, high: 4 })
  })
  test('and learns nothing certain here', async () => {
    const { tables } = await releaseAll([spec])
    const { low, high } = outside(tables, { known: new Map([[one, { equal: 1 }]]) }).range([[four, 1]])
    expect(high).toBeGreaterThan(low)
  })
  test('a union that knows all it sent learns no other union’s figure', async () => {
    const contributions = (value: number, sole?: string) =>
      sole
        ? { [sole]: value }
        : { unionA: Math.ceil(value / 3), unionB: Math.ceil(value / 3), unionC: Math.ceil(value / 3) }
    const cells = spec.cells.map((each) => {
      const { row, column } = each.at
      const sole =
        row === 'row0' && column === 'column0'
          ? 'unionA'
          : row === 'row0' && column === 'column1'
            ? 'unionB'
            : undefined
      const { organizations: _, ...rest } = each
      return { ...rest, contributions: contributions(each.value, sole) }
    })
    const table = await protect(publication({ ...spec, cells }), policy, ledger())
    if (table.kind !== 'published') throw new Error(table.reason)
    const { insider } = fileOf(table).audit
    expect(insider.organizations).toBeGreaterThanOrEqual(2)
    expect(insider.held).toBe(insider.requirements)
    const { low, high } = outside([table], { known: new Map([[one, { equal: 1 }]]) }).range([[four, 1]])
    expect(high).toBeGreaterThan(low)
  })
})

describe('"all" less "all but one"', () => {
  const state = dimension('state', 4, 'place')
  const values = [22, 31, 3, 17]
  const all = cell({}, 73)
  const listed = values.map((value, index) => cell({ state: `state${index}` }, value))
  const spec: PublicationSpec = {
    ...base,
    id: 'filter',
    dimensions: [state],
    cells: [all, ...listed.filter((_, index) => index !== 2)],
  }
  const rest: readonly (readonly [string, number])[] = [
    ['1|people|', 1],
    ...[0, 1, 3].map((index) => [`1|people|state=state${index}`, -1] as const),
  ]
  test('leaving a small state out tells it', () => {
    expect(outside([careless(spec)]).range(rest)).toEqual({ low: 3, high: 3 })
  })
  test('unless another goes with it', async () => {
    const { tables } = await releaseAll([spec])
    const { low, high } = outside(tables).range(rest)
    expect(low).toBe(0)
    expect(high).toBeGreaterThanOrEqual(5)
  })
  test('also when the total follows later', async () => {
    const { tables } = await releaseAll([
      { ...spec, cells: spec.cells.slice(1) },
      { ...spec, id: 'total', cells: [all] },
    ])
    const { low, high } = outside(tables).range(rest)
    expect(low).toBe(0)
    expect(high).toBeGreaterThanOrEqual(5)
  })
})

test('an average wage does not give back a payroll or a headcount', async () => {
  const plant = dimension('plant', 3, 'employer')
  const workers = { id: 'people', label: text('people'), unit: 'persons' as const }
  const payroll = { id: 'pay', label: text('pay'), unit: 'cents' as const }
  const heads = [3, 40, 52]
  const pay = [9_000, 130_000, 160_000]
  const more = { organizations: 4, largest: 4_000, second: 3_900 }
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const spec: PublicationSpec = {
    ...base,
    id: 'wages',
    dimensions: [plant],
    measures: [workers, payroll],
    cells: [
      cell({}, sum(heads), { measure: 'people' }),
      ...heads.map((value, index) => cell({ plant: `plant${index}` }, value, { measure: 'people' })),
      cell({}, sum(pay), { measure: 'pay', persons: sum(heads), ...more }),
      ...pay.map((value, index) =>
        cell({ plant: `plant${index}` }, value, { measure: 'pay', persons: heads[index]!, ...more }),
      ),
    ],
    statistics: [undefined, 0, 1, 2].map((index) => {
      const at = index === undefined ? {} : { plant: `plant${index}` }
      const of = (measure: string) => ({ at, measure })
      return {
        kind: 'mean' as const,
        id: `mean${index ?? ''}`,
        total: of('pay'),
        base: of('people'),
        step: 100,
      }
    }),
  }
  const table = await protect(publication(spec), policy, ledger())
  if (table.kind !== 'published') throw new Error(table.reason)
  const shown = Object.fromEntries(table.statistics.map((each) => [each.id, each.kind]))
  expect(shown.mean0).toBe('hidden')
  const heading = outside([table]).range([['1|people|plant=plant0', 1]])
  expect(heading.low).toBe(0)
  expect(heading.high).toBeGreaterThanOrEqual(5)
  expect(record(ledger(), table)).not.toBeNull()
})
