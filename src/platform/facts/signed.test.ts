import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attended, newCountingWorld, quarter } from '../../testing/counting.ts'
import type { Definition } from './definition.ts'

const { world, ana, elsa, pia, record, count, share } = await newCountingWorld()

beforeAll(async () => {
  await share(ana)
  await share(elsa)
})
afterAll(() => world.end())

describe('a kind that was not signed', () => {
  test('is not counted, though another kind of the same union is', async () => {
    const left: Definition = {
      measure: { measure: 'flow', of: 'facts', kinds: ['leader.left'], where: [] },
      breakdown: [],
    }
    const fact = { ...attended('2026-02-03', randomUUID(), '11', 'woman'), kind: 'leader.left' as const }
    await record(elsa, [fact])
    expect(await count(elsa, left)).toMatchObject([{ value: 1 }])
    expect(await count(pia, left)).toMatchObject([{ value: 0, organizations: 0 }])
  })
})

describe('a sharing that begins within the days that are counted', () => {
  test('lets nothing of before be counted, in a period or in what stands', async () => {
    const about = (happenedOn: string) => ({
      kind: 'hours.given' as const,
      happenedOn,
      source: 'test',
      recordId: randomUUID(),
      quantity: 4,
      dimensions: { state: '11' },
    })
    await record(elsa, [about('2026-01-20'), about('2026-02-20'), about('2026-03-20')])
    await share(elsa, {
      kinds: ['hours.given'],
      facts_from: '2026-02-01',
      facts_until: '2026-03-10',
    })
    const hours = { kinds: ['hours.given'], where: [] }
    const given = { measure: { measure: 'flow' as const, of: 'quantity' as const, ...hours }, breakdown: [] }
    expect(await count(pia, given)).toMatchObject([{ value: 4 }])
    const standing = {
      measure: { measure: 'stock' as const, began: hours, ended: null },
      breakdown: ['state'],
    }
    expect(await count(pia, standing)).toMatchObject([{ value: 1 }])
    expect(await count(elsa, given)).toMatchObject([{ value: 12 }])
  })
})

describe('a record that several organizations hold together', () => {
  const records = (breakdown: string[]): Definition => ({
    measure: { measure: 'distinct', of: 'records', kinds: ['campaign.begun'], where: [] },
    breakdown,
  })

  test('counts once, in all and in each value, and nothing is nothing', async () => {
    const shared = randomUUID()
    const told = (recordId: string, state: string) => ({
      kind: 'campaign.begun' as const,
      happenedOn: '2026-03-05',
      source: 'test',
      recordId,
      dimensions: { state },
    })
    await record(ana, [told(shared, '11'), told(randomUUID(), '22')])
    await record(elsa, [told(shared, '11')])
    for (const giver of [ana, elsa]) await share(giver, { kinds: ['campaign.begun'] })
    expect(await count(pia, records([]))).toMatchObject([{ value: 2, organizations: 2 }])
    const cells = await count(pia, records(['state']))
    expect(
      cells.map(({ key, value, organizations }) => [key.state, value, organizations]).toSorted(),
    ).toEqual([
      ['11', 1, 2],
      ['22', 1, 1],
    ])
    const before = { ...quarter, since: '2025-01-01', until: '2025-01-31' }
    expect(await count(pia, records([]), before)).toMatchObject([{ value: 0, organizations: 0 }])
  })
})
