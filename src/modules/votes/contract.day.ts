import * as z from 'zod'
import { field, leadership, union } from '#platform/access/roles.ts'
import { ApprovalId } from '#platform/access/team/contract.ts'
import { OrgId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { doubtKinds, gapKinds } from './rules.count.ts'
import {
  Count,
  FilePart,
  Result,
  RollTotals,
  TableId,
  VoteDraft,
  VoteFileId,
  VoteId,
  VoteKind,
  VoteState,
  VoteTable,
} from './schema.ts'
import { paperKinds, urnEventKinds } from './words.ts'

const led = { may: leadership } as const
const seen = { may: union } as const
const Done = z.strictObject({})
const OfVote = z.strictObject({ id: VoteId })

const Doubt = z.strictObject({ kind: z.enum(doubtKinds), difference: z.int() })

const Urn = z.strictObject({
  ...VoteTable.shape,
  onRoll: z.int(),
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(urnEventKinds),
      seals: z.array(z.string()),
      ballots: z.int().nullable(),
      custodian: z.string().nullable(),
      note: z.string().nullable(),
      fileId: VoteFileId.nullable(),
      digest: z.string().nullable(),
      happenedAt: z.date(),
      by: z.string(),
    }),
  ),
  gaps: z.array(z.enum(gapKinds)),
  agreement: z.enum(['uncounted', 'one_counter', 'differ', 'agreed']),
  /** What the counters' latest counts differ in: fields, choices, or a question's blank and null. */
  differs: z.array(z.string()),
  /** Why two leaders set a count aside, one reason each. */
  setAside: z.array(z.string()),
  counters: z.int(),
  /** Shown from the close on, and only once the counters agree. */
  agreed: Count.nullable(),
  doubts: z.array(Doubt),
})

/** The day of a vote and after: urns, counts, files, papers, the result and what anybody may see. */
export const dayContract = {
  open: operation(led, 'POST', '/votes/{id}/opening').input(OfVote).output(Done),
  close: operation(led, 'POST', '/votes/{id}/closing').input(OfVote).output(Done),
  conclude: operation(led, 'POST', '/votes/{id}/conclusion').input(OfVote).output(Result),
  urns: operation(seen, 'GET', '/votes/{id}/urns').input(OfVote).output(z.array(Urn)),
  keepFilePart: operation(led, 'PUT', '/votes/{voteId}/files')
    .input(z.strictObject({ voteId: VoteId, ...FilePart.shape }))
    .output(Done),
  attachText: operation(led, 'PUT', '/votes/{id}/text')
    .input(z.strictObject({ id: VoteId, fileId: VoteFileId }))
    .output(Done),
  file: operation({ may: field }, 'GET', '/votes/{voteId}/files/{id}')
    .input(z.strictObject({ voteId: VoteId, id: VoteFileId }))
    .output(z.strictObject({ mediaType: z.string(), digest: z.string(), content: z.base64() })),
  result: operation(seen, 'GET', '/votes/{id}/result')
    .input(OfVote)
    .output(
      z.strictObject({ concluded: z.boolean(), waitsFor: z.array(z.string()), result: Result.nullable() }),
    ),
  /** A paper of the vote, ready to print or to edit; the roll's are for the leadership. */
  paper: operation({ may: field }, 'GET', '/votes/{id}/papers/{paper}')
    .input(
      z.strictObject({
        id: VoteId,
        paper: z.enum(paperKinds),
        form: z.enum(['pdf', 'docx']),
        language: z.enum(['es', 'en']),
        tableId: TableId.optional(),
        approvalId: ApprovalId.optional(),
      }),
    )
    .output(
      z.strictObject({
        fileName: z.string(),
        mediaType: z.string(),
        content: z.base64(),
        unprintable: z.array(z.string()),
      }),
    ),
  /** What anybody may see of a vote whose roll is frozen, at an address that does not change. */
  observe: operation({ may: 'anyone' }, 'GET', '/votes/observation/{orgId}/{id}')
    .input(z.strictObject({ orgId: OrgId, id: VoteId }))
    .output(
      z.strictObject({
        title: z.string(),
        kind: VoteKind,
        state: VoteState,
        opensAt: z.date(),
        closesAt: z.date(),
        questions: VoteDraft.shape.questions,
        roll: RollTotals.omit({ women: true, men: true, otherOrUnknown: true }),
        rollHash: z.string(),
        /** The electronic box once it is set up, by its public name. */
        archive: z.string().nullable(),
        result: Result.nullable(),
      }),
    ),
}
