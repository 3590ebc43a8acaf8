import { randomUUID } from 'node:crypto'
import type { PersonId } from '#modules/people/schema.ts'
import { insertPeople } from '#modules/people/store.ts'
import type { Person, World } from './world.ts'

/** People of one new list with their names, where a test is about something else than how they came there. */
export const importPeople = async (
  world: World,
  by: Person,
  members: readonly { handle: string; name: string | null; phone: string | null }[],
) => {
  const listId = await world.list(by.orgId, `Lista ${randomUUID().slice(0, 8)}`)
  const actor = { orgId: by.orgId, membershipId: by.membershipId, role: 'owner', listIds: [] } as never
  const people = members.map(({ handle, name, phone }) => ({
    id: randomUUID() as PersonId,
    handle,
    listIds: [listId],
    identity: { name, phone, address: null, identifier: null },
  }))
  await world.deployment.doors.asActor(actor, async (tx) => {
    await insertPeople(tx, by, await world.deployment.vault.of(tx, by.orgId), people)
  })
  return { listId, people: people.map(({ id }) => id) }
}
