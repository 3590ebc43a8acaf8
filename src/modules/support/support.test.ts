import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListId } from '#platform/db/brand.ts'
import { addPeopleTo } from '../../testing/people.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'

let world: World
let ana: Person
let carla: Person
let elsa: Person
let vera: Person
let list: ListId
let people: string[]

const training = {
  id: randomUUID(),
  kind: 'training' as const,
  topic: 'leader_identification' as const,
  title: 'Quién mueve a quién',
  heldOn: '2026-02-14',
  place: 'Local del sindicato',
  stateCode: '11',
  sector: 'auto_parts',
  audience: 'all' as const,
}
const facts = async (org: string) => {
  const { rows } = await world.owner.query(
    `select f.kind, count(*)::int, sum(quantity)::int as people from facts f where org_id = $1 and reverses is null
     and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id) group by 1 order by 1`,
    [org],
  )
  return Object.fromEntries(rows.map(({ kind, count, people }) => [kind, people ?? count]))
}

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  list = await world.list(alba, 'Lista de Carla')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  vera = await world.join(alba, 'Vera', 'viewer')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  people = await addPeopleTo(world, ana, list, ['Rosa', 'Luz', 'Teo'])
})
afterAll(() => world.end())

describe('an activity', () => {
  test('is not opened by an organizer, and another union does not see it', async () => {
    expect(await refusalOf(carla.api.support.keepActivity(training))).toBe('not-allowed')
    await ana.api.support.keepActivity(training)
    expect(await elsa.api.support.activities()).toEqual([])
    expect(await refusalOf(elsa.api.support.activity({ id: training.id }))).toBe('missing')
  })

  test('notes who came from a list, each once, and takes somebody off again', async () => {
    const [rosa, luz] = people
    await carla.api.support.attend({ id: training.id, people: [rosa!, luz!] })
    await carla.api.support.attend({ id: training.id, people: [rosa!] })
    expect(await facts(ana.orgId)).toEqual({ 'activity.attended': 2 })
    await carla.api.support.unattend({ id: training.id, personId: luz! })
    expect(await facts(ana.orgId)).toEqual({ 'activity.attended': 1 })
    expect(await refusalOf(carla.api.support.unattend({ id: training.id, personId: luz! }))).toBe('missing')
    const stranger = { id: training.id, people: [randomUUID()] }
    expect(await refusalOf(carla.api.support.attend(stranger))).toBe('missing')
  })

  test('a viewer sees that it was held and not how many of whom came', async () => {
    const [seen] = await vera.api.support.activities()
    expect(seen).toMatchObject({ title: 'Quién mueve a quién', attended: 0 })
    expect(await refusalOf(vera.api.support.attendance({ id: training.id }))).toBe('not-allowed')
  })
})

