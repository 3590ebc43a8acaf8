import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attended, newCountingWorld, quarter } from '../../testing/counting.ts'
import type { Person } from '../../testing/world.ts'
import type { Definition } from './definition.ts'
import { openRaw, type WeighedCell } from './raw.ts'
import { keyOf, weighCells } from './store.ts'

const { world, ana, elsa, pia, record, count, share } = await newCountingWorld()

beforeAll(async () => {
  await share(ana)
  await share(elsa)
})
afterAll(() => world.end())

const weigh = (who: Person, definition: Definition) =>
  world.deployment.doors.asActor(
    { orgId: who.orgId, membershipId: who.membershipId, role: 'owner', listIds: [] } as never,
    async (tx) => openRaw(await weighCells(tx, definition, quarter)),
  )
const sorted = (cells: readonly WeighedCell[]) => cells.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))

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
    await share(elsa, { kinds: ['hours.given'], facts_from: '2026-02-01', facts_until: '2026-03-10' })
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

  test('lets no step of before be timed, and two agreements over the same days count no fact twice', async () => {
    const about = (kind: 'campaign.begun' | 'group.formed', recordId: string, happenedOn: string) => ({
      kind,
      happenedOn,
      source: 'test',
      recordId,
      dimensions: { state: '11' },
    })
    const [early, late] = [randomUUID(), randomUUID()]
    await record(ana, [
      about('campaign.begun', early, '2026-01-10'),
      about('group.formed', early, '2026-02-20'),
      about('campaign.begun', late, '2026-02-10'),
      about('group.formed', late, '2026-03-02'),
    ])
    const wanted = ['campaign.begun', 'group.formed']
    await share(ana, { kinds: wanted, facts_from: '2026-02-01', facts_until: '2026-03-10' })
    await share(ana, { kinds: wanted, facts_from: '2026-03-01', facts_until: '2026-03-20' })
    const took = {
      measure: {
        measure: 'duration' as const,
        from: ['campaign.begun'],
        to: ['group.formed'],
        thread: 'record' as const,
        statistic: 'median' as const,
      },
      breakdown: [],
    }
    expect(await count(pia, took)).toMatchObject([{ value: 20, base: 1 }])
    expect(await count(ana, took)).toMatchObject([{ base: 2 }])
    const formed = { kinds: ['group.formed'], where: [] }
    const flow = { measure: { measure: 'flow' as const, of: 'facts' as const, ...formed }, breakdown: [] }
    expect(await count(pia, flow)).toMatchObject([{ value: 2 }])
  })
})

describe('a share of which the part is one value of the whole', () => {
  test('is counted in one pass as both parts are by themselves, in every total', async () => {
    const sexes = ['woman', 'man', 'woman', 'other', 'woman', 'man']
    const named = sexes.map((sex, at) => ({
      ...attended(`2026-0${1 + (at % 3)}-15`, randomUUID(), at % 2 ? '11' : '22', sex),
      kind: 'leader.named' as const,
    }))
    const left = { ...named[2]!, kind: 'leader.left' as const, happenedOn: '2026-03-20' }
    await record(elsa, [...named, left])
    await share(elsa, {
      kinds: ['leader.named', 'leader.left'],
      dimensions: ['state', 'sex'],
      facts_from: '2025-01-01',
    })
    const standing = (where: { dimension: string; in: string[] }[]) => ({
      measure: 'stock' as const,
      began: { kinds: ['leader.named'], where },
      ended: { kinds: ['leader.left'], where },
    })
    const people = (where: { dimension: string; in: string[] }[]) => ({
      measure: 'distinct' as const,
      of: 'subjects' as const,
      kinds: ['leader.named'],
      where,
    })
    const women = [{ dimension: 'sex', in: ['woman'] }]
    const nobody = [{ dimension: 'sex', in: ['unheard of'] }]
    for (const of of [standing, people])
      for (const breakdown of [[], ['state'], ['sex']])
        for (const where of [women, nobody]) {
          const whole = await weigh(pia, { measure: of([]), breakdown })
          const part = await weigh(pia, { measure: of(where), breakdown })
          const measure = { measure: 'ratio' as const, part: of(where), whole: of([]) }
          const both = await weigh(pia, { measure, breakdown })
          if (both.counts !== 'ratio' || whole.counts !== 'one' || part.counts !== 'one') throw new Error()
          expect(sorted(both.whole)).toEqual(sorted(whole.cells))
          expect(sorted(both.part)).toEqual(sorted(part.cells))
        }
  })
})
