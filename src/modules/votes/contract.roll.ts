import * as z from 'zod'
import { leadership, union } from '#platform/access/roles.ts'
import { ApprovalId } from '#platform/access/team/contract.ts'
import { ListId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { problemKinds } from './rules.roll.ts'
import {
  ChoiceId,
  Mode,
  Objection,
  ObjectionId,
  Officer,
  OfficerId,
  Slate,
  TableId,
  VoteFileId,
  VoteId,
  Voter,
  VoterId,
  VoteTable,
  Words,
} from './schema.ts'

const led = { may: leadership } as const
const seen = { may: union } as const
const Done = z.strictObject({})
const OfVote = z.strictObject({ id: VoteId })
const OnDay = z.strictObject({ id: VoteId, on: z.iso.date() })

const SeenSlate = z.strictObject({
  id: ChoiceId,
  questionId: Slate.shape.questionId,
  position: z.int(),
  name: z.string(),
  color: z.string(),
  colorName: z.string(),
  emblemFileId: VoteFileId.nullable(),
  /** Candidates' names are shown to all once the vote is called. */
  candidates: z.array(
    z.strictObject({
      id: z.uuid(),
      post: z.string(),
      name: z.string().nullable(),
      sex: z.enum(['woman', 'man', 'other']),
      alternate: z.boolean(),
    }),
  ),
  proportion: z
    .strictObject({
      verdict: z.enum(['proportional', 'fewer_women', 'fewer_men']),
      seats: z.int(),
      exactSeats: z.number(),
      says: z.array(Words),
    })
    .nullable(),
})

/** Who stands, who votes and where: slates, tables, the roll, its objections and its freeze. */
export const rollContract = {
  slates: operation(seen, 'GET', '/votes/{id}/slates').input(OfVote).output(z.array(SeenSlate)),
  keepSlate: operation(led, 'PUT', '/votes/{voteId}/slates/{id}')
    .input(z.strictObject({ voteId: VoteId, ...Slate.shape }))
    .output(Done),
  removeSlate: operation(led, 'DELETE', '/votes/{voteId}/slates/{id}')
    .input(z.strictObject({ voteId: VoteId, id: ChoiceId }))
    .output(Done),
  officers: operation(led, 'GET', '/votes/{id}/officers').input(OfVote).output(z.array(Officer)),
  keepOfficer: operation(led, 'PUT', '/votes/{voteId}/officers/{id}')
    .input(z.strictObject({ voteId: VoteId, ...Officer.shape }))
    .output(Done),
  removeOfficer: operation(led, 'DELETE', '/votes/{voteId}/officers/{id}')
    .input(z.strictObject({ voteId: VoteId, id: OfficerId }))
    .output(Done),
  keepTable: operation(led, 'PUT', '/votes/{voteId}/tables/{id}')
    .input(z.strictObject({ voteId: VoteId, ...VoteTable.shape }))
    .output(Done),
  removeTable: operation(led, 'DELETE', '/votes/{voteId}/tables/{id}')
    .input(z.strictObject({ voteId: VoteId, id: TableId }))
    .output(Done),
  /** More names than one person opens alone in a day take an approval of kind `roll` with the vote as its subject. */
  roll: operation(led, 'GET', '/votes/{id}/roll')
    .input(z.strictObject({ id: VoteId, approvalId: ApprovalId.optional() }))
    .output(z.array(Voter)),
  enrolList: operation(led, 'POST', '/votes/{id}/roll/lists')
    .input(
      z.strictObject({
        id: VoteId,
        listId: ListId,
        mode: Mode,
        tableId: TableId.nullable(),
        approvalId: ApprovalId.optional(),
      }),
    )
    .output(z.strictObject({ added: z.int(), withoutName: z.int() })),
  importRoll: operation({ ...led, bodyBytes: 2_000_000 }, 'POST', '/votes/{id}/roll/rows')
    .input(
      z.strictObject({
        id: VoteId,
        voters: z
          .array(Voter.omit({ number: true }))
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.strictObject({ added: z.int() })),
  /** What bringing these voters in would meet: who stands on the roll already, by CURP or by name. Nothing is kept. */
  rehearseRoll: operation({ ...led, bodyBytes: 2_000_000 }, 'POST', '/votes/{id}/roll/rehearsal')
    .input(
      z.strictObject({
        id: VoteId,
        voters: z
          .array(Voter.pick({ id: true, name: true, identifier: true }))
          .min(1)
          .max(2_000),
      }),
    )
    .output(
      z.strictObject({
        standing: z.array(z.strictObject({ id: VoterId, by: z.enum(['identifier', 'name']) })),
      }),
    ),
  keepVoter: operation(led, 'PUT', '/votes/{voteId}/roll/{id}')
    .input(z.strictObject({ voteId: VoteId, ...Voter.omit({ number: true }).shape }))
    .output(Done),
  removeVoter: operation(led, 'DELETE', '/votes/{voteId}/roll/{id}')
    .input(z.strictObject({ voteId: VoteId, id: VoterId }))
    .output(Done),
  /** Gives a mode and a table to a whole section, or to these voters. */
  split: operation({ ...led, bodyBytes: 1_000_000 }, 'POST', '/votes/{id}/roll/split')
    .input(
      z.strictObject({
        id: VoteId,
        section: z.string().max(80).nullable(),
        voterIds: z.array(VoterId).max(10_000).nullable(),
        mode: Mode,
        tableId: TableId.nullable(),
      }),
    )
    .output(z.strictObject({ people: z.int() })),
  problems: operation(led, 'GET', '/votes/{id}/roll/problems')
    .input(OfVote)
    .output(
      z.array(
        z.strictObject({ kind: z.enum(problemKinds), blocks: z.boolean(), voterIds: z.array(VoterId) }),
      ),
    ),
  rollLog: operation(seen, 'GET', '/votes/{id}/roll/log')
    .input(OfVote)
    .output(z.array(z.strictObject({ verb: z.string(), people: z.int(), doneAt: z.date(), by: z.string() }))),
  objections: operation(led, 'GET', '/votes/{id}/objections')
    .input(OfVote)
    .output(
      z.array(
        z.strictObject({
          ...Objection.shape,
          decision: z.enum(['granted', 'refused']).nullable(),
          reason: z.string().nullable(),
          decidedOn: z.iso.date().nullable(),
        }),
      ),
    ),
  object: operation(led, 'POST', '/votes/{voteId}/objections')
    .input(z.strictObject({ voteId: VoteId, ...Objection.shape }))
    .output(Done),
  decide: operation(led, 'POST', '/votes/{voteId}/objections/{id}/decision')
    .input(
      z.strictObject({
        voteId: VoteId,
        id: ObjectionId,
        decision: z.enum(['granted', 'refused']),
        reason: z.string().trim().min(1).max(600),
      }),
    )
    .output(Done),
  publishRoll: operation(led, 'POST', '/votes/{id}/roll/publication').input(OnDay).output(Done),
  freeze: operation({ ...led, fresh: true }, 'POST', '/votes/{id}/roll/freeze')
    .input(OfVote)
    .output(z.strictObject({ rollHash: z.string(), covered: z.int() })),
  /** Recomputes the fingerprint of the frozen roll. */
  verifyRoll: operation(led, 'POST', '/votes/{id}/roll/verification')
    .input(OfVote)
    .output(z.strictObject({ rollHash: z.string(), equal: z.boolean() })),
}
