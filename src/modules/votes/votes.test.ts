import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf, id, slate, voter } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import type { Question, QuestionId, VoteDraft } from './schema.ts'

let world: World
let ana: Person
let carla: Person
let vera: Person
let elsa: Person

const draft = (changes: Partial<VoteDraft> = {}) => draftOf(world.deployment.clock(), changes)

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  vera = await world.join(alba, 'Vera', 'vigilance')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('calling a vote', () => {
  test('an organizer does not call one, and another union does not see it', async () => {
    const vote = draft()
    expect(await refusalOf(carla.api.votes.keep(vote))).toBe('not-allowed')
    await ana.api.votes.keep(vote)
    expect(await elsa.api.votes.list()).toEqual([])
    expect(await refusalOf(elsa.api.votes.get({ id: vote.id }))).toBe('missing')
    expect(await vera.api.votes.get({ id: vote.id })).toMatchObject({ state: { name: 'preparing' } })
  })

  test('what arts. 371 and 390 Ter govern is not voted remotely nor on a tablet without counsel’s opinion', async () => {
    for (const kind of ['leadership_election', 'first_contract', 'full_revision', 'statutes_change'] as const)
      for (const mode of ['remote', 'booth'] as const)
        expect(await refusalOf(ana.api.votes.keep(draft({ kind, modes: ['paper', mode] })))).toBe(
          'votes.remote-off',
        )
    await ana.api.votes.keep(draft({ kind: 'internal_consultation', modes: ['remote'] }))
  })

  test('counsel’s opinion turns it on for its kind alone, and a later one turns it off again', async () => {
    const opinion = { id: randomUUID(), kind: 'first_contract' as const, counsel: 'Lic. Irma Soto' }
    const given = { ...opinion, givenOn: '2026-11-02', fileId: null }
    expect(await refusalOf(carla.api.votes.recordOpinion({ ...given, modes: ['booth', 'remote'] }))).toBe(
      'not-allowed',
    )
    await ana.api.votes.recordOpinion({ ...given, modes: ['booth', 'remote'] })
    const vote = draft({ modes: ['paper', 'remote'] })
    await ana.api.votes.keep(vote)
    const election = draft({ kind: 'leadership_election', modes: ['remote'] })
    expect(await refusalOf(ana.api.votes.keep(election))).toBe('votes.remote-off')
    await ana.api.votes.recordOpinion({ ...given, id: randomUUID(), modes: [] })
    expect(await refusalOf(ana.api.votes.call({ id: vote.id, on: '2026-11-23' }))).toBe('votes.remote-off')
    expect(await vera.api.votes.opinions()).toHaveLength(2)
  })

  test('an opinion on the tablet alone turns on the tablet alone, and the plan shows both readings of each', async () => {
    const kind = 'full_revision' as const
    const opinion = { kind, counsel: 'Lic. Irma Soto', givenOn: '2026-11-02', fileId: null }
    const [booth, remote] = [draft({ kind, modes: ['booth'] }), draft({ kind, modes: ['paper', 'remote'] })]
    expect(await refusalOf(ana.api.votes.keep(booth))).toBe('votes.remote-off')
    await ana.api.votes.recordOpinion({ id: randomUUID(), ...opinion, modes: ['booth'] })
    expect(await refusalOf(ana.api.votes.keep(remote))).toBe('votes.remote-off')
    await ana.api.votes.keep(booth)
    const { modes } = (await ana.api.votes.plan({ id: booth.id })).remote
    expect(modes.map(({ mode, on, readings }) => [mode, on, readings.length])).toEqual([
      ['booth', true, 2],
      ['remote', false, 2],
    ])
  })

  test('the vote between unions is the authority’s: no opinion turns remote voting on', async () => {
    const kind = 'representation_vote' as const
    const opinion = { kind, counsel: 'Lic. Irma Soto', givenOn: '2026-11-02', fileId: null }
    await ana.api.votes.recordOpinion({ id: randomUUID(), ...opinion, modes: ['booth', 'remote'] })
    expect(await refusalOf(ana.api.votes.keep(draft({ kind, modes: ['remote'] })))).toBe('votes.remote-off')
  })

  test('its plan says each step with its article, what is missing and what its absence does', async () => {
    const vote = draft()
    await ana.api.votes.keep(vote)
    const before = await ana.api.votes.plan({ id: vote.id })
    expect(before.blocked).toBe(true)
    expect(before.steps.map((step) => step.id)).toContain('call')
    expect(before.steps.every(({ article }) => article.length > 0)).toBe(true)
    expect(before.items.find((item) => item.id === 'CON-V1')).toMatchObject({ present: null, effect: 'void' })
    await ana.api.votes.check({ id: vote.id, requirement: 'CON-V1', present: true })
    const after = await ana.api.votes.plan({ id: vote.id })
    expect(after.missing).toHaveLength(before.missing.length - 1)
    expect(
      await refusalOf(
        ana.api.votes.happen({
          id: vote.id,
          happeningId: randomUUID(),
          event: 'strike_won',
          on: '2026-11-22',
          folio: null,
          fileId: null,
        }),
      ),
    ).toBe('votes.unknown-event')
    const notice = { id: vote.id, event: 'notice', folio: 'CFCRL-2026-0042', fileId: null }
    await ana.api.votes.happen({ ...notice, happeningId: randomUUID(), on: '2026-11-20' })
    const noted = await ana.api.votes.plan({ id: vote.id })
    expect(noted.events.find(({ event }) => event === 'notice')).toMatchObject({
      on: '2026-11-20',
      folio: 'CFCRL-2026-0042',
    })
    const asSeen = await vera.api.votes.plan({ id: vote.id })
    expect(asSeen.events.find(({ event }) => event === 'notice')?.folio).toBeNull()
    await ana.api.votes.happen({ ...notice, happeningId: randomUUID(), on: null })
    const taken = await ana.api.votes.plan({ id: vote.id })
    expect(taken.events.find(({ event }) => event === 'notice')?.on).toBeNull()
  })

  test('proposed dates meet both readings, and a vote without a term in the law has none', async () => {
    const pair = await ana.api.votes.propose({ kind: 'first_contract', from: '2026-11-23' })
    expect(pair).toMatchObject({ call: expect.any(String), vote: expect.any(String) })
    const made = draft({
      opensAt: `${pair.vote}T15:00:00Z`,
      closesAt: `${pair.vote}T23:00:00Z`,
    })
    await ana.api.votes.keep(made)
    await ana.api.votes.call({ id: made.id, on: pair.call! })
    const step = (await ana.api.votes.plan({ id: made.id })).steps.find(({ id }) => id === 'call')
    expect(step?.conflict).toEqual([])
    expect(step?.standing).toMatch(/^(planned|done)$/)
    expect(await ana.api.votes.propose({ kind: 'internal_consultation', from: '2026-11-23' })).toMatchObject({
      call: null,
    })
    expect(await refusalOf(ana.api.votes.keep(made))).toBe('votes.not-now')
  })
})

