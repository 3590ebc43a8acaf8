import * as z from 'zod'
import { leadership } from '#platform/access/roles.ts'
import { MembershipId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { PersonId } from '../people/schema.ts'
import { CampaignId, Placement, SheetId, UnitId } from './schema.ts'
import { sheetPurposes } from './words.ts'

const led = { may: leadership } as const
const Done = z.strictObject({})

/** People by where they work. */
export const InUnits = z.strictObject({
  departmentId: UnitId.optional(),
  shiftId: UnitId.optional(),
  routeId: UnitId.optional(),
})
const Filter = z.strictObject({
  ...InUnits.shape,
  level: z.int().min(1).max(5).optional(),
  silent: z.boolean().optional(),
  text: z.string().max(60).optional(),
})
const OfSheet = z.strictObject({ id: CampaignId, sheetId: SheetId })

/** Many names at once: asked for by one person, approved by another, opened once. */
export const sheetOperations = {
  /** Requests for many names at once, and what came of them. */
  sheets: operation(led, 'GET', '/campaigns/{id}/sheets')
    .input(z.strictObject({ id: CampaignId }))
    .output(
      z.array(
        z.strictObject({
          id: SheetId,
          purpose: z.enum(sheetPurposes),
          filter: Filter,
          people: z.int(),
          reason: z.string(),
          askedBy: MembershipId,
          askedAt: z.date(),
          grantedBy: MembershipId.nullable(),
          refused: z.boolean(),
          expiresAt: z.date(),
          openedAt: z.date().nullable(),
        }),
      ),
    ),
  askSheet: operation(led, 'PUT', '/campaigns/{id}/sheets/{sheetId}')
    .input(
      z.strictObject({
        ...OfSheet.shape,
        purpose: z.enum(sheetPurposes),
        reason: z.string().trim().min(1).max(200),
        filter: Filter,
      }),
    )
    .output(Done),
  /** Opens the names that another person approved: once, and a line in the access log for each. */
  openSheet: operation({ ...led, fresh: true }, 'POST', '/campaigns/{id}/sheets/{sheetId}/opening')
    .input(OfSheet)
    .output(
      z.array(
        z.strictObject({
          id: PersonId,
          handle: z.string(),
          ...Placement.shape,
          name: z.string().nullable(),
          phone: z.string().nullable(),
          address: z.string().nullable(),
        }),
      ),
    ),
}
