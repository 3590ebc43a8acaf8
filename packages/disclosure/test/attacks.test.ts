// Each attack by name: first that it works on what a careless office would publish, then that it fails here.
import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import type { PublishedTable } from '../src/table.ts'
import { base, careless, cell } from './careless.ts'
import { outside } from './outside.ts'
import { dimension } from './people.ts'
import { policy, releaseAll } from './release.ts'
import { square } from './square.ts'
import { keyOf } from './verdict.ts'

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
