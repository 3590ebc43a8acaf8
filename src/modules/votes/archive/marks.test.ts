import { appendBallot } from '@asamblea/ballots/archive'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ballotOf,
  boxOf,
  counted,
  decryptAs,
  endVote,
  frozenVote,
  type Held,
} from '../../../testing/boxes.ts'
import { newWorld, type Person, type World } from '../../../testing/world.ts'
import { hashOf } from './credentials.ts'
import { markerOf } from './marks.ts'

let world: World
let ana: Person

beforeAll(async () => {
  world = await newWorld()
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
})
afterAll(() => world.end())

const boxWithBallots = async () => {
  const vote = await frozenVote(world, ana, { remote: 10 })
  const held = await boxOf(world, ana, vote, { remote: 10 })
  await world.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])
  for (const code of held.codes.slice(0, 3))
    await world.client({}).remote.cast({ uuid: held.uuid, text: ballotOf(held.election, code, 0).text })
  return held
}

/** Whoever can write to the database puts in a ballot that its credential never signed, chained as it must be. */
const smuggle = async (held: Held, mark: (hash: string) => Buffer | Promise<Buffer | null> | null) => {
  const signed = ballotOf(held.election, held.codes[9]!, 1).text
  const text = signed.replace(/(\d)("\}+)$/, (_, digit, end) => `${(Number(digit) + 1) % 10}${end}`)
  const { rows } = await world.owner.query(
    `select phase, timestamp_seconds::int as "timestampSeconds", parent, height, bytes::int as bytes from vote_box_heads where box_id = $1`,
    [held.id],
  )
  const piece = appendBallot(rows[0], { text } as never)
  if (!piece.ok) throw new Error(piece.refusal.reason)
  const { bytes, head } = piece.value
  const hash = hashOf(text)
  const credential = hashOf(JSON.parse(text).credential)
  const { signature } = JSON.parse(text)
  await world.owner.query(
    `insert into vote_archive (org_id, box_id, height, starts_at, piece, ballot_hash, credential_hash, seal, mark)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[
        ana.orgId,
        held.id,
        head.height - 1,
        head.bytes - bytes.length,
        Buffer.from(bytes),
        hash,
        credential,
      ],
      ...[signature.hash, await mark(hash.toString('hex'))],
    ],
  )
  await world.owner.query(
    'update vote_box_heads set parent = $2, height = $3, bytes = $4 where box_id = $1',
    [held.id, head.parent, head.height, head.bytes],
  )
}

const othersMark = async (held: Held) => {
  const { rows } = await world.owner.query(
    'select mark from vote_archive where box_id = $1 and mark is not null',
    [held.id],
  )
  return rows[0].mark as Buffer
}

test('a ballot that the database brought and the server never verified is found at the count, with no mark or a stolen one', async () => {
  for (const stolen of [false, true]) {
    const held = await boxWithBallots()
    await smuggle(held, () => (stolen ? othersMark(held) : null))
    await endVote(world, held.voteId)
    await ana.api.boxes.close({ id: held.id })
    await expect(counted(ana, held.id)).rejects.toThrow(/not sound: ballot-signature/)
  }
})

test('were the server’s own key stolen too, no trustee would open the totals: they verify every proof anew', async () => {
  const held = await boxWithBallots()
  const marker = markerOf(world.deployment.secrets)
  await smuggle(held, (hash) => marker(held.election.text, hash))
  await endVote(world, held.voteId)
  await ana.api.boxes.close({ id: held.id })
  await counted(ana, held.id)
  await expect(decryptAs(world, held.uuid, held.custodians[0]!)).rejects.toThrow(/ballot-signature/)
})

test('a mark holds for one ballot of one election and under one key', () => {
  const marker = markerOf({ access: Buffer.alloc(32, 1) })
  const made = marker('one', 'aa')
  expect(marker('one', 'aa')).toEqual(made)
  expect(marker('one', 'ab')).not.toEqual(made)
  expect(marker('two', 'aa')).not.toEqual(made)
  expect(markerOf({ access: Buffer.alloc(32, 2) })('one', 'aa')).not.toEqual(made)
})
