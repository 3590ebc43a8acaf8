import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPeople } from '../../testing/members.ts'
import { phoneOf } from '../../testing/phone.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { checkCode } from './rules.count.ts'
import type {
  ChoiceId,
  Count,
  Question,
  QuestionId,
  Slate,
  TableId,
  VoteDraft,
  VoteId,
  Voter,
  VoterId,
} from './schema.ts'

let world: World
let ana: Person
let carla: Person
let dora: Person
let vera: Person
let elsa: Person

const hour = 3600_000
const id = <Id>() => randomUUID() as Id
const soon = () => world.deployment.clock()

const yes = id<ChoiceId>()
const no = id<ChoiceId>()
const question: Question = {
  id: id<QuestionId>(),
  kind: 'yes_no',
  text: '¿Apruebas el contrato?',
  choices: [
    { id: yes, text: 'Sí' },
    { id: no, text: 'No' },
  ],
}
const draft = (changes: Partial<VoteDraft> = {}): VoteDraft => ({
  id: id<VoteId>(),
  kind: 'first_contract',
  title: 'Contrato colectivo inicial',
  questions: [question],
  modes: ['paper'],
  opensAt: new Date(soon().getTime() + hour),
  closesAt: new Date(soon().getTime() + 9 * hour),
  place: 'Auditorio municipal',
  municipality: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  rounding: 'nearest',
  ...changes,
})
const voter = (name: string, changes: Partial<Voter> = {}): Omit<Voter, 'number'> => ({
  id: id<VoterId>(),
  name,
  identifier: null,
  phone: null,
  section: 'Ensamble',
  sex: 'woman',
  mode: 'paper',
  tableId: null,
  credentialBy: 'hand',
  category: 'entitled',
  ...changes,
})
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
    expect(await refusalOf(carla.api.votes.recordOpinion({ ...given, allows: true }))).toBe('not-allowed')
    await ana.api.votes.recordOpinion({ ...given, allows: true })
    const vote = draft({ modes: ['paper', 'remote'] })
    await ana.api.votes.keep(vote)
    const election = draft({ kind: 'leadership_election', modes: ['remote'] })
    expect(await refusalOf(ana.api.votes.keep(election))).toBe('votes.remote-off')
    await ana.api.votes.recordOpinion({ ...given, id: randomUUID(), allows: false })
    expect(await refusalOf(ana.api.votes.call({ id: vote.id, on: '2026-11-23' }))).toBe('votes.remote-off')
    expect(await vera.api.votes.opinions()).toHaveLength(2)
  })

  test('the vote between unions is the authority’s: no opinion turns remote voting on', async () => {
    const kind = 'representation_vote' as const
    const opinion = { kind, counsel: 'Lic. Irma Soto', givenOn: '2026-11-02', allows: true }
    await ana.api.votes.recordOpinion({ id: randomUUID(), ...opinion, fileId: null })
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
      opensAt: new Date(`${pair.vote}T15:00:00Z`),
      closesAt: new Date(`${pair.vote}T23:00:00Z`),
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

const slate = (questionId: QuestionId, position: number, name: string): Slate => ({
  id: id<ChoiceId>(),
  questionId,
  position,
  name,
  color: '#aa1133',
  colorName: 'Guinda',
  emblemFileId: null,
  candidates: [
    { id: randomUUID(), post: 'Secretaria general', name: 'Rosa Luna', sex: 'woman', alternate: false },
    { id: randomUUID(), post: 'Organización', name: 'Beto Rey', sex: 'man', alternate: false },
    { id: randomUUID(), post: 'Finanzas', name: 'Leo Gil', sex: 'man', alternate: false },
    { id: randomUUID(), post: 'Actas', name: 'Ciro Paz', sex: 'man', alternate: false },
  ],
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
