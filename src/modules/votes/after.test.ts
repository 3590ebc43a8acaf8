import { createHash, randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { destroyDue } from '#platform/upkeep/retention.ts'
import { retentions } from '../../server.ts'
import { holdVotes, type Votes } from '../../testing/votes.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { voteEvidence } from './evidence.ts'
import type { Dispute, VoteId } from './schema.ts'

let world: World
let ana: Person
let beto: Person
let vera: Person
let elsa: Person
let votes: Votes
let another: Votes

const dispute = (changes: Partial<Dispute> = {}): Dispute => ({
  id: randomUUID() as Dispute['id'],
  broughtOn: '2026-11-20',
  forum: 'court',
  folio: 'EXP 77/2026',
  says: 'Que Marta no estaba en el padrón',
  fileId: null,
  ...changes,
})
const years = (count: number, days = 0) =>
  new Date(world.deployment.clock().getTime() + (count * 365.25 + days) * 86_400_000)
const namesLeft = async (voteId: VoteId) => {
  const { rows } = await world.owner.query(
    `select (select count(*)::int from vote_roll where vote_id = $1) as roll,
       (select count(*)::int from vote_officers where vote_id = $1) as officers,
       (select count(*)::int from vote_candidates where vote_id = $1) as candidates,
       (select count(*)::int from vote_files where vote_id = $1) as files,
       (select count(*)::int from vote_objections where vote_id = $1) as objections`,
    [voteId],
  )
  return rows[0]
}
const nobody = { roll: 0, officers: 0, candidates: 0, files: 0, objections: 0 }

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  const list = await world.list(alba, 'Mesa')
  ana = await world.join(alba, 'Ana', 'owner')
  beto = await world.join(alba, 'Beto', 'organizer', [list])
  vera = await world.join(alba, 'Vera', 'viewer')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  votes = await holdVotes(world, ana, [ana, beto], 'Alba')
  another = await holdVotes(world, elsa, [elsa], 'Brisa')
  await ana.api.votes.conclude({ id: votes.closed })
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

describe('a challenge', () => {
  test('is the leadership’s to note, of their own vote, once it was called', async () => {
    expect(await refusalOf(beto.api.votes.dispute({ voteId: votes.closed, ...dispute() }))).toBe(
      'not-allowed',
    )
    expect(await refusalOf(elsa.api.votes.dispute({ voteId: votes.closed, ...dispute() }))).toBe('missing')
    expect(await refusalOf(ana.api.votes.dispute({ voteId: votes.prepared, ...dispute() }))).toBe(
      'votes.not-now',
    )
    const lost = dispute({ fileId: randomUUID() as never })
    expect(await refusalOf(ana.api.votes.dispute({ voteId: votes.closed, ...lost }))).toBe('missing')
  })

  test('stands sealed, is shown to all as a hold and to the leadership in words, and is settled once', async () => {
    const one = dispute()
    await ana.api.votes.dispute({ voteId: votes.closed, ...one })
    const { rows } = await world.owner.query('select folio, says from vote_disputes where id = $1', [one.id])
    expect(rows.map(({ folio, says }) => `${folio}${says}`).join()).not.toMatch(/77|Marta/)
    expect(await vera.api.votes.get({ id: votes.closed })).toMatchObject({ challenged: true })
    expect(await refusalOf(vera.api.votes.disputes({ id: votes.closed }))).toBe('not-allowed')
    const settlement = { on: '2026-12-01', outcome: 'stands' as const, says: 'Constaba en el padrón' }
    const of = { voteId: votes.closed, id: one.id }
    expect(await refusalOf(elsa.api.votes.settle({ ...of, ...settlement }))).toBe('missing')
    await ana.api.votes.settle({ ...of, ...settlement })
    expect(await refusalOf(ana.api.votes.settle({ ...of, ...settlement, outcome: 'annulled' }))).toBe(
      'missing',
    )
    expect(await ana.api.votes.disputes({ id: votes.closed })).toMatchObject([
      { folio: 'EXP 77/2026', settled: settlement },
    ])
  })
})

describe('the challenge file', () => {
  test('is the leadership’s, asks who it is, and every piece is what its index says', async () => {
    const asked = { id: votes.closed, language: 'es' as const }
    expect(await refusalOf(beto.api.votes.challengeFile(asked))).toBe('not-allowed')
    expect(await refusalOf(elsa.api.votes.challengeFile(asked))).toBe('missing')
    world.pass(11 * 60_000)
    expect(await refusalOf(ana.api.votes.challengeFile(asked))).toBe('prove-again')
    world.pass(-11 * 60_000)
    const { content } = await ana.api.votes.challengeFile(asked)
    const files = unzipSync(Buffer.from(content, 'base64'))
    expect(Object.keys(files).sort()).toEqual([
      '00-indice.pdf',
      'padron.jsonl',
      'papeles/acta-de-resultados.pdf',
      'papeles/aviso-de-resultado.pdf',
      'papeles/aviso.pdf',
      'papeles/convocatoria.pdf',
      'papeles/lista-de-papeles.pdf',
      'papeles/padron.pdf',
      'papeles/resultado.pdf',
      'registro.json',
    ])
    const { state } = await ana.api.votes.get({ id: votes.closed })
    const hash = createHash('sha256').update(files['padron.jsonl']!).digest('hex')
    expect('rollHash' in state && state.rollHash).toBe(hash)
    const record = JSON.parse(Buffer.from(files['registro.json']!).toString())
    expect(record).toMatchObject({ counts: [{}, {}], disputes: [{ settled: { outcome: 'stands' } }] })
  })
})

describe('five years later', () => {
  test('nothing is destroyed a day early, nor while a challenge is open, nor of another union', async () => {
    const before = await namesLeft(votes.closed)
    expect(before).toMatchObject({ roll: 1, candidates: 1 })
    expect(await destroyDue(world.owner, retentions, years(5, -2))).toBe(0)
    const one = dispute()
    await ana.api.votes.dispute({ voteId: votes.closed, ...one })
    expect(await destroyDue(world.owner, retentions, years(6))).toBe(0)
    expect(await namesLeft(votes.closed)).toEqual(before)
    const settlement = { on: '2026-12-02', outcome: 'withdrawn' as const, says: 'Se desistieron' }
    await ana.api.votes.settle({ voteId: votes.closed, id: one.id, ...settlement })
  })

  test('no role of the application can destroy a frozen roll before', async () => {
    const tryAs = (role: string) =>
      world.owner.query(
        `begin; set local role ${role}; select set_config('app.org', '${ana.orgId}', true); delete from vote_roll where vote_id = '${votes.closed}'; commit`,
      )
    for (const role of ['reach_org', 'reach_job'])
      await tryAs(role).catch(() => world.owner.query('rollback'))
    expect(await namesLeft(votes.closed)).toMatchObject({ roll: 1 })
  })

  test('every name goes once, the result and the fingerprint stay, and the screen and the log say so', async () => {
    const { result } = await ana.api.votes.result({ id: votes.closed })
    expect(await destroyDue(world.owner, retentions, years(5, 2))).toBe(1)
    expect(await destroyDue(world.owner, retentions, years(5, 3))).toBe(0)
    expect(await namesLeft(votes.closed)).toEqual(nobody)
    const left = await ana.api.votes.get({ id: votes.closed })
    expect(left.destroyedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect('rollHash' in left.state && left.state.rollHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await ana.api.votes.result({ id: votes.closed })).result).toEqual(result)
    expect(await refusalOf(ana.api.votes.dispute({ voteId: votes.closed, ...dispute() }))).toBe(
      'votes.not-now',
    )
    const asked = { id: votes.closed, language: 'es' as const }
    expect(await refusalOf(ana.api.votes.challengeFile(asked))).toBe('votes.not-now')
    const { rows } = await world.owner.query(
      `select verb, target, membership_id from access_log where target_id = $1 and verb = 'destroy'`,
      [votes.closed],
    )
    expect(rows).toEqual([{ verb: 'destroy', target: 'vote roll', membership_id: null }])
    expect(await namesLeft(another.closed)).toMatchObject({ roll: 1 })
  })

  test('a cancelled vote keeps its roll a year', async () => {
    await ana.api.votes.cancel({ id: votes.frozen, because: 'Se convoca de nuevo' })
    expect(await destroyDue(world.owner, retentions, years(0, 360))).toBe(0)
    expect(await destroyDue(world.owner, retentions, years(1, 2))).toBe(1)
    expect(await namesLeft(votes.frozen)).toEqual(nobody)
  })
})

test('a report is offered the votes concluded in its span as totals, and none of another union', async () => {
  const gather = (who: Person, since: string, until: string) =>
    world.deployment.doors.asActor(who as never, (tx) =>
      voteEvidence.votes!.gather(
        { tx, actor: { ...who, timeZone: 'America/Mexico_City' } as never },
        { since, until },
      ),
    )
  const [{ es }, none, others] = await Promise.all([
    gather(ana, '2020-01-01', '2036-01-01'),
    gather(ana, '2020-01-01', '2020-12-31'),
    gather(elsa, '2020-01-01', '2036-01-01'),
  ])
  expect(none).toEqual({ es: [], en: [] })
  expect(others).toEqual({ es: [], en: [] })
  expect(es).toMatchObject([
    { rows: [{ cells: [expect.any(String), 'Elección de directiva', 1, 1, expect.any(String), 0] }] },
  ])
  expect(JSON.stringify(es)).not.toMatch(/Alba|Rosa|Ema/)
})
