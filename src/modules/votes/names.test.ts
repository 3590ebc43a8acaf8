import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListId } from '#platform/db/brand.ts'
import { draftOf, id, voter } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { PersonId } from '../people/schema.ts'
import { insertPeople } from '../people/store.ts'
import type { TableId, VoteId } from './schema.ts'

let world: World
let ana: Person
let beto: Person
let elsa: Person
let few: ListId
let many: ListId

const where = { mode: 'paper' as const, tableId: null }
const fill = async (list: ListId, size: number) => {
  const { doors, vault } = world.deployment
  const ids = Array.from({ length: size }, () => randomUUID() as PersonId)
  await doors.asJob(ana.orgId, async () => {})
  await doors.asActor({ ...ana, listIds: [list] } as never, async (tx) => {
    const identity = (at: number) => ({
      name: `Nombre ${list.slice(0, 4)} ${at}`,
      phone: '4771234567',
      address: null,
      identifier: null,
    })
    const people = ids.map((one, at) => ({
      id: one,
      handle: `h${at}`,
      listIds: [list],
      identity: identity(at),
    }))
    await insertPeople(tx, ana as never, await vault.of(tx, ana.orgId), people)
  })
  return ids
}
const draft = async (by: Person = ana) => {
  const vote = draftOf(world.deployment.clock(), {})
  await by.api.votes.keep(vote)
  return vote.id
}
const agreed = async (voteId: VoteId, asker: Person, granter: Person) => {
  const approval = randomUUID() as never
  await asker.api.team.askApproval({ id: approval, kind: 'names', subject: voteId, reason: 'Padrón' })
  await granter.api.team.grantApproval({ id: approval })
  return approval
}
const opened = async ({ membershipId }: Person) => {
  const { rows } = await world.owner.query(
    'select coalesce(sum(opened), 0)::int as n from openings where membership_id = $1',
    [membershipId],
  )
  return rows[0].n as number
}
const logged = async (target: string) => {
  const { rows } = await world.owner.query(
    'select verb, people from access_log where target = $1 order by id desc limit 1',
    [target],
  )
  return rows[0]
}

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  few = await world.list(alba, 'Turno de día')
  many = await world.list(alba, 'Toda la planta')
  ana = await world.join(alba, 'Ana', 'owner')
  beto = await world.join(alba, 'Beto', 'coordinator')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  await fill(few, 300)
  await fill(many, 420)
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('names of a roll', () => {
  test('more than one opens in a day are neither copied, seen nor printed by one person alone', async () => {
    const voteId = await draft()
    expect(await refusalOf(beto.api.votes.enrolList({ id: voteId, listId: many, ...where }))).toBe(
      'votes.many-names',
    )
    expect(await beto.api.votes.get({ id: voteId })).toMatchObject({ roll: { covered: 0 } })
    const names = Array.from({ length: 450 }, (_, at) => voter(`Fulana ${at}`, { tableId: null }))
    await ana.api.votes.importRoll({ id: voteId, voters: names })
    expect(await refusalOf(beto.api.votes.roll({ id: voteId }))).toBe('votes.many-names')
    const print = (approvalId?: never) =>
      beto.api.votes.paper({
        id: voteId,
        paper: 'roll',
        form: 'docx',
        language: 'es',
        ...(approvalId ? { approvalId } : {}),
      })
    expect(await refusalOf(print())).toBe('votes.many-names')
    await ana.api.votes.call({ id: voteId, on: '2026-11-22' })
    const zip = { id: voteId, language: 'es' as const }
    expect(await refusalOf(beto.api.votes.challengeFile(zip))).toBe('votes.many-names')
    expect(await opened(beto)).toBe(0)

    const other = await draft()
    const elsewhere = await agreed(other, beto, ana)
    expect(await refusalOf(beto.api.votes.roll({ id: voteId, approvalId: elsewhere }))).toBe(
      'access.second-person',
    )
    const asked = randomUUID() as never
    await beto.api.team.askApproval({ id: asked, kind: 'names', subject: voteId, reason: '' })
    expect(await refusalOf(beto.api.votes.roll({ id: voteId, approvalId: asked }))).toBe(
      'access.second-person',
    )
    await ana.api.team.grantApproval({ id: asked })
    expect(await beto.api.votes.roll({ id: voteId, approvalId: asked })).toHaveLength(450)
    expect(await logged('vote roll')).toEqual({ verb: 'open', people: 450 })
    // The same names the same day are no new opening, on paper or on the screen; more of them are.
    await print()
    expect(await logged('vote roll')).toEqual({ verb: 'print', people: 450 })
    await ana.api.votes.importRoll({ id: voteId, voters: names.map(({ name }) => voter(`${name} b`, {})) })
    expect(await refusalOf(beto.api.votes.roll({ id: voteId, approvalId: asked }))).toBe(
      'access.second-person',
    )
  })

  test('as many as one opens in a day count as single ones do: once a day for one vote, whatever is done with them', async () => {
    const voteId = await draft()
    const before = await opened(beto)
    expect(await beto.api.votes.enrolList({ id: voteId, listId: few, ...where })).toMatchObject({
      added: 300,
    })
    expect(await logged('list to vote roll')).toEqual({ verb: 'copy', people: 300 })
    expect(await beto.api.votes.roll({ id: voteId })).toHaveLength(300)
    expect(await opened(beto)).toBe(before + 300)
    // Taken off and others put in their place: those are new.
    const again = await draft()
    expect(await refusalOf(beto.api.votes.enrolList({ id: again, listId: few, ...where }))).toBe(
      'votes.many-names',
    )
    world.pass(24 * 3600_000)
    const [one] = await beto.api.votes
      .enrolList({ id: again, listId: few, ...where })
      .then(({ added }) => [added])
    expect(one).toBe(300)
    expect(await refusalOf(elsa.api.votes.roll({ id: again }))).toBe('missing')
  })
})

