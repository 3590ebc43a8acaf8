import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type Person, refusalOf, type World } from '../../testing/world.ts'

let world: World
let ana: Person
let carla: Person
let pia: Person

beforeAll(async () => {
  world = await newWorld()
  const alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
  carla = await world.join(alba, 'Carla', 'organizer')
  pia = await world.join(await world.organization('Programa', 'program'), 'Pía', 'program_officer')
})
afterAll(() => world.end())

const committee = {
  id: randomUUID(),
  name: 'Comité de la planta 2',
  kind: 'organizing' as const,
  stateCode: '11',
  sector: 'auto_parts',
}
const leader = (alias: string, sex: 'woman' | 'man' | null = null) => ({
  id: randomUUID(),
  committeeId: committee.id,
  alias,
  post: 'Secretaría',
  sex,
  ageBand: null,
  namedOn: '2026-02-01',
})

describe('a committee', () => {
  test('is not made by an organizer', async () => {
    const made = carla.api.organizations.keepCommittee({ ...committee, begunOn: '2026-01-10', actaOn: null })
    expect(await refusalOf(made)).toBe('not-allowed')
  })

  test('counts as formed once the agreed criteria are met, and that day stays', async () => {
    await ana.api.organizations.keepCommittee({ ...committee, begunOn: '2026-01-10', actaOn: null })
    const [rosa, luz, teo] = [leader('Rosa', 'woman'), leader('Luz', 'woman'), leader('Teo')]
    for (const one of [rosa, luz, teo]) await ana.api.organizations.nameLeader(one)
    const lacks = async () => (await ana.api.organizations.committees()).committees[0]
    expect(await lacks()).toMatchObject({ lacking: ['acta'], formedOn: null })
    await ana.api.organizations.keepCommittee({ ...committee, begunOn: '2026-01-10', actaOn: '2026-02-15' })
    expect(await lacks()).toMatchObject({ lacking: [], formedOn: '2026-02-15' })
    await ana.api.organizations.leave({ id: teo.id, leftOn: '2026-03-01' })
    expect(await lacks()).toMatchObject({ lacking: ['leaders'], formedOn: '2026-02-15' })
    expect(await refusalOf(ana.api.organizations.leave({ id: teo.id, leftOn: '2026-03-02' }))).toBe(
      'organizations.left-before',
    )
    const { rows } = await world.owner.query(
      `select kind, count(*)::int from facts where org_id = $1 group by 1 order by 1`,
      [ana.orgId],
    )
    expect(rows).toEqual([
      { kind: 'group.begun', count: 1 },
      { kind: 'group.formed', count: 1 },
      { kind: 'leader.left', count: 1 },
      { kind: 'leader.named', count: 3 },
    ])
  })
})

