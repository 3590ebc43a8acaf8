import * as z from 'zod'
import { everyone, leadership, owners } from '#platform/access/roles.ts'
import { Token } from '#platform/access/schema.ts'
import { idOf } from '#platform/db/brand.ts'
import { operation } from '#platform/http/operation.ts'
import { connecting } from './roles.ts'
import { Committee, CommitteeId, Criteria, Leader, LeaderId, Sharing, SharingId } from './schema.ts'

const led = { may: leadership } as const
const anyMember = { may: everyone } as const
const receiving = { may: ['owner', 'coordinator', 'program_officer'] } as const
const Done = z.strictObject({})
const Day = z.iso.date()
const ConnectionId = idOf('ConnectionId')
const Lack = z.enum(['leaders', 'acta', 'dissolved'])

/** What an organization is beyond its account: its committees and leaders, and what it shares with whom. */
export const organizationsContract = {
  committees: operation(anyMember, 'GET', '/organizations/committees').output(
    z.strictObject({
      criteria: Criteria,
      committees: z.array(
        z.strictObject({
          ...Committee.shape,
          formedOn: Day.nullable(),
          dissolvedOn: Day.nullable(),
          version: z.int(),
          lacking: z.array(Lack),
          leaders: z.array(
            z.strictObject({ ...Leader.omit({ committeeId: true }).shape, leftOn: Day.nullable() }),
          ),
        }),
      ),
    }),
  ),
  keepCommittee: operation(led, 'PUT', '/organizations/committees/{id}').input(Committee).output(Done),
  dissolve: operation(led, 'POST', '/organizations/committees/{id}/dissolution')
    .input(z.strictObject({ id: CommitteeId, dissolvedOn: Day }))
    .output(Done),
  nameLeader: operation(led, 'PUT', '/organizations/leaders/{id}').input(Leader).output(Done),
  leave: operation(led, 'POST', '/organizations/leaders/{id}/departure')
    .input(z.strictObject({ id: LeaderId, leftOn: Day }))
    .output(Done),
  keepCriteria: operation({ may: owners }, 'PUT', '/organizations/criteria').input(Criteria).output(Done),
  shareable: operation(anyMember, 'GET', '/organizations/shareable').output(
    z.array(
      z.strictObject({
        kind: z.string(),
        es: z.string(),
        en: z.string(),
        dimensions: z.array(z.strictObject({ id: z.string(), es: z.string(), en: z.string() })),
        never: z.array(z.string()),
        people: z.boolean(),
      }),
    ),
  ),
  sharings: operation(anyMember, 'GET', '/organizations/sharings').output(z.array(Sharing)),
  /** A union is connected by an owner alone; a funder’s officers run what a funder has here. */
  connect: operation({ may: connecting }, 'POST', '/organizations/connections')
    .input(z.strictObject({ id: ConnectionId }))
    .output(z.strictObject({ token: Token, expiresAt: z.date() })),
  propose: operation(receiving, 'POST', '/organizations/sharings')
    .input(
      z.strictObject({
        id: SharingId,
        token: Token,
        purpose: z.string().trim().min(1).max(400),
        kinds: z.array(z.string().max(60)).min(1).max(60),
        dimensions: z.array(z.string().max(40)).max(20),
        factsFrom: Day,
      }),
    )
    .output(Sharing),
  sign: operation({ may: owners, fresh: true }, 'POST', '/organizations/sharings/{id}/signature')
    .input(
      z.strictObject({
        id: SharingId,
        /** What of the proposal is signed: the giver may take kinds and dimensions out. */
        kinds: z.array(z.string().max(60)).min(1).max(60),
        dimensions: z.array(z.string().max(40)).max(20),
        /** The giver was told that another receiver counts the same, and what readers of both could work out. */
        knowing: z.boolean().optional(),
      }),
    )
    .output(Done),
  withdraw: operation({ may: owners }, 'POST', '/organizations/sharings/{id}/withdrawal')
    .input(z.strictObject({ id: SharingId }))
    .output(Done),
}
