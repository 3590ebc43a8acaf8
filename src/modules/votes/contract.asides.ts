import * as z from 'zod'
import { leadership } from '#platform/access/roles.ts'
import { ApprovalId } from '#platform/access/team/contract.ts'
import { MembershipId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { Count, TableId, VoteId } from './schema.ts'

const led = { may: leadership } as const
const Done = z.strictObject({})

const Counted = z.strictObject({
  tableId: TableId,
  counter: MembershipId,
  by: z.string(),
  count: Count,
  /** Asked by one leader; set once another agreed. */
  aside: z
    .strictObject({
      id: ApprovalId,
      reason: z.string(),
      asked: z.string(),
      mine: z.boolean(),
      isSet: z.boolean(),
    })
    .nullable(),
})

/** When counters do not come to agree: two leaders set one aside at a table, with a reason that stands in the acta. */
export const asidesContract = {
  /** What each counter counted last, after the close. */
  counts: operation(led, 'GET', '/votes/{id}/counts')
    .input(z.strictObject({ id: VoteId }))
    .output(z.array(Counted)),
  askAside: operation({ ...led, fresh: true }, 'POST', '/votes/{voteId}/asides')
    .input(
      z.strictObject({
        voteId: VoteId,
        id: ApprovalId,
        tableId: TableId,
        counter: MembershipId,
        reason: z.string().trim().min(10).max(400),
      }),
    )
    .output(Done),
  confirmAside: operation({ ...led, fresh: true }, 'POST', '/votes/{voteId}/asides/{id}/confirmation')
    .input(z.strictObject({ voteId: VoteId, id: ApprovalId }))
    .output(Done),
}