describe('whoever is erased', () => {
  test('leaves a roll in preparation and that of a cancelled vote; a frozen roll of a vote that goes on stays as it was posted', async () => {
    const list = await world.list(ana.orgId, 'Las que se van')
    const [gone, stays] = await fill(list, 2)
    const publish = async () => {
      const voteId = await draft()
      const own = id<TableId>()
      await ana.api.votes.keepTable({ voteId, id: own, number: 1, place: 'Patio' })
      await ana.api.votes.enrolList({ id: voteId, listId: list, mode: 'paper', tableId: own })
      await ana.api.votes.call({ id: voteId, on: '2026-11-22' })
      await ana.api.votes.publishRoll({ id: voteId, on: '2026-11-22' })
      return voteId
    }
    // A day has passed since they came in; freezing asks for somebody who confirmed just now.
    await world.owner.query(`update sessions set proved_at = now() + interval '1 day'`)
    const [called, cancelled, frozen] = [await publish(), await publish(), await publish()]
    for (const voteId of [cancelled, frozen]) await ana.api.votes.freeze({ id: voteId })
    await ana.api.votes.cancel({ id: cancelled, because: 'Se convoca de nuevo' })
    await ana.api.people.erase({ id: gone! })
    const { rows } = await world.owner.query(
      'select vote_id, person_id from vote_roll where person_id = any($1) order by vote_id, person_id',
      [[gone, stays]],
    )
    const left = (voteId: VoteId) =>
      rows.filter(({ vote_id }) => vote_id === voteId).map(({ person_id }) => person_id)
    expect(left(called)).toEqual([stays])
    expect(left(cancelled)).toEqual([stays])
    expect(left(frozen).toSorted()).toEqual([gone, stays].toSorted())
    expect(await ana.api.votes.verifyRoll({ id: frozen })).toMatchObject({ equal: true })
  })
})
