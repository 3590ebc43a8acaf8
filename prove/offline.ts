import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { claim } from '../scripts/claim.ts'
import { startTestServer } from '../src/testing/database.ts'
import { histories, liveHistory } from '../src/testing/history.ts'
import { phoneOf } from '../src/testing/phone.ts'
import { newUnion } from '../src/testing/union.ts'
import { newWorld } from '../src/testing/world.ts'
import { killDatabase, serveApart, until } from './support/kills.ts'

const lives = 3_000
const rounds = 200
const phones = 4

/** Phones' deliveries over a network that loses, doubles and delays, then over a server and a database that are killed. */
export const run = async () => {
  await liveAll()
  await killAll()
}

const liveAll = async () => {
  const { server, end } = await startTestServer()
  const world = await newWorld(server)
  const union = await newUnion(world, 'ALBA')
  let lived = 0
  const property = fc.asyncProperty(histories, async (history) => {
    const problems = await liveHistory(world, union, history)
    if (problems.length > 0) throw new Error(problems.join('; '))
    lived += 1
  })
  const found = await fc.check(property, { numRuns: lives, seed: Date.now() % 2 ** 31 })
  if (found.failed)
    console.log(found.errorInstance, JSON.stringify(found.counterexample), `seed ${found.seed}`)
  await world.end()
  await end()
  claim('phones lived through', `${lived} without a fault`, `${lives}`, lived === lives && !found.failed)
}

type Written = { id: string; sequence: number; sealed: string }

/** Every round writes, kills one of the two at a random moment, looks what is there, and sends again until all is answered. */
const killAll = async () => {
  const { server, dataDir, end } = await startTestServer([])
  const world = await newWorld(server)
  world.owner.on('error', () => {})
  const union = await newUnion(world, 'ALBA')
  const app = await serveApart(world.settings)
  const inHand = Array.from({ length: phones }, () => ({ waiting: [] as Written[], written: [] as string[] }))
  const person = await world.join(union.org, 'Carla', 'organizer', [union.lists[0]])
  const members = [
    person,
    ...(await Promise.all(
      inHand.slice(1).map((_, at) => world.join(union.org, `Carla ${at}`, 'organizer', [union.lists[0]])),
    )),
  ]
  const writers = members.map((one) => phoneOf(world, one))
  const acknowledged = new Set<string>()
  let [lost, cutShort] = [0, 0]

  const write = (at: number) => {
    const id = randomUUID()
    const talk = {
      campaignId: union.campaignId,
      personId: union.people[0][at % 2],
      level: 2,
      concerns: ['wages'],
      asked: 'meet',
    }
    const more = {
      promised: 'will_come',
      againOn: '2026-12-01',
      settles: null,
      way: 'face',
      note: 'la güera dijo que sí',
    }
    const one = writers[at]!.write('conversation.record', { ...talk, ...more }, { id })
    inHand[at]!.waiting.push(one)
    inHand[at]!.written.push(id)
  }
  /** Sends what waits, five at a time, until nothing does; `false` when the server was not reached. */
  const send = async (at: number): Promise<boolean> => {
    const hand = inHand[at]!
    while (hand.waiting.length > 0) {
      const operations = hand.waiting
        .slice(0, 5)
        .map(({ id, sequence, sealed }) => ({ id, sequence, sealed }))
      const answer = await post(app.port(), {
        send: members[at]!.send,
        at: new Date().toISOString(),
        operations,
      })
      if (!answer) return false
      for (const { id, outcome } of answer) if (outcome === 'done') acknowledged.add(id)
      hand.waiting = hand.waiting.filter(({ id }) => !acknowledged.has(id))
    }
    return true
  }
  const missing = async () => {
    const { rows } = await until(() =>
      world.owner.query<{ id: string }>(
        `select id from unnest($2::uuid[]) as one (id) where
           not exists (select from conversations c where c.org_id = $1 and c.id = one.id) or
           not exists (select from facts f where f.org_id = $1 and f.id = one.id) or
           not exists (select from operations o where o.org_id = $1 and o.id = one.id and o.outcome = 'done')`,
        [union.org, [...acknowledged]],
      ),
    )
    return rows.length
  }

  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < phones; at++) for (let n = 0; n < 15; n++) write(at)
    const sending = Promise.all(inHand.map((_, at) => send(at)))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    if (round % 2 === 0) await app.kill()
    else await killDatabase(dataDir)
    const reached = await sending
    if (reached.includes(false)) cutShort += 1
    lost += await missing()
    if (round % 2 === 0) await app.start()
    await until(async () => {
      if ((await Promise.all(inHand.map((_, at) => send(at)))).includes(false)) throw new Error('not reached')
    })
    if (round % 20 === 19)
      console.log(
        `${round + 1} kills, ${cutShort} while sending, ${acknowledged.size} acknowledged, ${lost} lost`,
      )
  }
  const all = inHand.flatMap(({ written }) => written)
  const { rows } = await world.owner.query<{
    kept: number
    facts: number
    operations: number
    steps: number
  }>(
    `select (select count(*)::int from conversations where org_id = $1 and id = any($2)) as kept,
      (select count(*)::int from facts where org_id = $1 and record_id = any($2)) as facts,
      (select count(*)::int from next_steps where org_id = $1 and conversation_id = any($2)) as steps,
      (select count(*)::int from operations where org_id = $1 and id = any($2)) as operations`,
    [union.org, all],
  )
  const { rows: turned } = await world.owner.query(
    `select 1 from (select sequence, lag(sequence) over (partition by device_id order by f.number) as before
       from operations o join facts f on f.org_id = o.org_id and f.id = o.id where o.org_id = $1 and o.id = any($2)) s where before > sequence`,
    [union.org, all],
  )
  lost += all.filter((id) => !acknowledged.has(id)).length
  const { kept, facts, steps, operations } = rows[0]!
  const doubled = [kept, facts, steps, operations].reduce(
    (sum, count) => sum + Math.abs(count - all.length),
    0,
  )
  await app.kill()
  await world.end()
  await end()
  claim('out of order', `${turned.length} of ${all.length}`, '0', turned.length === 0)
  claim(
    'kill -9 while sending',
    `${cutShort} of ${rounds} kills cut a delivery`,
    `≥ ${rounds / 2}`,
    cutShort >= rounds / 2,
  )
  claim(
    `offline, ${rounds} kills of the application and the database`,
    `${all.length} written, ${lost} lost, ${doubled} doubled`,
    '0 lost, 0 doubled',
    lost === 0 && doubled === 0,
  )
}

const post = async (port: number, body: unknown): Promise<{ id: string; outcome: string }[] | undefined> => {
  try {
    const sent = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(`http://127.0.0.1:${port}/api/offline/deliveries`, sent)
    return response.ok
      ? ((await response.json()) as { outcomes: { id: string; outcome: string }[] }).outcomes
      : undefined
  } catch {
    return undefined
  }
}
