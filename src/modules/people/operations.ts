import * as z from 'zod'
import { writeLog } from '#platform/access/team/store.log.ts'
import { done, type FieldCall, operationKind, refused, type Written } from '#platform/offline/operation.ts'
import { localDay } from '#platform/text/day.ts'
import { PersonId } from './schema.ts'
import * as store from './store.ts'

const OpenName = z.strictObject({ personId: PersonId })

/** Somebody looked at a name that stands on their phone. It happened: the log says so, however many there were that day. */
const openNames = async ({ tx, actor }: FieldCall, written: readonly Written<z.infer<typeof OpenName>>[]) => {
  const outcomes = []
  for (const { input, writtenAt } of written) {
    const person = await store.findPerson(tx, actor, input.personId)
    if (person) {
      await store.countOpenings(tx, actor, localDay(writtenAt, actor.timeZone), 1, Number.MAX_SAFE_INTEGER)
      await writeLog(tx, actor, { verb: 'open', target: 'person', targetId: input.personId })
    }
    outcomes.push(person ? done : refused('offline.out-of-reach'))
  }
  return outcomes
}

/** What phones may write offline about people. */
export const peopleOperations = {
  'name.open': operationKind({ version: 1, input: OpenName, apply: openNames }),
}
