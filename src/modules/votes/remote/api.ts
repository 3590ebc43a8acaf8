import { implement } from '@orpc/server'
import { newThrottle } from '#platform/access/throttle.ts'
import type { DoorCall } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { short, through } from '../archive/api.public.ts'
import { headOf } from '../archive/api.ts'
import { hashOf } from '../archive/credentials.ts'
import { receives } from '../archive/rules.ts'
import { lockHead } from '../archive/store.archive.ts'
import { admit, inspect } from './admission.ts'
import { enter } from './append.ts'
import { remoteContract } from './contract.ts'
import { credentialIn } from './credential.ts'
import { newLanes } from './lanes.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

const os = implement(remoteContract).$context<DoorCall>()

// A whole plant may stand behind one address; proofs that do not hold are another matter.
const attempts = newThrottle(6000, 60_000)
const mistakes = newThrottle(60, 5 * 60_000)
const verifying = newLanes(32)
const openings = newThrottle(120, 5 * 60_000)
const mostBallots = 50

export const remoteHandlers = os.router({
  cast: os.cast.handler(async ({ input: { uuid, text }, context }) => {
    const { deployment, address, now } = context
    if (!attempts.allow(address(), now)) throw common.refuse('slow-down')
    const publicText = credentialIn(text)
    if (!publicText) throw refuse('ballot.wrong', { reason: 'ballot-not-canonical' })
    const credential = hashOf(publicText)
    const hash = hashOf(text)
    const { box, known } = await through(context, uuid, async (tx, found) => {
      const [present] = (await store.findPresent(tx, found, [hash])).values()
      if (present !== undefined)
        return {
          box: found,
          known: { tracker: short(hash), event: present, replaces: false, head: headOf(found)! },
        }
      const open = receives(found, now)
      if (open !== 'yes') throw refuse(open === 'not-yet' ? 'ballot.not-yet' : 'ballot.closed')
      const listed = await store.findCredential(tx, found, credential)
      if (!listed) throw refuse('ballot.credential-unknown')
      if (listed.tableId) throw refuse('ballot.booth-only')
      if (listed.ballots >= mostBallots) throw refuse('ballot.too-many')
      return { box: found, known: undefined }
    })
    if (known) return known
    const from = address()
    const admitted = await verifying.inTurn(from, () => {
      // Asked when its turn comes: proofs are dear, and many sent at once would all be verified before one is known wrong.
      if (mistakes.isOver(from, now)) throw common.refuse('slow-down')
      return admit(box.election, text)
    })
    if (!admitted.ok) {
      mistakes.allow(from, now)
      throw refuse('ballot.wrong', { reason: admitted.refusal.reason })
    }
    return enter(deployment, box, admitted.value, credential, now)
  }),
  challenge: os.challenge.handler(async ({ input: { uuid, opening }, context }) => {
    const { deployment, address, now } = context
    if (!openings.allow(address(), now)) throw common.refuse('slow-down')
    const box = await through(context, uuid, async (_tx, found) => found)
    const publicText = credentialIn(opening, 'ballot')
    const listed =
      publicText &&
      (await deployment.doors.asPublic(box.orgId, (tx) => store.findCredential(tx, box, hashOf(publicText))))
    if (!listed) throw refuse('ballot.credential-unknown')
    const opened = await inspect(box.election, opening)
    if (!opened.ok) throw refuse('ballot.opening-wrong', { reason: opened.refusal.reason })
    const { seal } = opened.value
    await deployment.doors.asPublic(box.orgId, async (tx) => {
      // The same lock as casting: a seal is challenged or cast, whichever comes first.
      await lockHead(tx, box)
      if (await store.isCast(tx, box, seal)) throw refuse('ballot.already-cast')
      await store.insertChallenge(tx, box, seal, opening)
    })
    return { seal }
  }),
  opening: os.opening.handler(({ input: { uuid, seal }, context }) =>
    through(context, uuid, async (tx, box) => {
      const found = await store.findOpening(tx, box, seal)
      if (!found) throw common.refuse('missing')
      return found
    }),
  ),
})
