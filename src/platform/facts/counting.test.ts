import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf, attended, kinds, newCountingWorld, quarter } from '../../testing/counting.ts'
import { type Definition, definitionProblems } from './definition.ts'
import { freezeFacts } from './store.ts'

const { world, ana, elsa, pia, record, count, share } = await newCountingWorld()
const flow = (breakdown: string[] = []): Definition => ({
  measure: { measure: 'flow', of: 'facts', kinds: ['training.attended'], where: [] },
  breakdown,
})
const people = (breakdown: string[] = []): Definition => ({
  measure: { measure: 'distinct', of: 'subjects', kinds: ['training.attended'], where: [] },
  breakdown,
})

beforeAll(async () => {
  const [rosa, luis] = [randomUUID(), randomUUID()]
  await record(ana, [
    attended('2026-01-10', rosa, '11', 'woman'),
    attended('2026-02-10', rosa, '11', 'woman'),
    attended('2026-02-11', luis, '22', 'man'),
    attended('2026-05-01', luis, '22', 'man'),
  ])
  await record(elsa, [attended('2026-03-01', randomUUID(), '11', 'woman')])
})
afterAll(() => world.end())

describe('what a program may count', () => {
  test('nothing, before a union shares it', async () => {
    expect(await count(pia, flow())).toMatchObject([{ value: 0, organizations: 0 }])
  })

  test('not the facts themselves, even when it asks the table', async () => {
    await share(ana)
    const rows = await world.deployment.doors.asActor(actorOf(pia), (tx) =>
      tx.selectFrom('facts').selectAll().execute(),
    )
    expect(rows).toEqual([])
    const broken = world.deployment.doors.asActor(actorOf(pia), (tx) =>
      tx.selectFrom('sharings').select('id').execute(),
    )
    expect(await broken).toHaveLength(1)
  })

  test('what was signed, in the kinds and the detail that were signed', async () => {
    expect(await count(pia, flow())).toMatchObject([{ value: 3, persons: 2, organizations: 1 }])
    expect(await count(pia, people(['state']))).toEqual(
      expect.arrayContaining([
        { key: { state: '11' }, value: 1, base: null, persons: 1, organizations: 1 },
        { key: { state: '22' }, value: 1, base: null, persons: 1, organizations: 1 },
      ]),
    )
    expect(await count(pia, flow(['sex']))).toMatchObject([{ key: { sex: null }, value: 3 }])
    const filtered = {
      ...flow(),
      measure: { ...flow().measure, where: [{ dimension: 'sex', in: ['woman'] }] },
    } as Definition
    expect(await count(pia, filtered)).toMatchObject([{ value: 0 }])
  })

  test('no more once the union withdraws', async () => {
    await world.owner.query('update sharings set withdrawn_at = now() where giver_id = $1', [ana.orgId])
    expect(await count(pia, flow())).toMatchObject([{ value: 0 }])
    await world.owner.query('update sharings set withdrawn_at = null where giver_id = $1', [ana.orgId])
  })

  test('two unions together, people distinct within each', async () => {
    await share(elsa)
    expect(await count(pia, people())).toMatchObject([{ value: 3, persons: 3, organizations: 2 }])
  })
})

