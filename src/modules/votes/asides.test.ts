import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phoneOf } from '../../testing/phone.ts'
import { draftOf, id, no, question, voter, yes } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { Count, TableId, VoteDraft } from './schema.ts'

let world: World
let ana: Person
let beto: Person
let carla: Person
let dora: Person
let ivan: Person
let vote: VoteDraft
const table = { id: id<TableId>(), number: 1, place: 'Entrada norte' }
const officer = { id: randomUUID() as never, role: 'commission' as const, tableId: null, forWhom: '' }

const hour = 3600_000
const counted = (approve: number, reject: number): Count => {
  const ballots = approve + reject
  const votes = [
    { choiceId: yes, votes: approve },
    { choiceId: no, votes: reject },
  ]
  const tally = { questionId: question.id, votes, blank: 0, nulled: 0 }
  return { signed: ballots, received: 10, unused: 10 - ballots, ballots, tallies: [tally] }
}
const count = async (person: Person, found: Count) => {
  const phone = phoneOf(world, person)
  const input = { voteId: vote.id, tableId: table.id, ...found }
  const { outcomes } = await phone.deliver([phone.write('urn.count', input)])
  return outcomes[0]!.refusal ?? outcomes[0]!.outcome
}
const urn = async () => (await ana.api.votes.urns({ id: vote.id }))[0]!
const ask = (by: Person, whom: Person, reason = 'Contó otra urna y no volvió a contar') => {
  const aside = randomUUID() as never
  const asked = { voteId: vote.id, id: aside, tableId: table.id, counter: whom.membershipId as never, reason }
  return { aside, done: by.api.votes.askAside(asked) }
}
const confirm = (by: Person, aside: string) =>
  by.api.votes.confirmAside({ voteId: vote.id, id: aside as never })

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  dora = await world.join(alba, 'Dora', 'organizer', [list])
  ivan = await world.join(alba, 'Iván', 'organizer', [list])
  const now = world.deployment.clock().getTime()
  const at = (hours: number) => new Date(now + hours * hour).toISOString()
  vote = draftOf(world.deployment.clock(), { opensAt: at(-3), closesAt: at(-1) })
  await ana.api.votes.keep(vote)
  await ana.api.votes.keepTable({ voteId: vote.id, ...table })
  const names = ['Ema Cruz', 'Luz Mora', 'Teo Paz', 'Eva Ruiz', 'Ada Sol']
  await ana.api.votes.importRoll({
    id: vote.id,
    voters: names.map((name) => voter(name, { tableId: table.id })),
  })
  await ana.api.votes.keepOfficer({ voteId: vote.id, ...officer, name: 'Olga Vidal' })
  await ana.api.votes.call({ id: vote.id, on: '2026-11-22' })
  await ana.api.votes.publishRoll({ id: vote.id, on: '2026-11-22' })
  await ana.api.votes.freeze({ id: vote.id })
  await ana.api.votes.open({ id: vote.id })
  beto = await world.join(alba, 'Beto', 'coordinator')
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('one who counts otherwise', () => {
  test('holds up the conclusion, and nobody alone takes the count away', async () => {
    for (const person of [carla, dora]) expect(await count(person, counted(4, 1))).toBe('done')
    expect(await count(ivan, counted(3, 2))).toBe('done')
    expect(await refusalOf(ask(ana, ivan).done)).toBe('votes.not-now')
    await ana.api.votes.close({ id: vote.id })
    expect(await urn()).toMatchObject({ agreement: 'differ', counters: 3 })
    expect(await refusalOf(ana.api.votes.conclude({ id: vote.id }))).toBe('votes.not-counted')
    expect(await refusalOf(carla.api.votes.counts({ id: vote.id }))).toBe('not-allowed')
    expect(await refusalOf(ask(carla, ivan).done)).toBe('not-allowed')
    expect(await refusalOf(ask(ana, beto).done)).toBe('missing')
    expect(await refusalOf(ask(ana, ivan, 'Porque sí').done)).toBe('invalid')
    const { aside, done } = ask(ana, ivan)
    await done
    expect(await refusalOf(ask(beto, ivan).done)).toBe('votes.aside-there')
    expect(await refusalOf(confirm(ana, aside))).toBe('access.same-person')
    expect(await refusalOf(confirm(carla, aside))).toBe('not-allowed')
    expect(await refusalOf(confirm(beto, randomUUID()))).toBe('access.request-over')
    expect(await urn()).toMatchObject({ agreement: 'differ', setAside: [] })
  })

  test('leaving the team takes no count away either', async () => {
    await ana.api.team.end({ id: ivan.membershipId as never })
    expect(await urn()).toMatchObject({ agreement: 'differ', counters: 3 })
  })

  test('what was refused may be asked again; what another leader confirms is aside, and stands in the result with its reason', async () => {
    const waiting = (await ana.api.votes.counts({ id: vote.id })).find(({ aside }) => aside)!
    expect(waiting).toMatchObject({ by: 'Iván', aside: { mine: true, isSet: false } })
    await beto.api.team.refuseApproval({ id: waiting.aside!.id })
    expect(await refusalOf(confirm(beto, waiting.aside!.id))).toBe('access.request-over')
    const { aside, done } = ask(beto, ivan)
    await done
    // Granted from the list of what waits for a second person, then confirmed here by whoever asked.
    await ana.api.team.grantApproval({ id: aside })
    await confirm(beto, aside)
    expect(await refusalOf(confirm(ana, aside))).toBe('access.request-over')
    expect(await urn()).toMatchObject({
      agreement: 'agreed',
      counters: 2,
      setAside: ['Contó otra urna y no volvió a contar'],
    })
    const { urns } = await ana.api.votes.conclude({ id: vote.id })
    expect(urns[0]).toMatchObject({
      tallies: counted(4, 1).tallies,
      setAside: [{ reason: 'Contó otra urna y no volvió a contar', count: counted(3, 2) }],
    })
    const { content } = await ana.api.votes.paper({
      id: vote.id,
      paper: 'final_acta',
      form: 'docx',
      language: 'es',
    })
    expect(content.length).toBeGreaterThan(1_000)
    const seen = await world.client({}).votes.observe({ orgId: ana.orgId, id: vote.id })
    expect(JSON.stringify(seen.result)).toContain('Contó otra urna')
    expect(JSON.stringify(seen)).not.toMatch(/Iván|Beto|Ana/)
  })

  test('who served at a vote changes no more once its acta says who did', async () => {
    const changed = { voteId: vote.id, ...officer, name: 'Otra Persona' }
    expect(await refusalOf(ana.api.votes.keepOfficer(changed))).toBe('votes.not-now')
    expect(await refusalOf(ana.api.votes.removeOfficer({ voteId: vote.id, id: officer.id }))).toBe(
      'votes.not-now',
    )
    const [one] = await ana.api.votes.officers({ id: vote.id })
    expect(one).toMatchObject({ name: 'Olga Vidal' })
  })
})
