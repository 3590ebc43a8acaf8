import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phoneOf } from '../../testing/phone.ts'
import { draftOf, id, no, question, voter, yes } from '../../testing/voting.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { checkCode } from './rules.count.ts'
import type { Count, TableId, VoteDraft } from './schema.ts'

let world: World
let ana: Person
let carla: Person
let dora: Person
let vera: Person
let elsa: Person

const hour = 3600_000
const draft = (changes: Partial<VoteDraft> = {}) => draftOf(world.deployment.clock(), changes)
const facts = async () => {
  const { rows } = await world.owner.query(
    `select kind, sum(coalesce(quantity, 1))::int as n from facts where org_id = $1 group by 1 order by 1`,
    [ana.orgId],
  )
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  dora = await world.join(alba, 'Dora', 'organizer', [list])
  vera = await world.join(alba, 'Vera', 'vigilance')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('paper', () => {
  const one = { id: id<TableId>(), number: 1, place: 'Entrada norte' }
  let vote: VoteDraft
  const counted = (approve: number, reject: number, blank = 0, nulled = 0): Count => {
    const ballots = approve + reject + blank + nulled
    const votes = [
      { choiceId: yes, votes: approve },
      { choiceId: no, votes: reject },
    ]
    return {
      signed: ballots,
      received: 10,
      unused: 10 - ballots,
      ballots,
      tallies: [{ questionId: question.id, votes, blank, nulled }],
    }
  }
  const send = async (person: Person, kind: string, input: object) => {
    const phone = phoneOf(world, person)
    const { outcomes } = await phone.deliver([
      phone.write(kind, { voteId: vote.id, tableId: one.id, ...input }),
    ])
    return outcomes[0]!.refusal ?? outcomes[0]!.outcome
  }
  const event = (kind: string, more: object = {}) => ({
    kind,
    seals: [],
    ballots: null,
    custodian: null,
    note: null,
    fileId: null,
    digest: null,
    ...more,
  })

  beforeAll(async () => {
    vote = draft()
    await ana.api.votes.keep(vote)
    await ana.api.votes.keepTable({ voteId: vote.id, ...one })
    const names = ['Ema Cruz', 'Luz Mora', 'Teo Paz', 'Eva Ruiz', 'Ada Sol', 'Iris Gil']
    await ana.api.votes.importRoll({
      id: vote.id,
      voters: names.map((name) => voter(name, { tableId: one.id })),
    })
    await ana.api.votes.keepOfficer({
      voteId: vote.id,
      id: randomUUID() as never,
      role: 'observer',
      tableId: null,
      name: 'Olga Vidal',
      forWhom: 'Centro Alba',
    })
  })

  test('an urn is not written about before its roll is frozen, nor by another union', async () => {
    expect(await send(carla, 'urn.note', event('shown_empty'))).toBe('votes.not-now')
    expect(await send(elsa, 'urn.note', event('shown_empty'))).toBe('offline.out-of-reach')
    await ana.api.votes.call({ id: vote.id, on: '2026-11-22' })
    await ana.api.votes.publishRoll({ id: vote.id, on: '2026-11-22' })
    await ana.api.votes.freeze({ id: vote.id })
    expect(await refusalOf(ana.api.votes.open({ id: vote.id }))).toBe('votes.too-early')
    expect(await refusalOf(ana.api.votes.close({ id: vote.id }))).toBe('votes.not-now')
  })

  test('seals, custody, a photographed acta and an incident stay, with the seals that do not match', async () => {
    world.pass(2 * hour)
    await ana.api.votes.open({ id: vote.id })
    expect(await send(carla, 'urn.note', event('shown_empty'))).toBe('done')
    expect(await send(carla, 'urn.note', event('sealed', { seals: ['A-101', 'A-102'] }))).toBe('done')
    expect(await send(carla, 'urn.note', event('handed', { custodian: 'Olga Vidal' }))).toBe('done')
    expect(await send(carla, 'urn.note', event('unsealed', { seals: ['A-102', 'A-109'] }))).toBe('done')
    const photo = Buffer.from(`ffd8ffe0${'00'.repeat(40_000)}`, 'hex')
    const digest = createHash('sha256').update(photo).digest('hex')
    const fileId = randomUUID()
    expect(await send(dora, 'urn.note', event('closing_acta', { fileId, digest }))).toBe('done')
    const half = { fileId, digest, mediaType: 'image/jpeg', parts: 3 }
    const phone = phoneOf(world, dora)
    const part = (n: number, content = photo.subarray(n * 18_000, (n + 1) * 18_000).toString('base64')) =>
      phone.write('vote-file.part', { voteId: vote.id, ...half, part: n, content })
    await phone.deliver([part(0), part(1)])
    expect(await refusalOf(ana.api.votes.file({ voteId: vote.id, id: fileId as never }))).toBe('missing')
    await phone.deliver([part(2)])
    const file = await ana.api.votes.file({ voteId: vote.id, id: fileId as never })
    expect(Buffer.from(file.content, 'base64').equals(photo)).toBe(true)
    const [urn] = await ana.api.votes.urns({ id: vote.id })
    expect(urn!.gaps).toEqual(['seals_differ', 'no_opening_acta'])
    expect(urn!.events.find(({ kind }) => kind === 'handed')).toMatchObject({
      custodian: 'Olga Vidal',
      by: 'Carla',
    })
    const [seen] = await vera.api.votes.urns({ id: vote.id })
    expect(seen!.events.every(({ custodian, by }) => custodian === null && by === '')).toBe(true)
    expect(await refusalOf(vera.api.votes.file({ voteId: vote.id, id: fileId as never }))).toBe('not-allowed')
  })

  test('is not counted before the hour of the close, and no result is shown before it', async () => {
    expect(await send(carla, 'urn.count', counted(3, 2))).toBe('votes.too-early')
    expect(await refusalOf(ana.api.votes.result({ id: vote.id }))).toBe('votes.before-close')
    expect(await refusalOf(ana.api.votes.close({ id: vote.id }))).toBe('votes.too-early')
  })

  test('a count that does not add up is refused', async () => {
    world.pass(8 * hour)
    expect(await send(carla, 'urn.count', { ...counted(3, 2), ballots: 6 })).toBe('votes.sums-differ')
    const other = { ...counted(3, 2).tallies[0]!, votes: [{ choiceId: id(), votes: 5 }] }
    expect(await send(carla, 'urn.count', { ...counted(3, 2), tallies: [other] })).toBe('votes.sums-differ')
  })

  test('two counters must agree; one person counting twice is one counter; sums stay hidden until the close', async () => {
    await send(carla, 'urn.count', counted(4, 1))
    await send(carla, 'urn.count', counted(4, 1))
    const stand = async () => (await ana.api.votes.urns({ id: vote.id }))[0]!
    expect(await stand()).toMatchObject({ agreement: 'one_counter', counters: 1, agreed: null })
    await send(dora, 'urn.count', counted(3, 2))
    expect(await stand()).toMatchObject({ agreement: 'differ', differs: [yes, no], agreed: null })
    await send(dora, 'urn.count', counted(4, 1))
    expect(await stand()).toMatchObject({ agreement: 'agreed', agreed: null })
    await ana.api.votes.close({ id: vote.id })
    expect(await stand()).toMatchObject({ agreed: { ballots: 5 }, doubts: [] })
    expect(checkCode(one.id, counted(4, 1))).not.toBe(checkCode(one.id, counted(3, 2)))
  })

  test('the result shows both readings, is recorded as totals once concluded, and then nothing changes it', async () => {
    expect(await facts()).toEqual({})
    const { concluded, result } = await vera.api.votes.result({ id: vote.id })
    expect(concluded).toBe(false)
    expect(result!.outcomes[0]).toMatchObject({ outcome: 'approved' })
    expect(result!.outcomes[0]!.says.length).toBeGreaterThan(1)
    const made = await ana.api.votes.conclude({ id: vote.id })
    expect(made).toMatchObject({ covered: 6, paperVoted: 5, electronicVoted: 0 })
    expect(made.urns[0]!.actas).toHaveLength(1)
    expect(await facts()).toEqual({ 'vote.cast': 5, 'vote.covered': 6, 'vote.held': 1, 'vote.observed': 1 })
    expect(await refusalOf(ana.api.votes.conclude({ id: vote.id }))).toBe('votes.not-now')
    expect(await send(dora, 'urn.count', counted(5, 0))).toBe('votes.not-now')
    expect(await refusalOf(ana.api.votes.cancel({ id: vote.id, because: 'No nos gustó' }))).toBe(
      'votes.not-now',
    )
  })

  test('anybody sees what an observer needs, and no name; nothing of a vote still in preparation', async () => {
    const stranger = world.client({})
    const hidden = draft()
    await ana.api.votes.keep(hidden)
    expect(await refusalOf(stranger.votes.observe({ orgId: ana.orgId, id: hidden.id }))).toBe('missing')
    expect(await refusalOf(stranger.votes.observe({ orgId: elsa.orgId, id: vote.id }))).toBe('missing')
    const seen = await stranger.votes.observe({ orgId: ana.orgId, id: vote.id })
    expect(seen).toMatchObject({ roll: { covered: 6 }, result: { paperVoted: 5 } })
    expect(JSON.stringify(seen)).not.toMatch(/Ema|Luz|Olga|Carla/)
  })
})
