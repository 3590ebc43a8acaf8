import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sealFor } from '#platform/offline/seal.ts'
import { newToken } from '../platform/http/session.ts'
import { versionOf, type Written } from './phone.ts'
import type { Union } from './union.ts'
import type { World } from './world.ts'

/** What somebody writes on a phone; `about` chooses among what was written before. */
const kinds = [
  'add',
  'add elsewhere',
  'talk',
  'talk as before',
  'nonsense as before',
  'talk to nobody',
  'act',
  'keep',
  'unknown',
  'newer',
  'nonsense',
  'garbled',
  'stale',
] as const
type Kind = (typeof kinds)[number]

/** What becomes of one delivery on its way. */
const fates = [
  'arrives',
  'is lost',
  'answer is lost',
  'arrives twice',
  'arrives twice at once',
  'arrives shuffled',
] as const

type Step =
  | { do: 'write'; kind: Kind; about: number }
  | { do: 'send'; fate: (typeof fates)[number]; most: number }
  /** An earlier delivery, held up somewhere, arrives now. */
  | { do: 'replay'; which: number }

/** A phone's life: how wrong its clock is, what it wrote and sent, and before which step it was revoked, if ever. */
export type History = { skewMs: number; steps: Step[]; revokedAt: number | null }

const days = 24 * 3600_000
const kind = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Kind>('add', 'talk', 'talk as before', 'keep', 'act') },
  { weight: 1, arbitrary: fc.constantFrom(...kinds) },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), kind, about: fc.nat(30) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom(...fates),
      most: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), which: fc.nat(20) }) },
)

export const histories: fc.Arbitrary<History> = fc.record({
  skewMs: fc.integer({ min: -400 * days, max: 400 * days }),
  steps: fc.array(step, { minLength: 4, maxLength: 30 }),
  revokedAt: fc.option(fc.nat(29), { freq: 4 }),
})

type Expected = {
  written: Written
  outcome: 'done' | 'refused'
  refusal: string | null
  fact: boolean
  at: number
  personId: string
  /** How a conversation is kept; undefined: it is none. */
  way: string | null | undefined
}
type Answered = { outcome: string; refusal: string | null }

