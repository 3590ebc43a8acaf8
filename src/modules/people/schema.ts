import * as z from 'zod'
import { idOf, ListId } from '#platform/db/brand.ts'

export const PersonId = idOf('PersonId')
export type PersonId = z.infer<typeof PersonId>
export const ImportId = idOf('ImportId')
export type ImportId = z.infer<typeof ImportId>
export const MergeId = idOf('MergeId')

/** What an organizer calls somebody: "la güera de pintura". Never a full name, so it may be seen on a list. */
export const Handle = z.string().trim().min(1).max(60)
export const Sex = z.enum(['woman', 'man', 'other'])
export type Sex = z.infer<typeof Sex>
export const AgeBand = z.enum(['15-29', '30-44', '45-59', '60+'])
export type AgeBand = z.infer<typeof AgeBand>

const optionalText = (most: number) => z.string().trim().max(most).nullable()

/** What identifies somebody; stored encrypted, opened one person at a time, each opening logged. */
export const Identity = z.strictObject({
  name: optionalText(160),
  phone: optionalText(40),
  address: optionalText(240),
  identifier: optionalText(40),
})
export type Identity = z.infer<typeof Identity>

export const Person = z.strictObject({
  id: PersonId,
  handle: Handle,
  listIds: z.array(ListId),
  sex: Sex.nullable(),
  ageBand: AgeBand.nullable(),
  version: z.number().int(),
})
export type Person = z.infer<typeof Person>

/** One row of an imported list, after its columns were mapped. */
export const ImportRow = z.strictObject({
  id: PersonId,
  handle: z.string().trim().max(60).nullable(),
  name: z.string().trim().max(160).nullable(),
  phone: z.string().trim().max(40).nullable(),
  address: z.string().trim().max(240).nullable(),
  identifier: z.string().trim().max(40).nullable(),
  department: z.string().trim().max(80).nullable(),
  shift: z.string().trim().max(80).nullable(),
  route: z.string().trim().max(80).nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** Why a row cannot be imported. */
export const rowProblems = ['empty', 'phone', 'too_long', 'twice_in_file'] as const
export type RowProblem = (typeof rowProblems)[number]

/** Why two records may be one person. */
export const duplicateReasons = ['phone', 'identifier', 'name', 'similar_name'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]
