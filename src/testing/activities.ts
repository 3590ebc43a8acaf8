import { randomUUID } from 'node:crypto'
import type { OrgId } from '#platform/db/brand.ts'
import type { PersonId } from '../modules/people/schema.ts'
import type { Person, World } from './world.ts'

const training = {
  kind: 'training',
  topic: 'leader_identification',
  heldOn: '2026-03-04',
  place: 'Local del sindicato',
  stateCode: '11',
  sector: 'auto_parts',
  audience: 'all',
} as const

/**
 * Two activities of a union, one closed. Those of each list came; at the open one's door somebody was counted, left a name,
 * evaluated and answered about themselves. Answers with the code by which another union joins the open one.
 */
export const holdActivities = async (
  world: World,
  org: OrgId,
  owner: Person,
  people: readonly (readonly PersonId[])[],
  mark: string,
): Promise<string> => {
  const { support } = owner.api
  const [open, closed] = [randomUUID(), randomUUID()]
  for (const id of [open, closed]) {
    await support.keepActivity({ id, ...training, title: `${mark} taller` })
    await support.attend({ id, people: people.flatMap((ids) => ids.slice(0, 1)) })
    await support.count({ id, countId: randomUUID(), people: 12 })
  }
  await support.close({ id: closed })
  const { token } = await support.openDoor({ id: open })
  const door = world.client({}).support
  await door.arrive({ token, id: randomUUID() })
  for (const handle of [`${mark} Chela`, `${mark} Nacho`])
    await door.signUp({ token, id: randomUUID(), handle, phone: '477 123 4567' })
  for (let answered = 0; answered < 10; answered++) {
    await door.evaluate({ token, id: randomUUID(), useful: 5, clear: 4, willUse: true })
    await door.answer({ token, id: randomUUID(), answers: { gender: 'woman', age: '30-44' } })
  }
  const signUps = await world.owner.query('select id from sign_ups where org_id = $1', [org])
  if (signUps.rowCount !== 2) throw new Error('The door kept nobody.')
  return (await support.joinCode({ id: open })).token
}
