import { implement } from '@orpc/server'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Tx } from '#platform/db/doors.ts'
import type { Call, DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { newToken } from '#platform/http/session.ts'
import { short } from '../archive/api.public.ts'
import { hashOf } from '../archive/credentials.ts'
import { refuse as refuseBox } from '../archive/refusals.ts'
import type { BoxId } from '../archive/schema.ts'
import { type Box, findBox, findCredentials, tablesOf } from '../archive/store.ts'
import { firstLink } from './chain.ts'
import { type BoothId, boothContract } from './contract.ts'
import { deliverBox } from './deliver.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'
import { tabletHeader } from './words.ts'

const { kit, deliver, ...inside } = boothContract
const atDoor = implement({ kit, deliver }).$context<DoorCall>()
const os = implement(inside).$context<Call>()

const visits = newThrottle(600, 60_000)

const present = async ({ tx, actor }: Call, id: BoxId, boothId: BoothId) => {
  const box = await findBox(tx, actor.orgId, id)
  const booth = await store.findBooth(tx, { orgId: actor.orgId, id }, boothId)
  if (!box || box.discarded || !booth) throw common.refuse('missing')
  return { box, booth }
}

const isSetUp = (box: Box): box is Box & { election: string } => box.election !== null

/** The booth of a tablet and its box, inside its organization. */
const through = async <T>(
  { deployment, address, now }: DoorCall,
  token: string,
  work: (tx: Tx, booth: store.Booth, box: Box & { election: string }) => Promise<T>,
): Promise<T> => {
  if (!visits.allow(address(), now)) throw common.refuse('slow-down')
  const booth = await store.findTablet(deployment.doors, token)
  if (!booth) throw refuse('booth.link-unknown')
  return deployment.doors.asPublic(booth.orgId, async (tx) => {
    const box = await findBox(tx, booth.orgId, booth.boxId)
    if (!box || box.discarded) throw refuse('booth.link-unknown')
    if (!isSetUp(box)) throw refuseBox('box.not-open')
    if ((await store.findReceived(tx, booth)).lostBecause !== null) throw refuse('booth.lost')
    return work(tx, booth, box)
  })
}

export const boothHandlers = {
  ...os.router({
    addBooth: os.addBooth.handler(async ({ input: { id, boothId, tableId }, context }) => {
      const { tx, actor, log } = context
      const box = await findBox(tx, actor.orgId, id)
      if (!box || box.discarded || !(await tablesOf(tx, box)).has(tableId)) throw common.refuse('missing')
      if (box.phase && box.phase !== 'open') throw refuse('booth.closed')
      // A tablet that appears once the hours are over could only bring ballots that nobody cast in them.
      if (!box.rehearsal && !['preparing', 'called', 'frozen', 'open'].includes(box.voteState))
        throw refuse('booth.too-late')
      const { token, hash } = newToken()
      await store.insertBooth(tx, { orgId: actor.orgId, id: boothId, boxId: id, tableId, tokenHash: hash })
      await log('add', 'vote-booth', boothId)
      return { token }
    }),
    loseBooth: os.loseBooth.handler(async ({ input: { id, boothId, because }, context }) => {
      const { booth } = await present(context, id, boothId)
      if (!(await store.setLost(context.tx, booth, because))) throw refuse('booth.delivered')
      await context.log('lose', 'vote-booth', boothId)
      return {}
    }),
    deliverCopy: os.deliverCopy.handler(async ({ input: { id, boothId, ...chained }, context }) => {
      const { box, booth } = await present(context, id, boothId)
      if (!isSetUp(box)) throw refuseBox('box.not-open')
      const { doors, secrets } = context.deployment
      await context.log('deliver-copy', 'vote-booth', boothId)
      const within = <T>(work: (tx: Tx) => Promise<T>) => doors.asPublic(box.orgId, work)
      return deliverBox(within, secrets, box, booth, chained, 'commission', context.now)
    }),
    confirmEmpty: os.confirmEmpty.handler(async ({ input: { id, boothId }, context }) => {
      const { box, booth } = await present(context, id, boothId)
      if (box.phase !== 'open') throw refuseBox('box.not-open')
      if (!(await store.setEmpty(context.tx, booth, firstLink(box.uuid, boothId))))
        throw refuse('booth.not-waiting')
      await context.log('confirm-empty', 'vote-booth', boothId)
      return {}
    }),
  }),
  ...atDoor.router({
    kit: atDoor.kit.handler(({ input: { token }, context }) =>
      through(context, token, async (tx, booth, box) => ({
        boothId: booth.id,
        uuid: box.uuid,
        organization: box.organization,
        rehearsal: box.rehearsal,
        table: await store.findTable(tx, booth),
        election: box.election,
        fingerprint: short(hashOf(box.election)),
        credentials: (await findCredentials(tx, box, booth.tableId))
          .map((publicText) => hashOf(publicText).toString('hex'))
          .sort(),
      })),
    ),
    deliver: atDoor.deliver.handler(async ({ input: chained, context }) => {
      const token = context.headers.get(tabletHeader) ?? ''
      const { box, booth } = await through(context, token, async (_tx, booth, box) => ({ booth, box }))
      const { doors, secrets } = context.deployment
      const within = <T>(work: (tx: Tx) => Promise<T>) => doors.asPublic(box.orgId, work)
      return deliverBox(within, secrets, box, booth, chained, 'tablet', context.now)
    }),
  }),
}
