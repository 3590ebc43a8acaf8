import * as z from 'zod'
import { field, leadership } from '#platform/access/roles.ts'
import { ListId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import {
  AgeBand,
  duplicateReasons,
  Handle,
  Identity,
  ImportId,
  ImportRow,
  MergeId,
  Person,
  PersonId,
  Sex,
} from './schema.ts'

const inField = { may: field } as const
const led = { may: leadership } as const
const Done = z.strictObject({})
const HeadersDigest = z.string().regex(/^[0-9a-f]{64}$/)

/** People a union talks to, what identifies them, and who among them is one person twice. */
export const peopleContract = {
  get: operation(inField, 'GET', '/people/{id}')
    .input(z.strictObject({ id: PersonId }))
    .output(Person),
  change: operation(inField, 'PATCH', '/people/{id}')
    .input(
      z.strictObject({
        id: PersonId,
        version: z.number().int().positive(),
        handle: Handle,
        sex: Sex.nullable(),
        ageBand: AgeBand.nullable(),
      }),
    )
    .output(Person),
  /** Opens the identity of one person; written to the access log, and capped by day. */
  open: operation(inField, 'POST', '/people/{id}/opening')
    .input(z.strictObject({ id: PersonId }))
    .output(Identity),
  keepIdentity: operation(inField, 'PUT', '/people/{id}/identity')
    .input(z.strictObject({ id: PersonId, ...Identity.shape }))
    .output(Done),
  assign: operation({ ...led, bodyBytes: 1_000_000 }, 'PUT', '/people/lists')
    .input(
      z.strictObject({ ids: z.array(PersonId).min(1).max(20_000), listIds: z.array(ListId).min(1).max(50) }),
    )
    .output(Done),
  erase: operation({ ...led, fresh: true }, 'DELETE', '/people/{id}')
    .input(z.strictObject({ id: PersonId }))
    .output(Done),
  duplicates: operation(led, 'GET', '/people/duplicates').output(
    z.array(
      z.strictObject({
        one: PersonId,
        other: PersonId,
        oneHandle: z.string(),
        otherHandle: z.string(),
        reason: z.enum(duplicateReasons),
      }),
    ),
  ),
  notDuplicates: operation(led, 'POST', '/people/distinct-pairs')
    .input(z.strictObject({ one: PersonId, other: PersonId }))
    .output(Done),
  merges: operation(led, 'GET', '/people/merges').output(
    z.array(z.strictObject({ id: MergeId, mergedAt: z.date(), kept: z.string(), gone: z.string() })),
  ),
  findRows: operation({ ...led, bodyBytes: 2_000_000 }, 'POST', '/people/import-matches')
    .input(z.strictObject({ rows: z.array(ImportRow).min(1).max(2_000) }))
    .output(
      z.array(
        z.strictObject({
          row: PersonId,
          personId: PersonId,
          handle: z.string(),
          reason: z.enum(duplicateReasons),
        }),
      ),
    ),
  mapping: operation(led, 'GET', '/people/import-mappings/{digest}')
    .input(z.strictObject({ digest: HeadersDigest }))
    .output(z.strictObject({ columns: z.record(z.string(), z.string()).nullable() })),
  keepMapping: operation(led, 'PUT', '/people/import-mappings/{digest}')
    .input(
      z.strictObject({ digest: HeadersDigest, columns: z.record(z.string().max(40), z.string().max(200)) }),
    )
    .output(Done),
  imports: operation(led, 'GET', '/people/imports').output(
    z.array(
      z.strictObject({
        id: ImportId,
        status: z.enum(['open', 'done', 'undone']),
        source: z.string(),
        expected: z.number().int(),
        added: z.number().int(),
        leftOut: z.number().int(),
        createdAt: z.date(),
      }),
    ),
  ),
}
