import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { claim } from '../scripts/claim.ts'
import { runningDatabase } from '../src/platform/db/open.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { diceOf } from '../src/platform/text/dice.ts'
import { databaseProcess, dataFolder, freePort, startServer, stopServer } from '../src/testing/program.ts'
import {
  type Acknowledged,
  type Delegate,
  patient,
  writeAtTheDesk,
  writeAtTheGate,
} from '../src/testing/writers.ts'

/**
 * `npm run prove -- kill`: 200 rounds of kill -9 of the application, of its database, or of both, while people write;
 * `npm run prove -- kill 20` for fewer.
 */
export const run = async () => {
  const { rounds, acknowledged, lost, doubled, slowestMs } = await killRounds(Number(process.argv[3] ?? 200))
  console.log(`slowest return: ${slowestMs} ms`)
  claim(
    'kill',
    `${rounds} kills, ${acknowledged} acknowledged writes, ${lost} lost, ${doubled} doubled`,
    '0 lost and 0 doubled',
    lost === 0 && doubled === 0 && acknowledged > rounds,
  )
}

export type Killed = {
  rounds: number
  acknowledged: number
  lost: number
  doubled: number
  slowestMs: number
}

const delegates = 4

/** Kills `rounds` times while four phones and a desk write over HTTP, and then looks for every write in the database. */
export const killRounds = async (rounds: number): Promise<Killed> => {
  const dice = diceOf(9)
  const { folder, drop } = dataFolder()
  const env = { DATA_DIR: folder, PORT: String(await freePort()) }
  let server = await startServer(env)
  try {
    const union = await foundUnion(server.url)
    const told: Acknowledged = { people: [], conversations: [], tallies: [], name: 0 }
    let over = false
    const stopped = () => over
    const writers = Promise.all([
      ...union.delegates.map((delegate, at) =>
        writeAtTheGate(patient(server.url), delegate, told, stopped, at),
      ),
      writeAtTheDesk(union.desk, union.campaignId, told, stopped),
    ])
    let slowestMs = 0
    for (let round = 0; round < rounds; round++) {
      await Promise.race([sleep(dice.between(100, 900)), writers])
      const victim = dice.pick(['application', 'database', 'both'] as const)
      const began = Date.now()
      const database = databaseProcess(folder)
      if (victim !== 'application') process.kill(database, 'SIGKILL')
      if (victim === 'database') await healthy(server.url, () => holdsAnother(folder, database))
      else {
        server.process.kill('SIGKILL')
        await server.ended
        server = await startServer(env)
      }
      slowestMs = Math.max(slowestMs, Date.now() - began)
      if (rounds > 20 && (round + 1) % 20 === 0)
        console.log(`${round + 1} kills, ${countOf(told)} acknowledged`)
    }
    over = true
    await writers
    const found = await look(folder, union.orgId, told)
    return { rounds, acknowledged: countOf(told), ...found, slowestMs }
  } catch (error) {
    // What the server wrote about it.
    console.error(server.output().slice(-4_000))
    throw error
  } finally {
    await stopServer(server)
    drop()
  }
}

const countOf = ({ people, conversations, tallies, name }: Acknowledged) =>
  people.length + conversations.length + tallies.length + name

/**
 * After a kill of the database alone: the server notices, and is well again by itself. Until then a backend that outlives the
 * killed process for a moment may still answer.
 */
const healthy = async (url: string, restarted: () => boolean) => {
  while (!restarted()) await sleep(20)
  while ((await fetch(`${url}/healthz`).catch(() => undefined))?.status !== 200) await sleep(20)
}

const holdsAnother = (folder: string, killed: number): boolean => {
  try {
    return databaseProcess(folder) !== killed
  } catch {
    return false
  }
}

/** A union with an owner at a desk, a campaign, and delegates with a phone and a list each. */
const foundUnion = async (url: string) => {
  const door = patient(url)
  const founded = await door.post('/door/organization', {
    name: 'Sindicato 0',
    kind: 'union',
    timeZone: 'America/Mexico_City',
    owners: ['Ana', 'Beto'],
  })
  const [token] = (founded as { invitations: string[] }).invitations
  const joined = await fetch(`${url}/api/door/phone`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, label: 'Android' }),
  })
  const { orgId } = (await joined.json()) as { orgId: string }
  const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!
  const desk = patient(url, { cookie, 'asamblea-organization': orgId })
  const campaignId = randomUUID()
  const place = { city: 'Silao', stateCode: '11', sector: 'auto_parts', timeZone: 'America/Mexico_City' }
  const plant = { id: randomUUID(), name: 'Planta', company: 'Compañía', ...place, catalogueId: null }
  await desk.put(`/campaigns/${campaignId}`, { plant, openedOn: '2026-03-02', units: [], headcounts: [] })
  const phones: Delegate[] = []
  for (let at = 0; at < delegates; at++) {
    const listId = randomUUID()
    await desk.put(`/team/lists/${listId}`, { name: `Lista ${at}` })
    const invitation = { id: randomUUID(), role: 'organizer', alias: `Delegada ${at}`, listIds: [listId] }
    const { token } = (await desk.post('/team/invitations', invitation)) as { token: string }
    const enrolled = (await door.post('/door/phone', { token, label: 'Android' })) as Delegate
    phones.push({ send: enrolled.send, courierKey: enrolled.courierKey, listId, campaignId })
  }
  return { orgId, desk, campaignId, delegates: phones }
}

/** What each acknowledged write must have left exactly once, by the id it was written with. */
const traces = {
  people: ['people', 'placements'],
  conversations: ['conversations', 'assessments', 'promises', 'operations', 'facts'],
  tallies: ['tallies'],
} as const

/** Looks into the database behind the server's back for what it said is done. */
const look = async (folder: string, orgId: string, told: Acknowledged) => {
  const owner = openPool({ ...runningDatabase(folder).owner, max: 1 })
  const result = { lost: 0, doubled: 0 }
  for (const [what, tables] of Object.entries(traces)) {
    const ids = told[what as keyof typeof traces]
    for (const table of tables) {
      const key = table === 'placements' ? 'person_id' : 'id'
      const { rows } = await owner.query<{ id: string; times: number }>(
        `select ${key} as id, count(*)::int as times from ${table} where org_id = $1 group by 1`,
        [orgId],
      )
      const times = new Map(rows.map((row) => [row.id, row.times]))
      result.lost += ids.filter((id) => !times.has(id)).length
      result.doubled += rows.filter((row) => row.times > 1).length
      // Everybody repeated until told, so nothing is there that nobody was told of: a second copy under another id would be.
      if (table !== 'operations' && table !== 'facts') result.doubled += rows.length - new Set(ids).size
    }
  }
  const contacts = await owner.query(`select from facts where org_id = $1 and kind = 'contact.made'`, [orgId])
  result.doubled += Math.abs((contacts.rowCount ?? 0) - told.people.length)
  const { rows } = await owner.query<{ name: string }>('select name from organizations where id = $1', [
    orgId,
  ])
  if (rows[0]!.name !== `Sindicato ${told.name}`) result.lost += 1
  await owner.end()
  return result
}
