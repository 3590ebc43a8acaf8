import { implement } from '@orpc/server'
import { reachOf } from '#platform/access/roles.ts'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Call, DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { nationalNumber } from '#platform/text/phone.ts'
import { findByHandle, findReached, insertPeople } from '../people/store.ts'
import { supportContract } from './contract.ts'
import { recordAttendance, recordClosure, takeBackAttendance, takeBackClosure } from './record.ts'
import { refuse } from './refusals.ts'
import { answersShown, opinionsOf } from './rules.ts'
import type { ActivityId } from './schema.ts'
import * as doorStore from './store.door.ts'
import * as store from './store.ts'

const { door, arrive, signUp, evaluate, answer, ...inside } = supportContract
const atDoor = implement({ door, arrive, signUp, evaluate, answer }).$context<DoorCall>()
const os = implement(inside).$context<Call>()

const twelveHours = 12 * 3600_000
// A whole assembly may stand behind one address.
const arrivals = newThrottle(600, 5 * 60_000)

const present = async ({ tx, actor }: Call, id: ActivityId) => {
  const activity = await store.findActivity(tx, actor, id)
  if (!activity) throw common.refuse('missing')
  return activity
}

/** An activity whose attendance may still change. */
const openActivity = async (call: Call, id: ActivityId) => {
  const activity = await present(call, id)
  if (activity.closedAt || activity.cancelledAt) throw refuse('support.closed')
  return activity
}

/** The activity whose QR was scanned, and a transaction inside its organization. */
const through = async <T>(
  { deployment, address, now }: DoorCall,
  token: string,
  work: (tx: Call['tx'], of: store.DoorOf) => Promise<T>,
) => {
  if (!arrivals.allow(address(), now)) throw common.refuse('slow-down')
  const of = await store.findDoor(deployment.doors, token)
  if (!of) throw refuse('support.door-closed')
  return deployment.doors.asPublic(of.orgId, (tx) => work(tx, of))
}

const seesPeople = ({ actor }: Call) => (reachOf(actor.role) === 'reach_counts' ? 'counts' : 'people')

