import * as z from 'zod'
import { leadership, union } from '#platform/access/roles.ts'
import { Token } from '#platform/access/schema.ts'
import { operation } from '#platform/http/operation.ts'
import { TableId, VoteId } from '../schema.ts'
import { BoxId, BoxState, ElectionUuid, Phase, PublicHead, Tracker, TrusteeStep } from './schema.ts'

const led = { may: leadership } as const
const ledFresh = { may: leadership, fresh: true } as const
const seen = { may: union } as const
const anyone = { may: 'anyone' } as const
const Done = z.strictObject({})
const OfBox = z.strictObject({ id: BoxId })
const OfArchive = z.strictObject({ uuid: ElectionUuid })
const megabyte = 1024 * 1024

const TrusteeLink = z.strictObject({ number: z.int(), name: z.string(), token: Token })

const Box = z.strictObject({
  id: BoxId,
  voteId: VoteId,
  uuid: ElectionUuid,
  rehearsal: z.boolean(),
  threshold: z.int(),
  state: BoxState,
  trustees: z.array(z.strictObject({ number: z.int(), name: z.string(), step: TrusteeStep })),
  /** Credentials made, from anywhere and at each table, beside what the frozen roll asks; `asked` is null before the freeze. */
  lots: z.array(z.strictObject({ tableId: TableId.nullable(), made: z.int(), asked: z.int().nullable() })),
  booths: z.array(
    z.strictObject({
      id: z.uuid(),
      tableId: TableId,
      ballots: z.int().nullable(),
      chainHead: z.string().nullable(),
      lostBecause: z.string().nullable(),
    }),
  ),
  head: PublicHead.nullable(),
})
export type Box = z.infer<typeof Box>

/** The electronic box of a vote, as the election commission handles it. */
export const boxesContract = {
  boxes: operation(seen, 'GET', '/votes/{voteId}/boxes')
    .input(z.strictObject({ voteId: VoteId }))
    .output(z.array(Box)),
  create: operation(ledFresh, 'POST', '/votes/{voteId}/boxes')
    .input(
      z.strictObject({
        voteId: VoteId,
        id: BoxId,
        rehearsal: z.boolean(),
        threshold: z.int().min(1).max(15),
        trustees: z.array(z.string().trim().min(1).max(80)).min(1).max(15),
      }),
    )
    .output(z.strictObject({ uuid: ElectionUuid, links: z.array(TrusteeLink) })),
  relink: operation(ledFresh, 'POST', '/boxes/{id}/trustees/{number}/link')
    .input(z.strictObject({ id: BoxId, number: z.coerce.number().int().min(1).max(15) }))
    .output(TrusteeLink),
  discard: operation(ledFresh, 'DELETE', '/boxes/{id}').input(OfBox).output(Done),
  keepCredentials: operation({ ...led, bodyBytes: 64 * megabyte }, 'PUT', '/boxes/{id}/credentials')
    .input(
      z.strictObject({
        id: BoxId,
        /** One list for each table, and one for those who vote from anywhere: sorted public keys as a JSON array. */
        lots: z
          .array(z.strictObject({ tableId: TableId.nullable(), list: z.string().max(60 * megabyte) }))
          .min(1)
          .max(400),
      }),
    )
    .output(z.strictObject({ credentials: z.int() })),
  setUp: operation(ledFresh, 'POST', '/boxes/{id}/setup')
    .input(OfBox)
    .output(z.strictObject({ fingerprint: Tracker })),
  close: operation(ledFresh, 'POST', '/boxes/{id}/closure').input(OfBox).output(Done),
  /** Goes on counting a closed box where it was left, and says how far it is. */
  count: operation(led, 'POST', '/boxes/{id}/count')
    .input(OfBox)
    .output(
      z.strictObject({ phase: Phase, verified: z.int(), ballots: z.int(), unsound: z.string().nullable() }),
    ),
}

export const Standing = z.strictObject({
  uuid: ElectionUuid,
  organization: z.string(),
  rehearsal: z.boolean(),
  /** The exact first document of the archive: name, questions and key. */
  election: z.string(),
  fingerprint: Tracker,
  phase: Phase,
  receives: z.enum(['yes', 'not-yet', 'closed']),
  opensAt: z.date(),
  closesAt: z.date(),
  threshold: z.int(),
  trustees: z.array(z.strictObject({ name: z.string(), decrypted: z.boolean() })),
  credentials: z.int(),
  ballots: z.int(),
  head: PublicHead,
  counted: z.int().nullable(),
  /** For each question, votes of each slot, the blank one first. */
  counts: z.array(z.array(z.int())).nullable(),
})
export type Standing = z.infer<typeof Standing>

/** What anyone may see and copy of a box, without an account. */
export const archiveContract = {
  standing: operation(anyone, 'GET', '/archives/{uuid}').input(OfArchive).output(Standing),
  trackers: operation(anyone, 'GET', '/archives/{uuid}/trackers')
    .input(z.strictObject({ uuid: ElectionUuid, after: z.coerce.number().int().min(0).default(0) }))
    .output(
      z.strictObject({
        trackers: z.array(z.strictObject({ tracker: Tracker, event: z.int(), counts: z.boolean() })),
        next: z.int().nullable(),
      }),
    ),
  find: operation(anyone, 'POST', '/archives/{uuid}/found')
    .input(z.strictObject({ uuid: ElectionUuid, tracker: Tracker }))
    .output(
      z.discriminatedUnion('found', [
        z.strictObject({ found: z.literal(false) }),
        z.strictObject({ found: z.literal(true), event: z.int(), counts: z.boolean() }),
      ]),
    ),
  /** The archive as one file, which `asamblea-verify` and `belenios-tool` read. */
  file: operation(anyone, 'GET', '/archives/{uuid}/file')
    .route({ outputStructure: 'detailed' })
    .input(z.strictObject({ uuid: ElectionUuid, from: z.coerce.number().int().min(0).default(0) }))
    .output(
      z.strictObject({
        headers: z.record(z.string(), z.string()),
        body: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
      }),
    ),
}
