// The small cells that stand in the text the project began with.
import { expect, test } from 'vitest'
import type { Dimension } from '../src/dimension.ts'
import { protect } from '../src/disclosure.ts'
import { fileOf } from '../src/file.ts'
import { ledger } from '../src/ledger.ts'
import { defaultPolicy } from '../src/policy.ts'
import { publication } from '../src/publication.ts'
import { outside } from './outside.ts'
import { dimension, people, text } from './people.ts'

test('F19: 86 people were heard, 2 of them raised age; the 2 and their 2 % are hidden', async () => {
  const topic: Dimension = { ...dimension('topic', 3, 'person', 'overlapping'), exhaustive: false }
  const table = await protect(
    publication({
      id: 'heard',
      population: 'interviews',
      title: text('heard'),
      tier: 1,
      dimensions: [topic],
      measures: [people],
      cells: [
        { at: {}, value: 86, organizations: 9 },
        { at: { topic: 'topic0' }, value: 2, organizations: 2 },
        { at: { topic: 'topic1' }, value: 41, organizations: 8 },
        { at: { topic: 'topic2' }, value: 64, organizations: 9 },
      ],
      statistics: ['topic0', 'topic1'].map((id) => ({
        kind: 'percent' as const,
        id: `share-${id}`,
        part: { at: { topic: id } },
        base: { at: {} },
      })),
    }),
    defaultPolicy,
    ledger(),
  )
  if (table.kind !== 'published') throw new Error(table.reason)
  expect(table.cells.map((cell) => (cell.kind === 'shown' ? cell.value : 's'))).toEqual([86, 's', 41, 64])
  expect(table.statistics).toEqual([
    { id: 'share-topic0', measure: 'percent', kind: 'hidden' },
    { id: 'share-topic1', measure: 'percent', kind: 'shown', value: 48 },
  ])
  const { low, high } = outside([table]).range([['1|people|topic=topic0', 1]])
  expect([low, high]).toEqual([0, 86])
})

test('F18: "two organizations" of a sensitive kind is hidden, and so is how many have none', async () => {
  const kind = dimension('kind', 2, 'activity')
  const table = await protect(
    publication({
      id: 'inclusive',
      population: 'organizations',
      title: text('inclusive'),
      tier: 3,
      dimensions: [kind],
      measures: [{ id: 'organizations', label: text('organizations'), unit: 'organizations' }],
      cells: [
        { at: {}, value: 18 },
        { at: { kind: 'kind0' }, value: 2 },
        { at: { kind: 'kind1' }, value: 16 },
      ],
    }),
    defaultPolicy,
    ledger(),
  )
  if (table.kind !== 'published') throw new Error(table.reason)
  const [total, two, rest] = table.cells
  expect(two!.kind).toBe('hidden')
  expect([total!.kind, rest!.kind]).toContain('hidden')
  const { low, high } = outside([table]).range([['1|organizations|kind=kind0', 1]])
  expect(low).toBe(0)
  expect(high).toBeGreaterThanOrEqual(3)
})

test('"two leaders, aerospace, Campeche" is never a figure: leaders of a kind stand only for three states or more', async () => {
  const state = dimension('state', 6, 'place', 'disjoint', 2)
  const sector = dimension('sector', 2, 'activity')
  const at = (place: Record<string, string>, value: number) => ({ at: place, value, organizations: 4 })
  const table = await protect(
    publication({
      id: 'leaders',
      population: 'leaders',
      title: text('leaders'),
      tier: 3,
      dimensions: [state, sector],
      measures: [people],
      cells: [
        at({}, 60),
        at({ state: 'stateG0' }, 25),
        at({ state: 'stateG1' }, 35),
        at({ sector: 'sector0' }, 20),
        at({ sector: 'sector1' }, 40),
        ...['0', '1', '2', '3', '4', '5'].map((each) => at({ state: `state${each}` }, 10)),
        at({ state: 'state0', sector: 'sector0' }, 2),
      ],
    }),
    defaultPolicy,
    ledger(),
  )
  if (table.kind !== 'published') throw new Error(table.reason)
  expect(table.cells.map(({ key }) => key)).toEqual([
    'people|',
    'people|state=stateG0',
    'people|state=stateG1',
    'people|sector=sector0',
    'people|sector=sector1',
  ])
  expect(fileOf(table).decision.forbidden).toBe(7)
})
