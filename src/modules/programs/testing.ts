import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/doors.ts'
import type { Definition } from '#platform/facts/definition.ts'
import type { Person, World } from '../../testing/world.ts'

/** An award as tests keep it, of the US fiscal year. */
export const newAward = (code: string, changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  code,
  name: `Programa ${code}`,
  grantee: 'Programa Raíz',
  funderName: 'Fondo Norte',
  calendar: 'us-federal-quarters',
  timeZone: 'America/Mexico_City',
  beginsOn: '2025-10-01',
  sectors: ['auto_parts', 'aerospace'],
  plannedStates: ['11', '22'],
  ...changes,
})

export const content = (counted: Definition, text = 'Se cuenta quien asistió.') => ({
  text: { es: text, en: 'Whoever attended counts.' },
  counts: [{ es: 'Vino una vez', en: 'Came once' }],
  countsNot: [{ es: 'Se inscribió y no vino', en: 'Signed up and did not come' }],
  feasibility: { es: '', en: '' },
  counted,
})

export const sign = async (people: readonly Person[], id: string) => {
  for (const person of people) {
    const { digest } = await person.api.programs.definition({ id })
    await person.api.programs.signDefinition({ id, digest })
  }
}

/** A new indicator with a definition that both have signed; answers its code. */
export const draftOf = async (
  _world: World,
  people: readonly [Person, Person],
  awardId: string,
  code: string,
  counted: Definition,
) => {
  const [indicatorId, id] = [randomUUID(), randomUUID()]
  const title = { es: `Indicador ${code}`, en: `Indicator ${code}` }
  await people[0].api.programs.keepIndicator({
    id: indicatorId,
    awardId,
    code,
    level: 'outcome',
    title,
    position: 9,
  })
  await people[0].api.programs.draftDefinition({ id, indicatorId, content: content(counted) })
  await sign(people, id)
  return code
}

/** Facts of one organization where a test is about something else than how they were recorded. */
export const giveFacts = <T>(world: World, who: Person, work: (actor: Person, tx: Tx) => Promise<T>) => {
  const { orgId, membershipId } = who
  return world.deployment.doors.asActor({ orgId, membershipId, role: 'owner', listIds: [] } as never, (tx) =>
    work(who, tx),
  )
}

/** Each union gives its code, the program proposes, the union signs. */
export const shareWith = async (
  program: Person,
  unions: readonly Person[],
  kinds: string[],
  dimensions: string[],
) => {
  for (const union of unions) {
    const { token } = await union.api.organizations.connect({ id: randomUUID() })
    const id = randomUUID()
    await program.api.organizations.propose({
      id,
      token,
      purpose: 'Informe trimestral',
      kinds,
      dimensions,
      factsFrom: '2025-01-01',
    })
    await union.api.organizations.sign({ id, kinds, dimensions })
  }
}
