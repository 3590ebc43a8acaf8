import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  admin,
  databaseProcess,
  dataFolder,
  type Program,
  post,
  runProgram,
  startServer,
  stopServer,
} from './testing/program.ts'

// The whole program in processes of its own, as whoever runs it meets it: slow where the machine is busy.
const patient = { timeout: 120_000 }

const founding = {
  name: 'Sindicato Alba',
  kind: 'union',
  timeZone: 'America/Mexico_City',
  owners: ['Ana', 'Beto'],
}

/** The first organization, its first owner on a phone, and a plant to write to. */
const found = async (url: string) => {
  const { invitations } = (await (await post(url, '/door/organization', founding)).json()) as {
    invitations: string[]
  }
  const joined = await post(url, '/door/phone', { token: invitations[0], label: 'Android' })
  const enrolled = (await joined.json()) as { orgId: string; secret: string }
  const headers = {
    cookie: joined.headers.getSetCookie()[0]!.split(';')[0]!,
    'asamblea-organization': enrolled.orgId,
  }
  return { ...enrolled, headers, beto: invitations[1]! }
}

const linesOf = (sheet: string) =>
  [...readFileSync(sheet, 'utf8').matchAll(/<tr>.*?<\/tr>/g)]
    .map(([row]) => [...row.matchAll(/<td>(\w+)<\/td>/g)].map(([, group]) => group).join(' '))
    .join('\n')

describe('a server that starts empty', () => {
  const { folder, drop } = dataFolder()
  let server: Program & { url: string }
  let ana: Awaited<ReturnType<typeof found>>
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder })
  }, patient.timeout)
  afterAll(async () => {
    await stopServer(server)
    drop()
  }, patient.timeout)

  test('is founded by its first organization, and has its key printed on three sheets', patient, async () => {
    expect(await (await fetch(`${server.url}/api/door`)).json()).toEqual({ empty: true, demo: false })
    ana = await found(server.url)
    expect((await post(server.url, '/door/organization', founding)).status).toBe(409)
    expect(server.output()).toMatch(
      /Key sheets in .*sheets: print them, hand them out, and delete the files\./,
    )
    expect(readdirSync(join(folder, 'sheets'))).toEqual(['hoja-1.html', 'hoja-2.html', 'hoja-3.html'])
    expect(server.output()).toMatch(/Ready in [\d.]+ s: http:\/\/localhost:\d+/)
  })

  test('shares its folder and its port with no second one', patient, async () => {
    const second = runProgram('src/main.ts', { PORT: '0', DATA_DIR: folder })
    expect([await second.ended, second.output()]).toEqual([
      1,
      expect.stringMatching(/^Another process already uses the data/),
    ])
    expect((await admin(folder, ['rotate'])).output).toMatch(/The server is running\. Stop it/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test('is looked after from the terminal while it runs', patient, async () => {
    expect((await admin(folder, ['check'])).output).toMatch(
      /the server is running[\s\S]*Sindicato Alba \(union, 1 people\): access log sound/,
    )
    expect((await admin(folder, ['rescue', 'Sindicato Brisa', 'Ana'])).output).toMatch(
      /^No organization, or more than one, is called Sindicato Brisa/,
    )
    const rescued = await admin(folder, ['rescue', 'Sindicato Alba', 'Ana otra vez'])
    const token = /join#([\w-]{43})/.exec(rescued.output)![1]
    const invitation = await (await post(server.url, '/door/invitation', { token })).json()
    expect(invitation).toMatchObject({ organization: 'Sindicato Alba', role: 'owner', alias: 'Ana otra vez' })
    const log = (await (
      await fetch(`${server.url}/api/team/log`, { headers: ana.headers })
    ).json()) as object[]
    expect(log[0]).toMatchObject({ by: null, verb: 'rescue', target: 'owner' })
    expect((await admin(folder, ['code', 'maribel'])).output).toMatch(/no demo account/)
    expect((await admin(folder, ['nonsense'])).code).toBe(1)
  })

  test('ends the request it is in, seals its logs, and stops its database', patient, async () => {
    // Comparing a password takes a while, and a database after it.
    const waiting = post(server.url, '/door/session', { login: 'nadie', password: 'x', code: '1' })
    await new Promise((resolve) => setTimeout(resolve, 60))
    const code = await stopServer(server)
    expect([code, (await waiting).status]).toEqual([0, 401])
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    expect((await admin(folder, ['check'])).output).toMatch(
      /the server is stopped[\s\S]*1 batches, 0 to seal/,
    )
  })

  test('comes back on its own after a kill -9 of the database, of itself, or of both', patient, async () => {
    server = await startServer({ DATA_DIR: folder })
    const works = async () => {
      await expect
        .poll(async () => (await fetch(`${server.url}/healthz`)).status, { timeout: 15_000 })
        .toBe(200)
      const session = await post(server.url, '/door/phone-session', { secret: ana.secret })
      expect(session.status).toBe(200)
    }
    process.kill(databaseProcess(folder), 'SIGKILL')
    await works()
    for (const both of [false, true]) {
      const database = databaseProcess(folder)
      server.process.kill('SIGKILL')
      if (both) process.kill(database, 'SIGKILL')
      await server.ended
      server = await startServer({ DATA_DIR: folder })
      await works()
    }
  })

  test('is brought back elsewhere from a backup and two sheets alone', patient, async () => {
    const file = join(folder, 'copy.age')
    expect((await admin(folder, ['backup', file])).output).toMatch(/^Backup: /)
    const sheets = [2, 3].map((number) => linesOf(join(folder, 'sheets', `hoja-${number}.html`)))
    await stopServer(server)
    const elsewhere = dataFolder()
    const wrong = await admin(elsewhere.folder, ['restore', file], `${sheets[0]}\n${sheets[0]}\n`)
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringMatching(/same sheet twice/)])
    const restored = await admin(elsewhere.folder, ['restore', file], `${sheets.join('\n')}\n`)
    expect(restored.output).toMatch(/Restored and equal to the backup/)
    expect((await admin(elsewhere.folder, ['restore', file])).output).toMatch(/There is data here already/)
    server = await startServer({ DATA_DIR: elsewhere.folder })
    expect((await post(server.url, '/door/phone-session', { secret: ana.secret })).status).toBe(200)
    expect(server.output()).not.toMatch(/Key sheets/)
    await stopServer(server)
    elsewhere.drop()
    rmSync(join(folder, 'keys', 'master'))
    const keyless = runProgram('src/main.ts', { PORT: '0', DATA_DIR: folder })
    expect([await keyless.ended, keyless.output()]).toEqual([
      1,
      expect.stringMatching(/The key .* is missing: this database was sealed with key/),
    ])
    expect((await admin(folder, ['key'], `${sheets.join('\n')}\n`)).output).toMatch(/is back/)
    server = await startServer({ DATA_DIR: folder })
  })
})