export const supportHandlers = {
  ...os.router({
    activities: os.activities.handler(
      ({ context }) => store.findActivities(context.tx, context.actor, seesPeople(context)) as never,
    ),
    activity: os.activity.handler(async ({ input: { id }, context }) => {
      const { tx, actor, vault } = context
      const { sharedId: _, ...activity } = await present(context, id)
      const people = seesPeople(context) === 'people'
      const leads = reachOf(actor.role) === 'reach_org'
      const closed = activity.closedAt !== null
      return {
        ...activity,
        attended: people ? (await store.countAttendance(tx, actor, id)).attended : 0,
        opinions: opinionsOf(await doorStore.findEvaluations(tx, actor, id), closed),
        answers: leads && closed ? answersShown(await doorStore.findAnswers(tx, actor, id)) : [],
        signUps: leads ? (await doorStore.findSignUps(tx, actor, vault, id)).length : 0,
      } as never
    }),
    keepActivity: os.keepActivity.handler(async ({ input, context: { tx, actor } }) => {
      const hostName = await store.organizationName(tx, actor)
      await store.keepActivity(tx, actor, input, { sharedId: input.id, hostName })
      return {}
    }),
    cancel: os.cancel.handler(async ({ input: { id }, context: { tx, actor, now } }) => {
      if (!(await store.setCancelled(tx, actor, id, now))) throw common.refuse('missing')
      return {}
    }),
    close: os.close.handler(async ({ input: { id }, context }) => {
      const activity = await present(context, id)
      if (!(await store.setClosed(context.tx, context.actor, id, context.now))) throw refuse('support.closed')
      await recordClosure(context, activity)
      return {}
    }),
    reopen: os.reopen.handler(async ({ input: { id }, context }) => {
      const activity = await present(context, id)
      if (!(await store.setClosed(context.tx, context.actor, id, null))) throw common.refuse('missing')
      await takeBackClosure(context, activity)
      return {}
    }),
    openDoor: os.openDoor.handler(async ({ input: { id }, context: { tx, actor, now } }) => {
      const until = new Date(now.getTime() + twelveHours)
      const token = await store.openDoor(tx, actor, id, until)
      if (!token) throw common.refuse('missing')
      return { token, until }
    }),
    joinCode: os.joinCode.handler(async ({ input: { id }, context }) => {
      await present(context, id)
      return { token: await store.makeJoinCode(context.tx, context.actor, id) }
    }),
    join: os.join.handler(async ({ input: { id, token }, context: { tx, actor } }) => {
      const found = await store.findJoinable(tx, token)
      if (!found) throw refuse('support.join-code')
      const { sharedId, hostName, ...activity } = found
      await store.keepActivity(tx, actor, { id, ...activity }, { sharedId, hostName })
      return {}
    }),
    attendance: os.attendance.handler(({ input: { id }, context: { tx, actor } }) =>
      store.findAttendance(tx, actor, id),
    ),
    findPeople: os.findPeople.handler(({ input: { text }, context: { tx, actor } }) =>
      findByHandle(tx, actor, text),
    ),
    attend: os.attend.handler(async ({ input: { id, people }, context }) => {
      const { tx, actor } = context
      const activity = await openActivity(context, id)
      const reached = await findReached(tx, actor, people)
      if (reached.length < new Set(people).size) throw common.refuse('missing')
      const added = await store.insertAttendance(tx, actor, id, reached, 'list')
      await recordAttendance(context, activity, reached, added)
      return {}
    }),
    unattend: os.unattend.handler(async ({ input: { id, personId }, context }) => {
      const activity = await openActivity(context, id)
      const [person] = await findReached(context.tx, context.actor, [personId])
      const factId = person && (await store.removeAttendance(context.tx, context.actor, id, personId))
      if (!person || !factId) throw common.refuse('missing')
      await takeBackAttendance(context, activity, person, factId)
      return {}
    }),
    count: os.count.handler(async ({ input: { id, countId, people }, context }) => {
      await openActivity(context, id)
      await store.addCount(context.tx, context.actor.orgId, id, countId, people, false)
      return {}
    }),
    signUps: os.signUps.handler(({ input: { id }, context: { tx, actor, vault } }) =>
      doorStore.findSignUps(tx, actor, vault, id),
    ),
    takeUp: os.takeUp.handler(async ({ input: { id, personId, listId }, context }) => {
      const { tx, actor, vault } = context
      const found = await doorStore.lockSignUp(tx, actor, vault, id)
      if (!found) throw common.refuse('missing')
      const activity = await present(context, found.activityId)
      const identity = { name: null, phone: found.phone, address: null, identifier: null }
      await insertPeople(tx, actor, vault, [
        { id: personId, handle: found.handle, listIds: [listId], identity },
      ])
      const reached = await findReached(tx, actor, [personId])
      const added = await store.insertAttendance(tx, actor, found.activityId, reached, 'door')
      await recordAttendance(context, activity, reached, added)
      await doorStore.removeSignUp(tx, actor, id)
      return {}
    }),
    dismiss: os.dismiss.handler(async ({ input: { id }, context: { tx, actor, vault } }) => {
      if (!(await doorStore.lockSignUp(tx, actor, vault, id))) throw common.refuse('missing')
      await doorStore.removeSignUp(tx, actor, id)
      return {}
    }),
  }),
  ...atDoor.router({
    door: atDoor.door.handler(({ input: { token }, context }) =>
      through(context, token, async (_tx, { title, heldOn }) => ({ title, heldOn })),
    ),
    arrive: atDoor.arrive.handler(({ input: { token, id }, context }) =>
      through(context, token, async (tx, of) => {
        await store.addCount(tx, of.orgId, of.id, id, 1, true)
        return {}
      }),
    ),
    signUp: atDoor.signUp.handler(({ input: { token, ...left }, context }) =>
      through(context, token, async (tx, of) => {
        const phone = left.phone && nationalNumber(left.phone) ? left.phone : null
        const vault = await context.deployment.vault.of(tx, of.orgId)
        await doorStore.insertSignUp(tx, of.orgId, vault, of.id, { ...left, phone })
        return {}
      }),
    ),
    evaluate: atDoor.evaluate.handler(({ input: { token, ...evaluation }, context }) =>
      through(context, token, async (tx, of) => {
        await doorStore.insertEvaluation(tx, of.orgId, of.id, evaluation)
        return {}
      }),
    ),
    answer: atDoor.answer.handler(({ input: { token, id, answers }, context }) =>
      through(context, token, async (tx, of) => {
        await doorStore.addAnswers(tx, of.orgId, of.id, id, answers)
        return {}
      }),
    ),
  }),
}
