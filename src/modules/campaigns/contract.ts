import * as z from 'zod'
import { field, leadership, union } from '#platform/access/roles.ts'
import { DeviceId, ListId, MembershipId } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { Plant } from '../companies/schema.ts'
import { ImportId, ImportRow, MergeId, PersonId } from '../people/schema.ts'
import { InUnits, sheetOperations } from './contract.sheets.ts'
import {
  Action,
  Campaign,
  CampaignId,
  Conversation,
  Day,
  Headcount,
  Level,
  NextStepId,
  PlacedPerson,
  Placement,
  PromiseId,
  Stage,
  TallyId,
  Unit,
  UnitId,
} from './schema.ts'
import { promiseKinds } from './words.ts'

const inField = { may: field } as const
const led = { may: leadership } as const
const inUnion = { may: union } as const
const Done = z.strictObject({})
const OfCampaign = z.strictObject({ id: CampaignId })
const PlantMap = z.strictObject({ units: z.array(Unit).max(400), headcounts: z.array(Headcount).max(2_000) })
const Levels = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()])
const Standing = z.strictObject({
  departmentId: UnitId.nullable(),
  shiftId: UnitId.nullable(),
  routeId: UnitId.nullable(),
  known: z.int(),
  levels: Levels,
})
const OpenPromise = z.strictObject({ id: PromiseId, kind: z.enum(promiseKinds), madeOn: Day, dueOn: Day })
const Tally = z.strictObject({
  id: TallyId,
  ...Placement.shape,
  countedOn: Day,
  counts: z.array(z.int().min(0).max(999)).length(5),
})

