import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import type { OrgId } from '../../db/brand.ts'
import type { Role } from '../roles.ts'
import type { ApprovalKind } from './rules.approvals.ts'

let world: World
let alba: OrgId
let ana: Person
let olga: Person
let beto: Person
let ciro: Person

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

/** A union as the first page makes it: two owners of the server's, and two coordinators. */
const newTeam = async () => {
  alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  olga = await world.join(alba, 'Olga', 'owner')
  beto = await world.join(alba, 'Beto', 'coordinator')
  ciro = await world.join(alba, 'Ciro', 'coordinator')
}

const ask = async (by: Person, kind: ApprovalKind, subject: string | null = null) => {
  const id = randomUUID()
  await by.api.team.askApproval({ id, kind, subject, reason: '' })
  return id
}
const agreed = async (by: Person, and: Person, kind: ApprovalKind, subject: string | null = null) => {
  const id = await ask(by, kind, subject)
  await and.api.team.grantApproval({ id })
  return id
}
const grant = (by: Person, id: string) => refusalOf(by.api.team.grantApproval({ id }))
const wanted = (role: Role, alias: string) => ({ id: randomUUID(), role, alias, listIds: [] })

/** Somebody joins through a link that one made with what another granted. */
const brought = async (by: Person, and: Person, alias: string, role: 'owner' | 'coordinator') => {
  const approvalId = await agreed(by, and, role)
  const { token } = await by.api.team.invite({ ...wanted(role, alias), approvalId })
  return world.accept(alba, token, alias, role)
}
/** Three days and more go by for somebody who joined. */
const season = ({ membershipId }: Person) =>
  world.owner.query(`update memberships set grants_from = now() - interval '1 day' where id = $1`, [
    membershipId,
  ])
const settled = async (id: string) =>
  (await world.owner.query('select refused_at is not null as out from approvals where id = $1', [id])).rows[0]
    .out

describe('a coordinator with a second phone', () => {
  beforeAll(newTeam)

  test('makes no second coordinator without somebody else', async () => {
    expect(await refusalOf(beto.api.team.invite(wanted('coordinator', 'Luz')))).toBe('access.second-person')
    const approvalId = await ask(beto, 'coordinator')
    expect(await grant(beto, approvalId)).toBe('access.same-person')
    const ungranted = { ...wanted('coordinator', 'Luz'), approvalId }
    expect(await refusalOf(beto.api.team.invite(ungranted))).toBe('access.second-person')
    const forOwner = await agreed(beto, olga, 'owner')
    expect(await refusalOf(beto.api.team.invite({ ...ungranted, approvalId: forOwner }))).toBe(
      'access.second-person',
    )
    const dani = await world.join(alba, 'Dani', 'organizer')
    const promotion = { id: dani.membershipId, role: 'coordinator' as const }
    expect(await refusalOf(ana.api.team.changeRole(promotion))).toBe('access.second-person')
    const approved = await agreed(beto, ana, 'coordinator', dani.membershipId)
    await ana.api.team.changeRole({ ...promotion, approvalId: approved })
  })

  test('holds neither side with the second self, whichever of the two asks', async () => {
    const luz = await brought(beto, ciro, 'Luz', 'coordinator')
    for (const kind of ['owner', 'export', 'close'] as const)
      expect(await grant(luz, await ask(beto, kind)), kind).toBe('access.owner-grants')
    for (const kind of ['coordinator', 'recovery'] as const) {
      expect(await grant(luz, await ask(beto, kind)), kind).toBe('access.too-new')
      expect(await grant(beto, await ask(luz, kind)), kind).toBe('access.one-hand')
    }
    await season(luz)
    for (const kind of ['coordinator', 'recovery'] as const)
      expect(await grant(luz, await ask(beto, kind)), kind).toBe('access.one-hand')
    await ana.api.team.grantApproval({ id: await ask(luz, 'recovery') })
  })

  test('nor do two second selves hold them between them, nor one brought by a second self', async () => {
    const [mar, sol] = [
      await brought(beto, ciro, 'Mar', 'coordinator'),
      await brought(beto, ciro, 'Sol', 'coordinator'),
    ]
    await Promise.all([mar, sol].map(season))
    expect(await grant(mar, await ask(sol, 'coordinator'))).toBe('access.one-hand')
    const rio = await brought(mar, ciro, 'Río', 'coordinator')
    await season(rio)
    expect(await grant(rio, await ask(beto, 'coordinator'))).toBe('access.one-hand')
  })

  test('does not choose who watches', async () => {
    expect(await refusalOf(beto.api.team.invite(wanted('vigilance', 'Vera')))).toBe('access.owner-names')
    expect(await ana.api.team.invite(wanted('vigilance', 'Vera'))).toHaveProperty('token')
  })
})

