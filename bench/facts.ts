// Counting from facts alone, beside SQL written by hand for the same cells: one that differs in any number ends the run. Both sides
// run in the same database, one after the other, on one processor: times are processor time of their connections, so that a busy
// machine does not decide.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { claim } from '../scripts/claim.ts'
import type { OrgId } from '../src/platform/db/brand.ts'
import { type Actor, type Doors, openDoors, type Tx } from '../src/platform/db/doors.ts'
import { openRaw } from '../src/platform/facts/raw.ts'
import { findFacts, weighCells } from '../src/platform/facts/store.ts'
import { mustBeAlike } from './support/alike.ts'
import { indicators } from './support/indicators.ts'
import { manyFacts } from './support/manyfacts.ts'
import { peerSql } from './support/peer.ts'

// As figures are published: up to the last fact of a moment, here of all there are.
const span = { since: '2026-01-01', until: '2026-03-31', asOf: Number.MAX_SAFE_INTEGER }
const rounds = 3

export const run = async (facts = Number(process.env.FACTS ?? 5_000_000), organizations = 500) => {
  const world = await manyFacts(facts, organizations, span.until)
  const doors = openDoors({ ...world.app, max: 1, options: '-c max_parallel_workers_per_gather=0' })
  const peer = new pg.Client({
    ...world.credentials,
    options: '-c max_parallel_workers_per_gather=0',
  })
  await peer.connect()
  try {
    console.log(`${facts} facts of ${organizations} organizations; three months, margins included`)
    await cells(doors, peer, world.program as OrgId)
    await opened(doors, peer, world.owner)
  } finally {
    await peer.end()
    await doors.close()
    await world.end()
  }
}

const actorOf = (orgId: string) =>
  ({ orgId, membershipId: orgId, role: 'owner', listIds: [] }) as unknown as Actor

const cells = async (doors: Doors, peer: pg.Client, program: OrgId) => {
  const { rows } = await peer.query<{ all: string[] }>(
    'select $1::uuid || array_agg(giver_id) as all from sharings',
    [program],
  )
  const inside = <T>(work: (tx: Tx) => Promise<T>) => doors.asActor(actorOf(program), work)
  const ourPid = await inside((tx) => pidOf(tx))
  const peerPid = (await peer.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
  const [ours, theirs] = [new Map<string, number>(), new Map<string, number>()]
  for (let round = 0; round < rounds; round++) {
    for (const { name, definition } of indicators) {
      const mine = await spent(ourPid, () =>
        inside(async (tx) => openRaw(await weighCells(tx, definition, span))),
      )
      const hand = await spent(peerPid, () =>
        peer.query(peerSql(definition, span.since, span.until), [rows[0]!.all]),
      )
      mustBeAlike(name, definition, mine.result, hand.result.rows)
      ours.set(name, Math.min(mine.ms, ours.get(name) ?? Number.POSITIVE_INFINITY))
      theirs.set(name, Math.min(hand.ms, theirs.get(name) ?? Number.POSITIVE_INFINITY))
    }
  }
  for (const { name } of indicators)
    console.log(`  ${name.padEnd(34)} ${said(ours.get(name)!)} ms   by hand ${said(theirs.get(name)!)} ms`)
  const [sum, base] = [total(ours), total(theirs)]
  const ratio = sum / base
  claim(
    `${indicators.length} indicators with breakdowns`,
    `${(sum / 1000).toFixed(1)} s, ${ratio.toFixed(2)} × by hand`,
    '≤ 1.3 ×',
    ratio <= 1.3,
  )
}

const said = (ms: number) => ms.toFixed(1).padStart(8)

const total = (times: Map<string, number>) => [...times.values()].reduce((sum, ms) => sum + ms, 0)

/** The facts behind a figure, for the organization they belong to: a page of fifty, a hundred times. */
const opened = async (doors: Doors, peer: pg.Client, owner: pg.Pool) => {
  const { rows } = await owner.query<{ org: OrgId }>(
    'select giver_id as org from sharings order by 1 limit 100',
  )
  const facts = {
    kinds: ['conversation.held', 'contact.made'],
    where: [{ dimension: 'state', in: ['11', '15', '22'] }],
  }
  const plain = `select id, kind, happened_on, source, record_id, quantity, dimensions from facts where org_id = $1
    and kind = any($2) and happened_on between $3 and $4 and dimensions->>'state' = any($5) and reverses is null
    and not exists (select from facts r where r.org_id = facts.org_id and r.reverses = facts.id) order by happened_on desc, id desc limit 50`
  const times = { ours: [] as number[], plain: [] as number[] }
  for (const { org } of rows) {
    const begun = performance.now()
    await doors.asActor(actorOf(org), (tx) => findFacts(tx, { orgId: org }, facts, span, undefined))
    const between = performance.now()
    await peer.query(plain, [org, facts.kinds, span.since, span.until, facts.where[0]!.in])
    times.ours.push(between - begun)
    times.plain.push(performance.now() - between)
  }
  const [ours, hand] = [middle(times.ours), middle(times.plain)]
  const holds = ours / hand <= 3 && ours < 100
  claim(
    'one figure opened to its facts',
    `${ours.toFixed(1)} ms, ${(ours / hand).toFixed(2)} × plain SQL`,
    '≤ 3 ×, < 100 ms',
    holds,
  )
}

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

const pidOf = async (tx: Tx) => {
  const { sql } = await import('kysely')
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  return rows[0]!.pid
}

/** Processor time that one connection's process took for some work, in milliseconds, as the kernel's scheduler counts it. */
const spent = async <T>(pid: number, work: () => Promise<T>) => {
  const before = processorMs(pid)
  const result = await work()
  return { result, ms: processorMs(pid) - before }
}

const processorMs = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000
