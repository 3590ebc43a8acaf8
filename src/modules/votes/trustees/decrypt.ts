import { publishDecryption, publishResult } from '@asamblea/ballots/authority'
import type { Deployment } from '#platform/access/deployment.ts'
import { common } from '#platform/http/refusal.ts'
import { appendSteps, inTurn, keepSteps, verifyBox } from '../archive/count.ts'
import { refuse as refuseBox } from '../archive/refusals.ts'
import { totalsOf } from '../archive/rules.ts'
import { type Box, findBox } from '../archive/store.ts'
import { insertElectronicTotals } from '../store.urns.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

/**
 * Takes a trustee's part of the opening: verifies the archive and the part, appends it, and with the last one needed
 * the result. Parts are taken one after another; the same part sent again is taken as the answer that got lost.
 */
export const decrypt = (
  deployment: Pick<Deployment, 'doors' | 'secrets'>,
  { id, orgId }: Box,
  of: store.TrusteeOf,
  text: string,
  now: Date,
) =>
  inTurn(id, async () => {
    const { doors } = deployment
    const box = (await doors.asPublic(orgId, (tx) => findBox(tx, orgId, id)))!
    if (box.phase === 'decided') {
      const trustees = await doors.asPublic(orgId, (tx) => store.findTrustees(tx, box))
      if (trustees.find(({ number }) => number === of.number)?.decrypted) return { decided: true }
      throw refuse('custody.already-open')
    }
    if (box.phase !== 'tallied') throw refuse('custody.not-closed')
    const verified = await verifyBox(deployment, box)
    if (typeof verified === 'string') throw refuseBox('box.archive-not-sound', { reason: verified })
    const part = publishDecryption(verified, of.number, text)
    if (!part.ok) {
      if (part.refusal.reason === 'decryption-repeated') return { decided: false }
      throw refuse('custody.does-not-fit', { reason: part.refusal.reason })
    }
    const whole = publishResult(part.value.verified)
    const steps = whole.ok ? [part.value, whole.value] : [part.value]
    const done = await doors.asJob(orgId, async (tx) => {
      if (!(await appendSteps(tx, box, verified.head, steps))) return false
      await store.setDecrypted(tx, of)
      if (whole.ok && !box.rehearsal)
        await insertElectronicTotals(tx, orgId, box.voteId, totalsOf(box, whole.value.verified, now))
      return true
    })
    if (!done) throw common.refuse('stale')
    keepSteps(box, steps)
    return { decided: whole.ok }
  })
