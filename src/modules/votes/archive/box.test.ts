import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  archiveBytes,
  ballotOf,
  boxOf,
  counted,
  decryptAs,
  frozenVote,
  type Held,
  soundArchive,
} from '../../../testing/boxes.ts'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import type { VoteId } from '../schema.ts'
import type { BoxId } from './schema.ts'

let world: World
let ana: Person
let olga: Person
let elsa: Person
let vote: { voteId: VoteId; tables: string[] }
let held: Held

const asked = { remote: 12, paper: 4 }
const openVote = (voteId: VoteId) =>
  world.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [voteId])

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  olga = await world.join(alba, 'Olga', 'organizer')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  vote = await frozenVote(world, ana, asked)
})
afterAll(() => world.end())

const plan = (id = randomUUID()) => ({
  voteId: vote.voteId,
  id: id as BoxId,
  rehearsal: false,
  threshold: 2,
  trustees: ['Lupita', 'Chuy', 'Meche'],
})

describe('setting up a box', () => {
  test('is not for an organizer, nor for another union, and asks who it is', async () => {
    expect(await refusalOf(olga.api.boxes.create(plan()))).toBe('not-allowed')
    expect(await refusalOf(elsa.api.boxes.create(plan()))).toBe('missing')
    world.pass(11 * 60_000)
    expect(await refusalOf(ana.api.boxes.create(plan()))).toBe('prove-again')
    world.pass(-11 * 60_000)
    expect(await refusalOf(ana.api.boxes.create({ ...plan(), threshold: 4 }))).toBe('invalid')
  })

  test('needs every key, then the credentials, as many as the frozen roll asks', async () => {
    const draft = plan()
    const { uuid } = await ana.api.boxes.create(draft)
    expect(await refusalOf(ana.api.boxes.create(plan()))).toBe('box.there-is-one')
    expect(await refusalOf(ana.api.boxes.setUp({ id: draft.id }))).toBe('box.keys-missing')
    expect(await refusalOf(world.client({}).archive.standing({ uuid }))).toBe('missing')
    expect(await refusalOf(elsa.api.boxes.setUp({ id: draft.id }))).toBe('missing')
    const [box] = await ana.api.boxes.boxes({ voteId: vote.voteId })
    expect(box!.state).toEqual({ name: 'keys', waitingFor: ['Lupita', 'Chuy', 'Meche'] })
    await ana.api.boxes.discard({ id: draft.id })
    expect(await refusalOf(boxOf(world, ana, vote, { remote: 11 }))).toBe('box.credentials-do-not-fit')
    const [left] = await ana.api.boxes.boxes({ voteId: vote.voteId })
    const repeated = { id: left!.id, lots: [{ tableId: null, list: '["4","4"]' }] }
    expect(await refusalOf(ana.api.boxes.keepCredentials(repeated))).toBe('box.credentials-wrong')
    await ana.api.boxes.discard({ id: left!.id })
  })

  test('refuses a box so small that its result would tell who voted what', async () => {
    const small = await frozenVote(world, ana, { remote: 9 })
    expect(await refusalOf(boxOf(world, ana, small, { remote: 9 }))).toBe('box.too-few')
  })

  test('once set, nothing of it changes', async () => {
    held = await boxOf(world, ana, vote, asked)
    expect(await refusalOf(ana.api.boxes.setUp({ id: held.id }))).toBe('box.already-set-up')
    const again = { id: held.id, lots: [{ tableId: null, list: '["4"]' }] }
    expect(await refusalOf(ana.api.boxes.keepCredentials(again))).toBe('box.already-set-up')
    expect(await refusalOf(ana.api.boxes.discard({ id: held.id }))).toBe('box.already-set-up')
  })
})

describe('the open count', () => {
  test('nothing is opened before the close, and the close only once', async () => {
    const { custodians } = held
    const part = { token: custodians[0]!.token, text: '{}' }
    expect(await refusalOf(world.client({}).custody.decrypt(part))).toBe('custody.not-closed')
    expect(await refusalOf(ana.api.boxes.count({ id: held.id }))).toBe('box.nothing-to-count')
    await openVote(vote.voteId)
    const api = world.client({})
    for (const [at, code] of held.codes.slice(0, 5).entries())
      await api.remote.cast({ uuid: held.uuid, text: ballotOf(held.election, code, at % 2).text })
    const last = held.codes[4]!
    await api.remote.cast({ uuid: held.uuid, text: ballotOf(held.election, last, 'blank').text })
    expect(await refusalOf(olga.api.boxes.close({ id: held.id }))).toBe('not-allowed')
    expect(await refusalOf(ana.api.boxes.close({ id: held.id }))).toBe('box.vote-not-closed')
    await world.owner.query('update votes set closes_at = now() where id = $1', [vote.voteId])
    await ana.api.votes.close({ id: vote.voteId })
    await ana.api.boxes.close({ id: held.id })
    expect(await refusalOf(ana.api.boxes.close({ id: held.id }))).toBe('box.not-open')
    const late = ballotOf(held.election, held.codes[6]!, 1)
    expect(await refusalOf(api.remote.cast({ uuid: held.uuid, text: late.text }))).toBe('ballot.closed')
  })

  test('two of three trustees are enough, on another day and another device, and the third need not come', async () => {
    await counted(ana, held.id)
    const api = world.client({})
    const [lupita, , meche] = held.custodians
    expect((await api.archive.standing({ uuid: held.uuid })).counts).toBeNull()
    const wrong = { token: lupita!.token, text: '{"decryption_factors":[],"decryption_proofs":[]}' }
    expect(await refusalOf(api.custody.decrypt(wrong))).toBe('custody.does-not-fit')
    expect(await decryptAs(world, held.uuid, lupita!)).toEqual({ decided: false })
    expect(await decryptAs(world, held.uuid, meche!)).toEqual({ decided: true })
    expect(await api.archive.standing({ uuid: held.uuid })).toMatchObject({
      phase: 'decided',
      ballots: 6,
      counted: 5,
      counts: [[1, 2, 2]],
    })
  })

  test('the archive stands before our verifier and before belenios-tool, and grows only at its end', async () => {
    const bytes = await archiveBytes(world, held.uuid)
    const { report } = await soundArchive(bytes)
    expect(report).toMatchObject({ stage: 'decided', counted: 5, counts: [[1, 2, 2]], entitled: 12 })
    const { head } = await world.client({}).archive.standing({ uuid: held.uuid })
    expect(head).toEqual({ events: report.events, bytes: bytes.length, hash: report.lastEvent })
    const tail = await world.app.request(`/api/archives/${held.uuid}/file?from=${bytes.length - 700}`)
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(Buffer.from(bytes.slice(-700)))
    const folder = mkdtempSync(join(tmpdir(), 'asamblea-vote-'))
    try {
      writeFileSync(join(folder, `${held.uuid}.bel`), bytes)
      const said = execFileSync('belenios-tool', ['election', 'verify'], { cwd: folder, stdio: 'pipe' })
      expect(`${said}`).not.toMatch(/fail/i)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('no role of the application can change or take out a piece of the archive', async () => {
    const { doors } = world.deployment
    for (const statement of ['delete from vote_archive', 'update vote_archive set height = 0']) {
      const attempt = doors.asPublic(ana.orgId, (tx) =>
        tx.executeQuery({ sql: statement, parameters: [], query: {} as never, queryId: {} as never }),
      )
      await expect(attempt).rejects.toThrow(/permission denied/)
    }
  })
})
