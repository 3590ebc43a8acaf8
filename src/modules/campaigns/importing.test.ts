import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newUnion } from '../../testing/union.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'

let world: World
let ana: Person
let campaignId: string
let listId: string
beforeAll(async () => {
  world = await newWorld()
  const union = await newUnion(world, 'ALBA')
  ana = union.members.owner
  campaignId = union.campaignId
  listId = union.lists[0]
})
afterAll(() => world.end())

describe('importing a list', () => {
  const row = (name: string, phone: string | null = null) => ({
    id: randomUUID(),
    handle: null,
    name,
    phone,
    address: null,
    identifier: null,
    departmentId: null,
    shiftId: null,
    routeId: null,
  })

  test('a bad row refuses its part, a part counts once, and the whole list is undone', async () => {
    const importId = randomUUID()
    await ana.api.campaigns.openImport({ id: campaignId, importId, source: 'csv', expected: 3, units: [] })
    const part = { id: campaignId, importId, number: 0, listId, leftOut: 0 }
    const rows = [row('María Fernanda López Ortiz', '477 123 4567'), row('José Ñíguez Peña')]
    expect(
      await refusalOf(ana.api.campaigns.importPart({ ...part, rows: [...rows, row('Raúl', '12')] })),
    ).toBe('people.bad-rows')
    expect(await ana.api.campaigns.importPart({ ...part, rows })).toEqual({ added: 2 })
    expect(await ana.api.campaigns.importPart({ ...part, rows })).toEqual({ added: 0 })
    const check = { ...row('Lopez Ortiz Maria Fernanda'), department: null, shift: null, route: null }
    const { departmentId: _d, shiftId: _s, routeId: _r, ...candidate } = check
    expect(await ana.api.people.findRows({ rows: [candidate] })).toMatchObject([
      { handle: 'María L.', reason: 'name' },
    ])
    await ana.api.campaigns.endImport({ id: campaignId, importId })
    expect(await ana.api.campaigns.undoImport({ importId })).toEqual({ removed: 2, kept: 0 })
    expect(await ana.api.people.findRows({ rows: [candidate] })).toEqual([])
  })

  test('undone weeks later, it leaves who came to an activity meanwhile', async () => {
    const importId = randomUUID()
    const part = { id: campaignId, importId, number: 0, listId, leftOut: 0 }
    const [nora, ivan] = [row('Nora Íñiguez Páez'), row('Iván Olmos Tapia')]
    await ana.api.campaigns.openImport({ id: campaignId, importId, source: 'csv', expected: 2, units: [] })
    await ana.api.campaigns.importPart({ ...part, rows: [nora, ivan] })
    await ana.api.campaigns.endImport({ id: campaignId, importId })
    const activity = { id: randomUUID(), kind: 'training', topic: 'leader_identification' } as const
    const where = { place: 'Local', stateCode: '11', sector: 'auto_parts', audience: 'all' } as const
    await ana.api.support.keepActivity({ ...activity, ...where, title: 'Taller', heldOn: '2026-02-14' })
    await ana.api.support.attend({ id: activity.id, people: [nora.id] })
    expect(await ana.api.campaigns.undoImport({ importId })).toEqual({ removed: 1, kept: 1 })
    expect(await ana.api.support.attendance({ id: activity.id })).toHaveLength(1)
  })
})
