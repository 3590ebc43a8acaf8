import * as z from 'zod'
import { operation } from '#platform/http/operation.ts'
import { showers, verifiers } from './roles.ts'
import { AnyId, AuditId, Both, Day, IndicatorId, PeriodId } from './schema.ts'

const verified = { may: verifiers } as const
const shown = { may: showers } as const
const Done = z.strictObject({})

const outcomes = ['waiting', 'shown', 'match', 'mismatch', 'not_shown'] as const
const Title = { code: z.string(), title: Both, period: PeriodId, periodLabel: Both } as const

export const auditsContract = {
  /** What may be audited at all, and how large a sample may be: at most one in five of the facts that a figure tells of. */
  auditable: operation(verified, 'GET', '/programs/audits/figures').output(
    z.array(z.strictObject({ ...Title, indicatorId: IndicatorId, awardName: z.string(), most: z.int() })),
  ),
  /** What a verifier sees of an audit, and the program whose figure it is: counts and outcomes, never a record. */
  audits: operation(verified, 'GET', '/programs/audits').output(
    z.array(
      z.strictObject({
        ...Title,
        id: AuditId,
        verifierName: z.string(),
        programName: z.string(),
        /** Whether the reader's organization drew it, and so signs what came of it. */
        yours: z.boolean(),
        seed: z.string(),
        drawnAt: z.date(),
        size: z.int(),
        organizations: z.array(
          z.strictObject({
            /** `null` stands for all that have not shown themselves yet to a verifier who is not the program. */
            name: z.string().nullable(),
            items: z.array(z.strictObject({ id: AnyId, outcome: z.enum(outcomes) })),
          }),
        ),
      }),
    ),
  ),
  drawAudit: operation({ may: verifiers, fresh: true }, 'PUT', '/programs/audits/{id}')
    .input(
      z.strictObject({
        id: AuditId,
        indicatorId: IndicatorId,
        period: PeriodId,
        size: z.int().min(1).max(60),
      }),
    )
    .output(z.strictObject({ drawn: z.int(), seed: z.string() })),
  /** What an organization is asked to show: its own records, on its own screen. */
  asked: operation(shown, 'GET', '/programs/asked').output(
    z.array(
      z.strictObject({
        id: AnyId,
        askedBy: z.string(),
        /** The program whose figure is checked, where somebody else checks it. */
        through: z.string().nullable(),
        title: Both,
        periodLabel: Both,
        drawnAt: z.date(),
        outcome: z.enum(outcomes),
        kind: z.string(),
        label: Both,
        happenedOn: Day,
        quantity: z.number().nullable(),
        at: z.array(z.strictObject({ dimension: Both, value: Both })),
        /** Which record of the organization's own it is, as far as the reader reaches. */
        record: z.strictObject({ line: z.string(), opensAt: z.string().nullable() }).nullable(),
      }),
    ),
  ),
  /** The officer has the record on the screen and shows it, or says that there is none to show. */
  showRecord: operation(shown, 'POST', '/programs/asked/{id}/showing')
    .input(z.strictObject({ id: AnyId, shown: z.boolean() }))
    .output(Done),
  /** The verifier signs what it saw; a record that was not shown can only be a mismatch. */
  settleItem: operation(verified, 'POST', '/programs/audits/items/{id}')
    .input(z.strictObject({ id: AnyId, outcome: z.enum(['match', 'mismatch']) }))
    .output(Done),
}
