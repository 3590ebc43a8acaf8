import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import { sealLog } from './store.log.ts'

let world: World
let ana: Person
let rosa: Person
let beto: Person
let carla: Person
let vera: Person

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  rosa = await world.join(alba, 'Rosa', 'owner')
  beto = await world.join(alba, 'Beto', 'coordinator')
  carla = await world.join(alba, 'Carla', 'organizer')
  vera = await world.join(alba, 'Vera', 'vigilance')
})
afterAll(() => world.end())

describe('inviting', () => {
  test('an organizer may not invite, and the refusal is written down', async () => {
    const invitation = { id: randomUUID(), role: 'organizer' as const, alias: 'Dani', listIds: [] }
    expect(await refusalOf(carla.api.team.invite(invitation))).toBe('not-allowed')
    const log = await vera.api.team.log({})
    expect(log[0]).toMatchObject({ by: 'Carla', verb: 'refused', refused: true })
  })

  test('a coordinator invites an organizer, whose link works once', async () => {
    const { token } = await beto.api.team.invite({
      id: randomUUID(),
      role: 'organizer',
      alias: 'Dani',
      listIds: [],
    })
    const stranger = world.client({})
    expect(await stranger.door.invitation({ token })).toMatchObject({
      organization: 'Sindicato Alba',
      alias: 'Dani',
    })
    await stranger.door.joinWithPhone({ token, label: 'Android' })
    expect(await refusalOf(stranger.door.joinWithPhone({ token, label: 'Android' }))).toBe(
      'access.invitation-over',
    )
  })

  test('a new owner takes two people', async () => {
    const invitation = { id: randomUUID(), role: 'owner' as const, alias: 'Olga', listIds: [] }
    expect(await refusalOf(ana.api.team.invite(invitation))).toBe('access.second-person')
    const approvalId = randomUUID()
    await ana.api.team.askApproval({
      id: approvalId,
      kind: 'owner',
      subject: null,
      reason: 'Acta del 3 de marzo',
    })
    expect(await refusalOf(ana.api.team.grantApproval({ id: approvalId }))).toBe('access.same-person')
    expect(await refusalOf(ana.api.team.invite({ ...invitation, approvalId }))).toBe('access.second-person')
    expect(await refusalOf(beto.api.team.grantApproval({ id: approvalId }))).toBe('access.owner-grants')
    await rosa.api.team.grantApproval({ id: approvalId })
    expect(await ana.api.team.invite({ ...invitation, approvalId })).toHaveProperty('token')
    const again = { ...invitation, id: randomUUID(), approvalId }
    expect(await refusalOf(ana.api.team.invite(again))).toBe('access.second-person')
  })
})

describe('losing a phone', () => {
  test('a revoked phone no longer opens a session, and its open session ends', async () => {
    const dora = await world.join(ana.orgId, 'Dora', 'organizer')
    await beto.api.team.revokeDevice({ id: dora.deviceId })
    expect(await refusalOf(dora.api.team.lists())).toBe('signed-out')
    expect(await refusalOf(world.client({}).door.signInWithPhone({ secret: dora.secret }))).toBe(
      'access.device-unknown',
    )
  })

  test('two coordinators give somebody a new phone, and the old one is revoked', async () => {
    const eva = await world.join(ana.orgId, 'Eva', 'organizer')
    const approvalId = randomUUID()
    const subject = eva.membershipId
    await beto.api.team.askApproval({ id: approvalId, kind: 'recovery', subject, reason: 'Perdió el PIN' })
    await ana.api.team.grantApproval({ id: approvalId })
    const { token } = await beto.api.team.recover({ id: randomUUID(), membershipId: subject, approvalId })
    const again = await world.client({}).door.joinWithPhone({ token, label: 'Android nuevo' })
    expect(again.membershipId).toBe(eva.membershipId)
    expect(await refusalOf(eva.api.team.lists())).toBe('signed-out')
  })
})

describe('the access log', () => {
  test('an owner and the vigilance committee read it, a coordinator does not', async () => {
    expect(await refusalOf(beto.api.team.log({}))).toBe('not-allowed')
    expect((await ana.api.team.log({})).length).toBeGreaterThan(0)
  })

  test('one changed line breaks the chain from its batch on', async () => {
    const { doors } = world.deployment
    const seal = () => doors.asJob(ana.orgId, (tx) => sealLog(tx, ana.orgId, new Date(Date.now() + 120_000)))
    expect(await seal()).toBeGreaterThan(0)
    await ana.api.team.renameOrganization({ name: 'Sindicato Alba Roja' })
    await seal()
    expect(await vera.api.team.logChain()).toMatchObject({ batches: 2, sound: true, firstBroken: null })
    await world.owner.query(`update access_log set verb = 'read' where org_id = $1 and batch = 2`, [
      ana.orgId,
    ])
    expect(await vera.api.team.logChain()).toMatchObject({ sound: false, firstBroken: 2 })
  })
})

describe('an open invitation', () => {
  const wanted = (alias: string) => ({ id: randomUUID(), role: 'organizer' as const, alias, listIds: [] })
  const cancel = (by: Person, id: string) => refusalOf(by.api.team.cancelInvitation({ id: id as never }))

  test('is listed with who made it until it is taken, is over, or whoever made it no longer leads', async () => {
    const [taken, open] = [wanted('Tomás'), wanted('Olivia')]
    const { token } = await beto.api.team.invite(taken)
    await beto.api.team.invite(open)
    const gil = await world.join(ana.orgId, 'Gil', 'coordinator')
    await gil.api.team.invite(wanted('Nadie'))
    await world.client({}).door.joinWithPhone({ token, label: 'Android' })
    await world.owner.query('update memberships set ended_at = now() where id = $1', [gil.membershipId])
    const listed = (await ana.api.team.invitations()).map(({ alias, invitedBy }) => ({ alias, invitedBy }))
    expect(listed).toContainEqual({ alias: 'Olivia', invitedBy: beto.membershipId })
    expect(listed.map(({ alias }) => alias)).not.toContain('Tomás')
    expect(listed.map(({ alias }) => alias)).not.toContain('Nadie')
    expect(await cancel(ana, taken.id)).toBe('access.invitation-gone')
  })

  test('is canceled by whoever leads, once, and its link is over; the log says so', async () => {
    const invitation = wanted('Paco')
    const { token } = await beto.api.team.invite(invitation)
    expect(await cancel(carla, invitation.id)).toBe('not-allowed')
    await ana.api.team.cancelInvitation({ id: invitation.id as never })
    expect(await refusalOf(world.client({}).door.invitation({ token }))).toBe('access.invitation-over')
    expect(await cancel(ana, invitation.id)).toBe('access.invitation-gone')
    expect(await cancel(ana, randomUUID())).toBe('access.invitation-gone')
    const [line] = await ana.api.team.log({})
    expect(line).toMatchObject({ by: 'Ana', verb: 'cancel', target: 'invitation', targetId: invitation.id })
  })
})
