import * as z from 'zod'
import { idOf, ListId, MembershipId } from '#platform/db/brand.ts'
import { PlantId } from '../companies/schema.ts'
import { PersonId } from '../people/schema.ts'
import { actionKinds, askKinds, concernKinds, promiseKinds, wayKinds } from './words.ts'

export const CampaignId = idOf('CampaignId')
export type CampaignId = z.infer<typeof CampaignId>
export const UnitId = idOf('UnitId')
export type UnitId = z.infer<typeof UnitId>
export const ConversationId = idOf('ConversationId')
export const ActionId = idOf('ActionId')
export const PromiseId = idOf('PromiseId')
export const NextStepId = idOf('NextStepId')
export const TallyId = idOf('TallyId')
export const SheetId = idOf('SheetId')
export type SheetId = z.infer<typeof SheetId>

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date()

/**
 * Where somebody stands, from 1 (organizes others) to 5 (works against it): the scale organizers use on paper
 * (Labor Notes, Secrets of a Successful Organizer).
 */
export const Level = z.int().min(1).max(5)
export type Level = 1 | 2 | 3 | 4 | 5

/** A department, a shift or a bus route: what people there share. */
export const Unit = z.strictObject({
  id: UnitId,
  kind: z.enum(['department', 'shift', 'route']),
  name: z.string().trim().min(1).max(80),
})
export type Unit = z.infer<typeof Unit>

/** How many people one department or one route has on one shift. */
export const Headcount = z.strictObject({
  unitId: UnitId,
  shiftId: UnitId,
  people: z.int().min(0).max(100_000),
  countedOn: Day,
})
export type Headcount = z.infer<typeof Headcount>

export const Placement = z.strictObject({
  departmentId: UnitId.nullable(),
  shiftId: UnitId.nullable(),
  routeId: UnitId.nullable(),
})
export type Placement = z.infer<typeof Placement>

/** A campaign is mapped from headcounts, then organized, then closed with what came of it. */
export const Stage = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('mapping') }),
  z.strictObject({ stage: z.literal('organizing') }),
  z.strictObject({
    stage: z.literal('closed'),
    closedOn: Day,
    outcome: z.enum(['group_formed', 'won', 'lost', 'paused']),
  }),
])
export type Stage = z.infer<typeof Stage>

export const Campaign = z.strictObject({
  id: CampaignId,
  plantId: PlantId,
  plant: z.string(),
  company: z.string(),
  city: z.string(),
  openedOn: Day,
  stage: z.enum(['mapping', 'organizing', 'closed']),
  outcome: z.enum(['group_formed', 'won', 'lost', 'paused']).nullable(),
  version: z.int(),
})
export type Campaign = z.infer<typeof Campaign>

/** Somebody as a list shows them: where they work and where they stand, under the handle. */
export const PlacedPerson = z.strictObject({
  id: PersonId,
  handle: z.string(),
  ...Placement.shape,
  level: Level.nullable(),
  talkedOn: Day.nullable(),
  nextOn: Day.nullable(),
  listIds: z.array(ListId),
})
export type PlacedPerson = z.infer<typeof PlacedPerson>

export const Conversation = z.strictObject({
  id: ConversationId,
  talkedOn: Day,
  authorId: MembershipId,
  level: Level.nullable(),
  concerns: z.array(z.enum(concernKinds)),
  asked: z.enum(askKinds).nullable(),
  way: z.enum(wayKinds).nullable(),
  promised: z.enum(promiseKinds).nullable(),
  note: z.string().nullable(),
})
export type Conversation = z.infer<typeof Conversation>

export const Action = z.strictObject({
  id: ActionId,
  kind: z.enum(actionKinds),
  doneOn: Day,
  authorId: MembershipId,
})
export const StepOutcome = z.enum(['talked', 'no_answer', 'later', 'refused'])
