import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reachOf, roles } from '#platform/access/roles.ts'
import { createApp } from '#platform/http/app.ts'
import { type Operation, operations } from '#platform/http/limits.ts'
import { refusals, router } from './server.ts'
import { dryDoors } from './testing/dry.ts'
import { type Ids, idsOf, invented, sourceOf, withNew, withoutIds } from './testing/ids.ts'
import { sampleInputs } from './testing/inputs.ts'
import { requestOf } from './testing/requests.ts'
import { boxSteps, programSteps } from './testing/steps.ts'
import { newUnion, type Union } from './testing/union.ts'
import { goodVotes } from './testing/votes.inputs.ts'
import { newWorld, type Person, type World } from './testing/world.ts'

// Every operation of the contract, as every role and as nobody, on records of one's own, of a list one is not assigned, of
// another organization, and of nowhere. What is written is taken back, so that no cell depends on another.

const all = operations(router)
const samples = 6

let world: World
let app: Hono
let alba: Union
let brisa: Union
let ids: { own: Ids; unassigned: Ids; other: Ids; none: Ids; nobody: Ids }
let ended: Record<string, string>
let revoked: Record<string, string>
let gone: Person
/** What must never reach somebody: strings planted in the other union, and about people of the second list. */
let secrets: { brisa: string[]; alba: string[]; second: string[]; people: string[] }

beforeAll(async () => {
  world = await newWorld()
  ;[alba, brisa] = [await newUnion(world, 'ALBA'), await newUnion(world, 'BRISA')]
  app = createApp({
    deployment: { ...world.deployment, doors: dryDoors(world.deployment.doors) },
    router,
    refusals,
  })
  const own = withNew(await idsOf(world.owner, alba, 0))
  const other = withNew(await idsOf(world.owner, brisa, 0))
  const unassigned = withNew(await idsOf(world.owner, alba, 1))
  ids = { own, other, unassigned, none: invented(other), nobody: invented(unassigned, 'listed') }
  secrets = {
    brisa: ['BRISA', ...(await uuidsOf(brisa))],
    alba: ['ALBA', ...(await uuidsOf(alba))],
    second: ['ALBADOS', ...(await uuidsOf(alba, alba.lists[1]))],
    people: ['ALBAUNO', 'ALBADOS'],
  }
  ;({ ended, revoked, gone } = await departed())
})
afterAll(() => world.end())

/** A session that was signed out, one whose phone was revoked, and one of somebody whose membership ended. */
const departed = async () => {
  const { api } = alba.members.owner
  const [first, second, third] = [
    await world.join(alba.org, 'ALBA Fe', 'coordinator'),
    await world.join(alba.org, 'ALBA Gil', 'coordinator'),
    await world.join(alba.org, 'ALBA Hugo', 'coordinator'),
  ]
  await first.api.account.signOut()
  await api.team.revokeDevice({ id: second.deviceId })
  const { membershipId } = third
  await world.owner.query('update memberships set ended_at = now() where id = $1', [membershipId])
  return { ended: first.headers, revoked: second.headers, gone: third }
}