describe('the door', () => {
  const stranger = () => world.client({})
  let token: string

  test('a code nobody gave opens nothing', async () => {
    expect(await refusalOf(stranger().support.door({ token: 'x'.repeat(43) }))).toBe('support.door-closed')
  })

  test('is counted without names, and nothing tells who came when', async () => {
    token = (await carla.api.support.openDoor({ id: training.id })).token
    expect(await stranger().support.door({ token })).toEqual({
      title: 'Quién mueve a quién',
      heldOn: '2026-02-14',
    })
    const id = randomUUID()
    await stranger().support.arrive({ token, id })
    await stranger().support.arrive({ token, id })
    await carla.api.support.count({ id: training.id, countId: randomUUID(), people: 12 })
    expect(await carla.api.support.activity({ id: training.id })).toMatchObject({ counted: 13 })
    const { rows } = await world.owner.query(
      `select column_name from information_schema.columns where table_name in ('door_counts', 'evaluations', 'self_tallies')
       and data_type like '%time%'`,
    )
    expect(rows).toEqual([])
  })

  test('somebody who wants to be sought out is sealed until taken up', async () => {
    await stranger().support.signUp({ token, id: randomUUID(), handle: 'Chela', phone: '477 123 4567' })
    const { rows } = await world.owner.query('select handle from sign_ups')
    expect(rows[0].handle.toString()).not.toContain('Chela')
    expect(await refusalOf(carla.api.support.signUps({ id: training.id }))).toBe('not-allowed')
    const [left] = await ana.api.support.signUps({ id: training.id })
    expect(left).toMatchObject({ handle: 'Chela', phone: '477 123 4567' })
    await ana.api.support.takeUp({ id: left!.id, personId: randomUUID(), listId: list })
    expect(await ana.api.support.signUps({ id: training.id })).toEqual([])
    await stranger().support.signUp({ token, id: randomUUID(), handle: 'Beto', phone: null })
    const [unwanted] = await ana.api.support.signUps({ id: training.id })
    await ana.api.support.dismiss({ id: unwanted!.id })
    expect((await world.owner.query('select from sign_ups')).rowCount).toBe(0)
    expect(await carla.api.support.attendance({ id: training.id })).toMatchObject([
      { handle: 'Chela' },
      { handle: 'Rosa' },
    ])
  })

  test('opinions and answers about oneself are shown together, and only when enough gave them', async () => {
    const evaluate = () =>
      stranger().support.evaluate({ token, id: randomUUID(), useful: 5, clear: 4, willUse: true })
    for (let n = 0; n < 4; n++) await evaluate()
    expect((await ana.api.support.activity({ id: training.id })).opinions).toEqual({
      answers: 4,
      hidden: 'too-few',
    })
    await evaluate()
    expect((await ana.api.support.activity({ id: training.id })).opinions).toEqual({
      answers: 5,
      hidden: 'open',
    })
    const answer = (migrant: 'yes' | 'no', id = randomUUID()) =>
      stranger().support.answer({ token, id, answers: { migrant } })
    for (let n = 0; n < 8; n++) await answer('no')
    const again = randomUUID()
    for (let n = 0; n < 6; n++) await answer('yes', again)
    expect((await ana.api.support.activity({ id: training.id })).answers).toEqual([])
    await ana.api.support.close({ id: training.id })
    const { answers, opinions } = await ana.api.support.activity({ id: training.id })
    expect(opinions).toEqual({ answers: 5, useful: 5, clear: 4, willUse: 1 })
    expect(answers).toEqual([])
    await ana.api.support.reopen({ id: training.id })
    await answer('no')
    await ana.api.support.close({ id: training.id })
    const closed = await ana.api.support.activity({ id: training.id })
    expect(closed.answers.map(({ answer: one, people }) => [one, people % 5])).toEqual([
      ['yes', 0],
      ['no', 0],
      ['no_say', 0],
    ])
    expect([5, 10]).toContain(closed.answers[1]!.people)
    expect([0, 5]).toContain(closed.answers[0]!.people)
    expect((await carla.api.support.activity({ id: training.id })).answers).toEqual([])
    await ana.api.support.reopen({ id: training.id })
  })
})

describe('two unions together', () => {
  test('hold one activity, counted once, each with its own people', async () => {
    const { token } = await ana.api.support.joinCode({ id: training.id })
    const joined = randomUUID()
    await elsa.api.support.join({ id: joined, token })
    expect(await elsa.api.support.activity({ id: joined })).toMatchObject({
      hostName: 'Sindicato Alba',
      title: 'Quién mueve a quién',
      attended: 0,
    })
    await elsa.api.support.close({ id: joined })
    await ana.api.support.close({ id: training.id })
    const { rows } = await world.owner.query(
      `select count(distinct record_id)::int as held, count(*)::int as facts from facts f where kind = 'activity.held' and reverses is null
       and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id)`,
    )
    expect(rows[0]).toEqual({ held: 1, facts: 2 })
  })

  test('closing records what was counted, and reopening takes it back', async () => {
    expect(await facts(ana.orgId)).toMatchObject({ 'activity.counted': 13, 'activity.held': 1 })
    const [rosa] = people
    expect(await refusalOf(carla.api.support.unattend({ id: training.id, personId: rosa! }))).toBe(
      'support.closed',
    )
    await ana.api.support.reopen({ id: training.id })
    expect(await facts(ana.orgId)).toEqual({ 'activity.attended': 2 })
  })
})
