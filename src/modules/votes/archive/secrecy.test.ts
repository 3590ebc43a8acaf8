import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotOf, boxOf, frozenVote } from '../../../testing/boxes.ts'
import { attackTables, mostByChance, rightIn } from '../../../testing/secrecy.ts'
import { newWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test('nothing in the tables joins a voter to a ballot, and the same ways find them all where slips followed the roll', async () => {
  const ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const vote = await frozenVote(world, ana, { remote: 30 })
  const held = await boxOf(world, ana, vote, { remote: 30 })
  await world.owner.query(`update votes set state = 'open', opened_at = now() where id = $1`, [vote.voteId])
  const { rows } = await world.owner.query<{ id: string }>(
    'select id::text from vote_roll where vote_id = $1 order by number',
    [vote.voteId],
  )
  const truth = new Map<string, string>()
  // Codes come in the order they were drawn; voters come in an order of their own: every seventh.
  for (const [turn, code] of held.codes.entries()) {
    const { text, tracker } = ballotOf(held.election, code, turn % 2)
    await world.client({}).remote.cast({ uuid: held.uuid, text })
    truth.set(rows[(turn * 7 + 3) % 30]!.id, Buffer.from(tracker, 'base64').toString('hex'))
  }
  const methods = await attackTables(world.owner, vote.voteId, held.id)
  const best = Math.max(...methods.map(({ guess }) => rightIn(guess, truth)))
  expect(best).toBeLessThanOrEqual(mostByChance(methods.length))
  const slips = await world.owner.query<{ hash: string }>(
    `select encode(a.ballot_hash, 'hex') as hash from vote_credentials c
     join vote_archive a on a.box_id = c.box_id and a.credential_hash = c.hash where c.box_id = $1 order by c.public_text`,
    [held.id],
  )
  const careless = new Map(rows.map(({ id }, at) => [id, slips.rows[at]!.hash]))
  expect(Math.max(...methods.map(({ guess }) => rightIn(guess, careless)))).toBe(30)
})

test('no table of the box has a column for a person, an account or a time', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_name in ('vote_archive', 'vote_credentials', 'vote_challenges', 'vote_box_heads')
       and (data_type like 'time%' or data_type = 'date' or column_name ~ '(voter|roll|person|account|member|device|session|address)')`,
  )
  expect(rows).toEqual([])
})
