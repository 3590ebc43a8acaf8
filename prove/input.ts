import { execFileSync } from 'node:child_process'
import { request } from 'node:http'
import { serve } from '@hono/node-server'
import { claim } from '../scripts/claim.ts'
import { operations } from '../src/platform/http/limits.ts'
import { router } from '../src/server.ts'
import { type Barrage, barrage, target } from '../src/testing/barrage.ts'
import { startTestServer } from '../src/testing/database.ts'
import { newWorld, type World } from '../src/testing/world.ts'

const wanted = 100_000
const aWorld = 5_000

/**
 * Bad input over every operation: no fault, every refusal catalogued in both languages, nothing changed by what was refused.
 * `npm run prove -- input`; with a number after it, that world alone.
 */
export const run = async () => {
  const alone = Number(process.argv[3] ?? 0)
  if (alone > 0) return console.log(JSON.stringify(await fireAtWorld(alone)))
  let [sent, refused, slowestMs, batch] = [0, 0, 0, 0]
  const wrong: string[] = []
  while (sent < wanted) {
    const fired = inItsOwnProcess(++batch)
    sent += fired.sent
    refused += fired.refused
    slowestMs = Math.max(slowestMs, fired.slowestMs)
    wrong.push(...fired.wrong)
    for (const one of fired.wrong) console.log(one)
    console.log(
      `${sent} sent, ${refused} refused, ${wrong.length} wrong, slowest ${Math.round(slowestMs)} ms`,
    )
  }
  const tricks = await triedPaths()
  claim(
    'path tricks without a session',
    `${tricks.tried} tried, ${tricks.passed.length} let in`,
    '0',
    tricks.passed.length === 0,
  )
  claim(
    'bad input',
    `${sent} sent, ${wrong.length} wrong`,
    `${wanted} sent, 0 wrong`,
    sent >= wanted && wrong.length === 0,
  )
}

const fireAtWorld = async (batch: number): Promise<Barrage> => {
  const { server, end } = await startTestServer()
  const world = await newWorld(server)
  const fired = await barrage(await target(world), aWorld, 1_000 * batch)
  await world.end()
  await end()
  return fired
}

/** The door remembers who guessed for as long as its process lives: the next world would not be let in. */
const inItsOwnProcess = (batch: number): Barrage => {
  const args = [...process.execArgv, ...process.argv.slice(1, 3), String(batch)]
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(said.trim().split('\n').at(-1)!)
}

const triedPaths = async () => {
  const { server, end } = await startTestServer()
  const world = await newWorld(server)
  const tricks = await pathTricks(world)
  await world.end()
  await end()
  return tricks
}

const bends: ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replace('/api', '//api'),
  (path) => path.replace('/api/', '/api//'),
  (path) => path.replace('/api/', '/api/./'),
  (path) => path.replace('/api/', '/api/door/../'),
  (path) => path.replace('/api/', '/api/door/%2e%2e/'),
  (path) => path.replace('/api/', '/api/door%2f..%2f'),
  (path) => path.replace('/api/', '/api%2f'),
  (path) => path.replace('/api/', '/API/'),
  (path) => path.replace('/api/', '/api\\'),
  (path) => path.replace('/api/t', '/api/%74'),
  (path) => path.replace('/api/p', '/api/%2570'),
  (path) => `${path}/`,
  (path) => `${path}.`,
  (path) => `${path};a=b`,
  (path) => `${path}%20`,
  (path) => `${path}%00`,
  (path) => `${path}?a=b`,
  (path) => `http://localhost:3000${path}`,
]

/** Every guarded route by every spelling of its path, over a socket and without a session: which were let in. */
const pathTricks = async ({ app }: World) => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  const port = await promise
  const passed: string[] = []
  let tried = 0
  const guarded = operations(router).filter(({ access }) => access.may !== 'anyone')
  for (const { method, path } of guarded) {
    const plain = `/api${path.replaceAll(/\{\w+\}/g, '3f2504e0-4f89-41d3-9a0c-0305e82c3301')}`
    for (const bend of bends) {
      const status = await statusOf(port, method, bend(plain))
      tried += 1
      if (![400, 401, 404, 422].includes(status)) passed.push(`${method} ${bend(plain)} ${status}`)
    }
  }
  http.close()
  for (const one of passed) console.log(one)
  return { tried, passed }
}

const statusOf = (port: number, method: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = method === 'GET' ? '' : '{}'
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    sent.on('error', reject)
    sent.end(body)
  })