/** Drives at a plant: its map, the people there, where it stands, and who on the team follows whom. */
export const campaignsContract = {
  list: operation(inUnion, 'GET', '/campaigns').output(z.array(Campaign)),
  get: operation(inUnion, 'GET', '/campaigns/{id}')
    .input(OfCampaign)
    .output(z.strictObject({ ...Campaign.shape, ...PlantMap.shape })),
  open: operation(led, 'PUT', '/campaigns/{id}')
    .input(z.strictObject({ id: CampaignId, plant: Plant, openedOn: Day, ...PlantMap.shape }))
    .output(Campaign),
  keepMap: operation(led, 'PUT', '/campaigns/{id}/map')
    .input(z.strictObject({ id: CampaignId, version: z.int().positive(), ...PlantMap.shape }))
    .output(Done),
  changeStage: operation(led, 'PUT', '/campaigns/{id}/stage')
    .input(z.strictObject({ id: CampaignId, version: z.int().positive(), to: Stage }))
    .output(Done),
  people: operation(inField, 'GET', '/campaigns/{id}/people')
    .input(
      z.strictObject({
        id: CampaignId,
        ...InUnits.shape,
        level: z.coerce.number().int().min(1).max(5).optional(),
        silent: z.stringbool().optional(),
        text: z.string().max(60).optional(),
        after: z.string().max(60).optional(),
      }),
    )
    .output(z.strictObject({ people: z.array(PlacedPerson), next: z.string().nullable() })),
  person: operation(inField, 'GET', '/campaigns/{id}/people/{personId}')
    .input(z.strictObject({ id: CampaignId, personId: PersonId }))
    .output(
      z.strictObject({
        id: PersonId,
        handle: z.string(),
        version: z.int(),
        listIds: z.array(ListId),
        ...Placement.shape,
        level: Level.nullable(),
        conversations: z.array(Conversation),
        actions: z.array(Action),
        promises: z.array(OpenPromise),
        nextSteps: z.array(z.strictObject({ id: NextStepId, dueOn: Day })),
      }),
    ),
  place: operation(inField, 'PUT', '/campaigns/{id}/people/{personId}/placement')
    .input(z.strictObject({ id: CampaignId, personId: PersonId, ...Placement.shape }))
    .output(Done),
  chart: operation(inField, 'GET', '/campaigns/{id}/chart')
    .input(OfCampaign)
    .output(z.strictObject({ standings: z.array(Standing), tallies: z.array(Tally) })),
  /** For who may only count: coverage in bands of ten points, and never how many support it where. */
  coverage: operation(inUnion, 'GET', '/campaigns/{id}/coverage')
    .input(OfCampaign)
    .output(z.strictObject({ known: z.string(), covered: z.string() })),
  week: operation(led, 'GET', '/campaigns/{id}/week')
    .input(OfCampaign)
    .output(
      z.strictObject({
        since: Day,
        added: z.int(),
        conversations: z.int(),
        people: z.int(),
        actions: z.int(),
        promises: z.int(),
        moves: z.array(z.strictObject({ before: Level.nullable(), after: Level, people: z.int() })),
        /** Whom nobody has talked to, by where they work: the largest first. */
        silent: z.array(
          z.strictObject({ ...Placement.pick({ departmentId: true, shiftId: true }).shape, people: z.int() }),
        ),
      }),
    ),
  promises: operation(inField, 'GET', '/campaigns/{id}/promises')
    .input(OfCampaign)
    .output(
      z.array(
        z.strictObject({
          ...OpenPromise.shape,
          personId: PersonId,
          handle: z.string(),
          keeperId: MembershipId,
        }),
      ),
    ),
  keepTally: operation(inField, 'PUT', '/campaigns/{id}/tallies/{tallyId}')
    .input(
      z.strictObject({
        id: CampaignId,
        tallyId: TallyId,
        ...Placement.shape,
        countedOn: Day,
        counts: z.array(z.int().min(0).max(999)).length(5),
      }),
    )
    .output(Done),
  undoTally: operation(led, 'DELETE', '/campaigns/{id}/tallies/{tallyId}')
    .input(z.strictObject({ id: CampaignId, tallyId: TallyId }))
    .output(Done),
  openImport: operation(led, 'PUT', '/campaigns/{id}/imports/{importId}')
    .input(
      z.strictObject({
        id: CampaignId,
        importId: ImportId,
        source: z.enum(['csv', 'xlsx', 'pasted']),
        expected: z.int().min(1).max(200_000),
        /** Units that the list names and the map does not have yet. */
        units: z.array(Unit).max(400),
      }),
    )
    .output(Done),
  importPart: operation(
    { ...led, bodyBytes: 2_000_000 },
    'PUT',
    '/campaigns/{id}/imports/{importId}/parts/{number}',
  )
    .input(
      z.strictObject({
        id: CampaignId,
        importId: ImportId,
        number: z.coerce.number().int().min(0).max(10_000),
        listId: ListId,
        /** How many rows of this part were left out with the person's consent. */
        leftOut: z.int().min(0),
        rows: z
          .array(
            z.strictObject({
              ...ImportRow.omit({ department: true, shift: true, route: true }).shape,
              ...Placement.shape,
            }),
          )
          .max(2_000),
      }),
    )
    .output(z.strictObject({ added: z.int() })),
  endImport: operation(led, 'POST', '/campaigns/{id}/imports/{importId}/end')
    .input(z.strictObject({ id: CampaignId, importId: ImportId }))
    .output(Done),
  undoImport: operation(led, 'DELETE', '/campaigns/imports/{importId}')
    .input(z.strictObject({ importId: ImportId }))
    .output(z.strictObject({ removed: z.int(), kept: z.int() })),
  merge: operation(led, 'POST', '/campaigns/merges')
    .input(z.strictObject({ id: MergeId, keptId: PersonId, goneId: PersonId }))
    .output(Done),
  undoMerge: operation(led, 'DELETE', '/campaigns/merges/{id}')
    .input(z.strictObject({ id: MergeId }))
    .output(Done),
  ...sheetOperations,
  depart: operation({ ...led, fresh: true }, 'POST', '/campaigns/departures')
    .input(z.strictObject({ membershipId: MembershipId, heirId: MembershipId }))
    .output(
      z.strictObject({
        people: z.int(),
        promises: z.int(),
        nextSteps: z.int(),
        devices: z.array(
          z.strictObject({
            id: DeviceId,
            label: z.string(),
            people: z.int(),
            names: z.int(),
            issuedAt: z.date().nullable(),
            expiresAt: z.date().nullable(),
          }),
        ),
      }),
    ),
  /** What a phone keeps to work without a signal: the assigned people, their open steps, the map. */
  bundle: operation(inField, 'GET', '/campaigns/bundle')
    .input(z.strictObject({ have: z.string().max(64).optional() }))
    .output(
      z.strictObject({
        digest: z.string(),
        expiresAt: z.date(),
        /** null: nothing changed since `have`. */
        content: z
          .strictObject({
            alias: z.string(),
            lists: z.array(z.strictObject({ id: ListId, name: z.string() })),
            campaigns: z.array(
              z.strictObject({
                id: CampaignId,
                plant: z.string(),
                timeZone: z.string(),
                units: z.array(Unit),
              }),
            ),
            people: z.array(
              z.strictObject({
                id: PersonId,
                campaignId: CampaignId,
                handle: z.string(),
                ...Placement.shape,
                level: Level.nullable(),
                talkedOn: Day.nullable(),
                name: z.string().nullable(),
                phone: z.string().nullable(),
                concerns: z.array(z.string()),
                steps: z.array(z.strictObject({ id: NextStepId, dueOn: Day })),
                promises: z.array(z.strictObject({ id: PromiseId, kind: z.enum(promiseKinds), dueOn: Day })),
              }),
            ),
          })
          .nullable(),
      }),
    ),
}
