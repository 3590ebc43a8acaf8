import * as z from 'zod'
import { PersonId } from '#modules/people/schema.ts'
import { findByHandle } from '#modules/people/store.handles.ts'
import { erasePerson } from '#modules/people/store.ts'
import type { Actor } from '#platform/db/doors.ts'
import { openDoors } from '#platform/db/doors.ts'
import { complain } from '#platform/text/complaints.ts'
import { logByServer } from '#platform/upkeep/store.organizations.ts'
import { asking } from './ask.ts'
import { type Context, organizationNamed, reachReady } from './context.ts'

/**
 * `erase ORGANIZATION PERSON`: somebody asks to be forgotten and nobody of the organization is there to do it. By handle or id,
 * typed again; written into its access log.
 */
export const eraseCommand = async (context: Context) => {
  const { args, say, undo } = context
  const [wanted, somebody] = args
  if (!wanted || !somebody) throw complain('usage', { usage: 'npm run admin -- erase ORGANIZATION PERSON' })
  const { owner, credentials } = await reachReady(context)
  const { id: orgId } = await organizationNamed(owner, wanted)
  const doors = openDoors({ ...credentials.app, max: 1 })
  undo.add(doors.close)
  // Nobody's membership: what it does is written down as done by whoever runs the server.
  const actor = { orgId, role: 'owner', listIds: [] as const } as unknown as Actor
  const named = await doors.asActor(actor, async (tx) =>
    z.uuid().safeParse(somebody).success
      ? [{ id: PersonId.parse(somebody), handle: somebody }]
      : (await findByHandle(tx, actor, somebody)).filter(({ handle }) => handle === somebody),
  )
  if (named.length !== 1) throw complain('no-person', { wanted: somebody, found: named.length })
  say({
    es: `Se borrará a «${somebody}»: su nombre, sus conversaciones y todo lo que se anotó de esa persona.`,
    en: `“${somebody}” will be erased: the name, the conversations and all that was noted about them.`,
  })
  const typed = await asking(
    say,
    undo,
  )({ es: 'Escríbelo otra vez para confirmar:', en: 'Type it again to confirm:' })
  if (typed.trim() !== somebody) throw complain('no-person', { wanted: typed.trim(), found: 0 })
  const [{ id }] = named as [(typeof named)[0]]
  if (!(await doors.asActor(actor, (tx) => erasePerson(tx, actor, id as PersonId))))
    throw complain('no-person', { wanted: somebody, found: 0 })
  await logByServer(owner, orgId, 'erase', { target: 'person', id })
  say({
    es: 'Ya no está en ninguna tabla. Los respaldos automáticos lo recuerdan hasta que se hagan siete más.',
    en: 'Nothing of them is left in any table. The automatic backups remember until seven more are made.',
  })
}
