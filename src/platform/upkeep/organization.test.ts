import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { phoneOf } from '../../testing/phone.ts'
import { whereStands } from '../../testing/walk.ts'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'
import { sealLog } from '../access/team/store.log.ts'
import type { OrgId } from '../db/brand.ts'
import { type NewHeader, type Section, written } from './archive.ts'
import { closeOrganization } from './close.ts'
import { importOrganization } from './import.ts'
import { opened, sealed } from './seal.ts'

let world: World
let alba: OrgId
let ana: Person
let beto: Person
let carla: Person
let elsa: Person
const campaignId = randomUUID()
const guera = randomUUID()
const identity = { name: 'Lucía Núñez Ávila', phone: '472 011 2233', address: 'Calle 5', identifier: 'E-1' }
const plant = {
  id: randomUUID(),
  name: 'Arneses',
  company: 'Conductores Ficticios',
  city: 'Silao',
  stateCode: '11',
  sector: 'auto_parts',
  timeZone: 'America/Mexico_City',
  catalogueId: null,
}

beforeAll(async () => {
  world = await newWorld()
  alba = await world.organization('Sindicato Alba')
  const brisa = await world.organization('Sindicato Brisa')
  const list = await world.list(alba, 'Lista de Carla')
  ana = await world.join(alba, 'Ana', 'owner')
  beto = await world.join(alba, 'Beto', 'coordinator')
  carla = await world.join(alba, 'Carla', 'organizer', [list])
  elsa = await world.join(brisa, 'Elsa', 'owner')
  // Ana serves both: closing one must leave her the other.
  await world.owner.query(
    `insert into memberships (org_id, id, account_id, role, alias)
     select $1, gen_random_uuid(), account_id, 'owner', 'Ana' from memberships where id = $2`,
    [brisa, ana.membershipId],
  )
  for (const [person, campaign, somebody] of [
    [ana, campaignId, guera],
    [elsa, randomUUID(), randomUUID()],
  ] as const) {
    const own = { ...plant, id: randomUUID() }
    await person.api.campaigns.open({
      id: campaign,
      plant: own,
      openedOn: '2026-03-02',
      units: [],
      headcounts: [],
    } as never)
    if (person === elsa) continue
    const phone = phoneOf(world, carla)
    const nowhere = { departmentId: null, shiftId: null, routeId: null }
    const about = { campaignId: campaign, personId: somebody }
    const talk = {
      level: 2,
      concerns: ['wages'],
      asked: null,
      promised: 'will_come',
      againOn: '2030-01-01',
      settles: null,
    }
    await phone.deliver([
      phone.write('person.add', { ...about, listId: list, handle: 'la güera', phone: null, ...nowhere }),
      phone.write('conversation.record', { ...about, ...talk, note: 'a la salida' }),
    ])
    await carla.api.people.keepIdentity({ id: somebody as never, ...identity })
  }
  await world.deployment.doors.asJob(alba, (tx) => sealLog(tx, alba, new Date(Date.now() + 120_000)))
})
afterAll(() => world.end())

/** Two people agree; answers with what they agreed to. */
const agreed = async (kind: 'export' | 'close') => {
  const id = randomUUID() as never
  await ana.api.team.askApproval({ id, kind, subject: null, reason: 'Acta' })
  await beto.api.team.grantApproval({ id })
  return id as string
}

const post = (person: Person, path: string, body: object) =>
  world.app.request(`/api${path}`, {
    method: 'POST',
    headers: { ...person.headers, 'content-type': 'application/json', 'accept-language': 'es' },
    body: JSON.stringify(body),
  })

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

/** Another server, with a key of its own, that holds nobody. */
const elsewhere = () => newWorld(inject('server'))

const countsOf = async (owner: pg.Pool, tables: readonly string[]) => {
  const counts: Record<string, unknown> = {}
  for (const name of tables) {
    const { rows } = await owner.query(
      `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as all from ${name} t where org_id = $1`,
      [alba],
    )
    counts[name] = rows[0]
  }
  return counts
}

