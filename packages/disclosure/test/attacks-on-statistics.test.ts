// Each attack by name: first that it works on what a careless office would publish, then that it fails here.
import { describe, expect, test } from 'vitest'
import { protect } from '../src/disclosure.ts'
import { ledger, record } from '../src/ledger.ts'
import { type PublicationSpec, publication } from '../src/publication.ts'
import { base, cell } from './careless.ts'
import { outside } from './outside.ts'
import { dimension, text } from './people.ts'
import { policy, releaseAll } from './release.ts'

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
