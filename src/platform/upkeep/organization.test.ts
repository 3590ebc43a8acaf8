import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { codeOf, guera, identity, type Leaving, newLeaving } from '../../testing/leaving.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import type { OrgId } from '../db/brand.ts'
import { type NewHeader, type Section, written } from './archive.ts'
import { closeOrganization } from './close.ts'
import { importOrganization } from './import.ts'
import { opened, sealed } from './seal.ts'

let leaving: Leaving
let world: World
let alba: OrgId
let ana: Person
let beto: Person
let carla: Person
let elsa: Person

beforeAll(async () => {
  leaving = await newLeaving()
  ;({ world, alba, ana, beto, carla, elsa } = leaving)
})
afterAll(() => world.end())
const agreed: Leaving['agreed'] = (kind) => leaving.agreed(kind)
const post: Leaving['post'] = (...what) => leaving.post(...what)

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
