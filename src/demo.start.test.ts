import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runningDatabase } from '#platform/db/open.ts'
import { openPool } from '#platform/db/pool.ts'
import { codeOf } from './testing/authenticator.ts'
import {
  admin,
  dataFolder,
  freePort,
  type Program,
  post,
  runProgram,
  startServer,
  stopServer,
  untilSaid,
} from './testing/program.ts'
import { whereStands } from './testing/walk.ts'

const large = 'Sindicato Independiente El Mezquite'
const small = 'Sindicato Independiente Hilo y Aguja'
// Whole programs, one after another, on a machine that may be busy.
const patient = { timeout: 120_000 }

describe('a first start with the demo world', () => {
  const { folder, drop } = dataFolder()
  let server: Program & { url: string }
  let password = ''
  let owner: pg.Pool
  beforeAll(async () => {
    const port = String(await freePort())
    const first = runProgram('src/main.ts', { DATA_DIR: folder, PORT: port })
    await untilSaid(first, /Making the demo world/)
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(503)
    first.process.kill('SIGKILL')
    await first.ended
    server = await startServer({ DATA_DIR: folder, DEMO: '' })
    owner = openPool({ ...runningDatabase(folder).owner, max: 1 })
  }, 120_000)
  afterAll(async () => {
    await owner?.end()
    if (server) await stopServer(server)
    drop()
  }, 60_000)

  test('cut short by a kill -9 begins it anew, and then says whom to sign in as', patient, async () => {
    const [, login, shown] = /Graciela\s+coordinator\s+(\w+)\s+([\w-]+)/.exec(server.output())!
    password = shown!
    const code = (await admin(folder, ['code', login!])).output.trim()
    const { accounts } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'))
    const { secret } = accounts.find((one: { login: string }) => one.login === login)
    expect(code).toBe(codeOf(secret, new Date()))
    expect((await post(server.url, '/door/session', { login, password, code })).status).toBe(200)
    expect(await (await fetch(`${server.url}/api/door`)).json()).toEqual({ empty: false, demo: true })
    const invited = await admin(folder, ['invite', large, 'Memo', '--list', 'Noche'])
    expect(invited.output).toMatch(/Memo, once and within seven days: \S+\/join#[\w-]{43}/)
    expect(invited.output).toContain(server.url)
  })

  test(
    'somebody is erased from the terminal, from every table, once they are named twice',
    patient,
    async () => {
      const { rows } = await owner.query<{ id: string; handle: string }>(
        `select p.id, p.handle from people p join attendance a on a.person_id = p.id
       join conversations c on c.person_id = p.id join organizations o on o.id = p.org_id and o.name = $1
       where not exists (select from people q where q.org_id = p.org_id and q.handle = p.handle and q.id <> p.id)
       group by p.org_id, p.id, p.handle order by count(*) desc, p.id limit 1`,
        [large],
      )
      const { id, handle } = rows[0]!
      expect((await whereStands(owner, [id])).length).toBeGreaterThan(4)
      const nobody = await admin(folder, ['erase', large, 'Nadie de Ninguna Parte'], 'x\n')
      expect([nobody.code, nobody.output]).toEqual([1, expect.stringMatching(/has 0 people called Nadie/)])
      const slip = await admin(folder, ['erase', large, handle], 'otra persona\n')
      expect([slip.code, (await whereStands(owner, [id])).includes('people.id')]).toEqual([1, true])
      const erased = await admin(folder, ['erase', large, handle], `${handle}\n`)
      expect(erased.output).toMatch(/Nothing of them is left in any table/)
      expect(await whereStands(owner, [id])).toEqual(['access_log.target_id'])
    },
  )

  test(
    'a union leaves with all it has for a server of its own, and its owners come back there',
    patient,
    async () => {
      const copy = join(folder, 'mezquite.age')
      const exported = await admin(folder, ['export', large, copy])
      const [, passphrase] = /kept nowhere: (.+)/.exec(exported.output)!
      const elsewhere = dataFolder()
      const other = await startServer({ DATA_DIR: elsewhere.folder })
      const wrong = await admin(elsewhere.folder, ['import', copy], 'uno dos tres\n')
      expect([wrong.code, wrong.output]).toEqual([1, expect.not.stringMatching(/\n\s+at /)])
      const imported = await admin(elsewhere.folder, ['import', copy], `${passphrase}\n`)
      expect(imported.output).toMatch(/taken in and equal to its copy, \d+ tables, \d+ rows/)
      const [, token] = /Maribel comes back with: \S+join#([\w-]{43})/.exec(imported.output)!
      const joined = await post(other.url, '/door/phone', { token, label: 'Android' })
      const { orgId } = (await joined.json()) as { orgId: string }
      const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!
      const headers = { cookie, 'asamblea-organization': orgId }
      const activities = await fetch(`${other.url}/api/support/activities`, { headers })
      expect(await activities.json()).toHaveLength(10)
      expect((await admin(elsewhere.folder, ['import', copy], `${passphrase}\n`)).code).toBe(1)
      await stopServer(other)
      elsewhere.drop()
    },
  )

  test(
    'another is closed: nothing of it is left, and the workshop it shared stays with the others',
    patient,
    async () => {
      const { rows } = await owner.query<{ id: string }>('select id from organizations where name = $1', [
        small,
      ])
      expect((await admin(folder, ['close', small], 'Otro\n')).code).toBe(1)
      expect((await whereStands(owner, [rows[0]!.id])).length).toBeGreaterThan(12)
      expect((await admin(folder, ['close', small], `${small}\n`)).output).toMatch(/Everything is deleted/)
      expect(await whereStands(owner, [rows[0]!.id, small])).toEqual([])
      expect((await owner.query('select from activities')).rowCount).toBe(15)
    },
  )

  test('the next start shows no password again', patient, async () => {
    await stopServer(server)
    server = await startServer({ DATA_DIR: folder, DEMO: '' })
    expect(server.output()).toMatch(/Demo: accounts in .*demo\.json/)
    expect(server.output()).not.toContain(password)
  })
})
