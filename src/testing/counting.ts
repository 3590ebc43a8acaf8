import { randomUUID } from 'node:crypto'
import type { Definition } from '#platform/facts/definition.ts'
import { factKinds, recordFacts } from '#platform/facts/fact.ts'
import { openRaw } from '#platform/facts/raw.ts'
import { countCells } from '#platform/facts/store.ts'
import { declareKinds } from '#platform/facts/sync.ts'
import { newWorld, type Person } from './world.ts'

export const kinds = factKinds({
  'training.attended': { es: 'Asistió', en: 'Attended', dimensions: ['state', 'sex'], subject: true },
  'leader.named': { es: 'Nombrada', en: 'Named', dimensions: ['state', 'sex'], subject: true },
  'leader.left': { es: 'Dejó', en: 'Left', dimensions: ['state', 'sex'], subject: true },
  'campaign.begun': { es: 'Empezó', en: 'Begun', dimensions: ['state'] },
  'group.formed': { es: 'Formado', en: 'Formed', dimensions: ['state'] },
  'hours.given': { es: 'Horas', en: 'Hours', dimensions: ['state'], unit: 'hours' },
})

/** The first quarter of 2026, as known now. */
export const quarter = { since: '2026-01-01', until: '2026-03-31', asOf: null as number | null }

/** Two unions, Ana's and Elsa's, and Pía's program: what they record, share and count. */
export const newCountingWorld = async () => {
  const world = await newWorld()
  const ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  const elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  const pia = await world.join(await world.organization('Programa', 'program'), 'Pía', 'program_officer')
  await declareKinds(world.owner, kinds)
  const asActor = world.deployment.doors.asActor
  return {
    world,
    ana,
    elsa,
    pia,
    record: (who: Person, facts: Parameters<typeof recordFacts<typeof kinds>>[3]) =>
      asActor(actorOf(who), (tx) => recordFacts(tx, who, kinds, facts)),
    count: (who: Person, definition: Definition, over = quarter) =>
      asActor(actorOf(who), async (tx) => openRaw(await countCells(tx, definition, over))),
    share: (giver: Person, changes: Record<string, unknown> = {}) => {
      const row = { ...sharing(giver, pia), ...changes }
      const columns = Object.keys(row)
      const places = columns.map((_, at) => `$${at + 1}`)
      return world.owner.query(`insert into sharings (${columns}) values (${places})`, Object.values(row))
    },
  }
}

export const actorOf = ({ orgId, membershipId }: Person) =>
  ({ orgId, membershipId, role: 'owner', listIds: [] }) as never

const sharing = (giver: Person, receiver: Person) => ({
  id: randomUUID(),
  parties: [giver.orgId, receiver.orgId],
  giver_id: giver.orgId,
  giver_name: giver.name,
  receiver_name: 'Programa',
  receiver_id: receiver.orgId,
  kinds: ['training.attended'],
  dimensions: ['state'],
  facts_from: '2026-01-01',
  proposed_by: receiver.membershipId,
  signed_by: giver.membershipId,
  signed_at: new Date(),
})

export const attended = (day: string, subjectId: string, state: string, sex: string) => ({
  kind: 'training.attended' as const,
  happenedOn: day,
  source: 'test',
  recordId: randomUUID(),
  subjectId,
  dimensions: { state, sex },
})