/** Every id that names something of a union, or of those about people of one list. */
const uuidsOf = async ({ org }: Union, list?: string): Promise<string[]> => {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and table_name <> 'invitations'
     group by 1 having bool_or(column_name = 'org_id') and ($1 or bool_or(column_name = 'list_ids'))`,
    [list === undefined],
  )
  const ids = tables.map(({ name }) => {
    const own = `from ${name} t where org_id = '${org}' ${list ? `and '${list}' = any(list_ids)` : ''}`
    return `select to_jsonb(t)->>'id' as id ${own} union select to_jsonb(t)->>'person_id' ${own}`
  })
  const { rows } = await world.owner.query<{ id: string | null }>(ids.join(' union '))
  const uuids = rows.flatMap(({ id }) => (id && id.length === 36 ? id : []))
  return [...new Set([...uuids, ...(list ? [] : [org])])]
}

type Answer = { status: number; code: string; text: string; sent: string }

const ask = async (
  operation: Operation,
  input: unknown,
  headers: Record<string, string>,
): Promise<Answer> => {
  const { url, init } = requestOf(operation, input, headers)
  const response = await app.request(url, init)
  const text = await response.text()
  const code = response.status < 400 ? 'ok' : (JSON.parse(text) as { code: string }).code
  return { status: response.status, code, text, sent: `${url} ${init.body ?? ''}` }
}

const inputs = (operation: Operation, known: Ids, count: number) =>
  sampleInputs(operation, sourceOf(known), count)

const forRoles = all.filter(({ access }) => typeof access.may !== 'string')
const inOrganization = (person: Person, org: string) => ({ ...person.headers, 'asamblea-organization': org })
const leaked = ({ text, sent }: Answer, planted: readonly string[]) =>
  planted.filter((secret) => text.includes(secret) && !sent.includes(secret))

/** Inputs whose parts must fit together. */
const good = (): Record<string, unknown[]> => {
  const units = alba.units.map((id, at) => ({
    id,
    kind: ['department', 'shift', 'route'][at],
    name: `Otra ${at}`,
  }))
  const membershipId = alba.members.viewer.membershipId
  return {
    'campaigns.keepMap': [{ id: alba.campaignId, version: 1, units, headcounts: [] }],
    ...goodVotes(alba.votes, inputs(all.find(({ name }) => name === 'votes.keep')!, ids.own, 300)),
    'support.join': [{ id: randomUUID(), token: brisa.joinCode }],
    'team.recover': ids.own
      .get('ApprovalId')!
      .map((approvalId) => ({ id: randomUUID(), membershipId, approvalId })),
  }
}

/** What takes two organizations or two people is done in the tests of `organizations`, of `platform/upkeep` and of `votes`. */
const elsewhere = [
  'organizations.connect',
  'organizations.propose',
  'organizations.sign',
  'organizations.withdraw',
  'upkeep.export',
  'upkeep.close',
  'booth.confirmEmpty',
  'votes.askAside',
  'votes.confirmAside',
  'votes.settle',
  ...programSteps,
  ...boxSteps,
]

describe('who may what', () => {
  test('is as it was reviewed', async () => {
    const line = ({ name, method, path, access: { may, fresh } }: Operation) => {
      const who = typeof may === 'string' ? may : roles.filter((role) => may.includes(role)).join(' ')
      return [name, `${method} ${path}`, who, fresh ? 'just confirmed' : ''].join(' | ')
    }
    await expect(`${all.map(line).join('\n')}\n`).toMatchFileSnapshot('access.txt')
  })

  test('every name and every route is one operation’s', () => {
    for (const key of ['name', 'route'] as const) {
      const seen = all.map((one) => (key === 'name' ? one.name : `${one.method} ${one.path}`))
      expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([])
    }
  })
})

describe('every operation, tried', () => {
  test.each(roles)('as %s: allowed exactly where the contract says so', async (role) => {
    const wrong: string[] = []
    for (const operation of forRoles) {
      const may = operation.access.may.includes(role as never)
      for (const input of inputs(operation, ids.own, may ? samples : 2)) {
        const { code, status } = await ask(operation, input, alba.members[role].headers)
        // A handler may still refuse what its rules do not allow to this role; the boundary refuses everything.
        const denied = code === 'not-allowed'
        if (may ? status >= 500 || code === 'signed-out' : !denied) wrong.push(`${operation.name}: ${code}`)
      }
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  test.each(roles)('as %s: whatever the contract lets them do can be done', async (role) => {
    const never: string[] = []
    const theirs = forRoles.filter(({ access }) => access.may.includes(role as never))
    for (const operation of theirs.filter(({ name }) => !elsewhere.includes(name))) {
      let code = ''
      for (const input of good()[operation.name] ?? inputs(operation, ids.own, 300)) {
        ;({ code } = await ask(operation, input, alba.members[role].headers))
        if (code === 'ok') break
      }
      if (code !== 'ok') never.push(`${operation.name}: ${code}`)
    }
    expect(never).toEqual([])
  })
})

describe('somebody who is nobody here', () => {
  test.each([
    ['without a session', () => ({})],
    ['with a session that ended', () => ended],
    ['with the session of a revoked phone', () => revoked],
  ])('%s is signed out of everything that is not the door', async (_, headers) => {
    for (const operation of all.filter(({ access }) => access.may !== 'anyone')) {
      const [input] = inputs(operation, ids.own, 1)
      const answer = await ask(operation, input, { ...headers(), 'asamblea-organization': alba.org })
      expect(answer.code, operation.name).toBe('signed-out')
      expect(leaked(answer, secrets.alba), operation.name).toEqual([])
    }
  })

  test.each([
    ['a member of another organization', () => brisa.members.owner, () => alba.org],
    ['somebody whose membership ended', () => gone, () => alba.org],
    ['a member who names no organization', () => alba.members.owner, () => ''],
    ['a member who names nonsense', () => alba.members.owner, () => "' or true --"],
  ])('%s finds nothing, as where nothing is', async (_, who, org) => {
    for (const operation of forRoles) {
      const [input] = inputs(operation, ids.own, 1)
      const there = await ask(operation, input, inOrganization(who(), org()))
      const nowhere = await ask(operation, input, inOrganization(who(), randomUUID()))
      expect(there.code, operation.name).toBe('missing')
      expect(there.text, operation.name).toBe(nowhere.text)
    }
  })

  test('somebody who confirmed long ago confirms again before what asks for it, and for nothing else', async () => {
    await world.owner.query(`update sessions set proved_at = now() - interval '11 minutes'`)
    for (const operation of forRoles.filter(({ access }) => access.may.includes('owner' as never))) {
      const [input] = inputs(operation, ids.own, 1)
      const { code } = await ask(operation, input, alba.members.owner.headers)
      expect(code === 'prove-again', operation.name).toBe(operation.access.fresh === true)
    }
    await world.owner.query('update sessions set proved_at = now()')
  })
})

describe('an id of somebody else’s', () => {
  /** The same input twice, but for its ids; what differs in the answers besides the ids themselves. */
  const compare = async (
    role: (typeof roles)[number],
    theirs: Ids,
    nobodys: Ids,
    planted: readonly string[],
  ) => {
    const wrong: string[] = []
    for (const operation of forRoles.filter(({ access }) => access.may.includes(role as never))) {
      const [one, other] = [inputs(operation, theirs, samples), inputs(operation, nobodys, samples)]
      for (const [at, input] of one.entries()) {
        const there = await ask(operation, input, alba.members[role].headers)
        const nowhere = await ask(operation, other[at], alba.members[role].headers)
        const same =
          there.status === nowhere.status &&
          (there.status < 400 || withoutIds(there.text, theirs) === withoutIds(nowhere.text, nobodys))
        if (!same) wrong.push(`${operation.name}: ${there.code} there, ${nowhere.code} nowhere`)
        for (const secret of leaked(there, planted)) wrong.push(`${operation.name} tells ${secret}`)
      }
    }
    return [...new Set(wrong)]
  }

  test.each(roles)('of another organization reads to %s as one that names nothing', async (role) => {
    expect(await compare(role, ids.other, ids.none, secrets.brisa)).toEqual([])
  })

  test('of a list that is not assigned reads to an organizer as one that names nothing', async () => {
    expect(await compare('organizer', ids.unassigned, ids.nobody, secrets.second)).toEqual([])
  })

  test('of one’s own tells nothing of others: neither of another organization nor of people beyond one’s reach', async () => {
    const told: string[] = []
    let seenByOwner = 0
    for (const role of roles) {
      const beyond = { reach_org: [], reach_lists: secrets.second, reach_counts: secrets.people }[
        reachOf(role)
      ]
      for (const operation of forRoles) {
        for (const input of inputs(operation, ids.own, samples)) {
          const answer = await ask(operation, input, alba.members[role].headers)
          if (role === 'owner') seenByOwner += leaked(answer, secrets.second).length
          for (const secret of leaked(answer, [...secrets.brisa, ...beyond]))
            told.push(`${operation.name} as ${role}: ${secret}`)
        }
      }
    }
    expect([...new Set(told)]).toEqual([])
    expect(seenByOwner, 'what must not be told is there to be told').toBeGreaterThan(10)
  }, 120_000)
})
