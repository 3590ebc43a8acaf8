import * as z from 'zod'
import { DeviceId, ListId, MembershipId, OrgId } from '../db/brand.ts'
import { isTimeZone } from '../text/day.ts'
import { roles } from './roles.ts'

export const Role = z.enum(roles)
export const OrganizationKind = z.enum(['union', 'program', 'funder', 'center'])

/** How colleagues see somebody: a first name or a nickname, never more. */
export const Alias = z.string().trim().min(1).max(60)
export const Login = z
  .string()
  .trim()
  .min(3)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
export const Password = z.string().min(1).max(200)
/** 43 characters of base64url: 256 random bits. */
export const Token = z.string().regex(/^[\w-]{43}$/)
export const TimeZone = z.string().max(60).refine(isTimeZone).meta({ title: 'TimeZone' })
export const Label = z.string().trim().min(1).max(60)
/** What a browser's passkey functions hand over; verified, never stored whole. */
export const PasskeyResponse = z.record(z.string(), z.unknown())

export const Membership = z.strictObject({
  orgId: OrgId,
  name: z.string(),
  kind: OrganizationKind,
  timeZone: z.string(),
  membershipId: MembershipId,
  role: Role,
  alias: z.string(),
})
export type Membership = z.infer<typeof Membership>

export const Member = z.strictObject({
  id: MembershipId,
  role: Role,
  alias: z.string(),
  joinedAt: z.date(),
  lists: z.array(ListId),
  devices: z.number().int(),
})
export type Member = z.infer<typeof Member>

export const Device = z.strictObject({
  id: DeviceId,
  membershipId: MembershipId,
  label: z.string(),
  enrolledAt: z.date(),
  seenAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
})

/** What a phone is given once, when it is enrolled. */
export const Enrolled = z.strictObject({
  orgId: OrgId,
  membershipId: MembershipId,
  deviceId: DeviceId,
  /** Opens a session; the phone keeps it under the PIN. */
  secret: Token,
  /** May only deliver what was written offline. */
  send: Token,
  /** The server's X25519 public key, base64url; the phone pins it. */
  courierKey: z.string(),
})
export type Enrolled = z.infer<typeof Enrolled>
