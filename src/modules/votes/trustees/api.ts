import { assemble } from '@asamblea/ballots/ceremony'
import { implement } from '@orpc/server'
import { newThrottle } from '#platform/access/throttle.ts'
import type { Tx } from '#platform/db/doors.ts'
import type { DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { stateOf, stepOf } from '../archive/rules.ts'
import { groupOfBoxes } from '../archive/setup.ts'
import { type Box, countCredentials, findBox } from '../archive/store.ts'
import { custodyContract } from './contract.ts'
import { decrypt } from './decrypt.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

const os = implement(custodyContract).$context<DoorCall>()

const visits = newThrottle(600, 60_000)

/** The trustee of a link, and a transaction inside its organization. */
const through = async <T>(
  { deployment, address, now }: DoorCall,
  token: string,
  work: (tx: Tx, of: store.TrusteeOf, box: Box) => Promise<T>,
): Promise<T> => {
  if (!visits.allow(address(), now)) throw common.refuse('slow-down')
  const of = await store.findTrustee(deployment.doors, token)
  if (!of) throw refuse('custody.link-unknown')
  return deployment.doors.asPublic(of.orgId, async (tx) => {
    const box = await findBox(tx, of.orgId, of.boxId)
    if (!box || box.discarded) throw refuse('custody.link-unknown')
    return work(tx, of, box)
  })
}

const all = (messages: readonly (string | null)[]): string[] | null =>
  messages.every((message) => message !== null) ? (messages as string[]) : null

/** Publishes one step, in its turn: after the ones before it, by everybody, and once. */
const step = (
  call: DoorCall,
  token: string,
  name: 'certificate' | 'dealing' | 'verification',
  message: string,
) =>
  through(call, token, async (tx, of, box) => {
    const trustees = await store.findTrustees(tx, box)
    const before = { certificate: true, dealing: 'certificate', verification: 'dealing' } as const
    const needed = before[name]
    if (needed !== true && trustees.some((trustee) => trustee[needed] === null))
      throw refuse('custody.out-of-turn')
    const own = trustees.find(({ number }) => number === of.number)!
    // The same message again is an answer that got lost on the way.
    if (own[name] === message) return {}
    if (!(await store.publish(tx, of, name, message))) throw refuse('custody.out-of-turn')
    if (name === 'verification') await checkLast(tx, box)
    return {}
  })

/** The last key makes the whole: what does not fit is refused before it is written. */
const checkLast = async (tx: Tx, box: Box) => {
  const trustees = await store.findTrustees(tx, box)
  const keys = all(trustees.map(({ verification }) => verification))
  if (!keys) return
  const [certificates, dealings] = [
    all(trustees.map((t) => t.certificate))!,
    all(trustees.map((t) => t.dealing))!,
  ]
  const together = assemble(await groupOfBoxes(), box, certificates, dealings, keys)
  if (!together.ok) throw refuse('custody.does-not-fit', { reason: together.refusal.reason })
}

export const custodyHandlers = os.router({
  custody: os.custody.handler(({ input: { token }, context }) =>
    through(context, token, async (tx, { number }, box) => {
      const trustees = await store.findTrustees(tx, box)
      const own = trustees.find((trustee) => trustee.number === number)!
      const credentials = (await countCredentials(tx, box)).size
      return {
        uuid: box.uuid,
        title: box.title,
        organization: box.organization,
        rehearsal: box.rehearsal,
        number,
        threshold: box.threshold,
        state: stateOf({ ...box, credentials, trustees }),
        trustees: trustees.map((trustee) => ({
          number: trustee.number,
          name: trustee.name,
          step: stepOf(trustee),
        })),
        certificates: all(trustees.map(({ certificate }) => certificate)),
        dealings: all(trustees.map(({ dealing }) => dealing)),
        own: { certificate: own.certificate, dealing: own.dealing, verification: own.verification },
      }
    }),
  ),
  enroll: os.enroll.handler(({ input: { token, message }, context }) =>
    step(context, token, 'certificate', message),
  ),
  deal: os.deal.handler(({ input: { token, message }, context }) => step(context, token, 'dealing', message)),
  conclude: os.conclude.handler(({ input: { token, message }, context }) =>
    step(context, token, 'verification', message),
  ),
  decrypt: os.decrypt.handler(async ({ input: { token, text }, context }) => {
    const [of, box] = await through(context, token, async (_tx, trustee, found) => [trustee, found] as const)
    return decrypt(context.deployment, box, of, text, context.now)
  }),
})
