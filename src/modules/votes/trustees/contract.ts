import * as z from 'zod'
import { Token } from '#platform/access/schema.ts'
import { operation } from '#platform/http/operation.ts'
import { BoxState, ElectionUuid, TrusteeStep } from '../archive/schema.ts'

const anyone = { may: 'anyone' } as const
const Done = z.strictObject({})
const Linked = z.strictObject({ token: Token })
const Message = z.strictObject({ token: Token, message: z.string().min(1).max(200_000) })

export const Custody = z.strictObject({
  uuid: ElectionUuid,
  title: z.string(),
  organization: z.string(),
  rehearsal: z.boolean(),
  number: z.int(),
  threshold: z.int(),
  state: BoxState,
  trustees: z.array(z.strictObject({ number: z.int(), name: z.string(), step: TrusteeStep })),
  /** In the order of the trustees, once all are there. */
  certificates: z.array(z.string()).nullable(),
  dealings: z.array(z.string()).nullable(),
  /** What this trustee published, to be compared with what was sent. */
  own: z.strictObject({
    certificate: z.string().nullable(),
    dealing: z.string().nullable(),
    verification: z.string().nullable(),
  }),
})
export type Custody = z.infer<typeof Custody>

/** The steps of a trustee, who needs no account: the link and what they keep on paper are enough. */
export const custodyContract = {
  custody: operation(anyone, 'POST', '/custody').input(Linked).output(Custody),
  enroll: operation(anyone, 'POST', '/custody/certificate').input(Message).output(Done),
  deal: operation(anyone, 'POST', '/custody/dealing').input(Message).output(Done),
  conclude: operation(anyone, 'POST', '/custody/key').input(Message).output(Done),
  decrypt: operation({ ...anyone, bodyBytes: 1024 * 1024 }, 'POST', '/custody/decryption')
    .input(z.strictObject({ token: Token, text: z.string().min(1).max(1_000_000) }))
    .output(z.strictObject({ decided: z.boolean() })),
}
