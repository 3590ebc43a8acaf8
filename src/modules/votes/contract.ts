import * as z from 'zod'
import { field, leadership, owners, union } from '#platform/access/roles.ts'
import { ListId, OrgId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { doubtKinds, gapKinds } from './rules.count.ts'
import { problemKinds } from './rules.roll.ts'
import {
  ChoiceId,
  Count,
  FilePart,
  Mode,
  Objection,
  ObjectionId,
  Officer,
  OfficerId,
  Result,
  RollTotals,
  Slate,
  TableId,
  VoteDraft,
  VoteFileId,
  VoteId,
  VoteKind,
  Voter,
  VoterId,
  VoteState,
  VoteTable,
  Words,
} from './schema.ts'
import { paperKinds, urnEventKinds } from './words.ts'

const led = { may: leadership } as const
const seen = { may: union } as const
const Done = z.strictObject({})
const OfVote = z.strictObject({ id: VoteId })
const OnDay = z.strictObject({ id: VoteId, on: z.iso.date() })

const Summary = z.strictObject({
  id: VoteId,
  kind: VoteKind,
  title: z.string(),
  state: VoteState,
  modes: z.array(Mode),
  opensAt: z.date(),
  closesAt: z.date(),
  place: z.string(),
})

const Vote = z.strictObject({
  ...Summary.shape,
  questions: VoteDraft.shape.questions,
  municipality: z.string(),
  stateCode: z.string(),
  sector: z.string(),
  rounding: VoteDraft.shape.rounding,
  textFileId: VoteFileId.nullable(),
  tables: z.array(VoteTable),
  roll: RollTotals,
  rollPublishedOn: z.iso.date().nullable(),
  files: z.array(z.strictObject({ id: VoteFileId, digest: z.string(), complete: z.boolean() })),
})

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

const Standing = z.strictObject({
  id: z.string(),
  event: z.string().nullable(),
  ours: z.boolean(),
  standing: z.string(),
  safe: z.string().nullable(),
  latest: z.string().nullable(),
  given: z.string().nullable(),
  words: z.strictObject({
    title: Words,
    who: Words,
    status: Words,
    why: Words,
    absence: Words,
    effect: Words,
  }),
  article: z.string(),
  when: z.array(Words),
  conflict: z.array(Words),
  papers: z.array(Words),
})

const Plan = z.strictObject({
  refusal: Words.nullable(),
  steps: z.array(Standing),
  notices: z.array(Words),
  items: z.array(
    z.strictObject({
      id: z.string(),
      present: z.boolean().nullable(),
      article: z.string(),
      says: Words,
      todo: Words.nullable(),
      absence: Words.nullable(),
      effect: z.enum(['void', 'loss', 'sanction', 'delay', 'warning', 'none']),
    }),
  ),
  missing: z.array(z.string()),
  blocked: z.boolean(),
  remote: z.strictObject({ allowed: z.boolean(), says: z.array(Words) }),
  events: z.array(
    z.strictObject({
      event: z.string(),
      name: Words,
      on: z.iso.date().nullable(),
      folio: z.string().nullable(),
    }),
  ),
})

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
  counters: z.int(),
  /** Shown from the close on, and only once the counters agree. */
  agreed: Count.nullable(),
  doubts: z.array(Doubt),
})

/** Votes of a union: called, enrolled, counted and concluded by the law's steps. */
export const votesContract = {
  list: operation(seen, 'GET', '/votes').output(z.array(Summary)),
  get: operation(seen, 'GET', '/votes/{id}').input(OfVote).output(Vote),
  keep: operation(led, 'PUT', '/votes/{id}').input(VoteDraft).output(Done),
  /** The first days to post the call and to vote that meet every reading of the law; null if none does within two months. */
  propose: operation(seen, 'GET', '/votes/dates')
    .input(z.strictObject({ kind: VoteKind, from: z.iso.date() }))
    .output(z.strictObject({ call: z.iso.date().nullable(), vote: z.iso.date().nullable(), says: Words })),
  cancel: operation(led, 'POST', '/votes/{id}/cancellation')
    .input(z.strictObject({ id: VoteId, because: z.string().trim().min(1).max(300) }))
    .output(Done),

  plan: operation(seen, 'GET', '/votes/{id}/plan').input(OfVote).output(Plan),
  happen: operation(led, 'POST', '/votes/{id}/happenings')
    .input(
      z.strictObject({
        id: VoteId,
        happeningId: z.uuid(),
        event: z.string().max(40),
        on: z.iso.date().nullable(),
        folio: z.string().trim().max(60).nullable(),
        fileId: VoteFileId.nullable(),
      }),
    )
    .output(Done),
  check: operation(led, 'POST', '/votes/{id}/checks')
    .input(z.strictObject({ id: VoteId, requirement: z.string().max(20), present: z.boolean().nullable() }))
    .output(Done),
  opinions: operation(seen, 'GET', '/votes/opinions').output(
    z.array(
      z.strictObject({
        kind: VoteKind,
        counsel: z.string(),
        givenOn: z.iso.date(),
        allows: z.boolean(),
        notedAt: z.date(),
      }),
    ),
  ),
  recordOpinion: operation({ may: owners, fresh: true }, 'POST', '/votes/opinions')
    .input(
      z.strictObject({
        id: z.uuid(),
        kind: VoteKind,
        counsel: z.string().trim().min(3).max(160),
        givenOn: z.iso.date(),
        allows: z.boolean(),
        fileId: VoteFileId.nullable(),
      }),
    )
    .output(Done),

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

  roll: operation(led, 'GET', '/votes/{id}/roll').input(OfVote).output(z.array(Voter)),
  enrolList: operation(led, 'POST', '/votes/{id}/roll/lists')
    .input(z.strictObject({ id: VoteId, listId: ListId, mode: Mode, tableId: TableId.nullable() }))
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

  call: operation(led, 'POST', '/votes/{id}/call').input(OnDay).output(Done),
  publishRoll: operation(led, 'POST', '/votes/{id}/roll/publication').input(OnDay).output(Done),
  freeze: operation({ ...led, fresh: true }, 'POST', '/votes/{id}/roll/freeze')
    .input(OfVote)
    .output(z.strictObject({ rollHash: z.string(), covered: z.int() })),
  /** Recomputes the fingerprint of the frozen roll. */
  verifyRoll: operation(led, 'POST', '/votes/{id}/roll/verification')
    .input(OfVote)
    .output(z.strictObject({ rollHash: z.string(), equal: z.boolean() })),
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
        result: Result.nullable(),
      }),
    ),
}
