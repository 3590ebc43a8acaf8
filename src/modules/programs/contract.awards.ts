import * as z from 'zod'
import { Token } from '#platform/access/schema.ts'
import { operation } from '#platform/http/operation.ts'
import { StateCode } from '../companies/schema.ts'
import { officers, readers } from './roles.ts'
import {
  AnyId,
  Award,
  AwardAction,
  AwardId,
  Day,
  ExchangeRate,
  Line,
  PartnerId,
  partnerKinds,
  StaffId,
} from './schema.ts'

const managed = { may: officers } as const
const seen = { may: readers } as const
const Done = z.strictObject({})
const OfAward = z.strictObject({ awardId: AwardId })

const Money = z.strictObject({ currency: z.string(), amountCents: z.int() })

export const AwardSeen = z.strictObject({
  ...Award.shape,
  /** The funder has an organization here and signs on its own screen; else by letter. */
  funderLinked: z.boolean(),
  actions: z.array(AwardAction),
  total: z.array(Money),
  endsOn: Day.nullable(),
  /** States with work recorded in them, whatever was planned. */
  activeStates: z.array(z.strictObject({ stateCode: StateCode, name: z.string(), since: Day, until: Day })),
})

const Period = z.strictObject({
  id: z.string(),
  es: z.string(),
  en: z.string(),
  since: Day,
  until: Day,
  open: z.boolean(),
})

const Work = z.strictObject({
  id: AnyId,
  awardId: AwardId,
  kind: z.enum(['done', 'asked']),
  onDay: Day,
  stateCode: StateCode,
  sector: z.string().max(40),
  topic: z.string().max(60),
  title: Line,
})

/** Awards and their money, the team and the partners; the other parts have contracts of their own. */
export const awardsContract = {
  awards: operation(seen, 'GET', '/programs/awards').output(z.array(AwardSeen)),
  /** Both programs at once: nothing counted twice that is one. */
  overview: operation(seen, 'GET', '/programs/overview').output(
    z.strictObject({
      total: z.array(Money),
      /** The whole total in one currency, where a rate of that day or before is known; else `null`. */
      inUsdCents: z.int().nullable(),
      states: z.strictObject({ any: z.array(StateCode), shared: z.array(StateCode) }),
      plannedStates: z.strictObject({ any: z.array(StateCode), shared: z.array(StateCode) }),
      sectors: z.strictObject({ any: z.array(z.string()), shared: z.array(z.string()) }),
      people: z.int(),
      fte: z.number(),
      fteByAward: z.array(z.strictObject({ awardId: AwardId, people: z.int(), fte: z.number() })),
      partners: z.int(),
      partnerLinks: z.int(),
      academic: z.int(),
    }),
  ),
  calendars: operation(seen, 'GET', '/programs/calendars').output(
    z.array(z.strictObject({ code: z.string(), es: z.string(), en: z.string() })),
  ),
  periods: operation(seen, 'GET', '/programs/awards/{awardId}/periods')
    .input(OfAward)
    .output(z.array(Period)),
  keepAward: operation(managed, 'PUT', '/programs/awards/{id}').input(Award).output(Done),
  /** The funder's own code (`organizations.connect`) makes it a party of every definition drafted from then on. */
  linkFunder: operation(managed, 'POST', '/programs/awards/{awardId}/funder')
    .input(z.strictObject({ awardId: AwardId, token: Token }))
    .output(z.strictObject({ funderName: z.string() })),
  addAction: operation(managed, 'POST', '/programs/awards/{awardId}/actions').input(AwardAction).output(Done),
  rates: operation(seen, 'GET', '/programs/rates').output(z.array(ExchangeRate)),
  keepRate: operation(managed, 'PUT', '/programs/rates/{id}').input(ExchangeRate).output(Done),
  work: operation(managed, 'GET', '/programs/awards/{awardId}/work')
    .input(OfAward)
    .output(z.array(z.strictObject({ ...Work.shape, inSector: z.boolean() }))),
  /** Out of the agreed sectors it is recorded like any other, and `inSector: false` says that it shows as unmet demand. */
  recordWork: operation(managed, 'PUT', '/programs/awards/{awardId}/work/{id}')
    .input(Work)
    .output(z.strictObject({ inSector: z.boolean() })),
  unmet: operation(managed, 'GET', '/programs/awards/{awardId}/unmet')
    .input(OfAward)
    .output(
      z.array(z.strictObject({ sector: z.string(), stateCode: StateCode, done: z.int(), asked: z.int() })),
    ),
  staff: operation(managed, 'GET', '/programs/staff').output(
    z.array(
      z.strictObject({
        id: StaffId,
        alias: z.string(),
        role: z.string(),
        allocations: z.array(
          z.strictObject({
            id: AnyId,
            awardId: AwardId,
            percent: z.number(),
            since: Day,
            until: Day.nullable(),
          }),
        ),
      }),
    ),
  ),
  keepStaff: operation(managed, 'PUT', '/programs/staff/{id}')
    .input(
      z.strictObject({
        id: StaffId,
        alias: z.string().trim().min(1).max(60),
        role: z.string().trim().max(80),
      }),
    )
    .output(Done),
  allocate: operation(managed, 'PUT', '/programs/staff/{staffId}/allocations/{id}')
    .input(
      z.strictObject({
        id: AnyId,
        staffId: StaffId,
        awardId: AwardId,
        percent: z.number().min(1).max(100),
        since: Day,
        until: Day.nullable(),
      }),
    )
    .output(Done),
  endAllocation: operation(managed, 'POST', '/programs/allocations/{id}/end')
    .input(z.strictObject({ id: AnyId, until: Day }))
    .output(Done),
  partners: operation(managed, 'GET', '/programs/partners').output(
    z.array(
      z.strictObject({
        id: PartnerId,
        name: z.string(),
        kind: z.enum(partnerKinds),
        links: z.array(
          z.strictObject({
            id: AnyId,
            awardId: AwardId,
            fundsSince: Day.nullable(),
            fundsUntil: Day.nullable(),
          }),
        ),
        /** It receives funds directly today; only then is it an implementing partner. */
        implementing: z.boolean(),
      }),
    ),
  ),
  keepPartner: operation(managed, 'PUT', '/programs/partners/{id}')
    .input(z.strictObject({ id: PartnerId, name: Line, kind: z.enum(partnerKinds) }))
    .output(Done),
  linkPartner: operation(managed, 'PUT', '/programs/partners/{partnerId}/links/{id}')
    .input(
      z.strictObject({
        id: AnyId,
        partnerId: PartnerId,
        awardId: AwardId,
        fundsSince: Day.nullable(),
        fundsUntil: Day.nullable(),
      }),
    )
    .output(Done),
}
