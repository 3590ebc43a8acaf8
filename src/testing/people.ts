import { randomUUID } from 'node:crypto'
import type { PersonId } from '#modules/people/schema.ts'
import { insertPeople } from '#modules/people/store.ts'
import type { ListId } from '#platform/db/brand.ts'
import type { Person, World } from './world.ts'

/** People on a list, by handle, where a test is about something else than how they came there. */
export const addPeopleTo = async (
  world: World,
  by: Person,
  listId: ListId,
  handles: readonly string[],
): Promise<PersonId[]> => {
  const people = handles.map((handle) => ({ id: randomUUID() as PersonId, handle, listIds: [listId] }))
  const actor = { orgId: by.orgId, membershipId: by.membershipId, role: 'owner', listIds: [] } as never
  await world.deployment.doors.asActor(actor, async (tx) => {
    await insertPeople(tx, by, await world.deployment.vault.of(tx, by.orgId), people)
  })
  return people.map(({ id }) => id)
}