describe('two owners founded together', () => {
  beforeAll(newTeam)

  test('grant each other at once what takes an owner, and a coordinator does not', async () => {
    for (const kind of ['owner', 'export', 'close'] as const) {
      const id = await ask(ana, kind)
      expect(await grant(beto, id), kind).toBe('access.owner-grants')
      await olga.api.team.grantApproval({ id })
    }
  })

  test('are told who may grant each thing, and why they may not', async () => {
    const id = await ask(ana, 'export')
    const seenBy = async ({ api }: Person) => (await api.team.approvals()).find((one) => one.id === id)
    const granters = [olga.membershipId]
    expect(await seenBy(ana)).toMatchObject({ granters, obstacle: 'same-person' })
    expect(await seenBy(beto)).toMatchObject({ granters, obstacle: 'owner-grants' })
    expect(await seenBy(olga)).toMatchObject({ granters, obstacle: null })
  })

  test('bring a third who asks and grants for herself once somebody else says that they know her', async () => {
    const petra = await brought(ana, olga, 'Petra', 'owner')
    await season(petra)
    expect(await grant(petra, await ask(ana, 'export'))).toBe('access.one-hand')
    expect(await refusalOf(petra.api.team.vouch({ id: petra.membershipId }))).toBe('access.vouch-self')
    expect(await refusalOf(ana.api.team.vouch({ id: petra.membershipId }))).toBe('access.one-hand')
    const young = await brought(olga, ana, 'Quique', 'coordinator')
    expect(await refusalOf(young.api.team.vouch({ id: petra.membershipId }))).toBe('access.too-new')
    const listed = (await olga.api.team.leaders()).find(({ id }) => id === petra.membershipId)
    expect(listed).toMatchObject({ broughtBy: [ana.membershipId], obstacle: null })
    await olga.api.team.vouch({ id: petra.membershipId })
    await petra.api.team.grantApproval({ id: await ask(ana, 'export') })
    await ana.api.team.grantApproval({ id: await ask(petra, 'close') })
    const [line] = (await ana.api.team.log({})).filter(({ verb }) => verb === 'vouch')
    expect(line).toMatchObject({ by: 'Olga', targetId: petra.membershipId })
  })

  test('after one is alone, the server’s command brings a second who grants at once', async () => {
    const nube = await world.organization('Sindicato Nube')
    const solo = await world.join(nube, 'Sola', 'owner')
    const coordinator = await world.join(nube, 'Noé', 'coordinator')
    const id = await ask(solo, 'owner')
    expect(await grant(coordinator, id)).toBe('access.owner-grants')
    const rescued = await world.join(nube, 'Rosa', 'owner')
    await rescued.api.team.grantApproval({ id })
  })
})

