import { publishDecryption, publishResult } from '@asamblea/ballots/authority'
import type { Doors } from '#platform/db/doors.ts'
import { common } from '#platform/http/refusal.ts'
import { appendSteps, inTurn, keepSteps, verifyBox } from '../archive/count.ts'
import { refuse as refuseBox } from '../archive/refusals.ts'
import { type Box, findBox } from '../archive/store.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

/**
 * Takes a trustee's part of the opening: verifies the archive and the part, appends it, and with the last one needed
 * the result. Parts are taken one after another; the same part sent again is taken as the answer that got lost.
 */
export const decrypt = (doors: Doors, { id, orgId }: Box, of: store.TrusteeOf, text: string) =>
  inTurn(id, async () => {
    const box = (await doors.asPublic(orgId, (tx) => findBox(tx, orgId, id)))!
    if (box.phase === 'decided') {
      const trustees = await doors.asPublic(orgId, (tx) => store.findTrustees(tx, box))
      if (trustees.find(({ number }) => number === of.number)?.decrypted) return { decided: true }
      throw refuse('custody.already-open')
    }
    if (box.phase !== 'tallied') throw refuse('custody.not-closed')
    const verified = await verifyBox(doors, box)
    if (typeof verified === 'string') throw refuseBox('box.archive-not-sound', { reason: verified })
    const part = publishDecryption(verified, of.number, text)
    if (!part.ok) {
      if (part.refusal.reason === 'decryption-repeated') return { decided: false }
      throw refuse('custody.does-not-fit', { reason: part.refusal.reason })
    }
    const whole = publishResult(part.value.verified)
    const steps = whole.ok ? [part.value, whole.value] : [part.value]
    const done = await doors.asPublic(orgId, async (tx) => {
      await store.setDecrypted(tx, of)
      return appendSteps(tx, box, verified.head, steps)
    })
    if (!done) throw common.refuse('stale')
    keepSteps(box, steps)
    return { decided: whole.ok }
  })
