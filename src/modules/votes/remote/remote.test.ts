import { randomUUID } from 'node:crypto'
import { newCredentialCode } from '@asamblea/ballots/credential'
import { castBallot, challengeBallot, prepareBallot } from '@asamblea/ballots/voter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  archiveBytes,
  ballotOf,
  boxOf,
  frozenVote,
  type Held,
  soundArchive,
  taken,
} from '../../../testing/boxes.ts'
import { type Client, newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'

let world: World
let ana: Person
let held: Held
let booths: Held
let voteId: string
let voter: Client

beforeAll(async () => {
  world = await newWorld()
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const vote = await frozenVote(world, ana, { remote: 12, tables: [10] })
  voteId = vote.voteId
  held = await boxOf(world, ana, vote, { remote: 12, tables: [10] })
  voter = world.client({})
})
afterAll(async () => {
  await world.end()
  expect(world.faults).toEqual([])
})

const cast = (text: string) => voter.remote.cast({ uuid: held.uuid, text })
const ballot = (at: number, choice: number | 'blank' = 0) => ballotOf(held.election, held.codes[at]!, choice)

describe('a ballot that is refused', () => {
  test('before the opening, or for a vote that does not exist', async () => {
    expect(await refusalOf(cast(ballot(0).text))).toBe('ballot.not-yet')
    await world.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [voteId])
    const nowhere = { uuid: '11111111111111' as never, text: ballot(0).text }
    expect(await refusalOf(voter.remote.cast(nowhere))).toBe('missing')
  })

  test('with a code that is not of this vote, or of a table, or no code at all', async () => {
    const stranger = ballotOf(held.election, newCredentialCode(), 0)
    expect(await refusalOf(cast(stranger.text))).toBe('ballot.credential-unknown')
    const atTable = ballotOf(held.election, held.tableCodes[0]![0]!, 0)
    expect(await refusalOf(cast(atTable.text))).toBe('ballot.booth-only')
    expect(await refusalOf(cast('not a ballot'))).toBe('ballot.wrong')
  })

  test('with a proof, a signature or a spelling that does not hold', async () => {
    const { text } = ballot(1)
    const changed = text.replace(/"response":"(\d)/, (_, digit) => `"response":"${(Number(digit) % 9) + 1}`)
    expect(await refusalOf(cast(changed))).toBe('ballot.wrong')
    const other = JSON.parse(ballot(2).text)
    const signedByAnother = JSON.stringify({ ...JSON.parse(text), signature: other.signature })
    expect(await refusalOf(cast(signedByAnother))).toBe('ballot.wrong')
    expect(await refusalOf(cast(` ${text}`))).toBe('ballot.wrong')
    expect((await voter.archive.standing({ uuid: held.uuid })).ballots).toBe(0)
  })

  test('after the hour of the convocatoria', async () => {
    world.pass(9 * 3600_000)
    expect(await refusalOf(cast(ballot(0).text))).toBe('ballot.closed')
    world.pass(-9 * 3600_000)
  })
})

describe('a ballot that is received', () => {
  test('is in the archive under its tracker, and the same ballot again is the same one', async () => {
    const { text, tracker } = ballot(0, 1)
    const receipt = await cast(text)
    expect(receipt).toMatchObject({ tracker, replaces: false })
    expect(await cast(text)).toMatchObject({ tracker, event: receipt.event })
    expect(await voter.archive.find({ uuid: held.uuid, tracker })).toEqual({
      found: true,
      event: receipt.event,
      counts: true,
    })
    const unknown = { uuid: held.uuid, tracker: 'A'.repeat(43) as never }
    expect(await voter.archive.find(unknown)).toEqual({ found: false })
    const { verified } = await soundArchive(await archiveBytes(world, held.uuid))
    expect(verified.receipts.map((one) => one.tracker)).toEqual([tracker])
  })

  test('gives way to the next of the same code, and cannot be brought back by sending it again', async () => {
    const first = ballot(3, 0)
    const second = ballot(3, 1)
    await cast(first.text)
    expect(await cast(second.text)).toMatchObject({ replaces: true })
    await cast(first.text)
    const found = (tracker: string) => voter.archive.find({ uuid: held.uuid, tracker: tracker as never })
    expect(await found(first.tracker)).toMatchObject({ counts: false })
    expect(await found(second.tracker)).toMatchObject({ counts: true })
  })

  test('twelve codes casting at once, twice each: every ballot is in, one of each code counts', async () => {
    const ballots = held.codes.flatMap((_, at) => [ballot(at, 0), ballot(at, 1)])
    const receipts = await Promise.all(ballots.map(({ text }) => cast(text)))
    expect(new Set(receipts.map(({ event }) => event)).size).toBe(24)
    const { report } = await soundArchive(await archiveBytes(world, held.uuid))
    expect(report.counted).toBe(12)
    const { trackers } = await voter.archive.trackers({ uuid: held.uuid })
    expect(trackers.filter(({ counts }) => counts).length).toBe(12)
  })

  test('keeps no account: a signed-in member casting leaves no mark on the session, nor in the log', async () => {
    const marks = async () => {
      const log = await world.owner.query('select count(*) from access_log')
      const sessions = await world.owner.query('select max(seen_at) as seen from sessions')
      return JSON.stringify([log.rows, sessions.rows])
    }
    const before = await marks()
    await ana.api.remote.cast({ uuid: held.uuid, text: ballot(5).text })
    expect(await marks()).toBe(before)
  })
})

describe('a challenged ballot', () => {
  test('opens to what was chosen, and can never be cast, whoever signs it', async () => {
    const prepared = taken(prepareBallot(held.election, held.codes[7]!, [[1]]))
    const opening = taken(challengeBallot(prepared)).text
    expect(castBallot(prepared).ok).toBe(false)
    const lie = opening.replace('"slots":[[0,0,1]]', '"slots":[[0,1,0]]')
    expect(await refusalOf(voter.remote.challenge({ uuid: held.uuid, opening: lie }))).toBe(
      'ballot.opening-wrong',
    )
    const { seal } = await voter.remote.challenge({ uuid: held.uuid, opening })
    expect(seal).toBe(prepared.seal)
    expect(await voter.remote.opening({ uuid: held.uuid, seal })).toEqual({ opening })
    const { ballot: unsigned } = JSON.parse(opening)
    const { signature } = JSON.parse(ballot(7).text)
    const forged = JSON.stringify({ ...unsigned, signature: { ...signature, hash: seal } })
    expect(await refusalOf(cast(forged))).toBe('ballot.wrong')
  })

  test('is refused by its seal, even when it was signed before it was opened', async () => {
    const cheating = ballot(8, 1)
    await world.owner.query(
      `insert into vote_challenges select org_id, id, $2, '{}' from vote_boxes where id = $1`,
      [held.id, cheating.seal],
    )
    expect(await refusalOf(cast(cheating.text))).toBe('ballot.challenged')
  })
})

test('a rehearsal collects ballots without a roll and leaves the vote as it was', async () => {
  const other = await frozenVote(world, ana, { remote: 3 })
  booths = await boxOf(world, ana, other, { remote: 3 }, true)
  const text = ballotOf(booths.election, booths.codes[0]!, 0).text
  expect(await voter.remote.cast({ uuid: booths.uuid, text })).toMatchObject({ replaces: false })
  expect(await refusalOf(cast(text))).toBe('ballot.credential-unknown')
  expect(booths.election.name).toMatch(/^ENSAYO/)
  const id = randomUUID()
  expect(await refusalOf(ana.api.boxes.setUp({ id: id as never }))).toBe('missing')
})