describe('giving back access', () => {
  beforeAll(newTeam)
  const recover = async (by: Person, and: Person, whom: Person) => {
    const approvalId = await agreed(by, and, 'recovery', whom.membershipId)
    const asked = { id: randomUUID(), membershipId: whom.membershipId, approvalId }
    return (await by.api.team.recover(asked)).token
  }

  test('to an owner takes an owner', async () => {
    const id = await ask(beto, 'recovery', olga.membershipId)
    expect(await grant(ciro, id)).toBe('access.owner-grants')
    await ana.api.team.grantApproval({ id })
  })

  test('to somebody who became an owner meanwhile takes an owner after all, and the code shown before is over', async () => {
    const dora = await world.join(alba, 'Dora', 'coordinator')
    const early = await recover(beto, ciro, dora)
    const approvalId = await agreed(beto, ciro, 'recovery', dora.membershipId)
    const promotion = await agreed(ana, olga, 'owner', dora.membershipId)
    await ana.api.team.changeRole({ id: dora.membershipId, role: 'owner', approvalId: promotion })
    const asked = { id: randomUUID(), membershipId: dora.membershipId, approvalId }
    expect(await refusalOf(beto.api.team.recover(asked))).toBe('access.second-person')
    const phone = { token: early, label: 'x' }
    expect(await refusalOf(world.client({}).door.joinWithPhone(phone))).toBe('access.invitation-over')
  })

  test('makes whoever has the new keys one hand with whoever showed the code, and new', async () => {
    const elia = await world.join(alba, 'Elia', 'coordinator')
    const asked = await ask(elia, 'coordinator')
    const agreedBefore = await agreed(elia, ciro, 'coordinator')
    const back = await world.accept(alba, await recover(beto, ciro, elia), 'Elia', 'coordinator')
    expect(await settled(asked)).toBe(true)
    const invitation = { ...wanted('coordinator', 'X'), approvalId: agreedBefore }
    expect(await refusalOf(back.api.team.invite(invitation))).toBe('access.second-person')
    expect(await grant(back, await ask(ciro, 'recovery'))).toBe('access.too-new')
    await season(back)
    expect(await grant(back, await ask(beto, 'recovery'))).toBe('access.one-hand')
  })

  test('to oneself does not wash off who brought one', async () => {
    const luz = await brought(beto, ciro, 'Luz', 'coordinator')
    const again = await world.accept(alba, await recover(luz, ciro, luz), 'Luz', 'coordinator')
    await season(again)
    expect(await grant(again, await ask(beto, 'recovery'))).toBe('access.one-hand')
  })
})

describe('whoever leaves, or no longer leads', () => {
  beforeAll(() => {
    // All join from one address, which may try thirty times in five minutes.
    world.pass(6 * 60_000)
    return newTeam()
  })

  test('invites nobody any more with a link made before', async () => {
    const { token } = await beto.api.team.invite(wanted('organizer', 'Luz'))
    await ana.api.team.end({ id: beto.membershipId })
    const door = world.client({}).door
    expect(await refusalOf(door.invitation({ token }))).toBe('access.invitation-over')
    expect(await refusalOf(door.joinWithPhone({ token, label: 'x' }))).toBe('access.invitation-over')
  })

  test('leaves neither a request to grant nor a grant to spend', async () => {
    const dora = await world.join(alba, 'Dora', 'coordinator')
    const [asked, granted] = [await ask(dora, 'coordinator'), await agreed(ciro, dora, 'coordinator')]
    await ana.api.team.end({ id: dora.membershipId })
    expect(await grant(ciro, asked)).toBe('access.request-over')
    const invitation = { ...wanted('coordinator', 'X'), approvalId: granted }
    expect(await refusalOf(ciro.api.team.invite(invitation))).toBe('access.second-person')
    expect(await ana.api.team.approvals()).toEqual([])
  })

  test('nor does a membership that ended any other way', async () => {
    const elia = await world.join(alba, 'Elia', 'coordinator')
    const asked = await ask(elia, 'recovery')
    const { token } = await elia.api.team.invite(wanted('viewer', 'X'))
    await world.owner.query('update memberships set ended_at = now() where id = $1', [elia.membershipId])
    expect(await grant(ciro, asked)).toBe('access.request-over')
    const phone = { token, label: 'x' }
    expect(await refusalOf(world.client({}).door.joinWithPhone(phone))).toBe('access.invitation-over')
  })

  test('and who is made an organizer takes nothing along of what was prepared', async () => {
    const fe = await world.join(alba, 'Fe', 'coordinator')
    const { token } = await fe.api.team.invite(wanted('organizer', 'X'))
    const asked = await ask(fe, 'recovery')
    await ana.api.team.changeRole({ id: fe.membershipId, role: 'organizer' })
    expect(await grant(ciro, asked)).toBe('access.request-over')
    const phone = { token, label: 'x' }
    expect(await refusalOf(world.client({}).door.joinWithPhone(phone))).toBe('access.invitation-over')
  })
})
