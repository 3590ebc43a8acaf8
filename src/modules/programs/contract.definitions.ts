import * as z from 'zod'
import { Definition } from '#platform/facts/definition.ts'
import { operation } from '#platform/http/operation.ts'
import { officers, readers, signers } from './roles.ts'
import {
  AnyId,
  AwardId,
  Both,
  Day,
  DefinitionContent,
  DefinitionId,
  DefinitionState,
  Follow,
  Indicator,
  IndicatorId,
  Line,
  levels,
  PeriodId,
  Signature,
  sides,
  Value,
} from './schema.ts'

const managed = { may: officers } as const
const seen = { may: readers } as const
const signed = { may: signers, fresh: true } as const
const Done = z.strictObject({})
const Of = z.strictObject({ id: DefinitionId })

/** A file that somebody chose: up to four megabytes, as base64. */
export const Upload = z.strictObject({
  fileName: Line,
  mediaType: z.string().max(100),
  base64: z.base64().max(5_600_000),
})
const withFile = 6_000_000

const Target = z.strictObject({ period: PeriodId, value: z.number(), cumulative: z.boolean() })
const Version = z.strictObject({
  id: DefinitionId,
  version: z.int(),
  state: DefinitionState,
  digest: z.string(),
})

export const Problem = z.strictObject({
  problem: z.enum([
    'unknown_kind',
    'unknown_dimension',
    'no_people',
    'no_quantity',
    'kept_inside',
    'never_shared',
    'ended_otherwise',
    'cut_twice',
    'two_ways',
    'mean_subtracts',
    'beside',
  ]),
  name: z.string(),
  text: Both,
})

/** Definitions as both parties see them; every operation answers only the parties. */
export const definitionsContract = {
  indicators: operation(managed, 'GET', '/programs/awards/{awardId}/indicators')
    .input(z.strictObject({ awardId: AwardId }))
    .output(
      z.array(z.strictObject({ ...Indicator.shape, targets: z.array(Target), versions: z.array(Version) })),
    ),
  keepIndicator: operation(managed, 'PUT', '/programs/indicators/{id}').input(Indicator).output(Done),
  keepTarget: operation(managed, 'PUT', '/programs/indicators/{indicatorId}/targets/{period}')
    .input(z.strictObject({ indicatorId: IndicatorId, ...Target.shape }))
    .output(Done),
  /** What a definition may be made of: kinds of fact with their dimensions, in words. */
  grammar: operation(seen, 'GET', '/programs/grammar').output(
    z.strictObject({
      kinds: z.array(
        z.strictObject({
          kind: z.string(),
          label: Both,
          dimensions: z.array(z.string()),
          people: z.boolean(),
          quantity: z.string().nullable(),
          tier: z.int(),
        }),
      ),
      dimensions: z.array(
        z.strictObject({
          id: z.string(),
          label: Both,
          values: z.array(z.strictObject({ id: z.string(), label: Both })),
        }),
      ),
    }),
  ),
  /** A definition while it is written: its sentence in both languages, and why it cannot be counted, or not beside what is. */
  checkDefinition: operation(seen, 'POST', '/programs/definition-checks')
    .input(z.strictObject({ counted: Definition, indicatorId: IndicatorId.optional() }))
    .output(z.strictObject({ words: Both, problems: z.array(Problem) })),
  /** Makes a version of an indicator's definition, or changes one that nobody has signed or disputed yet. */
  draftDefinition: operation(managed, 'PUT', '/programs/definitions/{id}')
    .input(z.strictObject({ id: DefinitionId, indicatorId: IndicatorId, content: DefinitionContent }))
    .output(z.strictObject({ version: z.int(), digest: z.string() })),
  /** Every version that this organization is a party to, the newest first. */
  definitions: operation(seen, 'GET', '/programs/definitions').output(
    z.array(
      z.strictObject({
        ...Version.shape,
        indicatorId: IndicatorId,
        code: z.string(),
        title: Both,
        level: z.enum(levels),
        awardName: z.string(),
        programName: z.string(),
        funderName: z.string(),
        /** The side this organization is on, and whether its word is still missing. */
        side: z.enum(sides),
        yourTurn: z.boolean(),
      }),
    ),
  ),
  definition: operation(seen, 'GET', '/programs/definitions/{id}')
    .input(Of)
    .output(
      z.strictObject({
        ...Version.shape,
        indicatorId: IndicatorId,
        code: z.string(),
        title: Both,
        level: z.enum(levels),
        awardName: z.string(),
        programName: z.string(),
        funderName: z.string(),
        funderLinked: z.boolean(),
        side: z.enum(sides),
        yourTurn: z.boolean(),
        content: DefinitionContent,
        words: Both,
        readings: z.array(
          z.strictObject({ side: z.enum(sides), organization: z.string(), text: z.string(), at: z.date() }),
        ),
        signatures: z.array(Signature),
        versions: z.array(Version),
      }),
    ),
  keepReading: operation({ may: signers }, 'PUT', '/programs/definitions/{id}/reading')
    .input(z.strictObject({ id: DefinitionId, text: z.string().trim().min(1).max(4000) }))
    .output(Done),
  /** `digest` is what the signer had on the screen: a version changed meanwhile is not signed. */
  signDefinition: operation(signed, 'POST', '/programs/definitions/{id}/signature')
    .input(z.strictObject({ id: DefinitionId, digest: z.string().length(64) }))
    .output(Done),
  disputeDefinition: operation({ may: signers }, 'POST', '/programs/definitions/{id}/dispute')
    .input(z.strictObject({ id: DefinitionId, reason: z.string().trim().min(1).max(2000) }))
    .output(Done),
  /** The word of a funder that has no organization here, from its letter. */
  signByLetter: operation(
    { may: officers, fresh: true, bodyBytes: withFile },
    'POST',
    '/programs/definitions/{id}/letter',
  )
    .input(
      z.strictObject({
        id: DefinitionId,
        digest: z.string().length(64),
        says: z.enum(['signed', 'disputed']),
        reason: z.string().trim().max(2000),
        letter: Upload,
      }),
    )
    .output(Done),
  file: operation(seen, 'GET', '/programs/files/{id}')
    .input(z.strictObject({ id: AnyId }))
    .output(z.instanceof(Blob)),
  /** Every past period under the version in force and under this one, protected, before anyone agrees. Takes some seconds. */
  impact: operation(managed, 'POST', '/programs/definitions/{id}/impact')
    .input(Of.extend({ follow: Follow }))
    .output(
      z.strictObject({
        against: z.int().nullable(),
        periods: z.array(
          z.strictObject({
            period: PeriodId,
            label: Both,
            since: Day,
            until: Day,
            before: Value,
            beforeBase: Value,
            after: Value,
            afterBase: Value,
            withheld: Both.nullable(),
          }),
        ),
      }),
    ),
}
