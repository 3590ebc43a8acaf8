import { randomUUID } from 'node:crypto'
import { type Role, roles } from '#platform/access/roles.ts'
import type { ListId, OrgId } from '#platform/db/brand.ts'
import type { CampaignId, UnitId } from '../modules/campaigns/schema.ts'
import type { PersonId } from '../modules/people/schema.ts'
import { holdActivities } from './activities.ts'
import { phoneOf } from './phone.ts'
import { holdVotes, type Votes } from './votes.ts'
import type { Person, World } from './world.ts'

/** A union in the middle of its work: a member of every role, two lists, and something of every kind in each. */
export type Union = {
  org: OrgId
  lists: readonly [ListId, ListId]
  members: Record<Role, Person>
  /** A second organizer, on the second list, and a second owner. */
  other: Person
  second: Person
  campaignId: CampaignId
  units: readonly [UnitId, UnitId, UnitId]
  /** Those on the first list, and those on the second. */
  people: readonly [PersonId[], PersonId[]]
  /** By which another union joins an activity. */
  joinCode: string
  votes: Votes
}

/** Founds a union whose every text begins with `mark`; about people of the first list with `markUNO`, of the second with `markDOS`. */
export const newUnion = async (world: World, mark: string): Promise<Union> => {
  const org = await world.organization(`${mark} Sindicato`)
  const lists = [
    await world.list(org, `${mark} lista uno`),
    await world.list(org, `${mark} lista dos`),
  ] as const
  const members = {} as Record<Role, Person>
  for (const role of roles)
    members[role] = await world.join(org, `${mark} ${role}`, role, role === 'organizer' ? [lists[0]] : [])
  const other = await world.join(org, `${mark} Dani`, 'organizer', [lists[1]])
  const second = await world.join(org, `${mark} Olga`, 'owner')
  const { campaignId, units } = await openCampaign(members.owner, mark)
  const union = { org, lists, members, other, second, campaignId, units }
  const people = [
    await organize(world, union, members.organizer, lists[0], `${mark}UNO`),
    await organize(world, union, other, lists[1], `${mark}DOS`),
  ] as const
  await leadershipWork(world, { ...union, people }, mark)
  const joinCode = await holdActivities(world, org, members.owner, people, mark)
  const votes = await holdVotes(world, members.owner, [members.organizer, other], mark)
  return { ...union, people, joinCode, votes }
}

const openCampaign = async (owner: Person, mark: string) => {
  const campaignId = randomUUID() as CampaignId
  const units = [randomUUID(), randomUUID(), randomUUID()] as [UnitId, UnitId, UnitId]
  const kinds = ['department', 'shift', 'route'] as const
  await owner.api.campaigns.open({
    id: campaignId,
    openedOn: '2026-03-02',
    plant: {
      id: randomUUID(),
      name: `${mark} Arneses`,
      company: `${mark} Conductores`,
      city: 'Silao',
      stateCode: '11',
      sector: 'auto_parts',
      timeZone: 'America/Mexico_City',
      catalogueId: null,
    },
    units: units.map((id, at) => ({ id, kind: kinds[at]!, name: `${mark} ${kinds[at]}` })),
    headcounts: [{ unitId: units[0], shiftId: units[1], people: 40, countedOn: '2026-03-02' }],
  })
  return { campaignId, units }
}

/** Four people of one list, met at the gate: two that look like one, one talked to with a promise and a next step. */
const organize = async (
  world: World,
  { campaignId, units }: Pick<Union, 'campaignId' | 'units'>,
  organizer: Person,
  listId: ListId,
  mark: string,
): Promise<PersonId[]> => {
  const phone = phoneOf(world, organizer)
  const ids = Array.from({ length: 4 }, () => randomUUID() as PersonId)
  const placed = { departmentId: units[0], shiftId: units[1], routeId: units[2] }
  const added = ids.map((personId, at) =>
    phone.write('person.add', {
      personId,
      campaignId,
      listId,
      handle: `${mark} persona ${at}`,
      phone: null,
      ...placed,
    }),
  )
  const talk = { campaignId, personId: ids[0], level: 2, concerns: ['wages'], asked: 'meet', settles: null }
  const said = phone.write('conversation.record', {
    ...talk,
    promised: 'will_come',
    againOn: '2026-12-01',
    note: `${mark} nota`,
  })
  const done = phone.write('action.note', {
    campaignId,
    personId: ids[0],
    kind: 'came',
    doneOn: '2026-03-05',
  })
  await phone.deliver([...added, said, done])
  for (const [at, id] of ids.slice(0, 2).entries()) {
    const identity = {
      name: `${mark} María Pérez`,
      phone: `477 123 450${at}`,
      address: null,
      identifier: null,
    }
    await organizer.api.people.keepIdentity({ id, ...identity })
  }
  return ids
}

