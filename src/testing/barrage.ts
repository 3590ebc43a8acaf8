import fc from 'fast-check'
import type { Hono } from 'hono'
import { roles } from '#platform/access/roles.ts'
import { createApp } from '#platform/http/app.ts'
import { type Operation, operations } from '#platform/http/limits.ts'
import { common } from '#platform/http/refusal.ts'
import { refusals, router } from '../server.ts'
import { dryDoors } from './dry.ts'
import { type Hostile, hostileRequests } from './hostile.ts'
import { idsOf, sourceOf, withNew } from './ids.ts'
import type { Source } from './inputs.ts'
import { newUnion, type Union } from './union.ts'
import type { World } from './world.ts'

const texts = { ...common.texts, ...refusals }

/** What a barrage of requests came to: how many, how many were refused, and whatever must not happen, each once. */
export type Barrage = { sent: number; refused: number; wrong: string[]; slowestMs: number }

type Target = { app: Hono; kept: Hono; world: World; union: Union; sources: Source[] }

/** A world to fire at: what succeeds on `app` is taken back, on `kept` it stays. */
export const target = async (world: World): Promise<Target> => {
  const union = await newUnion(world, 'ALBA')
  const other = await newUnion(world, 'BRISA')
  const deployment = { ...world.deployment, doors: dryDoors(world.deployment.doors) }
  const app = createApp({ deployment, router, refusals })
  const ids = [await idsOf(world.owner, union, 0), await idsOf(world.owner, other, 0)]
  return { app, kept: world.app, world, union, sources: ids.map((one) => sourceOf(withNew(one))) }
}

// The door comes last: its throttle lets 30 attempts through in five minutes, so there the clock moves on, and a moved clock
// asks for another confirmation everywhere else.
const isDoor = ({ name }: Operation) => name.startsWith('door.')
const all = operations(router).toSorted((a, b) => Number(isDoor(a)) - Number(isDoor(b)))

/** Sends `count` requests, spread over every operation and role; the same `seed` sends the same ones. */
export const barrage = async (at: Target, count: number, seed: number): Promise<Barrage> => {
  const result: Barrage = { sent: 0, refused: 0, wrong: [], slowestMs: 0 }
  const each = Math.ceil(count / all.length)
  for (const [index, operation] of all.entries()) {
    const source = at.sources[index % 3 === 2 ? 1 : 0]!
    const requests = fc.sample(hostileRequests(operation, source), { seed: seed + index, numRuns: each })
    for (const [turn, request] of requests.entries()) await fire(at, operation, request, turn, result)
  }
  if (({} as { polluted?: unknown }).polluted !== undefined) result.wrong.push('Object.prototype was changed')
  for (const { name, stack } of at.world.faults.splice(0))
    result.wrong.push(`fault ${name} ${stack.slice(0, 400)}`)
  result.wrong = [...new Set(result.wrong)]
  return result
}

const fire = async (
  { app, kept, world, union }: Target,
  operation: Operation,
  request: Hostile,
  turn: number,
  result: Barrage,
) => {
  const may = operation.access.may
  const role =
    typeof may === 'string' || turn % 10 === 9 ? roles[turn % roles.length]! : may[turn % may.length]!
  const { headers } = union.members[role]
  const sent = {
    ...request.init,
    headers: { ...headers, ...(request.init.headers as Record<string, string>) },
  }
  // Now and then nothing is taken back, and a refusal must leave every row as it was.
  const watched = turn % 25 === 24
  const before = watched ? await digest(world) : []
  const begun = performance.now()
  const response = await (watched ? kept : app).request(request.url, sent)
  const text = await response.text()
  result.slowestMs = Math.max(result.slowestMs, performance.now() - begun)
  result.sent += 1
  const told = (what: string) =>
    result.wrong.push(
      `${request.operation}: ${what} (${sent.method} ${request.url.slice(0, 160)} ${String(sent.body).slice(0, 300)})`,
    )
  if (response.status >= 500) told(`answered ${response.status}`)
  if (response.status < 400) return watched ? rejoin(world, union) : undefined
  result.refused += 1
  const problem = sent.method === 'HEAD' ? undefined : refusalProblem(text, new Headers(sent.headers))
  if (problem) told(problem)
  if (!watched) return
  const after = await digest(world)
  const changed = after.filter((part, at) => part !== before[at])
  if (changed.length > 0) told(`was refused and changed ${changed}`)
}

/** Whoever lost access by what was kept comes back as somebody new. */
const rejoin = async (world: World, union: Union) => {
  for (const role of roles) {
    const { api, name } = union.members[role]
    const lists = role === 'organizer' ? [union.lists[0]] : []
    if ((await api.team.lists().catch(() => [])).length === 0)
      union.members[role] = await world.join(union.org, name, role, lists)
  }
}

/** What is wrong with a refusal as it was sent: not catalogued, or not in the reader's language. */
const refusalProblem = (text: string, headers: Headers): string | undefined => {
  try {
    const { code, message } = JSON.parse(text) as { code: string; message: string }
    const known = texts[code]
    if (!known) return `refused with “${code}”, which no catalogue has`
    const language = headers.get('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'es'
    return message === known[language] ? undefined : `refused with “${message}”, not in ${language}`
  } catch {
    return `refused with a text of its own: ${text.slice(0, 80)}`
  }
}

/** A digest of every row, but for what a refusal rightly leaves behind: its own line in the log, and a count of failures. */
const digest = async ({ owner }: World): Promise<string[]> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name <> 'access_log' and table_name not like 'kysely%' order by 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' || md5(coalesce(string_agg(row, ',' order by row), '')) as part from
        (select (to_jsonb(t) - 'seen_at' - 'failures' - 'locked_until')::text as row from ${name} t) r`,
  )
  const { rows } = await owner.query<{ part: string }>(`${parts.join(' union all ')} order by 1`)
  return rows.map(({ part }) => part)
}