/** Lives one history against the real application; answers with every way in which what stands there is not what was written. */
export const liveHistory = async (world: World, union: Union, history: History): Promise<string[]> => {
  const { org, members, campaignId, units, lists } = union
  const deviceId = randomUUID()
  const { token: send, hash } = newToken()
  await world.owner.query(
    `insert into devices (org_id, id, membership_id, label, secret_hash, send_hash) values ($1, $2, $3, 'Historia', $4, $5)`,
    [org, deviceId, members.organizer.membershipId, newToken().hash, hash],
  )
  const seal = sealFor(members.organizer.courierKey)
  const clock = () => world.deployment.clock().getTime() + history.skewMs
  const all: Expected[] = []
  const answered = new Map<string, Answered>()
  const packets: Written[][] = []
  const problems: string[] = []
  const people: string[] = []
  const promises: { id: string; open: boolean }[] = []

  const write = (kind: Kind, about: number) => {
    const id = randomUUID()
    const personId = people.length > 0 ? people[about % people.length]! : randomUUID()
    const known = people.length > 0
    const placed = { departmentId: units[0], shiftId: units[1], routeId: units[2] }
    const person = { personId: randomUUID(), campaignId, handle: 'Historia', phone: null, ...placed }
    // What a phone of before version 2 wrote: it did not say how people talked.
    const before = {
      campaignId,
      level: 1 + (about % 5),
      concerns: [],
      asked: null,
      promised: 'will_come',
      againOn: null,
      settles: null,
      note: null,
    }
    const talk = { ...before, way: (['face', 'home', 'call', 'message'] as const)[about % 4]! }
    let way: string | null | undefined
    const promise =
      promises.length > 0 ? promises[about % promises.length]! : { id: randomUUID(), open: false }
    let expected: { outcome: 'done' | 'refused'; refusal: string | null } = { outcome: 'done', refusal: null }
    const refused = (refusal: string) => {
      expected = { outcome: 'refused', refusal }
    }
    let [name, input, version, writtenAt] = [
      'conversation.record',
      { ...talk, personId } as unknown,
      versionOf('conversation.record'),
      clock(),
    ]
    if (kind === 'add') {
      ;[name, input, version] = ['person.add', { ...person, listId: lists[0] }, 1]
      people.push(person.personId)
    } else if (kind === 'add elsewhere') {
      ;[name, input, version] = ['person.add', { ...person, listId: lists[1] }, 1]
      refused('offline.out-of-reach')
    } else if (kind === 'talk') {
      if (known) promises.push({ id, open: true })
      else refused('offline.out-of-reach')
      way = talk.way
    } else if (kind === 'talk as before') {
      ;[input, version] = [{ ...before, personId }, 1]
      if (known) promises.push({ id, open: true })
      else refused('offline.out-of-reach')
      way = null
    } else if (kind === 'nonsense as before') {
      // Half of today's words under yesterday's number, or no words at all: neither was ever written by any version.
      ;[input, version] = [about % 2 === 0 ? { ...talk, personId } : null, 1]
      refused('offline.not-understood')
    } else if (kind === 'talk to nobody') {
      input = { ...talk, personId: randomUUID() }
      refused('offline.out-of-reach')
    } else if (kind === 'act') {
      ;[name, input, version] = [
        'action.note',
        { campaignId, personId, kind: 'came', doneOn: '2026-03-05' },
        1,
      ]
      if (!known) refused('offline.out-of-reach')
    } else if (kind === 'keep') {
      ;[name, input, version] = ['promise.settle', { id: promise.id, settled: 'kept' }, 1]
      if (!promise.open) refused('campaigns.settled')
      promise.open = false
    } else if (kind === 'unknown') {
      name = 'person.sing'
      refused('offline.unknown')
    } else if (kind === 'newer') {
      version = 99
      refused('offline.newer')
    } else if (kind === 'nonsense') {
      input = { ...talk, personId, level: 6 }
      refused('offline.not-understood')
    } else if (kind === 'stale') {
      writtenAt -= 181 * days
      refused('offline.too-old')
    } else refused('offline.unreadable')
    const sealed = seal({
      id: kind === 'garbled' ? randomUUID() : id,
      kind: name,
      version,
      writtenAt: new Date(writtenAt).toISOString(),
      input,
    })
    const written = { id, sequence: all.length, sealed }
    all.push({
      written,
      ...expected,
      fact: expected.outcome === 'done',
      at: world.deployment.clock().getTime(),
      personId,
      way,
    })
  }
  const hear = (outcomes: { id: string; outcome: string; refusal: string | null }[]) => {
    for (const { id, outcome, refusal } of outcomes) {
      const before = answered.get(id)
      if (before && (before.outcome !== outcome || before.refusal !== refusal))
        problems.push(`an operation that was ${before.outcome} is ${outcome} now`)
      answered.set(id, { outcome, refusal })
    }
  }
  const deliver = async (operations: Written[], at = clock()) => {
    const { outcomes } = await world
      .client({})
      .offline.deliver({ send, at: new Date(at).toISOString(), operations })
    return outcomes
  }
  const waiting = (most: number) =>
    all
      .map(({ written }) => written)
      .filter(({ id }) => !answered.has(id))
      .slice(0, most)
  const sending = async (fate: (typeof fates)[number], most: number) => {
    const batch = waiting(most)
    if (batch.length === 0) return
    packets.push(batch)
    if (fate === 'is lost') return
    if (fate === 'answer is lost') return void (await deliver(batch))
    if (fate === 'arrives twice at once')
      return void (await Promise.all([deliver(batch), deliver(batch)])).forEach(hear)
    if (fate === 'arrives twice') hear(await deliver([...batch, ...batch]))
    hear(await deliver(fate === 'arrives shuffled' ? batch.toReversed() : batch))
  }

  const decided = new Set<string>()
  const revoke = async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      'select id from operations where device_id = $1',
      [deviceId],
    )
    for (const { id } of rows) decided.add(id)
    await world.owner.query('update devices set revoked_at = now() where org_id = $1 and id = $2', [
      org,
      deviceId,
    ])
  }
  let revoked = false
  for (const [at, step] of history.steps.entries()) {
    if (at === history.revokedAt) {
      await revoke()
      revoked = true
    }
    if (step.do === 'write') write(step.kind, step.about)
    else if (step.do === 'send') await sending(step.fate, step.most)
    // The packet carries the clock of its own day; nothing of it may be applied again, nor for the first time out of turn.
    else if (packets.length > 0) hear(await deliver(packets[step.which % packets.length]!))
  }
  while (waiting(1).length > 0) await sending('arrives', 40)

  for (const { written, outcome, refusal } of all) {
    const { outcome: came, refusal: why } = answered.get(written.id)!
    const wanted = revoked && !decided.has(written.id) ? 'waiting' : outcome
    if (came !== wanted) problems.push(`${written.sequence} is ${came} (${why}), not ${wanted}`)
    else if (came === 'refused' && why !== refusal)
      problems.push(`${written.sequence} is refused with ${why}, not ${refusal}`)
  }
  const applied = all.filter(({ written, fact }) => fact && (!revoked || decided.has(written.id)))
  const { rows: facts } = await world.owner.query<{ id: string }>(
    'select id from facts where org_id = $1 and id = any($2) order by number',
    [org, all.map(({ written }) => written.id)],
  )
  if (facts.map(({ id }) => id).join() !== applied.map(({ written }) => written.id).join())
    problems.push(`${facts.length} facts where ${applied.length} operations were done, or in another order`)
  const { rows: kept } = await world.owner.query<{
    id: string
    sealed: boolean
    late: number | null
    way: string | null
  }>(
    `select o.id, o.sealed is not null as sealed, c.way, extract(epoch from c.talked_at) * 1000 as late
     from operations o left join conversations c on c.org_id = o.org_id and c.id = o.id where o.org_id = $1 and o.device_id = $2`,
    [org, deviceId],
  )
  if (kept.length !== all.length) problems.push(`${kept.length} operations kept of ${all.length}`)
  for (const { id, sealed, late, way } of kept) {
    const one = all.find(({ written }) => written.id === id)
    if (sealed !== (answered.get(id)?.outcome === 'waiting'))
      problems.push('kept sealed what was decided, or lost what waits')
    if (one && late !== null && way !== one.way) problems.push(`${one.written.sequence} is kept as ${way}`)
    if (one && late !== null && Math.abs(Number(late) - one.at) > 60_000)
      problems.push('a wrong clock was not put right')
  }
  return [...new Set(problems)]
}
