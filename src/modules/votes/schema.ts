import * as z from 'zod'
import { idOf } from '#platform/db/brand.ts'
import { Sex } from '../people/schema.ts'
import {
  categories,
  disputeForums,
  disputeOutcomes,
  modes,
  objectionKinds,
  officerRoles,
  urnEventKinds,
  voteKinds,
} from './words.ts'

export const VoteId = idOf('VoteId')
export type VoteId = z.infer<typeof VoteId>
export const QuestionId = idOf('QuestionId')
export type QuestionId = z.infer<typeof QuestionId>
/** A choice of a question; a slate's id is the id of its choice. */
export const ChoiceId = idOf('ChoiceId')
export type ChoiceId = z.infer<typeof ChoiceId>
/** A voter in one vote: says nothing of who they are in another. */
export const VoterId = idOf('VoterId')
export type VoterId = z.infer<typeof VoterId>
export const TableId = idOf('TableId')
export type TableId = z.infer<typeof TableId>
export const VoteFileId = idOf('VoteFileId')
export type VoteFileId = z.infer<typeof VoteFileId>

export const VoteKind = z.enum(voteKinds)
export type VoteKind = z.infer<typeof VoteKind>

export const Mode = z.enum(modes)
export type Mode = z.infer<typeof Mode>

const text = (most: number) => z.string().trim().min(1).max(most)

export const Choice = z.strictObject({ id: ChoiceId, text: text(200) })
export type Choice = z.infer<typeof Choice>

/**
 * One question of the ballot. `slates`: its choices are the slates that registered, and stand here only once the roll is
 * frozen. `yes_no`: the first choice approves. `choices`: as written. On every ballot one choice is marked, or none.
 */
export const Question = z.strictObject({
  id: QuestionId,
  kind: z.enum(['slates', 'yes_no', 'choices']),
  text: text(300),
  choices: z.array(Choice).max(40),
})
export type Question = z.infer<typeof Question>

/** Where a vote stands. Each state carries what is known from then on. */
export const VoteState = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('preparing') }),
  z.strictObject({ name: z.literal('called'), on: z.iso.date() }),
  z.strictObject({ name: z.literal('frozen'), at: z.date(), rollHash: z.string() }),
  z.strictObject({ name: z.literal('open'), at: z.date(), rollHash: z.string() }),
  z.strictObject({ name: z.literal('closed'), at: z.date(), rollHash: z.string() }),
  z.strictObject({
    name: z.literal('concluded'),
    at: z.date(),
    rollHash: z.string(),
    keepUntil: z.iso.date(),
  }),
  z.strictObject({ name: z.literal('cancelled'), at: z.date(), because: z.string() }),
])
export type VoteState = z.infer<typeof VoteState>
export type VoteStateName = VoteState['name']

/** What is written to call a vote. `opensAt` and `closesAt` are the hours of the convocatoria. */
export const VoteDraft = z.strictObject({
  id: VoteId,
  kind: VoteKind,
  title: text(160),
  questions: z.array(Question).min(1).max(12),
  modes: z.array(Mode).min(1).max(3),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  place: z.string().trim().max(200),
  municipality: z.string().trim().max(80),
  stateCode: z.string().regex(/^\d\d$/),
  sector: z.string().trim().max(40),
  rounding: z.enum(['nearest', 'down', 'up']),
})
export type VoteDraft = z.infer<typeof VoteDraft>

/** Who stands together for a question of kind `slates`; `id` becomes the id of their choice. */
export const Slate = z.strictObject({
  id: ChoiceId,
  questionId: QuestionId,
  position: z.int().min(1).max(40),
  name: text(80),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** In words, because a ballot is often printed black and white (LFT 371 IX e asks for the color). */
  colorName: text(40),
  emblemFileId: VoteFileId.nullable(),
  candidates: z
    .array(
      z.strictObject({
        id: z.uuid(),
        post: text(80),
        name: text(160),
        sex: Sex,
        alternate: z.boolean(),
      }),
    )
    .min(1)
    .max(60),
})
export type Slate = z.infer<typeof Slate>

/** Where people vote; a voter of mode `paper` or `booth` belongs to one. */
export const VoteTable = z.strictObject({ id: TableId, number: z.int().min(1).max(999), place: text(200) })
export type VoteTable = z.infer<typeof VoteTable>

/** A voter as the election commission sees them; the name stands sealed. */
export const Voter = z.strictObject({
  id: VoterId,
  number: z.int().nullable(),
  name: text(160),
  identifier: z.string().trim().max(40).nullable(),
  phone: z.string().trim().max(40).nullable(),
  section: z.string().trim().max(80),
  sex: Sex.nullable(),
  mode: Mode,
  tableId: TableId.nullable(),
  credentialBy: z.enum(['hand', 'phone', 'none']),
  category: z.enum(categories),
})
export type Voter = z.infer<typeof Voter>

export const OfficerId = idOf('OfficerId')
export const ObjectionId = idOf('ObjectionId')