describe('a leadership election', () => {
  test('shows the proportion of women of the roll beside each slate, and hides names until the call', async () => {
    const post: Question = { id: id<QuestionId>(), kind: 'slates', text: 'Secretaría general', choices: [] }
    const vote = draft({ kind: 'leadership_election', questions: [post] })
    await ana.api.votes.keep(vote)
    const stranger = { ...slate(post.id, 1, 'Roja'), questionId: id<QuestionId>() }
    expect(await refusalOf(ana.api.votes.keepSlate({ voteId: vote.id, ...stranger }))).toBe('missing')
    await ana.api.votes.importRoll({
      id: vote.id,
      voters: [voter('Luz Mora'), voter('Eva Ruiz'), voter('Teo Paz', { sex: 'man' }), voter('Ada Sol')],
    })
    await ana.api.votes.keepSlate({ voteId: vote.id, ...slate(post.id, 1, 'Roja') })
    const [shown] = await vera.api.votes.slates({ id: vote.id })
    expect(shown!.candidates.map(({ name }) => name)).toEqual([null, null, null, null])
    expect(shown!.proportion).toMatchObject({ verdict: 'fewer_women', seats: 3 })
    const { rows } = await world.owner.query('select name from vote_candidates')
    expect(rows.map(({ name }) => name.toString()).join()).not.toContain('Rosa')
    await ana.api.votes.call({ id: vote.id, on: '2026-11-22' })
    const [called] = await vera.api.votes.slates({ id: vote.id })
    expect(called!.candidates[0]!.name).toBe('Rosa Luna')
  })
})
