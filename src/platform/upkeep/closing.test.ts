import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { campaignId, codeOf, guera, type Leaving, newLeaving } from '../../testing/leaving.ts'
import { whereStands } from '../../testing/walk.ts'
import { type Person, refusalOf, type World } from '../../testing/world.ts'
import type { OrgId } from '../db/brand.ts'
import { closeOrganization } from './close.ts'

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
  await (await post(ana, '/upkeep/exports', { approvalId: await agreed('export') })).arrayBuffer()
})
afterAll(() => world.end())
const agreed: Leaving['agreed'] = (kind) => leaving.agreed(kind)
const post: Leaving['post'] = (...what) => leaving.post(...what)

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