/** Somebody with a part in the vote; `forWhom` is the slate or organization they represent, if any. */
export const Officer = z.strictObject({
  id: OfficerId,
  role: z.enum(officerRoles),
  tableId: TableId.nullable(),
  name: text(160),
  forWhom: z.string().trim().max(120),
})
export type Officer = z.infer<typeof Officer>

export const Objection = z.strictObject({
  id: ObjectionId,
  voterId: VoterId.nullable(),
  kind: z.enum(objectionKinds),
  says: text(600),
  receivedOn: z.iso.date(),
})
export type Objection = z.infer<typeof Objection>

export const DisputeId = idOf('DisputeId')
export type DisputeId = z.infer<typeof DisputeId>

/** Somebody challenged the vote: before whom, since when, and what they say. The folio and the words stand sealed. */
export const Dispute = z.strictObject({
  id: DisputeId,
  broughtOn: z.iso.date(),
  forum: z.enum(disputeForums),
  folio: z.string().trim().max(60).nullable(),
  says: text(2000),
  fileId: VoteFileId.nullable(),
})
export type Dispute = z.infer<typeof Dispute>

/** How a challenge ended: the vote stands, was annulled, or whoever brought it withdrew. */
export const Settlement = z.strictObject({
  on: z.iso.date(),
  outcome: z.enum(disputeOutcomes),
  says: text(2000),
})
export type Settlement = z.infer<typeof Settlement>

const people = z.int().min(0).max(100_000)

/** What was found for one question: votes of each choice, blank and null ballots. */
export const Tally = z.strictObject({
  questionId: QuestionId,
  votes: z.array(z.strictObject({ choiceId: ChoiceId, votes: people })).max(40),
  blank: people,
  nulled: people,
})
export type Tally = z.infer<typeof Tally>

/**
 * What one counter found at a table: how many signed the roll, ballots received and left over, ballots in the urn, and the
 * tally of each question.
 */
export const Count = z.strictObject({
  signed: people,
  received: people,
  unused: people,
  ballots: people,
  tallies: z.array(Tally).min(1).max(12),
})
export type Count = z.infer<typeof Count>

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Something in the life of an urn; a photograph is cited by its SHA-256 before it has arrived. */
export const UrnEvent = z.strictObject({
  kind: z.enum(urnEventKinds),
  seals: z.array(z.string().trim().min(1).max(40)).max(20),
  ballots: people.nullable(),
  custodian: z.string().trim().max(160).nullable(),
  note: z.string().trim().max(600).nullable(),
  fileId: VoteFileId.nullable(),
  digest: Digest.nullable(),
})
export type UrnEvent = z.infer<typeof UrnEvent>

/** A photograph or paper, sent in parts of at most 24 kB (base64 of 18 kB) so that each fits a phone's outbox. */
export const FilePart = z.strictObject({
  fileId: VoteFileId,
  digest: Digest,
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  parts: z.int().min(1).max(400),
  part: z.int().min(0).max(399),
  content: z.base64().max(24_000),
})
export type FilePart = z.infer<typeof FilePart>

/** The part of an outcome that reads as a row: a choice and its votes, by how they were cast. */
export const JoinedTally = z.strictObject({
  questionId: QuestionId,
  choices: z.array(
    z.strictObject({ id: ChoiceId, text: z.string(), paper: z.int(), electronic: z.int(), total: z.int() }),
  ),
  blank: z.int(),
  nulled: z.int(),
  /** Ballots that say something on this question: the sum of the above. */
  cast: z.int(),
})
export type JoinedTally = z.infer<typeof JoinedTally>

export const Words = z.strictObject({ es: z.string(), en: z.string() })
export type Words = z.infer<typeof Words>

/** What a vote decided: `outcome` by question, with the law's sentences, both readings where it has two. */
export const Outcome = z.strictObject({
  questionId: QuestionId,
  outcome: z.enum(['approved', 'rejected', 'elected', 'tied', 'short_turnout', 'counted']),
  winnerId: ChoiceId.nullable(),
  says: z.array(Words),
})
export type Outcome = z.infer<typeof Outcome>

/** A result as the acta states it: joined over modes, and urn by urn with the digests of the photographed actas. */
export const Result = z.strictObject({
  covered: z.int(),
  paperVoted: z.int(),
  electronicVoted: z.int(),
  tallies: z.array(JoinedTally),
  outcomes: z.array(Outcome),
  urns: z.array(
    z.strictObject({
      number: z.int(),
      place: z.string(),
      signed: z.int(),
      ballots: z.int(),
      tallies: z.array(Tally),
      actas: z.array(Digest),
      /** Counts that two leaders set aside: what each said, and why. Names nobody. */
      setAside: z.array(z.strictObject({ reason: z.string(), count: Count })),
    }),
  ),
  archiveDigest: z.string().nullable(),
})
export type Result = z.infer<typeof Result>

/** How many are on a roll, by mode and by sex; says nothing of anybody. */
export const RollTotals = z.strictObject({
  covered: z.int(),
  paper: z.int(),
  booth: z.int(),
  remote: z.int(),
  women: z.int(),
  men: z.int(),
  otherOrUnknown: z.int(),
})
export type RollTotals = z.infer<typeof RollTotals>
