import * as z from 'zod'
import { leadership } from '#platform/access/roles.ts'
import { ApprovalId } from '#platform/access/team/contract.ts'
import { operation } from '#platform/http/operation.ts'
import { Dispute, DisputeId, Settlement, VoteId } from './schema.ts'

const led = { may: leadership } as const
const Done = z.strictObject({})
const OfVote = z.strictObject({ id: VoteId })

/** After a vote: challenges before whoever may hear them, and the file that answers one. */
export const afterContract = {
  disputes: operation(led, 'GET', '/votes/{id}/disputes')
    .input(OfVote)
    .output(z.array(z.strictObject({ ...Dispute.shape, settled: Settlement.nullable() }))),
  dispute: operation(led, 'POST', '/votes/{voteId}/disputes')
    .input(z.strictObject({ voteId: VoteId, ...Dispute.shape }))
    .output(Done),
  settle: operation(led, 'POST', '/votes/{voteId}/disputes/{id}/settlement')
    .input(z.strictObject({ voteId: VoteId, id: DisputeId, ...Settlement.shape }))
    .output(Done),
  /** Everything recorded of a vote as one ZIP, with an index of fingerprints: for the commission, the authority or a court. */
  challengeFile: operation({ ...led, fresh: true }, 'GET', '/votes/{id}/challenge-file')
    .input(
      z.strictObject({
        id: VoteId,
        language: z.enum(['es', 'en']),
        approvalId: ApprovalId.optional(),
      }),
    )
    .output(z.strictObject({ fileName: z.string(), mediaType: z.string(), content: z.base64() })),
}