let copy: Uint8Array<ArrayBuffer>
let passphrase: string
const stream = (bytes: Uint8Array<ArrayBuffer> = copy) => new Blob([bytes]).stream()

describe('taking an organization along', () => {
  test('takes an owner and somebody who agrees', async () => {
    const body = { approvalId: randomUUID() }
    expect(await codeOf(await post(beto, '/upkeep/exports', body))).toBe('not-allowed')
    expect(await codeOf(await post(carla, '/upkeep/exports', body))).toBe('not-allowed')
    expect(await codeOf(await post(ana, '/upkeep/exports', body))).toBe('access.second-person')
    const forClosing = { approvalId: await agreed('close') }
    expect(await codeOf(await post(ana, '/upkeep/exports', forClosing))).toBe('access.second-person')
    const nobody = { approvalId: randomUUID(), recipient: `age1${'q'.repeat(58)}` }
    expect(await codeOf(await post(ana, '/upkeep/exports', nobody))).toBe('upkeep.recipient')
    expect(await codeOf(await post(ana, '/upkeep/exports', { ...body, all: true }))).toBe('invalid')
  })

  test('streams one sealed file, with its passphrase apart, and writes it down', async () => {
    const response = await post(ana, '/upkeep/exports', { approvalId: await agreed('export') })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="\d{4}-\d\d-\d\d\.age"$/,
    )
    passphrase = response.headers.get('asamblea-passphrase')!
    expect(passphrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    copy = new Uint8Array(await response.arrayBuffer())
    expect(Buffer.from(copy.subarray(0, 21)).toString()).toBe('age-encryption.org/v1')
    const [line] = await ana.api.team.log({})
    expect(line).toMatchObject({ by: 'Ana', verb: 'export', target: 'organization' })
  })

  test('holds nothing of another organization, and no key of an account', async () => {
    let text = ''
    for await (const line of opened(stream(), { passphrase: passphrase.toLowerCase().replaceAll('-', ' ') }))
      text += `${line}\n`
    expect(text).toContain('la güera')
    expect(text).not.toContain('Brisa')
    expect(text).not.toContain(elsa.membershipId)
    expect(text).not.toContain(identity.name)
    expect(text).not.toMatch(/"table":"(sessions|passkeys|recovery_codes|deployment_keys|catalogue_plants)"/)
    expect(text).toContain('{"table":"accounts","columns":["id"]}')
  })

  test('a download that breaks off leaves no connection behind', async () => {
    const response = await post(ana, '/upkeep/exports', { approvalId: await agreed('export') })
    const reader = response.body!.getReader()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => world.owner.totalCount - world.owner.idleCount, { timeout: 5_000 }).toBe(0)
    expect(world.deployment.upkeep.mayExport()).toBe(true)
  })

  test('opens elsewhere under another key, equal, with names that can be read and a log whose chain holds', async () => {
    const other = await elsewhere()
    await importOrganization(other.owner, other.master, stream(), { passphrase })
    const tables = [
      'people',
      'person_vault',
      'facts',
      'access_log',
      'access_batches',
      'conversations',
      'memberships',
      'devices',
    ]
    const now = await countsOf(other.owner, tables)
    const before = await countsOf(world.owner, tables)
    // What was written into the log after the copy was taken is not in the copy.
    expect({ ...now, access_log: null }).toEqual({ ...before, access_log: null })
    const { doors, vault } = other.deployment
    const name = await doors.asJob(alba, async (tx) => {
      const org = await vault.of(tx, alba)
      const { rows } = await other.owner.query('select name from person_vault where person_id = $1', [guera])
      return org.open({ table: 'person_vault', column: 'name', id: guera }, rows[0].name)
    })
    expect(name).toBe(identity.name)
    const back = await other.app.request('/api/door/phone-session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: ana.secret }),
    })
    const cookie = back.headers.getSetCookie()[0]!.split(';')[0]!
    const there = other.client({ cookie, 'asamblea-organization': alba })
    expect(await there.team.logChain()).toMatchObject({ sound: true, batches: 1 })
    expect(await there.people.open({ id: guera as never })).toEqual(identity)
    await there.team.renameOrganization({ name: 'Sindicato Alba, en otra casa' })
    const again = importOrganization(other.owner, other.master, stream(), { passphrase })
    await expect(again).rejects.toMatchObject({ unfit: 'here-already' })
    await other.end()
  })

  test('a copy made to do harm is refused and leaves nothing', async () => {
    const other = await elsewhere()
    const victim = await other.organization('Sindicato Víctima')
    const lines: string[] = []
    for await (const line of opened(stream(), { passphrase })) lines.push(line)
    const forge = async (change: (line: string, table: string) => string | string[]) => {
      const bytes = new Uint8Array(await new Response(await forged(lines, change)).arrayBuffer())
      return importOrganization(other.owner, other.master, stream(bytes), { passphrase: 'x' }).then(
        () => 'taken in',
        (error) => error.damage ?? error.unfit ?? error.message,
      )
    }
    const into = (table: string, extra: string) => (line: string, at: string) =>
      at === table && line.startsWith('["') ? [line, extra.replaceAll('$id', randomUUID())] : line
    expect(await forge((line, at) => (at === 'people' ? line.replaceAll(alba, victim) : line))).toMatch(
      /not of this organization/,
    )
    // Signed, it says, by the one whose facts it wants to count.
    const signed = [
      randomUUID(),
      `{${alba},${victim}}`,
      victim,
      'Uno',
      alba,
      'Otro',
      '',
      '{conversation.held}',
      '{}',
      '2026-01-01',
    ]
    const sharing = JSON.stringify([
      ...signed,
      null,
      alba,
      '2026-01-01 00:00:00+00',
      victim,
      '2026-01-01 00:00:00+00',
      null,
      null,
    ])
    const extra = [...lines]
    lines.splice(lines.findIndex((line) => line.startsWith('{"table":"sharings"')) + 1, 0, sharing)
    expect(await forge((line) => line)).toBe('taken in')
    expect((await other.owner.query('select from sharings')).rowCount).toBe(0)
    await closeOrganization(other.owner, alba)
    lines.splice(0, lines.length, ...extra)
    expect(await forge(into('accounts', '["$id"]'))).toBe('taken in')
    await closeOrganization(other.owner, alba)
    expect(
      await forge((line) =>
        line.replace('{"table":"accounts","columns":["id"]}', '{"table":"sessions","columns":["id"]}'),
      ),
    ).toBe('damaged')
    expect(
      await forge((line) =>
        line.replace(
          '{"table":"people","columns":["org_id",',
          '{"table":"people","columns":["org_id","org_id",',
        ),
      ),
    ).toBe('damaged')
    expect(await forge((line, at) => (at === 'organizations' ? line.replace(alba, victim) : line))).toMatch(
      /not of this organization/,
    )
    expect((await other.owner.query('select id from organizations')).rows).toEqual([{ id: victim }])
    await other.end()
  })
})

