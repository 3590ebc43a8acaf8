import * as z from 'zod'
import { idOf, MembershipId, OrgId } from '#platform/db/brand.ts'
import { committeeKinds } from './words.ts'

export const CommitteeId = idOf('CommitteeId')
export type CommitteeId = z.infer<typeof CommitteeId>
export const LeaderId = idOf('LeaderId')
export type LeaderId = z.infer<typeof LeaderId>
export const SharingId = idOf('SharingId')
export type SharingId = z.infer<typeof SharingId>

const Day = z.iso.date()

/** A group of leaders. It counts as formed from the day the agreed criteria were first met. */
export const Committee = z.strictObject({
  id: CommitteeId,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(committeeKinds),
  stateCode: z.string().regex(/^\d\d$/),
  sector: z.string().max(40),
  begunOn: Day,
  actaOn: Day.nullable(),
})
export type Committee = z.infer<typeof Committee>

/** Somebody in a post. Sex and age band only with their consent, for the statutory gender proportion. */
export const Leader = z.strictObject({
  id: LeaderId,
  committeeId: CommitteeId,
  alias: z.string().trim().min(1).max(60),
  post: z.string().trim().min(1).max(80),
  sex: z.enum(['woman', 'man', 'other']).nullable(),
  ageBand: z.enum(['15-29', '30-44', '45-59', '60+']).nullable(),
  namedOn: Day,
})
export type Leader = z.infer<typeof Leader>

export const Criteria = z.strictObject({ leastLeaders: z.int().min(1).max(100), needsActa: z.boolean() })
export type Criteria = z.infer<typeof Criteria>

/** What one organization lets another count: in which kinds, in what detail, since when. Never a name. */
export const Sharing = z.strictObject({
  id: SharingId,
  giverId: OrgId,
  giverName: z.string(),
  receiverId: OrgId,
  receiverName: z.string(),
  purpose: z.string(),
  kinds: z.array(z.string()),
  dimensions: z.array(z.string()),
  factsFrom: Day,
  factsUntil: Day.nullable(),
  proposedAt: z.date(),
  signedAt: z.date().nullable(),
  signedBy: MembershipId.nullable(),
  withdrawnAt: z.date().nullable(),
})
export type Sharing = z.infer<typeof Sharing>