/** What only the leadership does: tallies, an import, a merge, invitations and what waits for a second person. */
const leadershipWork = async (world: World, union: Omit<Union, 'joinCode' | 'votes'>, mark: string) => {
  const { campaignId: id, units, lists, members, people } = union
  const { api } = members.owner
  const placed = { departmentId: units[0], shiftId: units[1], routeId: units[2] }
  const counts = [1, 2, 3, 4, 5]
  await api.campaigns.keepTally({ id, tallyId: randomUUID(), ...placed, countedOn: '2026-03-03', counts })
  const importId = randomUUID()
  await api.campaigns.openImport({ id, importId, source: 'csv', expected: 1, units: [] })
  const row = {
    id: randomUUID(),
    handle: `${mark}UNO importada`,
    name: null,
    phone: null,
    address: null,
    identifier: null,
  }
  const part = { id, importId, number: 0, listId: lists[0], leftOut: 0, rows: [{ ...row, ...placed }] }
  await api.campaigns.importPart(part)
  const [, , keptId, goneId] = people[0]
  await api.campaigns.merge({ id: randomUUID(), keptId: keptId!, goneId: goneId! })
  await api.people.keepMapping({ digest: 'a'.repeat(64), columns: { name: `${mark} nombre` } })
  await api.team.invite({ id: randomUUID(), role: 'viewer', alias: `${mark} invitada`, listIds: [] })
  await members.coordinator.api.team.askApproval({
    ...{ id: randomUUID(), kind: 'export', subject: null, reason: `${mark} motivo` },
  })
  const asked = { id: randomUUID(), kind: 'export', subject: null, reason: `${mark} motivo` } as const
  await api.team.askApproval(asked)
  // What a coordinator may grant too.
  await api.team.askApproval({ ...asked, id: randomUUID(), kind: 'coordinator' })
  const granted = {
    id: randomUUID(),
    kind: 'recovery',
    subject: members.viewer.membershipId,
    reason: `${mark} PIN`,
  } as const
  await api.team.askApproval(granted)
  await members.coordinator.api.team.grantApproval({ id: granted.id })
  const committee = {
    id: randomUUID(),
    name: `${mark} comité`,
    kind: 'organizing',
    sector: 'auto_parts',
  } as const
  await api.organizations.keepCommittee({
    ...committee,
    stateCode: '11',
    begunOn: '2026-03-02',
    actaOn: null,
  })
  const leader = { id: randomUUID(), committeeId: committee.id, alias: `${mark} Lupe`, post: 'Secretaria' }
  await api.organizations.nameLeader({ ...leader, sex: 'woman', ageBand: null, namedOn: '2026-03-02' })
  await leaveWaiting(world, union, mark)
}

/** A phone was lost, revoked, and sent one more operation: it waits for an owner. */
const leaveWaiting = async (
  world: World,
  { org, lists, members, campaignId, units }: Omit<Union, 'joinCode' | 'votes'>,
  mark: string,
) => {
  const lost = await world.join(org, `${mark} Eva`, 'organizer', [lists[1]])
  const phone = phoneOf(world, lost)
  const placed = { departmentId: units[0], shiftId: units[1], routeId: units[2] }
  const person = {
    personId: randomUUID(),
    campaignId,
    listId: lists[1],
    handle: `${mark}DOS tardía`,
    phone: null,
  }
  const written = phone.write('person.add', { ...person, ...placed })
  await members.owner.api.team.revokeDevice({ id: lost.deviceId })
  await phone.deliver([written])
}
