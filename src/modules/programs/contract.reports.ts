import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { officers, readers } from './roles.ts'
import { AwardId, Both, Follow, PeriodId, ReportId, StoryId, units, Value } from './schema.ts'

const managed = { may: officers } as const
const seen = { may: readers } as const
const Done = z.strictObject({})
const Of = z.strictObject({ id: ReportId })

/** Where a report stands. A submitted one is frozen; a restatement is another edition beside it. */
export const ReportState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft') }),
  z.strictObject({ state: z.literal('submitted'), at: z.date(), digest: z.string() }),
  z.strictObject({ state: z.literal('restated'), at: z.date(), digest: z.string(), edition: z.int() }),
])

const Preview = z.discriminatedUnion('shows', [
  z.strictObject({
    shows: z.literal('table'),
    caption: z.string(),
    headers: z.array(z.string()),
    /** Which columns hold numbers. */
    ends: z.array(z.boolean()),
    rows: z.array(z.array(z.string())),
    /** Rows that stand on paper beyond these. */
    more: z.int(),
  }),
  z.strictObject({
    shows: z.literal('numbers'),
    items: z.array(z.strictObject({ value: z.string(), label: z.string(), detail: z.string() })),
  }),
])

const Block = z.strictObject({
  block: z.string(),
  title: Both,
  kind: z.enum(['text', 'evidence']),
  /** What a person writes for it in each language. */
  text: Both,
  /** What to write here. */
  help: Both,
  /** What the record already says in it. */
  preview: z.strictObject({ es: z.array(Preview), en: z.array(Preview) }),
})

const Lack = z.strictObject({
  lack: z.enum([
    'no_figure',
    'stale_figure',
    'unsigned_definition',
    'no_text',
    'expired_story',
    'no_variance',
    'unknown_block',
  ]),
  name: z.string(),
  text: Both,
  /** Whether it stands in the way of submitting. */
  stops: z.boolean(),
})

const Difference = z.strictObject({
  code: z.string(),
  title: Both,
  part: Both.nullable(),
  unit: z.enum(units),
  before: Value,
  after: Value,
})

const Edition = z.strictObject({
  edition: z.int(),
  submittedAt: z.date(),
  submittedBy: z.string(),
  digest: z.string(),
  lastFact: z.int(),
  differences: z.array(Difference),
})

export const ReportSeen = z.strictObject({
  id: ReportId,
  awardId: AwardId,
  awardName: z.string(),
  period: PeriodId,
  periodLabel: Both,
  template: z.string(),
  templateName: Both,
  state: ReportState,
})

export const formats = ['pdf', 'docx', 'html', 'xlsx', 'csv'] as const
export const papers = ['report', 'assembly', 'data'] as const

export const reportsContract = {
  templates: operation(seen, 'GET', '/programs/templates').output(
    z.array(
      z.strictObject({
        code: z.string(),
        name: Both,
        blocks: z.array(z.string()),
        problems: z.array(z.string()),
      }),
    ),
  ),
  reports: operation(managed, 'GET', '/programs/reports').output(z.array(ReportSeen)),
  startReport: operation(managed, 'PUT', '/programs/reports/{id}')
    .input(z.strictObject({ id: ReportId, awardId: AwardId, period: PeriodId, template: z.string().max(40) }))
    .output(Done),
  report: operation(managed, 'GET', '/programs/reports/{id}')
    .input(Of)
    .output(
      z.strictObject({
        ...ReportSeen.shape,
        blocks: z.array(Block),
        /** Indicators of the award: what a person says of each one's variance. */
        /** `isOff`: far enough from its target to need a sentence. */
        variances: z.array(z.strictObject({ code: z.string(), title: Both, text: Both, isOff: z.boolean() })),
        stories: z.array(StoryId),
        lacks: z.array(Lack),
        editions: z.array(Edition),
      }),
    ),
  /** `section` is a block of the template, or `variance:CODE` of an indicator. */
  keepText: operation(managed, 'PUT', '/programs/reports/{id}/texts/{section}')
    .input(
      z.strictObject({
        id: ReportId,
        section: z.string().max(60),
        text: z.strictObject({ es: z.string().max(20_000), en: z.string().max(20_000) }),
      }),
    )
    .output(Done),
  chooseStories: operation(managed, 'PUT', '/programs/reports/{id}/stories')
    .input(z.strictObject({ id: ReportId, stories: z.array(StoryId).max(12) }))
    .output(Done),
  /** Freezes figures, texts and stories under one digest. */
  submitReport: operation({ may: officers, fresh: true }, 'POST', '/programs/reports/{id}/submission')
    .input(Of.extend({ follow: Follow }))
    .output(z.strictObject({ edition: z.int(), digest: z.string() })),
  /** A new edition with what arrived late; refused when nothing differs. */
  restateReport: operation({ may: officers, fresh: true }, 'POST', '/programs/reports/{id}/restatement')
    .input(Of.extend({ follow: Follow }))
    .output(z.strictObject({ edition: z.int(), digest: z.string(), differences: z.array(Difference) })),
  /** Counts the frozen facts again: `same` when every figure of the edition comes out as it did. */
  remakeReport: operation(managed, 'POST', '/programs/reports/{id}/remakes')
    .input(z.strictObject({ id: ReportId, edition: z.int(), follow: Follow }))
    .output(
      z.strictObject({
        digest: z.string(),
        same: z.boolean(),
        figures: z.int(),
        differing: z.array(z.string()),
        /** Agreements signed or withdrawn since: then nothing is counted again, and what was issued stays. */
        changed: z.int(),
      }),
    ),
  /** Submitted reports that this organization is a party to: what a funder sees. */
  issued: operation(seen, 'GET', '/programs/issued').output(
    z.array(
      z.strictObject({
        ...ReportSeen.pick({ id: true, awardName: true, period: true, periodLabel: true, templateName: true })
          .shape,
        edition: z.int(),
        programName: z.string(),
        submittedAt: z.date(),
        digest: z.string(),
      }),
    ),
  ),
  /** The paper itself. Without `edition` the draft, stamped as one. */
  download: operation(seen, 'GET', '/programs/reports/{id}/files')
    .input(
      z.strictObject({
        id: ReportId,
        edition: z.coerce.number<number>().int().optional(),
        paper: z.enum(papers),
        format: z.enum(formats),
        language: z.enum(['es', 'en']),
        follow: Follow,
      }),
    )
    .output(z.instanceof(Blob)),
}
