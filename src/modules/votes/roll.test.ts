import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPeople } from '../../testing/members.ts'
import { draftOf, id, voter } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { TableId, VoteDraft } from './schema.ts'

let world: World
let ana: Person
let carla: Person
let elsa: Person

const draft = (changes: Partial<VoteDraft> = {}) => draftOf(world.deployment.clock(), changes)

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('the roll', () => {
  const table = { id: id<TableId>(), number: 1, place: 'Entrada norte' }
  const vote = () => draft()
  let current: VoteDraft

  beforeAll(async () => {
    current = vote()
    await ana.api.votes.keep(current)
    await ana.api.votes.keepTable({ voteId: current.id, ...table })
  })

  test('is opened by the leadership alone; its names stand sealed', async () => {
    await ana.api.votes.importRoll({
      id: current.id,
      voters: [voter('Marta Nava', { identifier: 'NAVM800101MGTXXX01' })],
    })
    expect(await refusalOf(carla.api.votes.roll({ id: current.id }))).toBe('not-allowed')
    const { rows } = await world.owner.query('select name, identifier from vote_roll where vote_id = $1', [
      current.id,
    ])
    expect(rows.map(({ name, identifier }) => `${name}${identifier}`).join()).not.toMatch(/Marta|NAVM/)
    expect(await ana.api.votes.roll({ id: current.id })).toMatchObject([{ name: 'Marta Nava' }])
    expect(await elsa.api.votes.rollLog({ id: current.id })).toEqual([])
  })

  test('takes members from a list, each once, and counts who has no name', async () => {
    const { listId } = await importPeople(world, ana, [
      { handle: 'la güera', name: 'Paz Ríos', phone: '477 123 4567' },
      { handle: 'el flaco', name: null, phone: null },
    ])
    const where = { id: current.id, listId, mode: 'paper' as const, tableId: null }
    expect(await ana.api.votes.enrolList(where)).toEqual({ added: 1, withoutName: 1 })
    expect(await ana.api.votes.enrolList(where)).toEqual({ added: 0, withoutName: 1 })
  })

  test('is not frozen unpublished, with one person twice, without a table, or with an objection open', async () => {
    await ana.api.votes.call({ id: current.id, on: '2026-11-22' })
    expect(await refusalOf(ana.api.votes.freeze({ id: current.id }))).toBe('votes.roll-not-published')
    await ana.api.votes.publishRoll({ id: current.id, on: '2026-11-22' })
    const twice = voter('Marta Nava López', { identifier: 'navm800101mgtxxx01', category: 'entitled' })
    const boss = voter('Jefe Mora', { category: 'confianza' })
    await ana.api.votes.importRoll({ id: current.id, voters: [twice, boss] })
    const objection = {
      id: randomUUID() as never,
      voterId: null,
      kind: 'missing' as const,
      says: 'Falta Ema Cruz',
      receivedOn: '2026-11-22',
    }
    await ana.api.votes.object({ voteId: current.id, ...objection })
    expect(await refusalOf(ana.api.votes.freeze({ id: current.id }))).toBe('votes.objections-open')
    const decision = {
      voteId: current.id,
      id: objection.id,
      decision: 'granted' as const,
      reason: 'Credencial vista',
    }
    await ana.api.votes.decide(decision)
    expect(await refusalOf(ana.api.votes.decide(decision))).toBe('missing')
    expect(await ana.api.votes.objections({ id: current.id })).toMatchObject([{ reason: 'Credencial vista' }])
    await ana.api.votes.keepVoter({ voteId: current.id, ...voter('Ema Cruz') })
    expect(await refusalOf(ana.api.votes.freeze({ id: current.id }))).toBe('votes.roll-not-ready')
    const kinds = (await ana.api.votes.problems({ id: current.id })).filter(({ blocks }) => blocks)
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['no_table', 'same_identifier'])
    await ana.api.votes.removeVoter({ voteId: current.id, id: twice.id })
    await ana.api.votes.split({
      id: current.id,
      section: null,
      voterIds: null,
      mode: 'paper',
      tableId: table.id,
    })
    expect(
      await refusalOf(
        ana.api.votes.split({ id: current.id, section: null, voterIds: null, mode: 'remote', tableId: null }),
      ),
    ).toBe('invalid')
  })

  test('once frozen is the same for ever: neither the screen, the phone nor the database changes it', async () => {
    const { rollHash, covered } = await ana.api.votes.freeze({ id: current.id })
    expect(covered).toBe(3)
    expect(await ana.api.votes.verifyRoll({ id: current.id })).toEqual({ rollHash, equal: true })
    const roll = await ana.api.votes.roll({ id: current.id })
    expect(roll.map(({ name }) => name).toSorted()).toEqual(['Ema Cruz', 'Marta Nava', 'Paz Ríos'])
    const first = roll[0]!
    const { number: _, ...changed } = first
    for (const attempt of [
      () => ana.api.votes.keepVoter({ voteId: current.id, ...changed, mode: 'paper' }),
      () => ana.api.votes.removeVoter({ voteId: current.id, id: first.id }),
      () => ana.api.votes.importRoll({ id: current.id, voters: [voter('Una Más')] }),
      () =>
        ana.api.votes.split({ id: current.id, section: null, voterIds: null, mode: 'paper', tableId: null }),
    ])
      expect(await refusalOf(attempt())).toBe('votes.roll-frozen')
    const actor = { orgId: ana.orgId, membershipId: ana.membershipId, role: 'owner', listIds: [] } as never
    const touched = await world.deployment.doors.asActor(actor, async (tx) => [
      (
        await tx
          .updateTable('voteRoll')
          .set({ section: 'Otra' })
          .where('orgId', '=', ana.orgId)
          .where('voteId', '=', current.id)
          .executeTakeFirst()
      ).numUpdatedRows,
      (
        await tx
          .deleteFrom('voteRoll')
          .where('orgId', '=', ana.orgId)
          .where('voteId', '=', current.id)
          .executeTakeFirst()
      ).numDeletedRows,
    ])
    expect(touched).toEqual([0n, 0n])
    await world.owner.query(`update vote_roll set section = 'Otra' where id = $1`, [first.id])
    expect(await ana.api.votes.verifyRoll({ id: current.id })).toMatchObject({ equal: false })
    await world.owner.query(`update vote_roll set section = $2 where id = $1`, [first.id, first.section])
  })
})
