import * as z from 'zod'
import { field, leadership, union } from '#platform/access/roles.ts'
import { Token } from '#platform/access/schema.ts'
import { ListId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { PersonId } from '../people/schema.ts'
import { Activity, ActivityId, Evaluation, SelfAnswers, SignUpId } from './schema.ts'

const led = { may: [...leadership, 'program_officer'] } as const
const inField = { may: [...field, 'program_officer'] } as const
const seen = { may: [...union, 'program_officer'] } as const
const anyone = { may: 'anyone' } as const
const Done = z.strictObject({})
const OfActivity = z.strictObject({ id: ActivityId })
const AtDoor = z.strictObject({ token: Token })

const Listed = z.strictObject({
  ...Activity.shape,
  hostName: z.string(),
  attended: z.int(),
  counted: z.int(),
  closedAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
})
const Opinions = z.union([
  z.strictObject({ answers: z.int(), useful: z.number(), clear: z.number(), willUse: z.number() }),
  z.strictObject({ answers: z.int(), hidden: z.enum(['open', 'too-few']) }),
])

/** Activities and who came, by list, by QR at the door or as a count without names. */
export const supportContract = {
  activities: operation(seen, 'GET', '/support/activities').output(z.array(Listed)),
  activity: operation(seen, 'GET', '/support/activities/{id}')
    .input(OfActivity)
    .output(
      z.strictObject({
        ...Listed.shape,
        version: z.int(),
        opinions: Opinions,
        answers: z.array(z.strictObject({ question: z.string(), answer: z.string(), people: z.int() })),
        signUps: z.int(),
      }),
    ),
  keepActivity: operation(led, 'PUT', '/support/activities/{id}').input(Activity).output(Done),
  cancel: operation(led, 'POST', '/support/activities/{id}/cancellation').input(OfActivity).output(Done),
  close: operation(led, 'POST', '/support/activities/{id}/closure').input(OfActivity).output(Done),
  reopen: operation(led, 'DELETE', '/support/activities/{id}/closure').input(OfActivity).output(Done),
  openDoor: operation(inField, 'POST', '/support/activities/{id}/door')
    .input(OfActivity)
    .output(z.strictObject({ token: Token, until: z.date() })),
  joinCode: operation(led, 'POST', '/support/activities/{id}/join-code')
    .input(OfActivity)
    .output(z.strictObject({ token: Token })),
  join: operation(led, 'POST', '/support/joined-activities')
    .input(z.strictObject({ id: ActivityId, token: Token }))
    .output(Done),
  attendance: operation(inField, 'GET', '/support/activities/{id}/attendance')
    .input(OfActivity)
    .output(z.array(z.strictObject({ id: PersonId, handle: z.string() }))),
  findPeople: operation(inField, 'GET', '/support/people')
    .input(z.strictObject({ text: z.string().trim().min(1).max(60) }))
    .output(z.array(z.strictObject({ id: PersonId, handle: z.string() }))),
  attend: operation(inField, 'PUT', '/support/activities/{id}/attendance')
    .input(z.strictObject({ id: ActivityId, people: z.array(PersonId).min(1).max(200) }))
    .output(Done),
  unattend: operation(inField, 'DELETE', '/support/activities/{id}/attendance/{personId}')
    .input(z.strictObject({ id: ActivityId, personId: PersonId }))
    .output(Done),
  count: operation(inField, 'POST', '/support/activities/{id}/counts')
    .input(z.strictObject({ id: ActivityId, countId: z.uuid(), people: z.int().min(-500).max(500) }))
    .output(Done),
  signUps: operation(led, 'GET', '/support/activities/{id}/sign-ups')
    .input(OfActivity)
    .output(z.array(z.strictObject({ id: SignUpId, handle: z.string(), phone: z.string().nullable() }))),
  takeUp: operation(led, 'POST', '/support/sign-ups/{id}/person')
    .input(z.strictObject({ id: SignUpId, personId: PersonId, listId: ListId }))
    .output(Done),
  dismiss: operation(led, 'DELETE', '/support/sign-ups/{id}')
    .input(z.strictObject({ id: SignUpId }))
    .output(Done),
  door: operation(anyone, 'POST', '/support/door')
    .input(AtDoor)
    .output(z.strictObject({ title: z.string(), heldOn: z.iso.date() })),
  arrive: operation(anyone, 'POST', '/support/door/arrivals')
    .input(z.strictObject({ ...AtDoor.shape, id: z.uuid() }))
    .output(Done),
  signUp: operation(anyone, 'POST', '/support/door/sign-ups')
    .input(
      z.strictObject({
        ...AtDoor.shape,
        id: z.uuid(),
        handle: z.string().trim().min(1).max(60),
        phone: z.string().trim().max(40).nullable(),
      }),
    )
    .output(Done),
  evaluate: operation(anyone, 'POST', '/support/door/evaluations')
    .input(z.strictObject({ ...AtDoor.shape, id: z.uuid(), ...Evaluation.shape }))
    .output(Done),
  answer: operation(anyone, 'POST', '/support/door/answers')
    .input(z.strictObject({ ...AtDoor.shape, id: z.uuid(), answers: SelfAnswers }))
    .output(Done),
}
