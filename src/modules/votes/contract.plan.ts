import * as z from 'zod'
import { leadership, owners, union } from '#platform/access/roles.ts'
import { operation } from '#platform/http/operation.ts'
import { electronicModes } from './rules.modes.ts'
import {
  Mode,
  RollTotals,
  VoteDraft,
  VoteFileId,
  VoteId,
  VoteKind,
  VoteState,
  VoteTable,
  Words,
} from './schema.ts'

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
  /** When its roll and every other name was destroyed, its time being up. */
  destroyedOn: z.iso.date().nullable(),
  /** Whether a challenge is not settled: until then nothing of it is destroyed. */
  challenged: z.boolean(),
  files: z.array(z.strictObject({ id: VoteFileId, digest: z.string(), complete: z.boolean() })),
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
  mark: Words,
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
      mark: Words,
      says: Words,
      todo: Words.nullable(),
      absence: Words.nullable(),
      effect: z.enum(['void', 'loss', 'sanction', 'delay', 'warning', 'none']),
    }),
  ),
  missing: z.array(z.string()),
  blocked: z.boolean(),
  remote: z.strictObject({
    allowed: z.boolean(),
    says: z.array(Words),
    modes: z.array(
      z.strictObject({ mode: z.enum(electronicModes), on: z.boolean(), readings: z.array(Words) }),
    ),
  }),
  events: z.array(
    z.strictObject({
      event: z.string(),
      name: Words,
      on: z.iso.date().nullable(),
      folio: z.string().nullable(),
      fileId: VoteFileId.nullable(),
    }),
  ),
})

/** Preparing a vote: its draft, its plan by the law, what was done of it, and its call. */
export const planContract = {
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
        modes: z.array(z.enum(electronicModes)).max(2),
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
        modes: z.array(z.enum(electronicModes)).max(2),
        fileId: VoteFileId.nullable(),
      }),
    )
    .output(Done),
  call: operation(led, 'POST', '/votes/{id}/call').input(OnDay).output(Done),
}