/** The same copy with lines changed, and every digest made right again: what a clever forger would hand in. */
const forged = (lines: readonly string[], change: (line: string, table: string) => string | string[]) => {
  const { format, version, ...header } = JSON.parse(lines[0]!)
  const sections: Section[] = []
  for (const [at, line] of lines.slice(1, -1).entries()) {
    if (!line.startsWith('{"table"')) continue
    const end = lines.findIndex((one, index) => index > at + 1 && one.startsWith('{"rows"'))
    const { table } = JSON.parse(line)
    const begin = JSON.parse([change(line, table)].flat()[0]!)
    const rows = lines
      .slice(at + 2, end)
      .flatMap((one) => change(one, table))
      .map((one) => JSON.parse(one))
    sections.push({
      ...begin,
      batches: (async function* () {
        yield rows
      })(),
    })
  }
  async function* all() {
    yield* sections
  }
  return sealed(written(header as NewHeader, all()), { passphrase: 'x' })
}

describe('closing an organization', () => {
  const name = 'Sindicato Alba'

  test('takes an owner, somebody who agrees, its name, and a copy or the word that none is wanted', async () => {
    const body = { approvalId: randomUUID(), name, withoutExport: true }
    expect(await codeOf(await post(beto, '/upkeep/closing', body))).toBe('not-allowed')
    expect(await codeOf(await post(ana, '/upkeep/closing', body))).toBe('access.second-person')
    expect(await codeOf(await post(ana, '/upkeep/closing', { ...body, name: 'Sindicato' }))).toBe(
      'upkeep.wrong-name',
    )
    const approvalId = randomUUID()
    await elsa.api.team.askApproval({ id: approvalId as never, kind: 'close', subject: null, reason: '' })
    const without = { approvalId, name: 'Sindicato Brisa', withoutExport: false }
    expect(await codeOf(await post(elsa, '/upkeep/closing', without))).toBe('upkeep.export-first')
    world.pass(11 * 60_000)
    expect(await codeOf(await post(ana, '/upkeep/closing', body))).toBe('prove-again')
    world.pass(-11 * 60_000)
    expect(await ana.api.team.lists()).toHaveLength(1)
  })

  test('leaves nothing of it in any column of any table, nor in memory, and everything of the others', async () => {
    const members = [ana, beto, carla].map((person) => person.membershipId)
    const traces = [alba, guera, campaignId, ...members]
    expect(await whereStands(world.owner, traces)).toContain('people.org_id')
    const before = await brisaRows()
    const response = await post(ana, '/upkeep/closing', {
      approvalId: await agreed('close'),
      name,
      withoutExport: false,
    })
    expect(response.status).toBe(200)
    expect(await whereStands(world.owner, traces)).toEqual([])
    expect(await brisaRows()).toEqual(before)
    const { doors, vault } = world.deployment
    await expect(doors.asJob(alba, (tx) => vault.of(tx, alba))).rejects.toThrow()
    expect(await refusalOf(carla.api.team.lists())).toBe('signed-out')
    expect(await refusalOf(world.client({}).door.signInWithPhone({ secret: carla.secret }))).toBe(
      'access.device-unknown',
    )
    // Carla's and Beto's accounts served nothing else; Ana's and Elsa's did.
    expect((await world.owner.query('select from accounts')).rowCount).toBe(2)
    expect(await elsa.api.team.lists()).toEqual([])
  })

  test('cut short after the two agreed, it lets nobody in and is finished later', async () => {
    const coral = await world.organization('Sindicato Coral')
    const gil = await world.join(coral, 'Gil', 'owner')
    await world.owner.query('update organizations set closing_at = now() where id = $1', [coral])
    await world.owner.query('update memberships set ended_at = now() where org_id = $1', [coral])
    expect(await refusalOf(gil.api.team.lists())).toBe('missing')
    await world.deployment.upkeep.finishClosings()
    expect(await whereStands(world.owner, [coral])).toEqual([])
    await world.deployment.upkeep.finishClosings()
  })

  test('what it agreed with another goes too, and what others agreed among themselves stays', async () => {
    const dalia = await world.organization('Sindicato Dalia')
    const raices = await world.organization('Programa Raíces', 'program')
    await share(world.owner, dalia, raices)
    await share(world.owner, elsa.orgId, raices)
    await closeOrganization(world.owner, dalia)
    expect((await world.owner.query('select giver_id from sharings')).rows).toEqual([
      { giver_id: elsa.orgId },
    ])
    expect(await whereStands(world.owner, [dalia])).toEqual([])
  })
})

/** One organization lets another count its facts, signed. */
const share = (owner: pg.Pool, giver: OrgId, receiver: OrgId) =>
  owner.query(
    `insert into sharings (id, parties, giver_id, giver_name, receiver_id, receiver_name, kinds, dimensions, facts_from, proposed_by, signed_by, signed_at)
     values (gen_random_uuid(), array[$1, $2]::uuid[], $1, 'Uno', $2, 'Otro', '{conversation.held}', '{}', '2026-01-01', $1, $1, now())`,
    [giver, receiver],
  )

const brisaRows = async () =>
  (await world.owner.query('select count(*) from campaigns where org_id = $1', [elsa.orgId])).rows
