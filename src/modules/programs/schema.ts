import * as z from 'zod'
import { idOf } from '#platform/db/brand.ts'
import { Definition } from '#platform/facts/definition.ts'
import { StateCode } from '../companies/schema.ts'

export const AwardId = idOf('AwardId')
export type AwardId = z.infer<typeof AwardId>
export const IndicatorId = idOf('IndicatorId')
export type IndicatorId = z.infer<typeof IndicatorId>
export const DefinitionId = idOf('DefinitionId')
export type DefinitionId = z.infer<typeof DefinitionId>
export const ReportId = idOf('ReportId')
export type ReportId = z.infer<typeof ReportId>
export const StoryId = idOf('StoryId')
export type StoryId = z.infer<typeof StoryId>
export const AuditId = idOf('AuditId')
export type AuditId = z.infer<typeof AuditId>
export const MappingId = idOf('MappingId')
export type MappingId = z.infer<typeof MappingId>
export const ImportId = idOf('ImportId')
export type ImportId = z.infer<typeof ImportId>
export const StaffId = idOf('StaffId')
export type StaffId = z.infer<typeof StaffId>
export const PartnerId = idOf('PartnerId')
export type PartnerId = z.infer<typeof PartnerId>
export const AnyId = z.uuid()
/** An id of the caller's own making, by which it asks how far long work has come. */
export const Follow = z.uuid().optional()

export const Day = z.iso.date()
export const Line = z.string().trim().min(1).max(200)
export const Currency = z.enum(['USD', 'MXN'])
export const PeriodId = z.string().regex(/^(FY)?\d{4}-[QH][1-4]$/)

/** A sentence or a name in both languages. */
export const Both = z.strictObject({ es: z.string().trim().max(2000), en: z.string().trim().max(2000) })
export type Both = z.infer<typeof Both>
export const BothSaid = z.strictObject({ es: Line, en: Line })

/** Money given to a program by a funder; its total and its end follow from the actions, and are typed nowhere. */
export const Award = z.strictObject({
  id: AwardId,
  code: z.string().trim().min(1).max(20),
  name: Line,
  grantee: Line,
  funderName: Line,
  calendar: z.string().max(40),
  timeZone: z.string().max(60),
  beginsOn: Day,
  sectors: z.array(z.string().max(40)).max(40),
  plannedStates: z.array(StateCode).max(32),
})
export type Award = z.infer<typeof Award>

export const actionKinds = ['obligation', 'extension', 'change'] as const
/** One dated step of an award. Money is in whole cents; an extension names the new last day. */
export const AwardAction = z.strictObject({
  id: AnyId,
  awardId: AwardId,
  kind: z.enum(actionKinds),
  signedOn: Day,
  amountCents: z.int(),
  currency: Currency,
  endsOn: Day.nullable(),
  note: z.string().trim().max(400),
})
export type AwardAction = z.infer<typeof AwardAction>

/** How much one unit of `from` was worth in `to`, on a day, and who said so. */
export const ExchangeRate = z.strictObject({
  id: AnyId,
  onDay: Day,
  from: Currency,
  to: Currency,
  rate: z.string().regex(/^\d{1,6}(\.\d{1,8})?$/),
  source: Line,
})
export type ExchangeRate = z.infer<typeof ExchangeRate>

export const levels = ['objective', 'outcome', 'output'] as const
export const Indicator = z.strictObject({
  id: IndicatorId,
  awardId: AwardId,
  code: z.string().trim().min(1).max(20),
  level: z.enum(levels),
  title: BothSaid,
  position: z.int().min(0).max(1000),
})
export type Indicator = z.infer<typeof Indicator>

/** What an indicator means: words for people, a closed grammar for the count. Signed, it does not change any more. */
export const DefinitionContent = z.strictObject({
  text: BothSaid.extend({ es: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) }),
  counts: z.array(Both).max(20),
  countsNot: z.array(Both).max(20),
  feasibility: Both,
  counted: Definition,
})
export type DefinitionContent = z.infer<typeof DefinitionContent>

export const sides = ['program', 'funder'] as const
export type Side = (typeof sides)[number]

/** One party's word on a version. A letter counts as the signature of whoever has no account here. */
export const Signature = z.strictObject({
  side: z.enum(sides),
  organization: z.string(),
  says: z.discriminatedUnion('says', [
    z.strictObject({ says: z.literal('signed') }),
    z.strictObject({ says: z.literal('disputed'), reason: z.string() }),
  ]),
  by: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('screen'), alias: z.string() }),
    z.strictObject({ by: z.literal('letter'), fileName: z.string(), digest: z.string(), fileId: AnyId }),
  ]),
  at: z.date(),
  /** The content that was signed. */
  digest: z.string(),
})
export type Signature = z.infer<typeof Signature>

export const DefinitionState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft'), missing: z.array(z.enum(sides)) }),
  z.strictObject({ state: z.literal('disputed'), by: z.array(z.enum(sides)) }),
  z.strictObject({ state: z.literal('signed'), at: z.date() }),
  z.strictObject({ state: z.literal('superseded'), byVersion: z.int() }),
])
export type DefinitionState = z.infer<typeof DefinitionState>

/** A number as anybody may read it. A hidden one carries nothing of what it hides. */
export const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown'), value: z.number() }),
  z.strictObject({ kind: z.literal('hidden') }),
  z.strictObject({ kind: z.literal('none') }),
])
export type Value = z.infer<typeof Value>

export const units = [
  'people',
  'records',
  'organizations',
  'hours',
  'minutes',
  'cents',
  'percent',
  'days',
] as const
export type Unit = (typeof units)[number]

/** One figure of one period, protected. `base` is what a ratio is of, or what a duration was measured on. */
export const Figure = z.strictObject({
  unit: z.enum(units),
  value: Value,
  base: Value,
  breakdown: z.array(z.strictObject({ id: z.string(), label: Both })),
  rows: z.array(
    z.strictObject({ at: z.record(z.string(), z.string()), label: z.array(Both), value: Value, base: Value }),
  ),
  note: Both.nullable(),
  /** Where several organizations stand behind it, the same person may be counted in two of them. */
  mayCountTwice: z.boolean(),
  edition: z.int(),
  publishedAt: z.date(),
})
export type Figure = z.infer<typeof Figure>

export const storyConsents = ['role', 'role_sector', 'role_sector_state'] as const
/** What somebody told and what of them may stand under it, agreed until a day. Never a name. */
export const Story = z.strictObject({
  id: StoryId,
  awardId: AwardId,
  title: Line,
  text: z.string().trim().min(1).max(4000),
  language: z.enum(['es', 'en']),
  role: Line,
  sector: z.string().max(40).nullable(),
  stateCode: StateCode.nullable(),
  consent: z.enum(storyConsents),
  audience: z.enum(['own', 'funder', 'public']),
  consentedOn: Day,
  expiresOn: Day,
})
export type Story = z.infer<typeof Story>

export const partnerKinds = ['academic', 'civil_society', 'union', 'worker_center', 'other'] as const
