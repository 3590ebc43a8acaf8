import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { ElectionUuid, PublicHead, Seal, Tracker } from '../archive/schema.ts'

const anyone = { may: 'anyone' } as const

/** What a voter is told of a ballot that is in the box: it was on disk before this was said. */
export const Receipt = z.strictObject({
  tracker: Tracker,
  /** Place of the ballot among the events of the archive. */
  event: z.int(),
  /** Whether it took the place of an earlier ballot of the same credential. */
  replaces: z.boolean(),
  head: PublicHead,
})
export type Receipt = z.infer<typeof Receipt>

/** Voting from one's own phone, without an account: the code stays in the page, and only the sealed ballot is sent. */
export const remoteContract = {
  cast: operation(anyone, 'POST', '/archives/{uuid}/ballots')
    .input(z.strictObject({ uuid: ElectionUuid, text: z.string().min(2).max(200_000) }))
    .output(Receipt),
  challenge: operation(anyone, 'POST', '/archives/{uuid}/challenges')
    .input(z.strictObject({ uuid: ElectionUuid, opening: z.string().min(2).max(240_000) }))
    .output(z.strictObject({ seal: Seal })),
  opening: operation(anyone, 'POST', '/archives/{uuid}/openings')
    .input(z.strictObject({ uuid: ElectionUuid, seal: Seal }))
    .output(z.strictObject({ opening: z.string() })),
}
