import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { SharingId } from '../organizations/schema.ts'
import { Upload } from './contract.definitions.ts'
import { officers, readers, showers } from './roles.ts'
import {
  AnyId,
  AwardId,
  Both,
  Day,
  DefinitionId,
  DefinitionState,
  Figure,
  Follow,
  IndicatorId,
  Line,
  levels,
  PeriodId,
  units,
  Value,
} from './schema.ts'

const managed = { may: officers } as const
const seen = { may: readers } as const
const Done = z.strictObject({})
const InPeriod = z.strictObject({ awardId: AwardId, period: PeriodId })

/** A number from outside with its document; it is never counted with ours, and looks different everywhere. */
export const Declared = z.strictObject({
  id: AnyId,
  value: z.number(),
  base: z.number().nullable(),
  unit: z.enum(units),
  source: Line,
  fileId: AnyId,
  fileName: z.string(),
  digest: z.string(),
  declaredAt: z.date(),
})

export const FigureSeen = z.strictObject({
  indicatorId: IndicatorId,
  code: z.string(),
  title: Both,
  level: z.enum(levels),
  definition: z
    .strictObject({ id: DefinitionId, version: z.int(), digest: z.string(), state: DefinitionState })
    .nullable(),
  words: Both.nullable(),
  /** What was counted and protected; `null` before it was published for this period. */
  figure: Figure.nullable(),
  /** Why nothing could be published, in a sentence. */
  withheld: Both.nullable(),
  declared: z.array(Declared),
  target: z.strictObject({ value: z.number(), cumulative: z.boolean() }).nullable(),
  /** What is held against the target: this period's, or all since the award began where the target says so. */
  achieved: Value,
  /** Achieved in relation to target, 1 is all of it; `null` where either is unknown. */
  share: z.number().nullable(),
  /** Facts that it may count arrived after it was published, before today. */
  stale: z.boolean(),
})

const OwnRecord = z.strictObject({
  id: AnyId,
  kind: z.string(),
  label: Both,
  happenedOn: Day,
  source: z.string(),
  recordId: AnyId,
  quantity: z.number().nullable(),
  at: z.array(z.strictObject({ dimension: Both, value: Both })),
})

export const figuresContract = {
  figures: operation(managed, 'GET', '/programs/awards/{awardId}/figures/{period}')
    .input(InPeriod)
    .output(z.strictObject({ period: Both, since: Day, until: Day, figures: z.array(FigureSeen) })),
  /** Counts every indicator of the award anew, protects it together with all that was ever published, and keeps it. Takes some seconds. */
  publishFigures: operation(managed, 'POST', '/programs/awards/{awardId}/figures/{period}')
    .input(InPeriod.extend({ follow: Follow }))
    .output(z.strictObject({ published: z.int(), withheld: z.int() })),
  /** How far the caller's own long work has come, while it runs. */
  progress: operation(seen, 'GET', '/programs/progress/{id}')
    .input(z.strictObject({ id: AnyId }))
    .output(
      z
        .strictObject({ doing: z.enum(['counting', 'drawing', 'setting']), done: z.int(), of: z.int() })
        .nullable(),
    ),
  /** What stands behind a figure as far as the reader's rights go. */
  openFigure: operation(managed, 'GET', '/programs/indicators/{indicatorId}/figures/{period}')
    .input(z.strictObject({ indicatorId: IndicatorId, period: PeriodId }))
    .output(
      z.strictObject({
        ...FigureSeen.shape,
        periodLabel: Both,
        text: Both.nullable(),
        counts: z.array(Both),
        countsNot: z.array(Both),
        /** How much of it is of which kind, where another organization's records are behind it. */
        evidence: z.array(z.strictObject({ kind: z.string(), label: Both, facts: Value })),
        /** The organization's own facts behind it, fifty at a time. */
        own: z.array(OwnRecord),
        ownNext: z.strictObject({ happenedOn: Day, id: AnyId }).nullable(),
        history: z.array(z.strictObject({ edition: z.int(), value: Value, publishedAt: z.date() })),
      }),
    ),
  ownRecords: operation(managed, 'POST', '/programs/indicators/{indicatorId}/own-records')
    .input(
      z.strictObject({
        indicatorId: IndicatorId,
        period: PeriodId,
        after: z.strictObject({ happenedOn: Day, id: AnyId }),
      }),
    )
    .output(
      z.strictObject({
        own: z.array(OwnRecord),
        ownNext: z.strictObject({ happenedOn: Day, id: AnyId }).nullable(),
      }),
    ),
  declareValue: operation({ may: officers, bodyBytes: 6_000_000 }, 'PUT', '/programs/declared-values/{id}')
    .input(
      z.strictObject({
        id: AnyId,
        indicatorId: IndicatorId,
        period: PeriodId,
        value: z.number(),
        base: z.number().nullable(),
        unit: z.enum(units),
        source: Line,
        document: Upload,
      }),
    )
    .output(Done),
  removeDeclared: operation(managed, 'DELETE', '/programs/declared-values/{id}')
    .input(z.strictObject({ id: AnyId }))
    .output(Done),
  /** What a union shares under an agreement, counted for itself: its own whole numbers, which nobody else sees. */
  mine: operation({ may: showers }, 'GET', '/programs/mine/{sharingId}')
    .input(z.strictObject({ sharingId: SharingId, since: Day, until: Day }))
    .output(
      z.array(
        z.strictObject({
          kind: z.string(),
          label: Both,
          facts: z.int(),
          people: z.int().nullable(),
          /** What its records add up to, where each carries a quantity. */
          amount: z.strictObject({ value: z.number(), unit: z.enum(units) }).nullable(),
        }),
      ),
    ),
  /** The words of dimensions and their values, for the tables of figures. */
  labels: operation(seen, 'GET', '/programs/labels').output(
    z.array(z.strictObject({ id: z.string(), label: Both, values: z.record(z.string(), Both) })),
  ),
}