describe('what a union counts of its own', () => {
  test('every dimension, and nobody else’s facts', async () => {
    const cells = await count(ana, people(['sex']))
    expect(cells.map(({ key, value }) => [key.sex, value]).toSorted()).toEqual([
      ['man', 1],
      ['woman', 1],
    ])
  })

  test('a stock is what began less what ended, and a ratio shows both its parts', async () => {
    const [eva, rita] = [randomUUID(), randomUUID()]
    const leader = (kind: 'leader.named' | 'leader.left', subjectId: string, day: string, sex: string) => ({
      kind,
      happenedOn: day,
      source: 'test',
      recordId: randomUUID(),
      subjectId,
      dimensions: { state: '11', sex },
    })
    await record(ana, [
      leader('leader.named', eva, '2025-06-01', 'woman'),
      leader('leader.named', rita, '2025-06-01', 'woman'),
      leader('leader.named', randomUUID(), '2025-06-01', 'man'),
      leader('leader.named', randomUUID(), '2025-06-01', 'man'),
      leader('leader.left', eva, '2026-02-01', 'woman'),
    ])
    const standing = (where: { dimension: string; in: string[] }[]) => ({
      measure: 'stock' as const,
      began: { kinds: ['leader.named'], where },
      ended: { kinds: ['leader.left'], where },
    })
    const women = standing([{ dimension: 'sex', in: ['woman'] }])
    expect(await count(ana, { measure: standing([]), breakdown: [] })).toMatchObject([{ value: 3 }])
    const ratio: Definition = {
      measure: { measure: 'ratio', part: women, whole: standing([]) },
      breakdown: [],
    }
    expect(await count(ana, ratio)).toMatchObject([{ value: 1, base: 3 }])
  })

  test('how long it took, from the first fact to the first that ended it', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    const about = (kind: 'campaign.begun' | 'group.formed', recordId: string, day: string, state = '11') => ({
      kind,
      happenedOn: day,
      source: 'test',
      recordId,
      dimensions: { state },
    })
    await record(ana, [
      about('campaign.begun', one, '2025-11-01'),
      about('group.formed', one, '2026-01-10'),
      about('group.formed', one, '2026-01-10', '22'),
      about('campaign.begun', other, '2026-01-01'),
      about('group.formed', other, '2026-01-31'),
      about('group.formed', other, '2026-03-01'),
    ])
    const duration: Definition['measure'] = {
      measure: 'duration',
      from: ['campaign.begun'],
      to: ['group.formed'],
      thread: 'record',
      statistic: 'median',
    }
    expect(await count(ana, { measure: duration, breakdown: [] })).toMatchObject([{ value: 50, base: 2 }])
    const byState = await count(ana, { measure: duration, breakdown: ['state'] })
    expect(byState).toMatchObject([{ key: { state: '11' }, value: 50, base: 2 }])
  })

  test('a reversed fact and its reversal count for nothing', async () => {
    const wrong = randomUUID()
    const hours = {
      kind: 'hours.given' as const,
      happenedOn: '2026-02-02',
      source: 'test',
      recordId: randomUUID(),
      quantity: 40,
    }
    await record(ana, [
      { ...hours, id: wrong },
      { ...hours, quantity: 4 },
    ])
    await record(ana, [{ ...hours, reverses: wrong }])
    const definition: Definition = {
      measure: { measure: 'flow', of: 'quantity', kinds: ['hours.given'], where: [] },
      breakdown: [],
    }
    expect(await count(ana, definition)).toMatchObject([{ value: 4 }])
  })

  test('a frozen count does not see what arrived after it', async () => {
    const asOf = await world.deployment.doors.asJob(ana.orgId, freezeFacts)
    const before = await count(ana, flow(), { ...quarter, asOf })
    await record(ana, [attended('2026-01-15', randomUUID(), '11', 'woman')])
    expect(await count(ana, flow(), { ...quarter, asOf })).toEqual(before)
    expect((await count(ana, flow()))[0]!.value).toBe(before[0]!.value + 1)
  })
})

describe('a definition', () => {
  test('names only what is declared', () => {
    expect(definitionProblems(flow(['color']), kinds)).toEqual([
      { problem: 'unknown_dimension', name: 'color' },
    ])
    const unknown = {
      measure: { measure: 'flow', of: 'facts', kinds: ['x.y'], where: [] },
      breakdown: [],
    } as Definition
    expect(definitionProblems(unknown, kinds)).toEqual([{ problem: 'unknown_kind', name: 'x.y' }])
    const nobody = {
      measure: { measure: 'distinct', of: 'subjects', kinds: ['group.formed'], where: [] },
      breakdown: [],
    } as Definition
    expect(definitionProblems(nobody, kinds)).toEqual([{ problem: 'no_people', name: 'group.formed' }])
    expect(definitionProblems(flow(['state', 'sex']), kinds)).toEqual([])
  })

  test('never reaches the database as text', async () => {
    const wicked = {
      measure: { measure: 'flow', of: 'facts', kinds: ["x') or true --"], where: [] },
      breakdown: ["state'; drop table facts; --"],
    }
    expect(await count(ana, wicked as Definition)).toEqual([])
    expect((await count(ana, flow()))[0]!.value).toBeGreaterThan(0)
  })
})