describe('sharing with a program', () => {
  const proposal = () => ({
    id: randomUUID(),
    purpose: 'Informe trimestral',
    kinds: ['group.formed', 'leader.named'],
    dimensions: ['state', 'sex'],
    factsFrom: '2026-01-01',
  })

  test('needs a code from the union, which works once', async () => {
    const nobody = { ...proposal(), token: 'x'.repeat(43) }
    expect(await refusalOf(pia.api.organizations.propose(nobody))).toBe('organizations.code-over')
    const { token } = await ana.api.organizations.connect({ id: randomUUID() })
    await pia.api.organizations.propose({ ...proposal(), token })
    expect(await refusalOf(pia.api.organizations.propose({ ...proposal(), token }))).toBe(
      'organizations.code-over',
    )
  })

  test('is opened by the owner of a union alone; a funder’s officers connect for the funder', async () => {
    const connect = (who: Person) => who.api.organizations.connect({ id: randomUUID() })
    const alba = await world.join(ana.orgId, 'Fito', 'funder_officer')
    expect(await refusalOf(connect(alba))).toBe('organizations.owner-connects')
    const coordinator = await world.join(ana.orgId, 'Carmen', 'coordinator')
    expect(await refusalOf(connect(coordinator))).toBe('not-allowed')
    expect(await refusalOf(connect(pia))).toBe('not-allowed')
    const funder = await world.organization('Fondo Norte', 'funder')
    const sofia = await world.join(funder, 'Sofía', 'funder_officer')
    const { token } = await connect(sofia)
    expect(await refusalOf(sofia.api.organizations.propose({ ...proposal(), token }))).toBe('not-allowed')
    await pia.api.organizations.propose({ ...proposal(), token })
  })

  test('never includes the plant or what tells how a campaign goes', async () => {
    const { token } = await ana.api.organizations.connect({ id: randomUUID() })
    const wrong = {
      ...proposal(),
      kinds: ['conversation.held', 'promise.kept'],
      dimensions: ['plant'],
      token,
    }
    expect(await refusalOf(pia.api.organizations.propose(wrong))).toBe('organizations.not-shareable')
  })

  test('is signed by the union for no more than was proposed, and withdrawn by it alone', async () => {
    const [sharing] = await ana.api.organizations.sharings()
    const signed = { id: sharing!.id, kinds: ['group.formed'], dimensions: ['state'] }
    expect(await refusalOf(pia.api.organizations.sign(signed))).toBe('not-allowed')
    const more = { ...signed, kinds: ['group.formed', 'group.begun'] }
    expect(await refusalOf(ana.api.organizations.sign(more))).toBe('organizations.not-shareable')
    await ana.api.organizations.sign(signed)
    const [ours] = (await pia.api.organizations.sharings()).filter(({ giverId }) => giverId === ana.orgId)
    expect(ours).toMatchObject({ kinds: ['group.formed'], giverName: 'Sindicato Alba' })
    await ana.api.organizations.withdraw({ id: sharing!.id })
    expect(await refusalOf(ana.api.organizations.withdraw({ id: sharing!.id }))).toBe('organizations.settled')
  })

  test('goes to a second receiver of the same facts only knowingly: two reports could be subtracted', async () => {
    const other = await world.join(
      await world.organization('Otro programa', 'program'),
      'Oto',
      'program_officer',
    )
    const offer = async (who: Person, changes: object = {}) => {
      const { token } = await ana.api.organizations.connect({ id: randomUUID() })
      const one = { ...proposal(), factsFrom: '2031-01-01', ...changes }
      await who.api.organizations.propose({ ...one, token })
      return { id: one.id, kinds: one.kinds, dimensions: one.dimensions }
    }
    await ana.api.organizations.sign(await offer(pia))
    const second = await offer(other)
    expect(await refusalOf(ana.api.organizations.sign(second))).toBe('organizations.shared-elsewhere')
    // More of it to the same receiver, other kinds and what is public from the start may be signed.
    await ana.api.organizations.sign(await offer(pia, { factsFrom: '2032-01-01' }))
    const rest = { kinds: ['group.dissolved', 'activity.held'], dimensions: ['state'] }
    await ana.api.organizations.sign(await offer(other, rest))
    await ana.api.organizations.sign({ ...second, knowing: true })
    const third = await world.join(await world.organization('Tercero', 'program'), 'Ted', 'program_officer')
    await ana.api.organizations.sign(await offer(third, { ...rest, kinds: ['activity.held'] }))
  })

  test('is signed in the database too by the giver alone, and proposed by the receiver alone', async () => {
    const { token } = await ana.api.organizations.connect({ id: randomUUID() })
    const one = proposal()
    await pia.api.organizations.propose({ ...one, factsFrom: '2041-01-01', token })
    const as = (who: Person, statement: string) =>
      world.deployment.doors.asActor(
        { orgId: who.orgId, membershipId: who.membershipId, role: 'owner', listIds: [] } as never,
        (tx) =>
          sql
            .raw(statement)
            .execute(tx)
            .then(({ numAffectedRows }) => Number(numAffectedRows)),
      )
    const where = `where id = '${one.id}'`
    expect(await as(pia, `update sharings set signed_at = now(), signed_by = proposed_by ${where}`)).toBe(0)
    expect(await as(ana, `update sharings set signed_at = now(), signed_by = proposed_by ${where}`)).toBe(1)
    for (const column of ['receiver_id', 'giver_id', 'parties', 'facts_from'])
      await expect(as(ana, `update sharings set ${column} = ${column} ${where}`)).rejects.toThrow(
        /permission denied/,
      )
    const copy = (giver: string, receiver: string) =>
      `insert into sharings (id, parties, giver_id, giver_name, receiver_id, receiver_name, kinds, dimensions, facts_from, proposed_by)
       select gen_random_uuid(), parties, ${giver}, giver_name, ${receiver}, receiver_name, kinds, dimensions, facts_from, proposed_by from sharings ${where}`
    await expect(as(pia, copy('receiver_id', 'giver_id'))).rejects.toThrow(/row-level security/)
    expect(await as(pia, copy('giver_id', 'receiver_id'))).toBe(1)
  })
})
